#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace sellerhealth::schema {

using Json = nlohmann::json;

/// Throws std::runtime_error, with the path, for a file that is not JSON.
[[nodiscard]] Json read_json(const std::filesystem::path& path);

/// How `document` breaks the JSON Schema (draft-07) `schema`, one line each. Throws for a schema that is none.
[[nodiscard]] std::vector<std::string> violations(const Json& schema, const Json& document);

/// `schema` without the freedom to add keys: an object has no other properties than those that are described.
[[nodiscard]] Json closed(Json schema);

}  // namespace sellerhealth::schema
