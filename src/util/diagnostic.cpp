#include "sellerhealth/diagnostic.hpp"

#include <utility>

namespace sellerhealth {

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line != 0) {
    text += ":" + std::to_string(diagnostic.line);
  }
  if (!text.empty()) {
    text += ": ";
  }
  if (!diagnostic.column.empty()) {
    text += diagnostic.column + ": ";
  }
  return text + diagnostic.message;
}

InputError::InputError(Diagnostic fault) : std::runtime_error{to_string(fault)}, fault_{std::move(fault)} {}

}  // namespace sellerhealth
