#include "index/plain_cells.hpp"

#include <cstring>
#include <optional>

#include "normalize/rows.hpp"
#include "normalize/stamps.hpp"

namespace sellerhealth::index {

namespace {

/// Seconds since 1970 as 32 bits, 0 for what they cannot hold.
std::uint32_t seconds_of(std::int64_t seconds) {
  return seconds > 0 && seconds < 0xFFFFFFFF ? static_cast<std::uint32_t>(seconds) : 0;
}
std::uint32_t seconds_of(Instant instant) { return seconds_of(instant.time_since_epoch().count()); }

}  // namespace

bool read_moment(std::string_view text, const TimeZone& zone, normalize::StampReader& stamps, Moment& moment) {
  if (text.empty()) {
    return true;
  }
  if (const std::optional<std::int64_t> seconds = stamps.read(text)) {
    moment.first = moment.last = seconds_of(*seconds);
  } else if (const std::optional<normalize::DateTime> date = normalize::parse_iso_date(text)) {
    const Stamp stamp = normalize::stamp_of(*date, zone);
    moment = {seconds_of(stamp.first), seconds_of(stamp.last)};
  }
  return moment.first != 0 && moment.last != 0;
}

bool read_deadline(std::string_view text, const TimeZone& zone, normalize::StampReader& stamps,
                   std::uint32_t& too_late) {
  if (text.empty()) {
    return true;
  }
  if (const std::optional<std::int64_t> seconds = stamps.read(text)) {
    too_late = seconds_of(*seconds + 1);
  } else if (const std::optional<normalize::DateTime> date = normalize::parse_iso_date(text)) {
    too_late = seconds_of(normalize::deadline_of(*date, zone));
  }
  return too_late != 0;
}

ValueMemory::Short::Short(std::string_view text) : size{text.size()} {
  // The first and the last characters, which overlap, so that no loop is needed.
  const auto load = [&](auto part) {
    std::memcpy(&part, text.data(), sizeof part);
    begin = part;
    std::memcpy(&part, text.data() + size - sizeof part, sizeof part);
    end = part;
  };
  if (size >= sizeof(std::uint64_t)) {
    load(std::uint64_t{});
  } else if (size >= sizeof(std::uint32_t)) {
    load(std::uint32_t{});
  } else if (size >= sizeof(std::uint16_t)) {
    load(std::uint16_t{});
  } else {
    load(std::uint8_t{});
  }
}

int ValueMemory::value_of(std::string_view text) {
  if (text.empty()) {
    return no_value;
  }
  constexpr std::size_t longest = 16;
  if (text.size() > longest) {
    return look_up(text);
  }
  const Short spelling{text};
  std::size_t at = spelling.hash() % known_.size();
  for (; known_[at].text.size != 0; at = (at + 1) % known_.size()) {
    if (known_[at].text == spelling) {
      return known_[at].value;
    }
  }
  const int value = look_up(text);
  if (used_ < known_.size() / 2) {
    known_[at] = {spelling, value};
    ++used_;
  }
  return value;
}

int ValueMemory::look_up(std::string_view text) const {
  if (!is_trim(text)) {
    return not_known;
  }
  const Column column = *header_.column;
  if (column == Column::sales_channel) {
    return normalize::is_sold_elsewhere(text) ? 1 : 0;
  }
  const std::optional<std::uint8_t> value = normalize::find_value(header_, text);
  if (column == Column::fulfillment_channel) {
    return value.value_or(static_cast<std::uint8_t>(Fulfillment::seller));
  }
  const bool is_boolean = column == Column::buyer_requested_cancel || column == Column::no_response_needed;
  return is_boolean && text == "-" ? no_value : value ? *value : not_known;
}

}  // namespace sellerhealth::index
