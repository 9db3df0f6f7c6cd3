#!/bin/sh
# One command from a bare checkout to a result: installs the packages that are missing (Debian and its kin, with root or
# sudo; elsewhere CMake fetches the libraries), builds Release in build/release, and runs it.
set -eu

usage() {
  cat <<'END'
usage: sh cmake/run.sh demo             build, then print the checklists of data/samples
       sh cmake/run.sh test             build, then pass all tests
       sh cmake/run.sh packages [LIST]  install the Debian packages of LIST (cmake/debian-packages.txt) only
END
}

install_packages() {
  [ -e /etc/debian_version ] && command -v apt-get >/dev/null || return 0
  missing=
  for package in $(grep -v '^#' "$1"); do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0

  sudo=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Neither root nor sudo; going on without:$missing" >&2
      return 0
    fi
    sudo=sudo
  fi
  echo "Installing:$missing"
  mkdir -p build
  log=build/packages.log
  apt_get() {
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
  }
  : >"$log"
  apt_get update || echo "apt-get update failed; trying with the package lists there are" >&2
  # shellcheck disable=SC2086 # a list of names
  if ! apt_get install --no-install-recommends $missing; then
    tail -n 40 "$log" >&2
    echo "The packages could not be installed; the whole log is in $log" >&2
    exit 1
  fi
}

build() {
  generator=Ninja
  command -v ninja >/dev/null || generator='Unix Makefiles'
  cmake --preset release -G "$generator" "$@"
  cmake --build --preset release --parallel "$jobs"
}

check() {
  printf '\n$ sellerhealth check --as-of 2026-10-01 %s\n' "$1"
  status=0
  build/release/sellerhealth check --as-of 2026-10-01 "$1" || status=$?
  [ "$status" -le 1 ] || exit "$status" # 1 is a verdict
}

cd "$(dirname "$0")/.."
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
case "$#:${1-}" in
  1:demo)
    install_packages cmake/debian-packages.txt
    build -D SELLERHEALTH_BUILD_TESTS=OFF
    check data/samples/healthy
    check data/samples/at-risk
    ;;
  1:test)
    install_packages cmake/debian-packages.txt
    build
    ctest --preset release --parallel "$jobs"
    ;;
  1:packages | 2:packages)
    install_packages "${2-cmake/debian-packages.txt}"
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac
