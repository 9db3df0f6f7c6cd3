#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sellerhealth/time_zone.hpp"

/// Values of options, each by itself. Throw UsageError that names the option, what was found and what is expected.
namespace sellerhealth::cli {

/// Splits "name=rest" of an option, whose `form` the error tells.
[[nodiscard]] std::pair<std::string_view, std::string_view> split_assignment(std::string_view text,
                                                                             std::string_view option,
                                                                             std::string_view form);

/// The whole text as a number from `least` to `most`; nothing when it is none. Throws nothing.
[[nodiscard]] std::optional<int> read_number(std::string_view text, int least, int most);

/// The value of an option that was given; nothing when it was not.
[[nodiscard]] std::optional<int> read_count(std::string_view text, std::string_view option, int least, int most);

/// The same for a number of days, up to the longest window.
[[nodiscard]] std::optional<int> read_days(std::string_view text, std::string_view option, int least);

[[nodiscard]] Day read_day(std::string_view text, std::string_view option);

/// "a, b or c". Throws nothing.
[[nodiscard]] std::string alternatives(const std::vector<std::string_view>& names);

/// Each of them once, where it is first. Throws nothing.
[[nodiscard]] std::vector<std::string> without_repeats(const std::vector<std::string>& values);

}  // namespace sellerhealth::cli
