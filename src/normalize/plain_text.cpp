#include "normalize/plain_text.hpp"

#include <algorithm>
#include <iterator>

namespace sellerhealth::normalize {

namespace {

/// What a character beyond ASCII counts as; 0: nothing, as an accent that stands for itself.
struct Plain {
  std::string_view bytes;
  char character;
};
constexpr Plain plain_characters[] = {
    {"é", 'e'},      {"É", 'e'},      {"û", 'u'},       {"Û", 'u'},       {"à", 'a'},       {"À", 'a'},
    {"\u00A0", ' '}, {"\u202F", ' '}, {"\u0300", '\0'}, {"\u0301", '\0'}, {"\u0302", '\0'},
};

}  // namespace

PlainText::PlainText(std::string_view text) {
  while (!text.empty()) {
    std::size_t length = 1;
    char c = text.front();
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const auto* const plain = std::find_if(std::begin(plain_characters), std::end(plain_characters),
                                             [&](const Plain& known) { return text.starts_with(known.bytes); });
      length = plain == std::end(plain_characters) ? 0 : plain->bytes.size();
      c = length == 0 ? '\0' : plain->character;
    }
    if (length == 0 || size_ == characters_.size()) {
      size_ = 0;
      return;
    }
    if (c != '\0') {
      characters_[size_++] = c;
    }
    text.remove_prefix(length);
  }
}

}  // namespace sellerhealth::normalize
