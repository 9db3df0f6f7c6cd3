#include "cli/option_values.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "normalize/stamps.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/window.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

using util::quoted;

std::pair<std::string_view, std::string_view> split_assignment(std::string_view text, std::string_view option,
                                                               std::string_view form) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos) {
    throw UsageError{std::string{option} + ": found " + quoted(text) + ", expected " + std::string{form}};
  }
  return {util::trim(text.substr(0, equals)), util::trim(text.substr(equals + 1))};
}

std::optional<int> read_number(std::string_view text, int least, int most) {
  int number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && rest == text.data() + text.size();
  return whole && number >= least && number <= most ? std::optional{number} : std::nullopt;
}

std::optional<int> read_count(std::string_view text, std::string_view option, int least, int most) {
  if (text.empty()) {
    return std::nullopt;
  }
  const std::optional<int> count = read_number(text, least, most);
  if (!count) {
    throw UsageError{std::string{option} + ": found " + quoted(text) + ", expected a whole number from " +
                     std::to_string(least) + " to " + std::to_string(most)};
  }
  return count;
}

std::optional<int> read_days(std::string_view text, std::string_view option, int least) {
  return read_count(text, option, least, longest_window_days);
}

Day read_day(std::string_view text, std::string_view option) {
  const std::optional<Day> day = normalize::parse_day(text);
  if (!day) {
    throw UsageError{std::string{option} + ": found " + quoted(text) + ", expected a day such as 2026-10-01"};
  }
  return *day;
}

std::string alternatives(const std::vector<std::string_view>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    list += std::string{i == 0 ? "" : i + 1 == names.size() ? " or " : ", "} + std::string{names[i]};
  }
  return list;
}

std::vector<std::string> without_repeats(const std::vector<std::string>& values) {
  std::vector<std::string> once;
  std::copy_if(values.begin(), values.end(), std::back_inserter(once),
               [&](const std::string& value) { return std::find(once.begin(), once.end(), value) == once.end(); });
  return once;
}

}  // namespace sellerhealth::cli
