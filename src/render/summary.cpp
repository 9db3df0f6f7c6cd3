#include "render/summary.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace sellerhealth::render {

std::string summary(std::span<const CheckResult> checks) {
  std::array<std::size_t, 4> counts{};
  for (const CheckResult& check : checks) {
    ++counts[static_cast<std::size_t>(check.verdict)];
  }
  const auto count_of = [&](Verdict verdict) { return counts[static_cast<std::size_t>(verdict)]; };
  const std::size_t all = checks.size();
  const std::size_t open = count_of(Verdict::undetermined);
  const std::size_t no_data = count_of(Verdict::no_data);
  const auto some = [&](std::size_t count, std::string_view one, std::string_view several) {
    return fmt::format("{} of {} {}", count, all, count == 1 ? one : several);
  };
  std::string text;
  if (const std::size_t failed = count_of(Verdict::fail); failed > 0) {
    text = all == 1 ? "It fails" : some(failed, "fails", "fail");
  } else if (open > 0) {
    return all == 1 ? "It is open." : "Nothing fails, " + some(open, "is", "are") + " open.";
  } else if (no_data == all) {
    return "Nothing could be checked.";
  } else if (no_data == 0) {
    return all == 1 ? "It passes." : fmt::format("All {} pass.", all);
  } else {
    text = some(count_of(Verdict::pass), "passes", "pass");
  }
  text += open > 0 ? fmt::format(", {} {} open", open, open == 1 ? "is" : "are") : "";
  text += no_data > 0 ? fmt::format(", {} without data", no_data) : "";
  return text + ".";
}

}  // namespace sellerhealth::render
