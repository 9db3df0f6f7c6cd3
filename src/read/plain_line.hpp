#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/json_record.hpp"
#include "read/plain_row.hpp"

namespace sellerhealth::read {

/// A line of NDJSON that is plain: an object with keys that are known, in any order, each there at most once, and
/// values that JsonRecord would make at most one cell of, as they stand or unescaped. That leaves out numbers that are
/// not read as they are written, control characters, arrays of wanted values, objects without keys, and all that is no
/// valid JSON in UTF-8.
///
/// Lines are much alike. So what stands behind each value up to the next one, with all its keys, braces and white
/// space, is compared with what stood there in the line before, and looked at more closely only if it differs.
class PlainLine {
 public:
  /// Knows the keys of the records that `record` was made of until now.
  explicit PlainLine(const JsonRecord& record);
  PlainLine(const PlainLine&) = delete;
  PlainLine& operator=(const PlainLine&) = delete;
  PlainLine(PlainLine&&) = default;
  PlainLine& operator=(PlainLine&&) = default;
  ~PlainLine() = default;

  /// Reads the line at `at`. The text ends at `end` with a line break, and has text_padding bytes behind it. Returns
  /// where the next line begins; null if the line is not plain.
  const char* read(const char* at, const char* end);

  /// The line that was read, as a row of the wanted columns; those that it lacks are empty. Valid as long as the text,
  /// until the next read().
  [[nodiscard]] PlainRow row();

 private:
  struct Key;
  /// What stands between two values.
  struct Step {
    std::string text;
    Key* to = nullptr;      ///< Whose value comes next; the root: the line has ended.
    std::size_t named = 0;  ///< How many keys it names: that of the value, and those of objects that it opens.
  };
  /// A key at its place.
  struct Key {
    std::string name;
    Key* object = nullptr;   ///< That whose value the object is in which it stands; null for the root.
    std::vector<Key*> keys;  ///< Of the object that its value may be, by name.
    bool has_column = false;
    bool wanted = false;

    Step next;               ///< Behind its value, the last time.
    std::uint64_t line = 0;  ///< The last line that had it, and
    std::string_view value;  ///< the value there.
  };

  [[nodiscard]] Key* root() { return keys_.data(); }
  [[nodiscard]] const Key* root() const { return keys_.data(); }
  [[nodiscard]] const char* pass_as_before(const Step& step, const char* at, const char* end) const;
  bool name(const Step& step);
  const char* find_keys(Key& from, const char* at, const char* end);
  static const char* find_key(Key*& object, const char* at, const char* end);
  const char* read_value(Key& key, const char* at, const char* end);
  const char* read_scalar(const char* at, const char* end, std::string_view& value);
  const char* read_array(const char* at, const char* end);

  std::vector<Key> keys_;            ///< The root first.
  std::vector<const Key*> columns_;  ///< Up to the last wanted one; null for all others.

  std::uint64_t line_ = 0;  ///< Counted to tell which key is in the present line.
  const char* begin_ = nullptr;
  const char* next_ = nullptr;
  std::size_t elements_ = 0;  ///< Of the line's arrays.
  std::string unescaped_;     ///< Values of the line; it does not move while they are added.

  std::vector<char> text_;           ///< The row, and
  std::vector<std::uint32_t> ends_;  ///< where its fields end.
};

}  // namespace sellerhealth::read
