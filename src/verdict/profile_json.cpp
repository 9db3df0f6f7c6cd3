#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "metric/metric.hpp"
#include "normalize/stamps.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/profile.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using Json = nlohmann::json;

/// What a profile may name as its "schema".
constexpr std::string_view schema = "sellerhealth.profile/1";

/// Larger counts of orders make no sense as a minimum, and targets of a count floor stay exact.
constexpr std::int64_t largest_count = 1'000'000;
constexpr int longest_delay_days = 365;

/// A word of the file and what it means.
template <typename Meaning>
struct Word {
  std::string_view text;
  Meaning meaning;
};

constexpr Word<bool> claims_words[] = {{"not_withdrawn_or_denied", false}, {"all", true}};
constexpr Word<bool> some_items_words[] = {{"does_not_count", false}, {"counts", true}};
constexpr Word<bool> overdue_words[] = {{"late", true}, {"does_not_count", false}};
const Word<Severity> severity_words[] = {{name_of(Severity::suspending), Severity::suspending},
                                         {name_of(Severity::informative), Severity::informative}};
const Word<Fulfillment> fulfillment_words[] = {{name_of(Fulfillment::seller), Fulfillment::seller},
                                               {name_of(Fulfillment::marketplace), Fulfillment::marketplace}};

/// "a, b or c".
std::string one_of(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view& name : names) {
    text += (&name == &names.front() ? "" : &name == &names.back() ? " or " : ", ") + std::string{name};
  }
  return text;
}

/// A value of the file, or the lack of one, and where it stands.
class Value {
 public:
  Value(const Json* json, std::string path, std::string_view origin)
      : json_{json}, path_{std::move(path)}, origin_{origin} {}

  [[nodiscard]] bool given() const { return json_ != nullptr; }

  [[noreturn]] void refuse(const std::string& expected) const {
    throw UsageError{"profile " + util::printable(origin_) + ": " + (path_.empty() ? "" : path_ + ": ") + "found " +
                     found() + ", expected " + expected};
  }

  /// An object that has no keys but these.
  const Value& object(std::initializer_list<std::string_view> keys) const {
    const std::string expected = "an object with " + one_of({keys.begin(), keys.size()});
    if (!given() || !json_->is_object()) {
      refuse(expected);
    }
    for (const auto& [key, value] : json_->items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        throw UsageError{"profile " + util::printable(origin_) + ": " + path_of(util::printable(key)) +
                         ": unknown key, expected " + one_of({keys.begin(), keys.size()})};
      }
    }
    return *this;
  }

  [[nodiscard]] Value operator[](std::string_view key) const {
    const auto found = json_->find(key);
    return {found == json_->end() ? nullptr : &*found, path_of(key), origin_};
  }

  [[nodiscard]] std::vector<Value> list(const std::string& expected) const {
    if (!given() || !json_->is_array() || json_->empty()) {
      refuse(expected);
    }
    std::vector<Value> values;
    for (const Json& value : *json_) {
      values.emplace_back(&value, path_ + "[" + std::to_string(values.size()) + "]", origin_);
    }
    return values;
  }

  [[nodiscard]] std::string text(const std::string& expected = "a text") const {
    if (!given() || !json_->is_string() || json_->get_ref<const std::string&>().empty()) {
      refuse(expected);
    }
    return json_->get<std::string>();
  }

  /// A name that can stand in an option and in a file name.
  [[nodiscard]] std::string name() const {
    const std::string expected = "a name of letters, digits, \".\", \"_\" and \"-\"";
    const std::string name = text(expected);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
             c == '-';
    });
    if (!plain) {
      refuse(expected);
    }
    return name;
  }

  [[nodiscard]] std::int64_t whole(std::int64_t least, std::int64_t most) const {
    const bool is_whole = given() && json_->is_number_integer();
    // An unsigned number may be beyond a signed one.
    const bool small =
        is_whole && (!json_->is_number_unsigned() || json_->get<std::uint64_t>() <= static_cast<std::uint64_t>(most));
    if (!small || json_->get<std::int64_t>() < least || json_->get<std::int64_t>() > most) {
      refuse("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return json_->get<std::int64_t>();
  }

  [[nodiscard]] bool flag() const {
    if (!given() || !json_->is_boolean()) {
      refuse("true or false");
    }
    return json_->get<bool>();
  }

  template <typename Meaning>
  [[nodiscard]] Meaning word(std::span<const Word<Meaning>> words) const {
    std::vector<std::string_view> names;
    for (const auto& [text, meaning] : words) {
      if (given() && json_->is_string() && json_->get_ref<const std::string&>() == text) {
        return meaning;
      }
      names.push_back(text);
    }
    refuse(one_of(names));
  }

 private:
  [[nodiscard]] std::string path_of(std::string_view key) const {
    return (path_.empty() ? "" : path_ + ".") + std::string{key};
  }

  [[nodiscard]] std::string found() const {
    if (!given()) {
      return "nothing";
    }
    return json_->is_string()        ? util::quoted(json_->get_ref<const std::string&>())
           : !json_->is_structured() ? json_->dump()
           : json_->is_array()       ? json_->empty() ? "an empty list" : "a list"
                                     : "an object";
  }

  const Json* json_;
  std::string path_;
  std::string_view origin_;
};

Window read_window(const Value& value) {
  value.object({"days", "lag_days"});
  return {.days = static_cast<int>(value["days"].whole(1, longest_window_days)),
          .lag_days = static_cast<int>(value["lag_days"].whole(0, longest_window_days))};
}

Metric read_metric(const Value& value) {
  const std::vector<std::string_view> names = metric_names();
  const std::optional<Metric> metric = find_metric(value.text(one_of(names)));
  if (!metric) {
    value.refuse(one_of(names));
  }
  return *metric;
}

Target read_target(const Value& value, Unit unit) {
  const std::string text = value.text("a comparator and a number, such as \"< 2%\" or \"= 0\"");
  try {
    return Target::parse(text, unit);
  } catch (const UsageError& error) {
    // It says what was found, and what was expected.
    const std::string message = error.what();
    value.refuse(message.substr(message.rfind("expected ") + std::string_view{"expected "}.size()));
  }
}

CountFloor read_count_floor(const Value& value, const Check& check) {
  if (unit_of(check.metric) == Unit::count || check.target.at_least()) {
    value.refuse("none where the target is not the most that a rate may be");
  }
  value.object({"below", "at_most"});
  const std::int64_t below = value["below"].whole(1, largest_count);
  return {.below = below, .at_most = value["at_most"].whole(0, below)};
}

Check read_check(const Value& value) {
  value.object({"id", "metric", "indicator", "window", "target", "severity", "fulfillment", "minimum_orders",
                "count_floor", "only_if_given"});
  Check check;
  check.id = value["id"].name();
  check.metric = read_metric(value["metric"]);
  check.indicator = value["indicator"].given() ? value["indicator"].name() : std::string{name_of(check.metric)};
  check.window = read_window(value["window"]);
  check.target = read_target(value["target"], unit_of(check.metric));
  check.severity = value["severity"].word<Severity>(severity_words);
  if (const Value fulfillment = value["fulfillment"]; fulfillment.given()) {
    check.fulfillment = fulfillment.word<Fulfillment>(fulfillment_words);
    if (metric::definition_of(check.metric).subject != metric::Subject::order) {
      fulfillment.refuse("none where no orders are counted");
    }
  }
  if (const Value minimum = value["minimum_orders"]; minimum.given()) {
    check.minimum_orders = minimum.whole(1, largest_count);
    if (unit_of(check.metric) == Unit::count) {
      minimum.refuse("none for a plain count");
    }
  }
  if (const Value floor = value["count_floor"]; floor.given()) {
    check.count_floor = read_count_floor(floor, check);
  }
  if (const Value flag = value["only_if_given"]; flag.given()) {
    check.only_if_given = flag.flag();
  }
  return check;
}

/// Whether what is bad in one metric is bad in the other too, for the same reasons.
bool have_same_parts(Metric a, Metric b) {
  return metric::definition_of(a).components.data() == metric::definition_of(b).components.data();
}

std::vector<Check> read_checks(const Value& value) {
  std::vector<Check> checks;
  for (const Value& each : value.list("a list of checks")) {
    Check check = read_check(each);
    for (const Check& earlier : checks) {
      if (earlier.id == check.id) {
        each["id"].refuse("an id that no other check has");
      }
      if (earlier.indicator == check.indicator && !have_same_parts(earlier.metric, check.metric)) {
        each["indicator"].refuse("one that no check of " + std::string{name_of(earlier.metric)} + " has");
      }
    }
    checks.push_back(std::move(check));
  }
  return checks;
}

Rules read_rules(const Value& value) {
  value.object({"claims", "some_items_cancelled", "late", "overdue"});
  value["late"].object({"after_days"});
  return {.every_claim_counts = value["claims"].word<bool>(claims_words),
          .partial_cancellations_count = value["some_items_cancelled"].word<bool>(some_items_words),
          .late_after_days = static_cast<int>(value["late"]["after_days"].whole(0, longest_delay_days)),
          .overdue_counts = value["overdue"].word<bool>(overdue_words)};
}

Day read_day(const Value& value) {
  const std::string expected = "a day such as 2026-10-01";
  const std::optional<Day> day = normalize::parse_day(value.text(expected));
  if (!day) {
    value.refuse(expected);
  }
  return *day;
}

Profile read_profile(const Value& value) {
  value.object({"schema", "name", "title", "source", "effective_date", "rules", "checks"});
  if (const Value name = value["schema"]; name.given() && name.text(util::quoted(schema)) != schema) {
    name.refuse(util::quoted(schema));
  }
  return {.name = value["name"].name(),
          .title = value["title"].text(),
          .source = value["source"].text(),
          .effective_date = read_day(value["effective_date"]),
          .rules = read_rules(value["rules"]),
          .checks = read_checks(value["checks"])};
}

/// Notices a key that one object holds twice: the parser would keep the last and say nothing.
class KeyObserver {
 public:
  explicit KeyObserver(std::string_view origin) : origin_{origin} {}

  bool operator()(int /*depth*/, Json::parse_event_t event, const Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
      case Json::parse_event_t::array_start:
        levels_.push_back({.is_array = event == Json::parse_event_t::array_start});
        break;
      case Json::parse_event_t::object_end:
      case Json::parse_event_t::array_end:
        levels_.pop_back();
        value_ended();
        break;
      case Json::parse_event_t::value:
        value_ended();
        break;
      case Json::parse_event_t::key:
        see(parsed.get<std::string>());
        break;
    }
    return true;
  }

 private:
  /// An object or array that is open.
  struct Level {
    bool is_array;
    std::set<std::string> keys{};
    std::string key{};        ///< Of an object: the one being read.
    std::size_t element = 0;  ///< Of an array: the same.
  };

  void value_ended() {
    if (!levels_.empty() && levels_.back().is_array) {
      ++levels_.back().element;
    }
  }

  void see(const std::string& key) {
    Level& level = levels_.back();
    level.key = key;
    if (!level.keys.insert(key).second) {
      throw UsageError{"profile " + util::printable(origin_) + ": " + util::printable(path()) +
                       ": found twice in one object, expected once"};
    }
  }

  [[nodiscard]] std::string path() const {
    std::string path;
    for (const Level& level : levels_) {
      path += level.is_array ? "[" + std::to_string(level.element) + "]" : (path.empty() ? "" : ".") + level.key;
    }
    return path;
  }

  std::string_view origin_;
  std::vector<Level> levels_;
};

}  // namespace

Profile parse_profile(std::string_view json, std::string_view origin) {
  Json document;
  try {
    document = Json::parse(json, KeyObserver{origin});
  } catch (const Json::parse_error& error) {
    const std::string_view before = json.substr(0, error.byte);
    const std::string what = error.what();
    throw UsageError{"profile " + util::printable(origin) + ":" +
                     std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ": invalid JSON" +
                     util::printable(what.substr(std::min(what.find(": "), what.size())))};
  }
  return read_profile({&document, "", origin});
}

}  // namespace sellerhealth
