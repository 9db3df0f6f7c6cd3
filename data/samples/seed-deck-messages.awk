# The messages of the deck's second seller (its plan of action for slow answers) as an export of 450 rows, see README.md.
# In hours from receipt to reply: 13:47 for those in time, 82:25 for those that are late, so 51 on average.

# The day that comes `days` after 27 June 2012, up to 30 September.
function date(days) {
  if (days < 4) { return sprintf("2012-06-%02d", 27 + days) }
  if (days < 35) { return sprintf("2012-07-%02d", days - 3) }
  if (days < 66) { return sprintf("2012-08-%02d", days - 34) }
  return sprintf("2012-09-%02d", days - 65)
}

function message(received, responded) { printf "S%03d,%s,%s\n", ++count, received, responded }

BEGIN {
  print "message-id,received-at,responded-at"
  # 27 June to 25 August: 60 days.
  for (i = 0; i < 65; ++i) { message(date(i % 60) "T09:13:00", date(i % 60) "T23:00:00") }
  for (i = 0; i < 77; ++i) { message(date(i % 60) "T09:00:00", date(i % 60 + 3) "T19:25:00") }
  for (i = 0; i < 294; ++i) { message(date(i % 60) "T17:30:00") }
  # 26 August to 17 September.
  for (i = 0; i < 10; ++i) { message(date(60 + 2 * i) "T17:30:00") }
  # The last 7 days: two that are older than 24 hours, two that are not.
  message("2012-09-18T17:30:00")
  message("2012-09-23T17:30:00")
  message("2012-09-24T10:00:00")
  message("2012-09-24T21:45:00")
}
