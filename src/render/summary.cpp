#include "render/summary.hpp"

#include <array>
#include <cstdint>
#include <iterator>

namespace sellerhealth::render {

std::string summary(std::span<const CheckResult> checks, const Speaker& say) {
  std::array<std::int64_t, 4> counts{};
  for (const CheckResult& check : checks) {
    ++counts[static_cast<std::size_t>(check.verdict)];
  }
  const auto count_of = [&](Verdict verdict) { return counts[static_cast<std::size_t>(verdict)]; };
  const std::int64_t all = std::ssize(checks);
  const std::int64_t open = count_of(Verdict::undetermined);
  const std::int64_t no_data = count_of(Verdict::no_data);
  const auto some = [&](std::int64_t count, Phrase<2> one, Phrase<2> several) {
    return say.plural(count, one, several, say.number(count), say.number(all));
  };
  std::string text;
  if (const std::int64_t failed = count_of(Verdict::fail); failed > 0) {
    text = all == 1 ? say("It fails") : some(failed, "{} of {} fails", "{} of {} fail");
  } else if (open > 0) {
    return all == 1 ? say("It is open.")
                    : some(open, "Nothing fails, {} of {} is open.", "Nothing fails, {} of {} are open.");
  } else if (no_data == all) {
    return say("Nothing could be checked.");
  } else if (no_data == 0) {
    return all == 1 ? say("It passes.") : say("All {} pass.", say.number(all));
  } else {
    text = some(count_of(Verdict::pass), "{} of {} passes", "{} of {} pass");
  }
  text += open > 0 ? say.counted(open, ", {} is open", ", {} are open") : "";
  text += no_data > 0 ? say(", {} without data", say.number(no_data)) : "";
  return text + ".";
}

}  // namespace sellerhealth::render
