#include "read/structure.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

#include "read/utf8.hpp"

namespace sellerhealth::read {

namespace {

/// Each bit is the parity of the bits up to and including it.
std::uint64_t parity_up_to(std::uint64_t bits) {
  for (unsigned int distance = 1; distance < group_size; distance *= 2) {
    bits ^= bits << distance;
  }
  return bits;
}

}  // namespace

Structure::Structure(char delimiter, bool quoting, const StructureKernel& kernel)
    : delimiter_{delimiter}, quoting_{quoting}, kernel_{&kernel} {}

bool Structure::find(std::span<const char> text) {
  text_ = text;
  groups_ = (text.size() + group_size - 1) / group_size;
  if (separators_.size() < groups_) {
    separators_.resize(groups_);
    breaks_.resize(groups_);
  }
  inside_ = 0;
  just_closed_ = 0;
  valid_ = 0;
  quoted_breaks_ = false;
  doubled_quotes_ = false;

  const std::uint64_t last_group = ~std::uint64_t{0} >> (groups_ * group_size - text.size());
  GroupMasks masks;
  for (std::size_t first = 0; first < groups_; first += most_groups) {
    const std::size_t count = std::min(most_groups, groups_ - first);
    masks.separators = separators_.data() + first;
    masks.breaks = breaks_.data() + first;
    kernel_->mark(text.data() + first * group_size, count, delimiter_, masks);
    if (first + count == groups_) {
      masks.separators[count - 1] &= last_group;
      masks.breaks[count - 1] &= last_group;
      masks.quotes[count - 1] &= last_group;
      masks.unusual[count - 1] &= last_group;
    }
    if (!quoting_) {
      masks.any_quotes = 0;
    }
    // Nearly always there is nothing more to do.
    if ((masks.any_quotes | masks.any_unusual | inside_ | just_closed_) != 0 && !look_closer(first, count, masks)) {
      return false;
    }
  }
  return inside_ == 0;
}

MarkedText Structure::marked() const { return {text_.data(), separators_.data(), quoting_, doubled_quotes_}; }

bool Structure::look_closer(std::size_t first, std::size_t count, const GroupMasks& masks) {
  for (std::size_t i = 0; i < count; ++i) {
    if (masks.unusual[i] != 0 && !check_unusual(first + i, masks.unusual[i])) {
      return false;
    }
    const std::uint64_t quotes = quoting_ ? masks.quotes[i] : 0;
    if ((quotes | inside_ | just_closed_) != 0 && !resolve_quotes(first + i, quotes)) {
      return false;
    }
  }
  return true;
}

/// Takes what is inside quotes out of the masks of a group, and checks each of its quotes.
bool Structure::resolve_quotes(std::size_t group, std::uint64_t quotes) {
  // An opening quote counts as inside, a closing one does not.
  const std::uint64_t inside = parity_up_to(quotes) ^ inside_;
  const std::uint64_t opening = quotes & inside;
  const std::uint64_t closing = quotes & ~inside;
  quoted_breaks_ = quoted_breaks_ || (breaks_[group] & inside) != 0;
  separators_[group] &= ~inside;
  breaks_[group] &= ~inside;

  const std::uint64_t behind_closing = closing << 1U | just_closed_;
  const std::uint64_t behind_separator =
      separators_[group] << 1U | (group == 0 ? 1U : separators_[group - 1] >> (group_size - 1));
  doubled_quotes_ = doubled_quotes_ || (behind_closing & quotes) != 0;
  inside_ = (inside >> (group_size - 1)) != 0 ? ~std::uint64_t{0} : 0;
  just_closed_ = closing >> (group_size - 1);
  return (opening & ~(behind_separator | behind_closing)) == 0 &&
         follow_quotes(group, behind_closing & ~(separators_[group] | quotes));
}

/// Whether what stands at `positions`, behind closing quotes and neither a separator nor a quote, is the CR of a CRLF.
bool Structure::follow_quotes(std::size_t group, std::uint64_t positions) const {
  for (; positions != 0; positions &= positions - 1) {
    const std::size_t at = group * group_size + static_cast<std::size_t>(std::countr_zero(positions));
    if (text_[at] != '\r' || text_[at + 1] != '\n') {
      return false;
    }
  }
  return true;
}

/// Checks the characters that begin at the `unusual` bytes of a group: the bits of their other bytes are passed over.
bool Structure::check_unusual(std::size_t group, std::uint64_t unusual) {
  const std::size_t begin = group * group_size;
  const std::string_view text{text_.data(), text_.size()};
  while (true) {
    if (valid_ > begin) {
      unusual &= valid_ < begin + group_size ? ~std::uint64_t{0} << (valid_ - begin) : 0;
    }
    if (unusual == 0) {
      return true;
    }
    const std::size_t at = begin + static_cast<std::size_t>(std::countr_zero(unusual));
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) {
      return false;
    }
    valid_ = at + length;
  }
}

}  // namespace sellerhealth::read
