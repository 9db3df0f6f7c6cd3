#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "read/json_text.hpp"

namespace sellerhealth::read {

/// What a JSON parser meets, with all scalars as text: strings as they are, numbers as written, null as nothing.
///
/// `depth` is the number of objects and arrays that are open around what begins, ends or stands there. Each handler
/// returns whether to go on.
class JsonEvents {
 public:
  JsonEvents() = default;
  JsonEvents(const JsonEvents&) = delete;
  JsonEvents& operator=(const JsonEvents&) = delete;
  virtual ~JsonEvents() = default;

  virtual bool on_object(std::size_t depth) = 0;
  virtual bool on_object_end(std::size_t depth) = 0;
  virtual bool on_array(std::size_t depth) = 0;
  virtual bool on_array_end(std::size_t depth) = 0;
  virtual bool on_key(std::size_t depth, std::string_view name) = 0;
  virtual bool on_value(std::size_t depth, std::string_view text) = 0;

  /// Nesting beyond 64 levels, which is not followed; must throw.
  [[noreturn]] virtual void on_too_deep() = 0;

  /// What is wrong with the JSON; empty if nothing is, or if a handler did not want to go on.
  [[nodiscard]] const std::string& fault_message() const { return fault_message_; }

  /// Ends the parse for a fault of the JSON: `return refuse(…)`.
  bool refuse(std::string message) {
    fault_message_ = std::move(message);
    return false;
  }

 private:
  std::string fault_message_;
};

/// Parses one JSON value. Returns whether it came to the end of it; what follows is not looked at.
bool parse_json(JsonText& text, JsonEvents& events);

/// Parses one JSON value that is the whole text. Returns whether it came to the end.
bool parse_json(std::string_view text, JsonEvents& events);

}  // namespace sellerhealth::read
