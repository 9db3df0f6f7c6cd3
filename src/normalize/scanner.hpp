#pragma once

#include <cstddef>
#include <string_view>

namespace sellerhealth::normalize {

/// Consumes text from the left; every function says whether it found what it was asked for, and takes nothing if not.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool at(char expected) const { return !text_.empty() && text_.front() == expected; }
  [[nodiscard]] bool at_digit() const { return !text_.empty() && is_digit(text_.front()); }

  bool literal(char expected) {
    if (!at(expected)) {
      return false;
    }
    text_.remove_prefix(1);
    return true;
  }

  /// Any number of spaces, at least one.
  bool spaces() {
    return !run_of([](char c) { return c == ' '; }).empty();
  }

  /// Exactly `digits` decimal digits, whatever follows them.
  bool number(std::size_t digits, int& value) {
    if (text_.size() < digits) {
      return false;
    }
    value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(text_[i])) {
        return false;
      }
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(digits);
    return true;
  }

  /// All decimal digits, or small letters, that stand here; perhaps none.
  std::string_view digits() { return run_of(is_digit); }
  std::string_view word() {
    return run_of([](char c) { return c >= 'a' && c <= 'z'; });
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  template <typename Predicate>
  std::string_view run_of(Predicate belongs) {
    std::size_t size = 0;
    while (size < text_.size() && belongs(text_[size])) {
      ++size;
    }
    const std::string_view run = text_.substr(0, size);
    text_.remove_prefix(size);
    return run;
  }

  std::string_view text_;
};

/// The number that a few decimal digits are.
inline int value_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
  }
  return value;
}

/// Whether there are one or two digits, as for a day, a month or an hour.
inline bool is_short(std::string_view digits) { return digits.size() == 1 || digits.size() == 2; }

}  // namespace sellerhealth::normalize
