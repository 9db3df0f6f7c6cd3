#include "read/json_text.hpp"

#include <string_view>
#include <utility>

#include "read/fault.hpp"

namespace sellerhealth::read {

void JsonText::mark() {
  mark_ = earlier_size_ + static_cast<std::size_t>(at_ - begin_);
  mark_line_ = line_;
}

std::optional<char> JsonText::next_visible() {
  constexpr std::string_view white_space = " \t\r\n";
  while (!at_end() && white_space.find(*at_) != std::string_view::npos) {
    advance();
    mark();
  }
  if (at_end()) {
    return std::nullopt;
  }
  line_ += std::exchange(after_newline_, false) ? 1U : 0U;
  return *at_;
}

bool JsonText::refill() {
  const std::size_t size = text_.view().size();
  if (earlier_size_ + size > mark_ + longest_row) {
    throw fault("row_too_long", text_.name(), mark_line_, "found no end of the record within 16 MiB");
  }
  earlier_size_ += size;
  text_.consume(size);
  missed_more_ = !text_.extend();
  show();
  return !missed_more_;
}

void JsonText::show() {
  begin_ = text_.view().data();
  at_ = begin_;
  end_ = begin_ + text_.view().size();
}

}  // namespace sellerhealth::read
