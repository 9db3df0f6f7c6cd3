#include "read/delimited_row.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "read/text_buffer.hpp"

namespace sellerhealth::read {

namespace {

const char* find(const char* begin, const char* end, char wanted) {
  const void* found = begin == end ? nullptr : std::memchr(begin, wanted, static_cast<std::size_t>(end - begin));
  return found == nullptr ? end : static_cast<const char*>(found);
}

}  // namespace

DelimitedRow::DelimitedRow(const Delimited& dialect) : dialect_{dialect}, wanted_(most_columns, 1) {}

DelimitedRow::Kind DelimitedRow::split(std::string_view text, bool ended) {
  ended_ = ended;
  cells_.clear();
  doubled_.clear();
  fields_ = 0;
  lines_ = 1;
  open_quote_line_ = 0;
  begin_ = text.data();
  const char* at = begin_;
  const char* const end = at + text.size();
  const auto take = [&](const Line& last, Kind kind) {
    text_ = {begin_, static_cast<std::size_t>(last.end - begin_)};
    size_ = static_cast<std::size_t>(last.next - begin_);
    return last.whole ? kind : Kind::incomplete;
  };

  Line line = line_at(at, end);
  if (line.whole && is_blank({at, static_cast<std::size_t>(line.end - at)})) {
    return take(line, Kind::blank);
  }
  while (true) {
    if (dialect_.quoting && at != line.end && *at == '"') {
      const char* const begin = at + 1;
      const ClosingQuote close = closing_quote(begin, end);
      if (close.at == nullptr) {
        open_quote_line_ = lines_;
        return Kind::incomplete;
      }
      if (close.at > line.end) {
        lines_ += static_cast<std::size_t>(std::count(begin, close.at, dialect_.newline));
        line = line_at(close.at + 1, end);
      }
      add_field({begin, static_cast<std::size_t>(close.at - begin)}, close.doubled);
      at = close.at + 1;
      if (at != line.end && *at != dialect_.delimiter) {
        return take(line, Kind::stray_quote);
      }
    } else {
      const char* const field_end = find(at, line.end, dialect_.delimiter);
      add_field({at, static_cast<std::size_t>(field_end - at)}, false);
      at = field_end;
    }
    if (at == line.end) {
      return take(line, Kind::row);
    }
    ++at;
  }
}

DelimitedRow::Line DelimitedRow::line_at(const char* at, const char* end) const {
  const char* const line_break = find(at, end, dialect_.newline);
  const bool cr = line_break != at && line_break[-1] == '\r';
  return {line_break - (cr ? 1 : 0), line_break + (line_break == end ? 0 : 1), line_break != end || ended_};
}

DelimitedRow::ClosingQuote DelimitedRow::closing_quote(const char* at, const char* end) const {
  ClosingQuote quote{nullptr};
  while (true) {
    at = find(at, end, '"');
    if (at == end || (at + 1 == end && !ended_)) {
      return quote;
    }
    if (at + 1 == end || at[1] != '"') {
      quote.at = at;
      return quote;
    }
    quote.doubled = true;
    at += 2;
  }
}

void DelimitedRow::add_field(std::string_view text, bool doubled) {
  if (fields_ < wanted_.size() && wanted_[fields_] != 0) {
    if (doubled) {
      doubled_.push_back(cells_.size());
    }
    cells_.push_back({fields_, text});
  }
  ++fields_;
}

void DelimitedRow::undouble_quotes(char* text) {
  for (const std::size_t cell : doubled_) {
    const std::string_view doubled = cells_[cell].text;
    const std::span<char> field{text + (doubled.data() - begin_), doubled.size()};
    bool after_quote = false;
    const auto end = std::remove_if(field.begin(), field.end(), [&](char c) {
      const bool second = c == '"' && after_quote;
      after_quote = c == '"' && !after_quote;
      return second;
    });
    cells_[cell].text = doubled.substr(0, static_cast<std::size_t>(end - field.begin()));
  }
}

}  // namespace sellerhealth::read
