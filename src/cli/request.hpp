#pragma once

#include <cstddef>

#include "cli/options.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/feedback_summary.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/render.hpp"
#include "sellerhealth/trend.hpp"

/// How the account is looked at, and the answer shown. Throws UsageError for what makes no sense.
namespace sellerhealth::cli {

/// Checks that the command offers the format.
void check_format(const Options& options);

/// Checks that the command can split the account, if --by asks for it.
void check_by(const Options& options);

/// The language of text: that of --lang, or else of the environment.
[[nodiscard]] Language language_of(const Options& options);

/// How many entries of a list text shows; 0: all.
[[nodiscard]] std::size_t limit_of(const Options& options);

/// All but the as-of day.
[[nodiscard]] AssessOptions assess_options_of(const Options& options);

[[nodiscard]] TrendOptions trend_options_of(const Options& options);

/// `assess_options` have what both share.
[[nodiscard]] FeedbackOptions feedback_options_of(const Options& options, const AssessOptions& assess_options);

[[nodiscard]] ForecastOptions forecast_options_of(const Options& options);

}  // namespace sellerhealth::cli
