#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/ndjson_scan.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/message_facts.hpp"
#include "sellerhealth/render.hpp"
#include "sellerhealth/trend.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

/// The name of a file without its directory, which differs from reading to reading.
std::string name_of_file(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// All that is said of an account as of a day, warnings in alphabetical order; but for those about unknown values, of
/// which rows that are passed over may have some.
std::string all_of(Assessment assessment) {
  std::erase_if(assessment.warnings,
                [](const Diagnostic& warning) { return warning.code == fact::UnknownValue::code; });
  for (ExportFile& input : assessment.inputs) {
    input.path = name_of_file(input.path);
  }
  std::vector<std::string> warnings;
  for (Diagnostic& warning : assessment.warnings) {
    warning.file = name_of_file(warning.file);
    warnings.push_back(to_string(warning));
  }
  std::sort(warnings.begin(), warnings.end());
  assessment.warnings.clear();
  std::string text = render_json(assessment);
  for (const std::string& warning : warnings) {
    text += warning + "\n";
  }
  return text;
}

std::string check_of(const OrderBook& book, const Profile& profile, const AssessOptions& options) {
  Assessment assessment = assess(book, profile, options);
  add_prospects(book, assessment);
  return all_of(std::move(assessment));
}

std::string trend_of(const OrderBook& book, const Profile& profile, const AssessOptions& options) {
  Trend trend = sellerhealth::trend(book, profile, options, {});
  return render_csv(trend) + all_of(std::move(trend.last));
}

/// The files of an account; those in NDJSON are scanned from their second record on.
std::vector<std::string> texts_of(const Account& account, Format format) {
  const Formats formats = all_in(account, format);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < account.exports.size(); ++i) {
    std::string& text = texts.emplace_back(text_of(account.exports[i], formats[i]));
    if (formats[i] == Format::ndjson) {
      text.insert(text.find('\n') + 1, std::string(read::usual_sample_size, ' ') + '\n');
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("orders that are only counted give the answers of orders that are kept") {
  std::map<Format, std::size_t> counted;
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Dice dice(run);
    const AccountRecipe recipe = recipe_of(run);
    const Account account = generate_account(recipe);
    const std::vector<Check> checks = some_checks(dice);
    const Profile profile = profile_of(checks, some_rules(dice));
    const Window& window = checks.front().window;
    const auto format = dice.pick<Format>({Format::comma, Format::tab, Format::semicolon, Format::ndjson});
    const std::vector<std::string> texts = texts_of(account, format);
    const OrderBook kept = read_texts(texts, recipe.zone);
    const unsigned threads = dice.pick<unsigned>({1, 2, 3});
    const OrderBook all = read_texts(texts, recipe.zone, {.counts_only = true, .threads = threads});
    counted[format] += all.alike().size();
    bool first = true;
    for (const Day as_of : telling_days(account, recipe.zone, window.days, window.lag_days, dice.next(), 3)) {
      const AssessOptions options = some_options(dice, account, as_of);
      CAPTURE(run, name_of(format), threads, describe(options, checks, recipe.zone, profile.rules), describe(account));
      if (std::exchange(first, false)) {
        REQUIRE(trend_of(all, profile, options) == trend_of(kept, profile, options));
      }
      REQUIRE(check_of(all, profile, options) == check_of(kept, profile, options));
      const OrderBook asked = read_texts(
          texts, recipe.zone, {.counts_only = true, .asked_days = days_of_check(profile, as_of), .threads = threads});
      REQUIRE(check_of(asked, profile, options) == check_of(kept, profile, options));
    }
  }
  CHECK(counted.size() == 4);
  for (const auto& [format, orders] : counted) {
    CAPTURE(name_of(format));
    CHECK(orders > 0);
  }
}

}  // namespace sellerhealth::support
