#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sellerhealth {

/// A moment in time; one second is the finest that exports are compared by.
using Instant = std::chrono::sys_seconds;

/// A calendar day of the seller's time zone.
using Day = std::chrono::local_days;

/// The first and last day that exports may name. Stamps outside are read errors.
inline constexpr Day first_supported_day{std::chrono::local_days{std::chrono::year{1970} / 1 / 1}};
inline constexpr Day last_supported_day{std::chrono::local_days{std::chrono::year{2105} / 12 / 31}};

/// When something happened, as far as an export says: some instant of the closed range [first, last].
///
/// An export that names the second gives a range of one instant; one that names only the day gives the whole day.
struct Stamp {
  Instant first;
  Instant last;

  friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// A time zone of the IANA database: which local day an instant belongs to, and when a local day begins.
///
/// Copies are cheap and share one immutable table, so a zone may be used by several threads.
class TimeZone {
 public:
  /// Coordinated Universal Time, which needs no zone database.
  [[nodiscard]] static TimeZone utc();

  /// The zone called `name` ("Europe/Paris"), or nothing when the system's database has none of that name.
  [[nodiscard]] static std::optional<TimeZone> find(std::string_view name);

  [[nodiscard]] const std::string& name() const { return name_; }

  /// The instant of a wall-clock time. A time that occurs twice is the first of the two; one that the clocks skip is
  /// the first instant after the gap.
  [[nodiscard]] Instant instant_of(std::chrono::local_seconds wall_clock) const;

  /// What the clocks of the zone show at `instant`.
  [[nodiscard]] std::chrono::local_seconds wall_clock_of(Instant instant) const;

  /// The first instant of `day`. A day that the zone skipped altogether begins, and ends, where the next one begins.
  [[nodiscard]] Instant start_of(Day day) const { return instant_of(day); }

  /// The last day whose first instant is not after `instant`.
  [[nodiscard]] Day day_of(Instant instant) const;

  /// Every instant of `day`, for an export that names no time of day.
  [[nodiscard]] Stamp whole_day(Day day) const;

 private:
  /// From `begin` on, local time is UTC plus `offset`.
  struct Period {
    Instant begin;
    std::chrono::seconds offset;
  };
  using Periods = std::vector<Period>;

  TimeZone(std::string name, std::shared_ptr<const Periods> periods);

  std::string name_;
  std::shared_ptr<const Periods> periods_;
};

}  // namespace sellerhealth
