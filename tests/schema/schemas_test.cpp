#include <map>
#include <set>
#include <string>

#include "schema/json_schema.hpp"
#include "support/catch.hpp"

namespace sellerhealth::schema {
namespace {

std::vector<std::filesystem::path> schema_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{SELLERHEALTH_SCHEMAS}) {
    files.push_back(entry.path());
  }
  REQUIRE(!files.empty());
  return files;
}

/// The schemas use a part of draft-07 that is written down as a schema itself, so that a misspelt keyword is noticed.
std::vector<std::string> faults_of(const Json& schema) {
  return violations(read_json(SELLERHEALTH_SCHEMA_OF_SCHEMAS), schema);
}

void collect_references(const Json& json, std::set<std::string>& references) {
  for (const auto& [key, value] : json.items()) {
    if (key == "$ref") {
      references.insert(value.get<std::string>());
    } else if (value.is_structured()) {
      collect_references(value, references);
    }
  }
}

/// A schema that every document of `check` obeys.
Json small_schema() {
  return Json::parse(R"({
    "$schema": "http://json-schema.org/draft-07/schema#", "title": "t", "description": "d", "type": "object",
    "required": ["day"], "properties": {"day": {"$ref": "#/definitions/day"}},
    "definitions": {"day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}})");
}

}  // namespace

TEST_CASE("every schema is a valid one, and is named after the documents that it describes") {
  for (const std::filesystem::path& file : schema_files()) {
    CAPTURE(file);
    const Json schema = read_json(file);
    CHECK(faults_of(schema) == std::vector<std::string>{});
    const std::string command = file.filename().string().substr(0, file.filename().string().find('.'));
    CHECK(file.filename() == command + ".schema.json");
    CHECK(schema.at("properties").at("schema").at("const") == "sellerhealth." + command + "/1");
    CHECK_THAT(schema.at("title").get<std::string>(), Catch::Matchers::ContainsSubstring(command));
  }
}

TEST_CASE("every definition of a schema is there and is used") {
  for (const std::filesystem::path& file : schema_files()) {
    CAPTURE(file);
    const Json schema = read_json(file);
    std::set<std::string> used;
    collect_references(schema, used);
    std::set<std::string> defined;
    for (const auto& [name, definition] : schema.at("definitions").items()) {
      defined.insert("#/definitions/" + name);
    }
    CHECK(used == defined);
  }
}

TEST_CASE("what several schemas define under one name is the same") {
  std::map<std::string, Json> known;
  for (const std::filesystem::path& file : schema_files()) {
    const Json schema = read_json(file);
    for (const auto& [name, definition] : schema.at("definitions").items()) {
      CAPTURE(file, name);
      CHECK(known.try_emplace(name, definition).first->second == definition);
    }
  }
}

TEST_CASE("a schema with a misspelt keyword or an unknown type is refused") {
  REQUIRE(faults_of(small_schema()).empty());
  Json misspelt = small_schema();
  misspelt["definitions"]["day"]["patern"] = "^x$";
  CHECK_FALSE(faults_of(misspelt).empty());
  Json unknown_type = small_schema();
  unknown_type["definitions"]["day"]["type"] = "date";
  CHECK_FALSE(faults_of(unknown_type).empty());
  Json open = small_schema();
  open.erase("required");
  CHECK_FALSE(faults_of(open).empty());
}

TEST_CASE("a document that breaks a schema is refused, and one with more keys only by the closed schema") {
  const Json schema = small_schema();
  CHECK(violations(schema, Json::parse(R"({"day": "2026-10-01"})")).empty());
  CHECK_FALSE(violations(schema, Json::parse(R"({})")).empty());
  CHECK_FALSE(violations(schema, Json::parse(R"({"day": 20261001})")).empty());
  CHECK_FALSE(violations(schema, Json::parse(R"({"day": "1 Oct 2026"})")).empty());
  const Json more = Json::parse(R"({"day": "2026-10-01", "hour": 9})");
  CHECK(violations(schema, more).empty());
  CHECK_FALSE(violations(closed(schema), more).empty());
}

}  // namespace sellerhealth::schema
