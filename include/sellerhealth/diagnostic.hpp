#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "sellerhealth/message_facts.hpp"

namespace sellerhealth {

/// One fault of the input, or one thing the reader of a result should know: where, and in words.
///
/// `code` is stable, for programs ("ragged_row", "stale_export"); `message` is for people and says what was found and
/// what was expected. `file`, `line` and `column` are empty or 0 where they do not apply; lines count from 1.
/// `message` is English; `facts` are what a warning says, for other languages (render_text()).
struct Diagnostic {
  std::string code;
  std::string file;
  std::size_t line = 0;
  std::string column;
  std::string message;
  MessageFacts facts;
};

/// "orders.csv:12: ship-date: found "soon", expected …", without what does not apply.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// A file that cannot be read, decoded or recognized as an export.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Diagnostic fault);

  [[nodiscard]] const Diagnostic& fault() const { return fault_; }

 private:
  Diagnostic fault_;
};

/// A request that makes no sense: an unknown metric, a window of no days.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace sellerhealth
