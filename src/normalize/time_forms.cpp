#include "normalize/time_forms.hpp"

#include "normalize/zone_names.hpp"

namespace sellerhealth::normalize {

namespace {

constexpr std::chrono::hours noon{12};

/// Reads one time. Each function takes its part of the text, or notes what it expected and returns false.
class TimeReader {
 public:
  TimeReader(Scanner scanner, bool basic) : scanner_{scanner}, basic_{basic} {}

  TimeReading read() {
    if (read_time() && read_half_of_day() && read_zone()) {
      return {time_, offset_, {}};
    }
    return {{}, {}, expected_};
  }

 private:
  bool read_time();
  bool read_seconds(int& seconds);
  bool read_fraction();
  bool read_half_of_day();
  bool read_zone();
  bool read_offset();

  bool expect(std::string_view expected) {
    expected_ = expected;
    return false;
  }
  bool expect_time() { return expect("a time such as 23:59, 23:59:59 or 11:59:59 PM behind the date"); }
  bool expect_zone() { return expect("nothing or a zone such as GMT, GMT+02:00, +02:00 or PDT behind the time"); }

  Scanner scanner_;
  bool basic_;
  std::chrono::seconds time_{0};
  std::optional<std::chrono::seconds> offset_;
  std::string_view expected_;
};

bool TimeReader::read_time() {
  const std::string_view digits = scanner_.digits();
  int hours = value_of(digits.substr(0, 2));
  int minutes = 0;
  int seconds = 0;
  if (basic_ && (digits.size() == 4 || digits.size() == 6)) {
    minutes = value_of(digits.substr(2, 2));
    seconds = value_of(digits.substr(4));
    if (digits.size() == 6 && !read_fraction()) {
      return expect_time();
    }
  } else if (!is_short(digits) || !scanner_.literal(':') || !scanner_.number(2, minutes) || !read_seconds(seconds)) {
    return expect_time();
  }
  time_ = std::chrono::hours{hours} + std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
  return (hours < 24 && minutes < 60 && seconds < 60) || expect("a time of day from 00:00 to 23:59:59");
}

/// ":01" or ":01.25" behind the minutes, or nothing.
bool TimeReader::read_seconds(int& seconds) {
  return !scanner_.literal(':') || (scanner_.number(2, seconds) && read_fraction());
}

/// ".25" behind the seconds, or nothing.
bool TimeReader::read_fraction() {
  return !(scanner_.literal('.') || scanner_.literal(',')) || !scanner_.digits().empty();
}

/// "AM", "p.m.", or nothing.
bool TimeReader::read_half_of_day() {
  const Scanner behind_time = scanner_;
  scanner_.spaces();
  const std::string_view word = scanner_.word();
  bool written = word == "am" || word == "pm";
  if (word == "a" || word == "p") {
    written = scanner_.literal('.') && scanner_.word() == "m";
    scanner_.literal('.');
  }
  if (!written) {
    scanner_ = behind_time;
    return true;
  }
  if (time_ < std::chrono::hours{1} || time_ >= noon + std::chrono::hours{1}) {
    return expect("a time from 12:00 AM to 11:59:59 PM");
  }
  time_ = time_ % noon + (word.front() == 'p' ? noon : std::chrono::hours{0});
  return true;
}

bool TimeReader::read_zone() {
  scanner_.spaces();
  if (scanner_.at_end()) {
    return true;
  }
  const std::string_view name = scanner_.word();
  if (name.empty()) {
    return read_offset();
  }
  const ZoneName* const zone = find_zone_name(name);
  if (zone == nullptr) {
    return expect_zone();
  }
  if (!zone->offset) {
    return expect("an offset such as +02:00 in place of the zone's letters, which several countries use");
  }
  offset_ = *zone->offset;
  return scanner_.at_end() || (zone->universal && read_offset()) || expect_zone();
}

/// "+02:00", "-0800" or "+2", and nothing behind it.
bool TimeReader::read_offset() {
  const bool east = scanner_.literal('+');
  if (!east && !scanner_.literal('-')) {
    return expect_zone();
  }
  const std::string_view digits = scanner_.digits();
  const int hours = value_of(digits.substr(0, 2));
  int minutes = 0;
  if (digits.size() == 4) {
    minutes = value_of(digits.substr(2));
  } else if (!is_short(digits) || (scanner_.literal(':') && !scanner_.number(2, minutes))) {
    return expect_zone();
  }
  const std::chrono::seconds magnitude = std::chrono::hours{hours} + std::chrono::minutes{minutes};
  offset_ = east ? magnitude : -magnitude;
  return (scanner_.at_end() && hours < 24 && minutes < 60) || expect_zone();
}

}  // namespace

TimeReading read_time(Scanner text, bool basic) { return TimeReader{text, basic}.read(); }

}  // namespace sellerhealth::normalize
