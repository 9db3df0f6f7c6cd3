#include "sellerhealth/diagnostic.hpp"

#include <utility>

#include "util/text.hpp"

namespace sellerhealth {

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = util::printable(diagnostic.file);
  if (diagnostic.line != 0) {
    text += ":" + std::to_string(diagnostic.line);
  }
  if (!text.empty()) {
    text += ": ";
  }
  if (!diagnostic.column.empty()) {
    text += util::printable(diagnostic.column) + ": ";
  }
  return text + util::printable(diagnostic.message);
}

InputError::InputError(Diagnostic fault) : std::runtime_error{to_string(fault)}, fault_{std::move(fault)} {}

}  // namespace sellerhealth
