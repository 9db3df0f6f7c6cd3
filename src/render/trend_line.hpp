#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/sparkline.hpp"
#include "render/speaker.hpp"
#include "sellerhealth/trend.hpp"

/// What is to be said of how one check went, for people.
namespace sellerhealth::render {

struct StepWords {
  Plural<1> counted;  ///< "122 days".
  Phrase<0> as_of;    ///< "every day".
};
[[nodiscard]] const StepWords& words_of(Step step);

/// The rate, or count, that is shown of a point; nothing where there is none.
[[nodiscard]] std::optional<double> value_of(const CheckResult& point);

/// "1.87 %", "≤ 3.14 %" or "–".
[[nodiscard]] std::string figure(const CheckResult& point, const Speaker& say);

/// The points of one check. Looks at what it is given as long as it lives.
class TrendLine {
 public:
  TrendLine(const CheckTrend& trend, const std::vector<Day>& days);

  [[nodiscard]] const CheckResult& last() const { return trend_.points.back(); }

  /// Each mark shows the worst of its days.
  [[nodiscard]] std::vector<Mark> marks(std::size_t count) const;

  /// From the lowest to the highest value, the target being one of them.
  [[nodiscard]] Scale scale() const;

  /// The first and the worst figure, and how many days failed; what is missing of a check that was never made.
  [[nodiscard]] std::vector<std::string> details(Step step, const Assessment& assessment, const Speaker& say) const;

 private:
  [[nodiscard]] bool is_worse(double value, double than) const {
    return trend_.check.target.at_least() ? value < than : value > than;
  }

  const CheckTrend& trend_;
  const std::vector<Day>& days_;
  std::array<std::int64_t, 4> counts_{};  ///< Of days, by verdict.
  std::optional<std::size_t> first_;      ///< The first point that has a value.
  std::optional<std::size_t> worst_;      ///< The first of the worst ones.
};

}  // namespace sellerhealth::render
