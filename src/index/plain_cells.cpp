#include "index/plain_cells.hpp"

#include <optional>

#include "normalize/rows.hpp"
#include "normalize/stamps.hpp"

namespace sellerhealth::index {

namespace {

/// Seconds since 1970 as 32 bits, 0 for what they cannot hold.
std::uint32_t seconds_of(Instant instant) {
  const std::int64_t seconds = instant.time_since_epoch().count();
  return seconds > 0 && seconds < 0xFFFFFFFF ? static_cast<std::uint32_t>(seconds) : 0;
}

}  // namespace

bool read_other_moment(std::string_view text, const TimeZone& zone, Moment& moment) {
  if (const std::optional<normalize::DateTime> date = normalize::parse_iso_date(text)) {
    const Stamp stamp = normalize::stamp_of(*date, zone);
    moment = {seconds_of(stamp.first), seconds_of(stamp.last)};
  }
  return moment.first != 0 && moment.last != 0;
}

bool read_other_deadline(std::string_view text, const TimeZone& zone, std::uint32_t& too_late) {
  const std::optional<normalize::DateTime> date = normalize::parse_iso_date(text);
  too_late = date ? seconds_of(normalize::deadline_of(*date, zone)) : 0;
  return too_late != 0;
}

int ValueMemory::find(std::string_view text, Short spelling) {
  std::size_t at = spelling.place();
  for (; known_[at].text.begin != 0; at = (at + 1) % known_.size()) {
    if (known_[at].text == spelling) {
      return known_[at].value;
    }
  }
  const int value = look_up(text);
  if (used_ < known_.size() / 8) {
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
