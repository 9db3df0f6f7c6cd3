#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "schema/json_schema.hpp"
#include "sellerhealth/inspection.hpp"
#include "sellerhealth/render.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/trial.hpp"

namespace sellerhealth::schema {
namespace {

/// "check" for a document of schema "sellerhealth.check/1".
std::string command_of(const Json& document) {
  const std::string name = document.at("schema");
  const std::string_view family = "sellerhealth.";
  REQUIRE(name.starts_with(family));
  return name.substr(family.size(), name.find('/') - family.size());
}

/// How a document breaks the schema that it names. A key that no schema describes breaks it too.
std::vector<std::string> faults_of(const Json& document) {
  const std::filesystem::path file =
      std::filesystem::path{SELLERHEALTH_SCHEMAS} / (command_of(document) + ".schema.json");
  if (!std::filesystem::exists(file)) {
    return {"there is no " + file.string()};
  }
  return violations(closed(read_json(file)), document);
}

/// The documents in what a golden case prints: all of it, or line by line.
std::vector<Json> documents_in(const std::filesystem::path& file) {
  std::ifstream stream{file};
  std::stringstream text;
  text << stream.rdbuf();
  std::vector<Json> documents;
  const auto add = [&](const std::string& part) {
    Json json = Json::parse(part, nullptr, false);
    if (json.is_object() && json.contains("schema")) {
      documents.push_back(std::move(json));
    }
  };
  add(text.str());
  if (documents.empty()) {
    for (std::string line; std::getline(text, line);) {
      add(line);
    }
  }
  return documents;
}

void check_document(const Json& document) { CHECK(faults_of(document) == std::vector<std::string>{}); }

}  // namespace

TEST_CASE("every JSON document of the golden cases obeys the schema that it names, and every schema has a case") {
  std::set<std::string> seen;
  for (const auto& golden : std::filesystem::directory_iterator{SELLERHEALTH_GOLDEN_CASES}) {
    for (const char* stream : {"out", "err"}) {
      for (const Json& document : documents_in(golden.path() / stream)) {
        CAPTURE(golden.path(), stream);
        check_document(document);
        seen.insert(command_of(document) + ".schema.json");
      }
    }
  }
  std::set<std::string> schemas;
  for (const auto& entry : std::filesystem::directory_iterator{SELLERHEALTH_SCHEMAS}) {
    schemas.insert(entry.path().filename().string());
  }
  CHECK(seen == schemas);
}

TEST_CASE("what is printed about generated accounts obeys its schema") {
  for (std::uint64_t run = 0; run < support::runs(40); ++run) {
    support::Dice dice{run};
    const support::AccountRecipe recipe = support::recipe_of(run);
    const support::Account account = support::generate_account(recipe);
    Import import{.book = support::read_account(account, recipe.zone, support::some_formats(account, run)),
                  .bad_rows = {{.code = "bad_value", .file = "a.csv", .line = 2, .column = "c", .message = "m"}},
                  .bad_row_count = 1};
    const Profile profile = support::profile_of(support::some_checks(dice), support::some_rules(dice));
    for (const Day as_of : support::telling_days(account, recipe.zone, 30, 0, run, 3)) {
      CAPTURE(run, as_of.time_since_epoch().count());
      const AssessOptions options = support::some_options(dice, account, as_of);
      const Assessment assessment = assess(import.book, profile, options);
      check_document(Json::parse(render_json(assessment)));
      Assessment advised = assessment;
      add_advice(import.book, profile, advised);
      check_document(Json::parse(render_json(advised)));
      check_document(Json::parse(render_json(trend(import.book, profile, options, {.every = Step::month}))));
      check_document(Json::parse(render_json(inspect(import, assessment))));
    }
  }
}

TEST_CASE("the built-in profiles obey their schema, and what it forbids the program refuses") {
  for (const BuiltInProfile& profile : built_in_profiles()) {
    check_document(Json::parse(profile.json));
  }
  const Json good = Json::parse(built_in_profiles().front().json);
  for (const auto& [pointer, value] : std::map<std::string, Json>{{"/rules/claims", "some"},
                                                                  {"/rules/late/after_days", -1},
                                                                  {"/checks/0/metric", "defect_rate"},
                                                                  {"/checks/0/window/days", 0},
                                                                  {"/checks/0/target", "1%"},
                                                                  {"/checks/0/severity", "grave"},
                                                                  {"/checks/0/fulfillment", "FBA"},
                                                                  {"/checks/0/minimum_orders", 0},
                                                                  {"/checks/0/count_floor", 3},
                                                                  {"/checks/0/id", "a b"},
                                                                  {"/checks/0/unknown", 1},
                                                                  {"/effective_date", "1 Oct 2026"},
                                                                  {"/title", ""}}) {
    CAPTURE(pointer);
    Json bad = good;
    bad[Json::json_pointer{pointer}] = value;
    CHECK_FALSE(faults_of(bad).empty());
    CHECK_THROWS_AS(parse_profile(bad.dump(), "bad"), UsageError);
  }
}

TEST_CASE("a document that lacks a key, has a wrong type, an unknown verdict or no schema is refused") {
  const OrderBook book{TimeZone::utc()};
  const Json good = Json::parse(render_json(assess(book, default_profile(), {.as_of = Day{}})));
  REQUIRE(faults_of(good).empty());
  const auto refused_with = [&](const char* pointer, const Json& value) {
    Json bad = good;
    bad[Json::json_pointer{pointer}] = value;
    return !faults_of(bad).empty();
  };
  CHECK(refused_with("/verdict", "passed"));
  CHECK(refused_with("/as_of", "1 Jan 1970"));
  CHECK(refused_with("/exit_code", 2));
  CHECK(refused_with("/checks/0/metric", "defect_rate"));
  CHECK(refused_with("/checks/0/numerator", 1.5));
  CHECK(refused_with("/checks/0/rate", 1.5));
  CHECK(refused_with("/checks/0/window/covered", nullptr));
  CHECK(refused_with("/checks/0/undocumented", 1));
  CHECK(refused_with("/ledger/parcels", nullptr));
  CHECK(refused_with("/schema", "sellerhealth.check/2"));
  CHECK(refused_with("/schema", "sellerhealth.nothing/1"));
  for (const auto& [key, value] : good.at("checks").at(0).items()) {
    CAPTURE(key);
    Json bad = good;
    bad["checks"][0].erase(key);
    CHECK_FALSE(faults_of(bad).empty());
  }
}

}  // namespace sellerhealth::schema
