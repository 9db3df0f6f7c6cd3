#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>

#include "read/text_buffer.hpp"

namespace sellerhealth::read {

/// The characters of a text one by one, for a parser that must not hold all of it, and the line of the last one read.
class JsonText {
 public:
  explicit JsonText(TextBuffer& text) : text_{text} { show(); }

  [[nodiscard]] const std::string& name() const { return text_.name(); }

  /// The line of the last character that was read.
  [[nodiscard]] std::size_t line() const { return line_; }

  /// Whether the end of the text was not only reached but looked at: the parser wanted more.
  [[nodiscard]] bool missed_more() const { return missed_more_; }

  /// Goes on to the next character that is no white space, and returns it unread; nothing at the end.
  [[nodiscard]] std::optional<char> next_visible();

  /// A new record, or something else of limited length, begins with the last character read.
  void mark();

  /// A parser's input iterator. The default one is the end.
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    Iterator() = default;
    explicit Iterator(JsonText& text) : text_{&text} {}

    char operator*() const { return *text_->at_; }
    Iterator& operator++() {
      text_->advance();
      return *this;
    }
    void operator++(int) { text_->advance(); }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_end() == b.at_end(); }

   private:
    [[nodiscard]] bool at_end() const { return text_ == nullptr || text_->at_end(); }

    JsonText* text_ = nullptr;
  };

 private:
  void advance() {
    line_ += after_newline_ ? 1U : 0U;
    after_newline_ = *at_ == '\n';
    ++at_;
  }
  [[nodiscard]] bool at_end() { return at_ == end_ && !refill(); }
  bool refill();
  void show();

  TextBuffer& text_;
  const char* begin_ = nullptr;  ///< What is in memory: all of text_.
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::size_t line_ = 1;
  bool after_newline_ = false;
  bool missed_more_ = false;
  std::size_t earlier_size_ = 0;  ///< Of what was in memory before.
  std::size_t mark_ = 0;          ///< Counted from the beginning of the text.
  std::size_t mark_line_ = 1;
};

}  // namespace sellerhealth::read
