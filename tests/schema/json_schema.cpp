#include "schema/json_schema.hpp"

#include <fstream>
#include <stdexcept>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace sellerhealth::schema {

Json read_json(const std::filesystem::path& path) {
  std::ifstream file{path};
  try {
    return Json::parse(file);
  } catch (const Json::exception& error) {
    throw std::runtime_error{path.string() + ": " + error.what()};
  }
}

std::vector<std::string> violations(const Json& schema, const Json& document) {
  valijson::Schema parsed;
  valijson::SchemaParser{}.populateSchema(valijson::adapters::NlohmannJsonAdapter{schema}, parsed);
  valijson::ValidationResults results;
  valijson::Validator validator{valijson::Validator::kStrongTypes};
  std::vector<std::string> lines;
  if (validator.validate(parsed, valijson::adapters::NlohmannJsonAdapter{document}, &results)) {
    return lines;
  }
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    std::string path;
    for (const std::string& step : error.context) {
      path += step;
    }
    lines.push_back(path + ": " + error.description);
  }
  return lines;
}

Json closed(Json schema) {
  if (!schema.is_structured()) {
    return schema;
  }
  for (Json& part : schema) {
    part = closed(part);
  }
  // A schema, not a property of that name.
  if (schema.contains("type") && schema.contains("properties") && schema.at("properties").is_object()) {
    schema.emplace("additionalProperties", false);
  }
  return schema;
}

}  // namespace sellerhealth::schema
