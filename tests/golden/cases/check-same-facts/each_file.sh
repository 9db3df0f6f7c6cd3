# Prints the checks of the first file, and for each further file whether its checks are the same, byte for byte.
checks() {
  sellerhealth check --as-of 2024-07-01 --days 30 --lag 0 --none feedback,claims,chargebacks --format json "$1" |
    sed -n '/^  "checks"/,/^  \]/p'
}
expected=$(checks comma.csv)
printf '%s\n' "$expected" | grep -E '"(id|verdict|numerator|numerator_max|denominator)"'
for file in tabs.txt semicolons.csv array.json lines.ndjson orders_v0.json orders_2026.json windows_1252.csv comma.csv.gz; do
  if [ "$(checks "$file")" = "$expected" ]; then echo "$file: the same"; else echo "$file: different"; fi
done
