#include "read/format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "read/fault.hpp"
#include "read/json_reader.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

constexpr std::size_t head_size = std::size_t{64} * 1024;

/// The header as it stands in the file. A line break inside quotes does not end it.
std::string_view header_of(std::string_view head, char newline) {
  bool quoted = false;
  for (std::size_t i = 0; i < head.size(); ++i) {
    quoted = quoted != (head[i] == '"');
    if (head[i] == newline && !quoted) {
      return head.substr(0, i);
    }
  }
  return head;
}

char most_frequent_delimiter(std::string_view header) {
  struct Candidate {
    char delimiter;
    std::size_t count = 0;
  };
  std::array candidates{Candidate{','}, Candidate{';'}, Candidate{'|'}};
  bool quoted = false;
  for (const char c : header) {
    quoted = quoted != (c == '"');
    for (Candidate& candidate : candidates) {
      candidate.count += !quoted && candidate.delimiter == c ? 1U : 0U;
    }
  }
  return std::max_element(candidates.begin(), candidates.end(),
                          [](const Candidate& a, const Candidate& b) { return a.count < b.count; })
      ->delimiter;
}

/// Whether a name of the TAB-separated `header` stands in quotes: then a program other than Amazon's wrote the file.
bool has_quoted_name(std::string_view header) {
  while (true) {
    const std::size_t size = header.find('\t');
    const std::string_view name = util::trim(header.substr(0, size));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
      return true;
    }
    if (size == std::string_view::npos) {
      return false;
    }
    header.remove_prefix(size + 1);
  }
}

Layout delimited_layout(std::string_view head) {
  Layout layout;
  if (head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos) {
    layout.delimited.newline = '\r';
  }
  // In a TAB file a lone quote is data and hides neither TABs nor line breaks.
  const std::string_view line = head.substr(0, head.find(layout.delimited.newline));
  if (line.find('\t') != std::string_view::npos) {
    layout.format = Format::tsv;
    layout.delimited.delimiter = '\t';
    layout.delimited.quoting = has_quoted_name(line);
  } else {
    layout.delimited.delimiter = most_frequent_delimiter(header_of(head, layout.delimited.newline));
  }
  return layout;
}

}  // namespace

std::string_view name_of(Format format) {
  switch (format) {
    case Format::csv:
      return "csv";
    case Format::tsv:
      return "tsv";
    case Format::json:
      return "json";
    case Format::ndjson:
      return "ndjson";
  }
  return {};
}

Layout recognize_layout(TextBuffer& text, const TableKeys& keys) {
  while (text.view().size() < head_size && text.extend()) {
  }
  const std::string_view view = text.view();
  std::string_view head = view.substr(0, head_size);
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\v\f"), head.size()));
  if (head.empty()) {
    throw fault("empty_file", text.name(), 0,
                view.empty() ? "is empty, expected at least a header line"
                             : "holds nothing but white space, expected at least a header line");
  }
  switch (head.front()) {
    case '<':
      throw fault("unknown_format", text.name(), 0,
                  "looks like HTML or XML, expected CSV, TSV or JSON: was a web page or an error message saved in "
                  "place of the report?");
    case '[':
      return {Format::json, {}};
    case '{':
      return {is_one_record(head.substr(0, head.find('\n')), keys) ? Format::ndjson : Format::json, {}};
    default:
      return delimited_layout(head);
  }
}

}  // namespace sellerhealth::read
