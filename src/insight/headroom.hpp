#pragma once

#include <cstdint>
#include <optional>

#include "sellerhealth/rate.hpp"

/// How far a count of orders is from its target, in orders, exactly. Counts and denominators are below 2^31.
///
/// "Bad" is what a target keeps few: what an upper target counts, what a lower one does not. A plain count has the
/// denominator 1, and only a headroom.
namespace sellerhealth::insight {

/// How many more of the same `denominator` may turn bad so that the target is still met. Negative: it is missed by so
/// many, and as many would have to turn good.
[[nodiscard]] std::int64_t headroom(const Target& target, std::int64_t count, std::int64_t denominator);

/// How many further orders, all good, it takes to meet the target: none if it is met (but of no orders at all, one). No
/// value: no number does.
[[nodiscard]] std::optional<std::int64_t> good_orders_needed(const Target& target, std::int64_t count,
                                                             std::int64_t denominator);

/// How many further orders may come that are all bad, while the target is met. No value: any number.
[[nodiscard]] std::optional<std::int64_t> bad_orders_allowed(const Target& target, std::int64_t count,
                                                             std::int64_t denominator);

/// How many bad orders would have to leave altogether for the target, which is missed, to be met by those that stay. No
/// value: no number does.
[[nodiscard]] std::optional<std::int64_t> bad_orders_to_leave(const Target& target, std::int64_t count,
                                                              std::int64_t denominator);

}  // namespace sellerhealth::insight
