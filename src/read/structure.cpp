#include "read/structure.hpp"

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

void Structure::begin(std::span<const char> text) {
  text_ = text;
  groups_ = 0;
  strip_ = 0;
  next_ = 0;
  inside_ = 0;
  just_closed_ = 0;
  just_separated_ = 1;
  valid_ = 0;
  quoted_breaks_ = false;
  doubled_quotes_ = false;
}

bool Structure::mark_next() {
  strip_ = next_;
  const std::size_t left = text_.size() - strip_;
  groups_ = left < strip_size ? (left + group_size - 1) / group_size : most_groups;
  next_ = strip_ + groups_ * group_size;
  kernel_->mark(text_.data() + strip_, groups_, delimiter_, masks_);
  if (at_end()) {
    const std::uint64_t in_text = ~std::uint64_t{0} >> (next_ - text_.size());
    const std::size_t last = groups_ - 1;
    masks_.line_breaks -= static_cast<std::size_t>(std::popcount(masks_.breaks[last] & ~in_text));
    for (auto* const masks : {&masks_.separators, &masks_.breaks, &masks_.quotes, &masks_.unusual}) {
      (*masks)[last] &= in_text;
    }
  }
  if (!look_closer() || (at_end() && inside_ != 0)) {
    return false;
  }
  just_separated_ = masks_.separators[groups_ - 1] >> (group_size - 1);
  return true;
}

std::uint32_t* Structure::list_separators(std::uint32_t* places) const {
  return kernel_->list(std::span{masks_.separators}.first(groups_), static_cast<std::uint32_t>(strip_), places);
}

/// Looks at the groups about which there is more to know than the kernel tells.
bool Structure::look_closer() {
  std::uint64_t groups = masks_.special | (is_quoted() ? 1U : 0U);
  while (groups != 0) {
    const auto group = static_cast<std::size_t>(std::countr_zero(groups));
    groups &= groups - 1;
    if (masks_.unusual[group] != 0 && !check_unusual(strip_ + group * group_size, masks_.unusual[group])) {
      return false;
    }
    if (quoting_ && (masks_.quotes[group] != 0 || is_quoted())) {
      if (!resolve_quotes(group)) {
        return false;
      }
      if (is_quoted() && group + 1 < groups_) {
        groups |= std::uint64_t{1} << (group + 1);
      }
    }
  }
  return true;
}

/// Takes what is inside quotes out of the masks of a group, and checks each of its quotes.
bool Structure::resolve_quotes(std::size_t group) {
  const std::uint64_t quotes = masks_.quotes[group];
  // An opening quote counts as inside, a closing one does not.
  const std::uint64_t inside = parity_up_to(quotes) ^ inside_;
  const std::uint64_t opening = quotes & inside;
  const std::uint64_t closing = quotes & ~inside;
  if (const std::uint64_t quoted_breaks = masks_.breaks[group] & inside; quoted_breaks != 0) {
    quoted_breaks_ = true;
    masks_.line_breaks -= static_cast<std::size_t>(std::popcount(quoted_breaks));
  }
  const std::uint64_t separators = masks_.separators[group] &= ~inside;

  const std::uint64_t behind_closing = closing << 1U | just_closed_;
  const std::uint64_t behind_separator =
      separators << 1U | (group == 0 ? just_separated_ : masks_.separators[group - 1] >> (group_size - 1));
  doubled_quotes_ = doubled_quotes_ || (behind_closing & quotes) != 0;
  inside_ = (inside >> (group_size - 1)) != 0 ? ~std::uint64_t{0} : 0;
  just_closed_ = closing >> (group_size - 1);
  return (opening & ~(behind_separator | behind_closing)) == 0 &&
         follow_quotes(strip_ + group * group_size, behind_closing & ~(separators | quotes));
}

/// Whether what stands at `positions`, counted from `begin`, is the CR of a CRLF: it is behind closing quotes and
/// neither a separator nor a quote.
bool Structure::follow_quotes(std::size_t begin, std::uint64_t positions) const {
  for (; positions != 0; positions &= positions - 1) {
    const std::size_t at = begin + static_cast<std::size_t>(std::countr_zero(positions));
    if (text_[at] != '\r' || text_[at + 1] != '\n') {
      return false;
    }
  }
  return true;
}

/// Checks the characters that begin at the `unusual` bytes of the group at `begin`: the bits of their other bytes are
/// passed over.
bool Structure::check_unusual(std::size_t begin, std::uint64_t unusual) {
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

bool is_plain(Structure& structure, std::span<const char> text) {
  structure.begin(text);
  while (!structure.at_end()) {
    if (!structure.mark_next()) {
      return false;
    }
  }
  return true;
}

}  // namespace sellerhealth::read
