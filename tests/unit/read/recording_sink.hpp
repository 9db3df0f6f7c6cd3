#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/input.hpp"
#include "read/row_sink.hpp"
#include "read/table_keys.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "support/catch.hpp"

namespace sellerhealth::read {

inline const TableKeys table_keys{
    .tables = {"orders", "feedback", "claims", "messages"}, .pages = "orders", .record = "order"};

/// Writes down what it is handed: "table orders", "column 0 sku", "header", "row 2: 0=a 1=b", "bad 3 ragged_row".
class RecordingSink final : public RowSink {
 public:
  std::vector<std::string> events;
  std::vector<std::string> messages;  ///< Of bad rows.
  std::set<std::string> unwanted;     ///< Columns.
  std::size_t most_events = std::numeric_limits<std::size_t>::max();

  void table(std::string_view name) override { note(name.empty() ? "table" : "table " + std::string{name}); }
  bool column(std::size_t number, std::string_view name) override {
    note("column " + std::to_string(number) + " " + std::string{name});
    return unwanted.count(std::string{name}) == 0;
  }
  bool header_done() override { return note("header"); }
  bool row(const Row& row) override {
    std::string text = "row " + std::to_string(row.line) + ":";
    for (const Cell& cell : row.cells) {
      text += " " + std::to_string(cell.column) + "=" + std::string{cell.text};
    }
    return note(std::move(text));
  }
  bool bad_row(std::size_t line, std::string_view code, std::string message) override {
    messages.push_back(std::move(message));
    return note("bad " + std::to_string(line) + " " + std::string{code});
  }

 private:
  bool note(std::string event) {
    events.push_back(std::move(event));
    return events.size() < most_events;
  }
};

/// Gives `bytes` in pieces of `size`.
class ChunkedSource final : public ByteSource {
 public:
  ChunkedSource(std::string bytes, std::size_t size) : bytes_{std::move(bytes)}, size_{size} {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = bytes_.copy(buffer.data(), std::min(size_, buffer.size()), at_);
    at_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t size_;
  std::size_t at_ = 0;
};

inline constexpr std::size_t awkward_sizes[] = {1, 2, 3, 7, 1000};

/// The first fault of the InputError that `action` throws.
template <typename Action>
Diagnostic fault_of(Action action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.fault();
  }
  FAIL("no InputError");
  return {};
}

inline std::string read_all(ByteSource& source) {
  std::string text;
  std::string block(100, '\0');
  while (const std::size_t size = source.read(block)) {
    text.append(block, 0, size);
  }
  return text;
}

}  // namespace sellerhealth::read
