# Runs the command on one account in every format: what it says of the checks must be the same each time.
checks() { "$@" | sed -n '/^  "checks"/,/^  "inputs"/p'; }

expected=$(checks "$@" orders.csv feedback.csv)
echo "$expected" | grep -E '"(id|verdict|numerator|denominator)"'
for orders in semicolons.csv bars.txt tabs.txt orders.json orders.ndjson orders.csv.gz orders.ndjson.gz; do
  [ "$(checks "$@" $orders feedback.csv)" = "$expected" ] && echo "$orders: the same" || echo "$orders: different"
done
[ "$(checks "$@" account.json)" = "$expected" ] && echo "account.json: the same" || echo "account.json: different"
