{
  "$@"
  echo "exit status $?" >&2
} | head -1
