#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace sellerhealth::read {

/// A block of text with rows in it.
struct MarkedText {
  const char* text;
  bool quoting;         ///< A field may stand in quotes.
  bool doubled_quotes;  ///< Some field has doubled quotes inside.
};

/// A row that has as many fields as the header, neither blank nor the header again. Looks at no field that is not asked
/// for.
class PlainRow {
 public:
  /// `ends` are places in the block: of what stands before the row, which may be the one before its first byte, and of
  /// what stands behind each of its fields. They are told modulo 2^32.
  PlainRow(const MarkedText& block, std::span<const std::uint32_t> ends) : block_{block}, ends_{ends} {}

  /// The field of column `column`, without the quotes that enclose it; valid until the worker returns. Columns count
  /// from 0 as in RowSink::column(); ask for columns of the header only.
  [[nodiscard]] std::string_view field(std::size_t column) {
    const std::uint32_t begin = ends_[column] + 1;
    const std::string_view field{block_.text + begin, ends_[column + 1] - begin};
    return field.empty() || field.front() != '"' || !block_.quoting ? field : unquoted(field);
  }

  /// Whether a field() until now has doubled quotes inside, which still stand there doubled: a worker that would use
  /// it leaves the row to the exact reader.
  [[nodiscard]] bool needs_unquoting() const { return needs_unquoting_; }

 private:
  std::string_view unquoted(std::string_view field) {
    field = field.substr(1, field.size() - 2);
    if (block_.doubled_quotes && std::memchr(field.data(), '"', field.size()) != nullptr) {
      needs_unquoting_ = true;
    }
    return field;
  }

  MarkedText block_;
  std::span<const std::uint32_t> ends_;
  bool needs_unquoting_ = false;
};

}  // namespace sellerhealth::read
