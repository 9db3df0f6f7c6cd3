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

InputError::InputError(Diagnostic fault) : InputError{std::vector{std::move(fault)}, 1} {}

InputError::InputError(std::vector<Diagnostic> faults, std::size_t total)
    : std::runtime_error{faults.empty() ? "bad input" : to_string(faults.front())},
      faults_{std::move(faults)},
      total_{total} {}

}  // namespace sellerhealth
