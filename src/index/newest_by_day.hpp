#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/local_days.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// The newest instants of each local day.
class NewestByDay {
 public:
  explicit NewestByDay(const TimeZone& zone) : days_{zone} {}

  void note(std::uint32_t instant) {
    const std::int32_t day = days_.day_of(instant);
    if (static_cast<std::size_t>(day - first_day_) >= newest_.size()) {
      make_room(day);
    }
    const auto index = static_cast<std::size_t>(day - first_day_);
    if (instant > newest_[index]) {
      newest_[index] = instant;
    }
  }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (const std::uint32_t instant : newest_) {
      if (instant != 0) {
        visit(Instant{std::chrono::seconds{instant}});
      }
    }
  }

 private:
  void make_room(std::int32_t day);

  LocalDays days_;
  std::int32_t first_day_ = 0;
  std::vector<std::uint32_t> newest_;
};

}  // namespace sellerhealth::index
