#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// Cells of text in columns, for people.
namespace sellerhealth::render {

enum class Align : unsigned char { left, right };

/// The rows, each as wide as the first, in lines that begin with two spaces. The first column stands flush left, the
/// others as `align` says.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows, Align align);

}  // namespace sellerhealth::render
