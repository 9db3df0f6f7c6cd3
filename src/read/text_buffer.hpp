#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/input.hpp"

namespace sellerhealth::read {

/// The longest row or record, in bytes. It bounds the memory that any input can take.
inline constexpr std::size_t longest_row = std::size_t{16} * 1024 * 1024;

/// The most columns of a table.
inline constexpr std::size_t most_columns = 4096;

/// A rolling view of a text: what is unread stands in memory in one piece, and can be made longer.
class TextBuffer {
 public:
  /// `name` is the file's, for messages; `first_size`, at least 1, is how much is read at once, as long as the rows are
  /// shorter. Reads nothing yet.
  TextBuffer(ByteSource& source, std::string name, std::size_t first_size = std::size_t{256} * 1024);

  [[nodiscard]] const std::string& name() const { return name_; }

  /// What is read of the text, but not consumed. May be written to: nobody else looks at it.
  [[nodiscard]] std::span<char> unread() { return std::span{bytes_}.subspan(begin_, end_ - begin_); }
  [[nodiscard]] std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }

  /// Takes `size` bytes off the beginning of unread().
  void consume(std::size_t size) { begin_ += size; }

  /// Makes unread() longer, at least to twice its length if the text has as much. Moves it. Returns false if it already
  /// reaches to the end of the text; then ended() is true.
  bool extend();

  [[nodiscard]] bool ended() const { return ended_; }

 private:
  ByteSource& source_;
  std::string name_;
  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
};

}  // namespace sellerhealth::read
