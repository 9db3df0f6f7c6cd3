#include "read/block_source.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "read/structure.hpp"
#include "read/text_buffer.hpp"
#include "sellerhealth/diagnostic.hpp"

namespace sellerhealth::read {

namespace {

/// Written so that compilers make vectors of it.
bool has_odd_quotes(std::string_view text) {
  std::array<std::uint8_t, group_size> odd{};  // By the place in a group.
  while (text.size() >= odd.size()) {
    for (std::size_t i = 0; i < odd.size(); ++i) {
      odd[i] ^= static_cast<std::uint8_t>(text[i] == '"');
    }
    text.remove_prefix(odd.size());
  }
  const auto others = std::count(text.begin(), text.end(), '"');
  return (std::count(odd.begin(), odd.end(), 1) + others) % 2 != 0;
}

}  // namespace

void Block::make_room(std::size_t capacity) {
  if (capacity_ < capacity) {
    // Not filled with zeros: what is not read into is not touched.
    std::unique_ptr<char[]> bytes{new char[capacity + text_padding]};  // NOLINT(modernize-avoid-c-arrays)
    std::copy_n(bytes_.get(), size_, bytes.get());
    bytes_ = std::move(bytes);
    capacity_ = capacity;
  }
}

BlockSource::BlockSource(std::unique_ptr<ByteSource> bytes, std::size_t block_size, bool quoting)
    : bytes_{std::move(bytes)}, block_size_{std::clamp(block_size, std::size_t{1}, longest_row)}, quoting_{quoting} {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  Block head;
  fill(head, mark.size());
  const std::string_view text{head.bytes_.get(), head.size_};
  if (text != mark) {
    rest_ = text;
  }
}

BlockSource::Outcome BlockSource::next(Block& block) {
  const std::lock_guard lock{mutex_};
  block.number_ = next_number_;
  block.size_ = 0;
  block.lacks_break_ = false;
  const Outcome outcome = failed_ ? Outcome::failed : read_into(block);
  if (outcome == Outcome::block) {
    ++next_number_;
    std::fill_n(block.bytes_.get() + block.size_, text_padding, ' ');
  } else {
    block.size_ = 0;
    failed_ = outcome == Outcome::failed;
  }
  return outcome;
}

BlockSource::Outcome BlockSource::read_into(Block& block) {
  block.make_room(rest_.size());
  block.size_ = rest_.copy(block.bytes_.get(), rest_.size());
  std::size_t searched = 0;
  // What has no end of a row is doubled, so that it is not searched too often.
  for (std::size_t size = block_size_; searched < longest_row; size = 2 * searched) {
    try {
      fill(block, std::min(size, longest_row));
    } catch (const InputError&) {
      return Outcome::failed;
    }
    if (ended_) {
      return take_rest(block);
    }
    const std::string_view text{block.bytes_.get(), block.size_};
    if (const std::size_t end = end_of_rows(text); end > 0) {
      rest_ = text.substr(end);
      block.size_ = end;
      return Outcome::block;
    }
    searched = block.size_;
  }
  return Outcome::failed;
}

/// Where the last whole row of a text that begins with a row ends; 0 if it has none.
std::size_t BlockSource::end_of_rows(std::string_view text) const {
  const std::size_t end = text.rfind('\n') + 1;
  if (!quoting_ || end == 0 || !has_odd_quotes(text.substr(0, end))) {
    return end;
  }
  // The last line break is inside quotes; going back, each quote opens or closes.
  bool inside = true;
  for (std::size_t at = end - 1; at-- > 0;) {
    if (text[at] == '"') {
      inside = !inside;
    } else if (text[at] == '\n' && !inside) {
      return at + 1;
    }
  }
  return 0;
}

/// Makes all that is left of the text the block.
BlockSource::Outcome BlockSource::take_rest(Block& block) {
  rest_.clear();
  if (block.size_ == 0) {
    return Outcome::end;
  }
  block.lacks_break_ = block.text().back() != '\n';
  if (block.lacks_break_) {
    block.make_room(block.size_ + 1);
    block.bytes_[block.size_++] = '\n';
  }
  return Outcome::block;
}

/// Reads until the block is `size` bytes long, if it is not yet, or all is read.
void BlockSource::fill(Block& block, std::size_t size) {
  block.make_room(size);
  while (!ended_ && block.size_ < size) {
    const std::size_t added = bytes_->read({block.bytes_.get() + block.size_, size - block.size_});
    block.size_ += added;
    ended_ = added == 0;
  }
}

}  // namespace sellerhealth::read
