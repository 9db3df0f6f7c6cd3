#include "normalize/date_forms.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/dice.hpp"

using namespace std::chrono_literals;

namespace sellerhealth::normalize {

namespace {

/// What `text` says when its numbers stand in `order`; nothing if it is no date then.
std::optional<DateTime> read(std::string_view text, DateOrder order = DateOrder::dmy) {
  const DateReading reading = read_date(text);
  CHECK(reading.date.has_value() == reading.expected.empty());
  const std::optional<Day> day = reading.date ? reading.date->day(order) : std::nullopt;
  return day ? std::optional{DateTime{*day, reading.date->time, reading.date->offset}} : std::nullopt;
}

/// The same as a stamp, in a zone that is not UTC.
std::optional<Stamp> stamp(std::string_view text, DateOrder order = DateOrder::dmy) {
  static const TimeZone paris = TimeZone::find("Europe/Paris").value();
  const std::optional<DateTime> date = read(text, order);
  return date ? std::optional{stamp_of(*date, paris)} : std::nullopt;
}

Stamp iso(std::string_view text) {
  static const TimeZone paris = TimeZone::find("Europe/Paris").value();
  return stamp_of(parse_iso_date(text).value(), paris);
}

std::string_view expected_in(std::string_view text) { return read_date(text).expected; }

struct Example {
  std::string_view text;
  std::string_view iso;
};

std::string padded(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

TEST_CASE("numbers stand in the order of the file") {
  CHECK(stamp("04/05/2022", DateOrder::dmy) == iso("2022-05-04"));
  CHECK(stamp("04/05/2022", DateOrder::mdy) == iso("2022-04-05"));
  CHECK_FALSE(stamp("04/05/2022", DateOrder::ymd));
  CHECK(stamp("04.05.22", DateOrder::dmy) == iso("2022-05-04"));
  CHECK(stamp("04-05-22", DateOrder::mdy) == iso("2022-04-05"));
  CHECK(stamp("04/05/22", DateOrder::ymd) == iso("2004-05-22"));
  CHECK(stamp("4/5/22", DateOrder::mdy) == iso("2022-04-05"));
}

TEST_CASE("a year of two digits is of 2000 to 2099") {
  CHECK(stamp("31/12/00") == iso("2000-12-31"));
  CHECK(stamp("31/12/99") == iso("2099-12-31"));
  CHECK(stamp("31 Dec 70") == iso("2070-12-31"));
}

TEST_CASE("a year of four digits may stand first, whatever the order") {
  const DateOrder order = GENERATE(DateOrder::dmy, DateOrder::mdy, DateOrder::ymd);
  CHECK(stamp("2017/06/17", order) == iso("2017-06-17"));
  CHECK(stamp("2017.6.7", order) == iso("2017-06-07"));
  CHECK(stamp("2017-6-17 8:04", order) == iso("2017-06-17T08:04"));
}

TEST_CASE("a date tells whether its order matters") {
  CHECK(read_date("04/05/2022").date->needs_order());
  CHECK(read_date("13/05/2022").date->needs_order());
  CHECK_FALSE(read_date("05/05/2022").date->needs_order());
  CHECK(read_date("05/05/22").date->needs_order());  // 2005-05-22, if the year stands first
  CHECK_FALSE(read_date("2022/05/04").date->needs_order());
  CHECK_FALSE(read_date("4 May 22").date->needs_order());
}

TEST_CASE("the forms that reports and pages use are read") {
  const Example example = GENERATE(
      Example{"samedi 29 septembre 2012 12:20:05 GMT+02:00", "2012-09-29T10:20:05Z"},
      Example{"mardi 2 octobre 2012 13:31:28 GMT+02:00", "2012-10-02T11:31:28Z"}, Example{"14 août 12", "2012-08-14"},
      Example{"22 août 12 08:34", "2012-08-22T08:34"}, Example{"Sep 18, 2012", "2012-09-18"},
      Example{"Nov 16, 2023", "2023-11-16"}, Example{"25 Sept 2012", "2012-09-25"},
      Example{"1er mai 2012", "2012-05-01"}, Example{"25/09/12", "2012-09-25"},
      Example{"7/19/24 06:59:59 GMT", "2024-07-19T06:59:59Z"}, Example{"7/18/24 23:59:59 PDT", "2024-07-19T06:59:59Z"},
      Example{"20170617T080421Z", "2017-06-17T08:04:21Z"}, Example{"20170617", "2017-06-17"},
      Example{"20170617 0804", "2017-06-17T08:04"}, Example{"2012-09-29 12:20:05 UTC", "2012-09-29T12:20:05Z"},
      Example{"2019/09/01 0:08:57JST", "2019-08-31T15:08:57Z"},
      Example{"1 juil. 2020 05:07:12 UTC", "2020-07-01T05:07:12Z"},
      Example{"29 septembre 2012 à 12:20", "2012-09-29T12:20"},
      Example{"September 29, 2012 at 12:20:05 PM GMT+2", "2012-09-29T10:20:05Z"},
      Example{"Sat Sep 29 2012 12:20:05 GMT+0200", "2012-09-29T10:20:05Z"},
      Example{"Wednesday, 30 September 2026 10:56", "2026-09-30T10:56"}, Example{"18-Sep-12", "2012-09-18"},
      Example{"18/Sep/2012", "2012-09-18"}, Example{"2012 Sep 18", "2012-09-18"}, Example{"2012-Sep-18", "2012-09-18"},
      Example{"2nd March 2021", "2021-03-02"}, Example{"mar. 2 oct. 2012", "2012-10-02"},
      Example{"Mar 2, 2012", "2012-03-02"}, Example{"mar. 6 mars 2012", "2012-03-06"});
  CAPTURE(example.text);
  CHECK(stamp(example.text, example.text.front() == '7' ? DateOrder::mdy : DateOrder::dmy) == iso(example.iso));
}

TEST_CASE("Excel's dates are read") {
  CHECK(stamp("10/2/2017 10:56", DateOrder::mdy) == iso("2017-10-02T10:56"));
  CHECK(stamp("10/2/2017 9:05", DateOrder::mdy) == iso("2017-10-02T09:05"));
  CHECK(stamp("04-30-22", DateOrder::mdy) == iso("2022-04-30"));
  CHECK(stamp("04-01-2022", DateOrder::mdy) == iso("2022-04-01"));
}

TEST_CASE("a time of twelve hours turns at noon and at midnight") {
  CHECK(stamp("18 Sep 2012 12:00:00 AM") == iso("2012-09-18T00:00:00"));
  CHECK(stamp("18 Sep 2012 12:30am") == iso("2012-09-18T00:30"));
  CHECK(stamp("18 Sep 2012 1:00 a.m.") == iso("2012-09-18T01:00"));
  CHECK(stamp("18 Sep 2012 11:59:59.9 AM") == iso("2012-09-18T11:59:59"));
  CHECK(stamp("18 Sep 2012 12:00 PM") == iso("2012-09-18T12:00"));
  CHECK(stamp("18 Sep 2012 1:05:06 P.M.") == iso("2012-09-18T13:05:06"));
  CHECK(stamp("9/18/2012, 11:59:59\u202FPM PDT", DateOrder::mdy) == iso("2012-09-19T06:59:59Z"));
  CHECK_FALSE(stamp("18 Sep 2012 13:05 PM"));
  CHECK_FALSE(stamp("18 Sep 2012 0:05 AM"));
  CHECK_FALSE(stamp("18 Sep 2012 11:05 a"));
  CHECK_FALSE(stamp("18 Sep 2012 11:05 xm"));
}

TEST_CASE("fractions of a second are dropped, behind a point or a comma") {
  CHECK(stamp("18/09/2012 10:56:01.999") == iso("2012-09-18T10:56:01"));
  CHECK(stamp("18/09/2012 10:56:01,5 CEST") == iso("2012-09-18T08:56:01Z"));
  CHECK_FALSE(stamp("18/09/2012 10:56:01."));
  CHECK_FALSE(stamp("18/09/2012 10:56:01,Z"));
}

TEST_CASE("letters may be capital, accents missing or composed, spaces not breaking") {
  const std::string_view text = GENERATE("14 août 2012", "14 AOÛT 2012", "14 aout 2012", "14 aou\u0302t 2012",
                                         "14\u00A0août\u202F2012", "14  Août  2012", "mardi 14 août 2012");
  CAPTURE(text);
  CHECK(stamp(text) == iso("2012-08-14"));
  CHECK(stamp("1er févr. 2012") == iso("2012-02-01"));
  CHECK(stamp("1 DÉCEMBRE 2012") == iso("2012-12-01"));
  CHECK(stamp("\u00A014 août 2012\u00A0") == iso("2012-08-14"));
  CHECK_FALSE(stamp("14 aoÃ»t 2012"));
}

TEST_CASE("every zone name has its offset") {
  const Example example =
      GENERATE(Example{"GMT", "+00:00"}, Example{"utc", "+00:00"}, Example{"Z", "+00:00"}, Example{"PDT", "-07:00"},
               Example{"PST", "-08:00"}, Example{"EST", "-05:00"}, Example{"EDT", "-04:00"}, Example{"BST", "+01:00"},
               Example{"CET", "+01:00"}, Example{"CEST", "+02:00"}, Example{"JST", "+09:00"}, Example{"AEDT", "+11:00"},
               Example{"ACST", "+09:30"}, Example{"GMT+5:30", "+05:30"}, Example{"UTC-08", "-08:00"},
               Example{"+2", "+02:00"}, Example{"-0330", "-03:30"});
  CAPTURE(example.text);
  CHECK(stamp("25/10/2026 02:30 " + std::string{example.text}) == iso("2026-10-25T02:30" + std::string{example.iso}));
}

TEST_CASE("a zone that countries share, or that nobody knows, is refused with a remedy") {
  for (const char* const text : {"25/10/2026 02:30 IST", "2026-10-25T02:30:00 CST"}) {
    CHECK_THAT(std::string{expected_in(text)},
               Catch::Matchers::ContainsSubstring("several countries") && Catch::Matchers::ContainsSubstring("+02:00"));
  }
  for (const char* const text : {"25/10/2026 02:30 XYZ", "25/10/2026 02:30 PDT+1", "25/10/2026 02:30 +",
                                 "25/10/2026 02:30 +24:00", "25/10/2026 02:30 +02:60", "25/10/2026 02:30 +02:",
                                 "25/10/2026 02:30 +020", "25/10/2026 02:30 GMT+", "25/10/2026 02:30 Z Z"}) {
    CAPTURE(text);
    CHECK_THAT(std::string{expected_in(text)}, Catch::Matchers::ContainsSubstring("zone such as GMT"));
  }
}

TEST_CASE("a local time in the repeated hour is the first, one in the skipped hour the end of the gap, in every form") {
  CHECK(stamp("25 octobre 2026 02:30") == iso("2026-10-25T00:30:00Z"));
  CHECK(stamp("10/25/2026 2:30 AM", DateOrder::mdy) == iso("2026-10-25T00:30:00Z"));
  CHECK(stamp("29/03/2026 02:30") == iso("2026-03-29T01:00:00Z"));
}

TEST_CASE("a date without a year cannot be placed") {
  const std::string_view text = GENERATE("28 Sept", "Sept 28", "28 sept.", "28/09", "28 Sept 10:30", "Sep 28 10:30:00",
                                         "28.9", "28/09 10:30", "mardi 28 sept", "1er mai", "28 Sept 012");
  CAPTURE(text);
  CHECK_THAT(std::string{expected_in(text)}, Catch::Matchers::ContainsSubstring("year"));
}

TEST_CASE("what the calendar or the clock does not have is named") {
  CHECK(expected_in("31/02/2022") == "a day that the calendar has");
  CHECK(expected_in("2024-06-31") == "a day that the calendar has");
  CHECK(expected_in("29 Feb 2023") == "a day that the calendar has");
  CHECK(expected_in("32/13/2022") == "a day that the calendar has");
  CHECK(expected_in("00/00/2022") == "a day that the calendar has");
  CHECK(expected_in("20221301") == "a day that the calendar has");
  CHECK(expected_in("01/02/1969") == "a date from 1970 to 2105");
  CHECK(expected_in("2106-01-01") == "a date from 1970 to 2105");
  CHECK(expected_in("1 Jan 0001") == "a date from 1970 to 2105");
  CHECK(expected_in("13/02/2022 25:00") == "a time of day from 00:00 to 23:59:59");
  CHECK(expected_in("2022-02-13T24:00:00Z") == "a time of day from 00:00 to 23:59:59");
  CHECK(expected_in("13/02/2022 10:60") == "a time of day from 00:00 to 23:59:59");
  CHECK(expected_in("13/02/2022 10:59:60") == "a time of day from 00:00 to 23:59:59");
  CHECK(expected_in("lundi 14 août 2012") == "the day of the week that this date is");
}

TEST_CASE("a two-digit year stands first only where that is the order") {
  const std::optional<WrittenDate> date = read_date("99/12/31").date;
  REQUIRE(date);
  CHECK_FALSE(date->day(DateOrder::dmy));
  CHECK_FALSE(date->day(DateOrder::mdy));
  CHECK(date->day(DateOrder::ymd) == parse_day("2099-12-31"));
  CHECK(date->needs_order());
}

TEST_CASE("what has no form of a date is none") {
  const std::string_view text = GENERATE(
      "", " ", "28/9/6", "soon", "-", "2026-09", "2012", "202609301", "1600000000", "30//09/2026", "30/09-2026",
      "30/09/202", "30/09/20266", "300/09/2026", "30 09 2026", "30 Septembre2026", "30Sep2026", "Sept 2026",
      "30 Brumaire 2026", "30/09/2026T", "30/09/2026 10", "30/09/2026 10:5", "30/09/2026 1030", "30/09/2026 10:30:5",
      "30/09/2026 010:30", "30/09/2026-10:30", "30/09/2026 um 10:30", "samedi 30/09/2026", "sam sam 30 sept 2026",
      "10:30", "T10:30", "2026-09-30_10:56", "2026-09-30T-1:56", "1xx Sept 2026", "12:30 30/09/2026", "٣٠/٠٩/٢٠٢٦",
      "30/09/2026 10:30 and then some", "30/09/2026\n10:30");
  CAPTURE(text);
  CHECK_FALSE(stamp(text));
  CHECK_FALSE(parse_iso_date(text));
}

TEST_CASE("every day of 2000 to 2030 is the same day in every form") {
  constexpr std::array months{"janv.", "février", "mars", "avr.", "mai",      "juin",
                              "juil.", "août",    "sept", "oct.", "novembre", "décembre"};
  constexpr std::array english{"Jan", "February", "Mar.",  "Apr", "May", "June",
                               "Jul", "Aug",      "Sept.", "Oct", "Nov", "Dec"};
  constexpr std::array weekdays{"dimanche", "lundi", "mar.", "mercredi", "jeu.", "vendredi", "sam."};
  constexpr std::array english_weekdays{"Sunday,", "Mon", "Tue.", "Wednesday", "Thu,", "Fri", "Sat"};
  std::size_t wrong = 0;
  std::string first_wrong;
  for (Day day{std::chrono::local_days{std::chrono::year{2000} / 1 / 1}};
       day <= std::chrono::local_days{std::chrono::year{2030} / 12 / 31}; day += std::chrono::days{1}) {
    const std::chrono::year_month_day date{day};
    const std::string year = std::to_string(static_cast<int>(date.year()));
    const auto month_number = static_cast<unsigned>(date.month());
    const std::string month = std::to_string(month_number);
    const std::string d = std::to_string(static_cast<unsigned>(date.day()));
    const std::string mm = padded(month_number);
    const std::string dd = padded(static_cast<unsigned>(date.day()));
    const std::string yy = year.substr(2);
    const std::size_t weekday = std::chrono::weekday{day}.c_encoding();
    const std::string french = months[month_number - 1];
    const std::string iso_day = year + "-" + mm + "-" + dd;
    const auto check = [&](const std::string& text, DateOrder order, std::optional<std::chrono::seconds> time = {},
                           std::optional<std::chrono::seconds> offset = {}) {
      const DateReading reading = read_date(text);
      const bool right = reading.date && reading.date->day(order) == day && reading.date->time == time &&
                         reading.date->offset == offset;
      if (!right && wrong++ == 0) {
        first_wrong = text;
      }
    };
    for (const char mark : {'/', '.', '-'}) {
      for (const bool zeros : {true, false}) {
        const std::string day_text = zeros ? dd : d;
        const std::string month_text = zeros ? mm : month;
        check(day_text + mark + month_text + mark + year, DateOrder::dmy);
        check(month_text + mark + day_text + mark + year, DateOrder::mdy);
        check(day_text + mark + month_text + mark + yy, DateOrder::dmy);
        check(month_text + mark + day_text + mark + yy + " 7:08 PM", DateOrder::mdy, 19h + 8min);
        check(year + mark + month_text + mark + day_text, DateOrder::ymd);
        check(year + mark + month_text + mark + day_text + " 07:08:09 +02", DateOrder::dmy, 7h + 8min + 9s, 2h);
      }
      check(yy + mark + mm + mark + dd, DateOrder::ymd);
    }
    check(year + mm + dd, DateOrder::dmy);
    check(year + mm + dd + "T070809.5Z", DateOrder::mdy, 7h + 8min + 9s, 0s);
    check(d + " " + french + " " + year, DateOrder::dmy);
    check(dd + " " + french + " " + yy + " 08:34", DateOrder::mdy, 8h + 34min);
    check(weekdays[weekday] + (" " + d) + " " + french + " " + year + " 12:20:05 GMT+02:00", DateOrder::ymd,
          12h + 20min + 5s, 2h);
    check(english[month_number - 1] + (" " + d) + ", " + year, DateOrder::dmy);
    check(english_weekdays[weekday] + std::string{" "} + english[month_number - 1] + " " + d + ", " + year +
              ", 12:01 AM PDT",
          DateOrder::dmy, 1min, -7h);
    check(dd + "-" + english[month_number - 1] + "-" + yy, DateOrder::mdy);
    check(iso_day + " 07:08:09 PST", DateOrder::dmy, 7h + 8min + 9s, -8h);
    const std::optional<DateTime> by_iso = parse_iso_date(iso_day);
    const DateReading by_forms = read_date(iso_day);
    wrong += !by_iso || by_iso->day != day || !by_forms.date || by_forms.date->day(DateOrder::dmy) != day ? 1U : 0U;
  }
  CAPTURE(first_wrong);
  CHECK(wrong == 0);
}

TEST_CASE("random texts never crash, and are dates only in the forms that are described") {
  const std::string month =
      "(?:january|jan|janvier|janv|february|feb|fevrier|fevr|fev|march|mar|mars|april|apr|avril|avr|may|mai|june|jun|"
      "juin|july|jul|juillet|juil|august|aug|aout|september|sept|sep|septembre|october|oct|octobre|november|nov|"
      "novembre|december|dec|decembre)";
  const std::string weekday =
      "(?:monday|mon|lundi|lun|tuesday|tues|tue|mardi|mar|wednesday|wed|mercredi|mer|thursday|thurs|thur|thu|jeudi|jeu|"
      "friday|fri|vendredi|ven|saturday|sat|samedi|sam|sunday|sun|dimanche|dim)";
  const std::string gap = "(?: *[-/,] *| +)";
  const std::string number = "[0-9]{1,2}";
  const std::string nth = number + "(?:er|st|nd|rd|th)?";
  const std::string year = "(?:[0-9]{2}|[0-9]{4})";
  const std::string numbers =
      "[0-9]{4}([-/.])" + number + "\\1" + number + "|" + number + "([-/.])" + number + "\\2" + year;
  const std::string named = "(?:" + weekday + "\\.?" + gap + ")?(?:" + nth + gap + month + "\\.?" + gap + year + "|" +
                            month + "\\.?" + gap + nth + gap + year + "|[0-9]{4}" + gap + month + "\\.?" + gap +
                            number + ")";
  const std::string half = "(?: *(?:am|pm|[ap]\\.m\\.?))?";
  const std::string zone = "(?: *(?:[a-z]{1,4}|(?:gmt|utc|ut)?[+-](?:[0-9]{4}|[0-9]{1,2}(?::[0-9]{2})?)))?";
  const std::string before_time = "(?:t|,? +(?:(?:a|at) +)?)";
  const std::string time = "(?:" + before_time + number + ":[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?" + half + zone + ")?";
  const std::string basic_time = "(?:" + before_time + "[0-9]{4}(?:[0-9]{2}(?:[.,][0-9]+)?)?" + half + zone + ")?";
  const std::regex form{
      " *(?:(?:" + numbers + "|" + named + ")" + time + "|[0-9]{8}(?:" + time + "|" + basic_time + ")) *",
      std::regex::icase};

  constexpr std::array<std::string_view, 48> parts{
      "0",   "1",      "2",    "3",      "9",   "04",  "12",   "13", "30",       "31",   "99",  "2012",
      "17",  "/",      "-",    ".",      " ",   ":",   ",",    " ",  "/",        ":",    "Sep", "sept.",
      "mai", "mar",    "Mar.", "samedi", "Sat", "1er", "at",   "T",  " 10:56",   ":30",  "AM",  " p.m.",
      "GMT", "+02:00", "Z",    "PDT",    "IST", "-08", "\xC3", "é",  "20120930", "0945", "\0",  "Oct"};
  constexpr std::array<std::string_view, 8> wholes{"30/09/2026 10:56:01.25 PM",
                                                   "2012-9-30, 9:05",
                                                   "samedi 29 septembre 2012 12:20:05 GMT+02:00",
                                                   "Sat, Sep 29, 2012 at 1:05 p.m. PDT",
                                                   "20260930T105601Z",
                                                   "2012 Sep 18 10:56 -0800",
                                                   "04-30-22",
                                                   "1er mai 12 8:34"};
  support::Dice dice{20260930};
  const auto below = [&](std::size_t sides) {
    return static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(sides)));
  };
  std::size_t dates = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    if (i % 2 == 0) {
      for (std::size_t left = 1 + below(9); left > 0; --left) {
        text += parts[below(parts.size())];
      }
    } else {
      text = wholes[below(wholes.size())];
      for (std::size_t left = 1 + below(3); left > 0; --left) {
        const std::string_view part = parts[below(parts.size())];
        text.replace(below(text.size() + 1), below(3), part);
      }
    }
    if (read_date(text).date) {
      ++dates;
      CAPTURE(text);
      for (std::size_t at = text.find("é"); at != std::string::npos; at = text.find("é")) {
        text.replace(at, 2, "e");
      }
      CHECK(std::regex_match(text, form));
    }
  }
  CHECK(dates > 500);
}

}  // namespace sellerhealth::normalize
