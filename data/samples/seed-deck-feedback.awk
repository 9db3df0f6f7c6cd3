# The feedback of the deck's screen "Gestionnaire des évaluations" as an export of 9,817 rows, see README.md.
# Every row of it lies on the first or the last day of its part of the screen: 30, 90 and 365 days, and before.

function rows(count, first_day, last_day, kind,    i) {
  for (i = 1; i <= count; ++i) {
    ++order
    if (kind == "positive") { stars = i % 10 ? 5 : 4; answers = i % 7 ? "yes,yes,yes" : "yes,yes,-" }
    if (kind == "neutral") { stars = 3; answers = "no,yes,-" }
    if (kind == "negative") { stars = i % 2 ? 1 : 2; answers = "no,no,no" }
    printf "403-%07d-%07d,%d,%s,%s\n", order, order * 7 % 9999991, stars, i % 2 ? first_day : last_day, answers
  }
}

function part(first_day, last_day, positive, neutral, negative) {
  rows(positive, first_day, last_day, "positive")
  rows(neutral, first_day, last_day, "neutral")
  rows(negative, first_day, last_day, "negative")
}

BEGIN {
  print "order-id,rating,date,arrived-on-time,item-as-described,customer-service"
  part("2012-08-26", "2012-09-24", 528, 7, 0)
  part("2012-06-27", "2012-08-25", 1089, 10, 8)
  part("2011-09-26", "2012-06-26", 3370, 18, 16)
  part("2009-01-05", "2011-09-25", 4685, 52, 34)
}
