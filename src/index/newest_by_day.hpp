#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// The newest instants of each local day.
class NewestByDay {
 public:
  /// `day`: that of the instant (LocalDays::day_of).
  void note(std::int32_t day, std::uint32_t instant) {
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

  std::int32_t first_day_ = 0;
  std::vector<std::uint32_t> newest_;
};

}  // namespace sellerhealth::index
