#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/row_sink.hpp"

namespace sellerhealth::read {

/// Makes flat rows of nested JSON records, and the table that they belong to.
///
/// The keys on the way to a value, joined by dots, are its column: `fulfillment.shipByWindow.latestDateTime`. Arrays do
/// not show in the name, so their elements are several cells of one column. Columns are numbered in the order of their
/// first appearance in a row. A record in which an object has the same key twice is a bad row, duplicate_key: parsers
/// differ in which of the two they believe.
///
/// A table and its columns are announced with the rows, so one may begin a record before one knows that it is one, and
/// what table it belongs to.
class JsonRecord {
 public:
  /// `file` is for messages.
  explicit JsonRecord(std::string file) : file_{std::move(file)} {}

  /// Later rows, and the present record, belong to a table of this name: the present one if it is called so, else a new
  /// one. With an `envelope`, a key, the columns below it are named without it.
  void use_table(std::string_view name, std::string_view envelope = {});

  /// Forgets the values. `line` is that of the record's brace.
  void begin(std::size_t line);

  void begin_object();
  void end_object();
  /// Both throw InputError: too_many_columns; value() also row_too_long.
  void key(std::string_view name);
  void value(std::string_view text);

  /// Whether the record has no values yet.
  [[nodiscard]] bool is_empty() const { return values_.empty(); }
  /// Whether the record has values, and all stand below the one key `envelope`.
  [[nodiscard]] bool is_below(std::string_view envelope) const;
  /// The first value of the record at the path `keys`, in any case; nothing without one.
  [[nodiscard]] std::string_view first_value(std::string_view keys) const;

  /// A key at its place, by the keys on the way to it; with the number of its column, if it is announced.
  struct KnownKey {
    std::string_view path;
    std::optional<std::size_t> column;
    bool wanted;
  };
  /// The keys of all records until now. They stay where they are.
  [[nodiscard]] std::vector<KnownKey> known_keys() const;
  /// How many columns the present table has by now.
  [[nodiscard]] std::size_t columns() const { return wanted_.size(); }

  /// Each return whether the sink wants to go on.
  bool hand_over(RowSink& sink);
  bool reject(RowSink& sink, std::size_t line, std::string_view code, std::string message);
  bool end_table(RowSink& sink) { return announce(sink); }

 private:
  /// A key at its place: the end of one path of keys.
  struct Node {
    std::string_view path{};
    std::optional<std::size_t> column;
    std::uint64_t last_object = 0;  ///< The object that had it last.
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  /// An object that is open.
  struct Level {
    std::size_t path_size;
    Node* node;  ///< Its own; null: the record.
    std::uint64_t object;
  };
  struct Value {
    Node* node;
    std::size_t begin;  ///< In texts_.
    std::size_t size;
  };

  bool announce(RowSink& sink);
  [[nodiscard]] std::string_view text_of(const Value& value) const {
    return std::string_view{texts_}.substr(value.begin, value.size);
  }

  std::string file_;
  std::string table_name_;
  std::string envelope_;
  bool table_announced_ = false;
  bool header_done_ = false;
  std::unordered_map<std::string, Node, Hash, std::equal_to<>> nodes_;
  std::vector<char> wanted_;  ///< By column.

  std::size_t line_ = 0;
  std::uint64_t objects_ = 0;  ///< Begun until now, to tell them apart.
  std::vector<Level> levels_;
  std::string path_;
  Node* node_ = nullptr;
  std::vector<Value> values_;
  std::string texts_;
  std::string duplicate_key_;
  bool has_duplicate_key_ = false;
  std::vector<Cell> cells_;
};

}  // namespace sellerhealth::read
