#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/input.hpp"

namespace sellerhealth::read {

/// A piece of a text that ends behind a row. Used again for the next one, it keeps its memory.
class Block {
 public:
  [[nodiscard]] std::span<char> text() { return {bytes_.get(), size_}; }

  /// Which one of the text it is, counted from 0.
  [[nodiscard]] std::size_t number() const { return number_; }

  /// Whether the text has no line break at its end, where the block has one.
  [[nodiscard]] bool lacks_break() const { return lacks_break_; }

 private:
  friend class BlockSource;

  void make_room(std::size_t capacity);

  std::unique_ptr<char[]> bytes_;  // NOLINT(modernize-avoid-c-arrays)
  std::size_t capacity_ = 0;       ///< Without the padding.
  std::size_t size_ = 0;
  std::size_t number_ = 0;
  bool lacks_break_ = false;
};

/// Deals a text out in blocks, in order, to any number of threads.
class BlockSource {
 public:
  enum class Outcome : std::uint8_t {
    block,
    end,
    failed,  ///< There is no end of a row within longest_row bytes, or the source threw InputError.
  };

  /// Blocks are about `block_size` bytes long, at least 1 and at most longest_row, unless a row is longer. `quoting`: a
  /// line break behind an odd number of quotes ends no row. Reads the first bytes: a byte order mark of UTF-8 is left
  /// out. Throws InputError.
  BlockSource(std::unique_ptr<ByteSource> bytes, std::size_t block_size, bool quoting);

  /// Makes `block` the next one: from behind the last one to behind the last row that is read with it, or to the end of
  /// the text, where a line break is added if there is none. text_padding bytes stand behind each block. After
  /// any other outcome there are no more blocks, and `block` has no text, but the number that the next one would have
  /// had.
  Outcome next(Block& block);

  /// Whether no more blocks are to be had. Not while other threads call next().
  [[nodiscard]] bool is_exhausted() const { return ended_ && rest_.empty(); }

 private:
  Outcome read_into(Block& block);
  Outcome take_rest(Block& block);
  [[nodiscard]] std::size_t end_of_rows(std::string_view text) const;
  void fill(Block& block, std::size_t size);

  std::mutex mutex_;
  std::unique_ptr<ByteSource> bytes_;
  std::size_t block_size_;
  bool quoting_;
  std::string rest_;  ///< What was read behind the last block: the beginning of a row.
  std::size_t next_number_ = 0;
  bool ended_ = false;  ///< All is read.
  bool failed_ = false;
};

}  // namespace sellerhealth::read
