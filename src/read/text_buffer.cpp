#include "read/text_buffer.hpp"

#include <algorithm>
#include <utility>

namespace sellerhealth::read {

TextBuffer::TextBuffer(ByteSource& source, std::string name, std::size_t first_size)
    : source_{source}, name_{std::move(name)}, bytes_(first_size) {}

bool TextBuffer::extend() {
  if (ended_) {
    return false;
  }
  const std::span<char> kept = unread();
  std::copy(kept.begin(), kept.end(), bytes_.begin());
  begin_ = 0;
  end_ = kept.size();
  if (end_ > bytes_.size() / 2) {
    bytes_.resize(2 * bytes_.size());
  }
  const std::size_t before = end_;
  while (!ended_ && end_ < bytes_.size()) {
    const std::size_t added = source_.read(std::span{bytes_}.subspan(end_));
    end_ += added;
    ended_ = added == 0;
  }
  return end_ > before;
}

}  // namespace sellerhealth::read
