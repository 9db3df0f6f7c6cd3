#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "property/scan_events.hpp"
#include "read/delimited_reader.hpp"
#include "read/delimited_scan.hpp"
#include "read/utf8.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/dice.hpp"

// The scan reads what the exact reader reads: what its workers take and what its sink gets are together all rows, once
// each. It may give up where the text has something that only the exact reader knows, and nowhere else.

namespace sellerhealth::read {
namespace {

using support::Dice;

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

/// Whether all is as the scan can carry it, wherever blocks end.
bool is_plain(const std::string& text, const Delimited& dialect) {
  if (text.find('\0') != std::string::npos || scan_utf8(text).valid != text.size()) {
    return false;
  }
  enum class At { field, data, quoted, quote } at = At::field;
  for (const char c : std::string_view{text}.substr(text.starts_with(byte_order_mark) ? 3 : 0)) {
    const bool separator = c == dialect.delimiter || c == '\n';
    switch (at) {
      case At::field:
      case At::data:
        if (c == '"' && dialect.quoting) {
          if (at == At::data) {
            return false;
          }
          at = At::quoted;
        } else {
          at = separator ? At::field : At::data;
        }
        break;
      case At::quoted:
        at = c == '"' ? At::quote : At::quoted;
        break;
      case At::quote:
        if (c == '\r') {
          at = At::data;  // Enough: the texts that must be plain have no CR but before LF.
        } else if (c == '"') {
          at = At::quoted;
        } else if (separator) {
          at = At::field;
        } else {
          return false;
        }
    }
  }
  return at != At::quoted;
}

/// A CR that is not half of a CRLF.
bool has_lone_cr(const std::string& text) {
  for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] != '\n') {
      return true;
    }
  }
  return false;
}

void check_scans(const std::string& text, const Delimited& dialect, Dice& dice) {
  const Reading exact =
      read_exactly(text, [&](TextBuffer& buffer, RowSink& sink) { read_delimited(buffer, dialect, sink); });
  for (const StructureKernel& kernel : structure_kernels()) {
    for (const unsigned threads : {1U, 2U, 4U}) {
      const std::size_t block_size =
          dice.chance(20) ? 100000U : static_cast<std::size_t>(dice.between(1, 64) * dice.between(1, 64));
      const Work work = some_work(exact, dice);
      CAPTURE(text, dialect.delimiter, dialect.quoting, threads, block_size, kernel.name, work.one_in, work.columns);
      const bool read =
          check_scan(text, exact, work, [&](const Input& input, RowSink& sink, const WorkerFactory& worker) {
            return scan_delimited(input, dialect, sink, threads, worker, {.block_size = block_size, .before_help = 0},
                                  kernel);
          }).has_value();
      const bool expected = !exact.fault && is_plain(text, dialect) && !has_lone_cr(text);
      REQUIRE((read || !expected));
    }
  }
}

Delimited some_dialect(Dice& dice) {
  return {dice.pick(std::vector<char>{',', ';', '|', '\t'}), dice.chance(75), '\n'};
}

std::string some_value(Dice& dice, const Delimited& dialect) {
  static const std::vector<std::string> pieces{
      "a", "b", "12", " ",  "-",  "\xC3\xA9", "\xE6\x97\xA5\xE6\x9C\xAC", "\xF0\x9F\x98\x80", "\r", "x\"y", ",",
      ";", "|", "\t", "\"", "\n", "\r\n"};
  std::string value;
  const std::int64_t common = dice.chance(80) ? 8 : static_cast<std::int64_t>(pieces.size());
  for (std::int64_t i = dice.chance(3) ? 300 : dice.below(6); i > 0; --i) {
    value += pieces[static_cast<std::size_t>(dice.below(common))];
  }
  if (!dialect.quoting) {
    std::replace_if(
        value.begin(), value.end(), [&](char c) { return c == dialect.delimiter || c == '\n'; }, '_');
    return value;
  }
  std::string quoted = "\"";
  for (const char c : value) {
    quoted += c == '"' ? "\"\"" : std::string{c};
  }
  quoted += '"';
  const bool special = value.find_first_of(std::string{"\"\n\r"} + dialect.delimiter) != std::string::npos;
  return special || dice.chance(20) ? quoted : value;
}

/// An export as programs write it.
std::string some_table(Dice& dice, const Delimited& dialect) {
  const std::int64_t columns = dice.between(1, 20);
  const std::string line_break = dice.chance(50) ? "\n" : "\r\n";
  std::string header;
  for (std::int64_t i = 0; i < columns; ++i) {
    header += (i == 0 ? std::string{} : std::string{dialect.delimiter}) + "c" + std::to_string(i);
  }
  std::string text = dice.chance(20) ? byte_order_mark : "";
  text += (dice.chance(10) ? line_break : "") + header + line_break;
  for (std::int64_t row = dice.below(40); row > 0; --row) {
    if (dice.chance(3)) {
      text += dice.pick(std::vector<std::string>{"", "  ", header, byte_order_mark + header}) + line_break;
    }
    const std::int64_t fields = dice.chance(4) ? dice.between(1, 25) : columns;
    for (std::int64_t i = 0; i < fields; ++i) {
      text += (i == 0 ? std::string{} : std::string{dialect.delimiter}) + some_value(dice, dialect);
    }
    text += dice.chance(3) ? "\n" : line_break;
  }
  if (dice.chance(30)) {
    text.resize(text.size() - line_break.size());
  }
  return text;
}

void damage(std::string& text, Dice& dice) {
  static const std::vector<std::string> pieces{"\"",
                                               "\"\"",
                                               "\"\"\"",
                                               "\r",
                                               "\n",
                                               ",",
                                               "\xE9",
                                               "\xC3",
                                               "\xED\xA0\x80",
                                               "\xF0\x9F\x98",
                                               std::string(1, '\0'),
                                               "\"x",
                                               "x\"",
                                               "\xC3\xA9",
                                               "\"\r",
                                               "\"\r\n"};
  const auto at = static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(text.size()) + 1));
  if (dice.chance(30)) {
    text.resize(at);
  } else {
    text.insert(at, dice.pick(pieces));
  }
}

}  // namespace

TEST_CASE("a scan of an export equals its exact reading") {
  for (std::uint64_t run = 0; run < support::runs(300); ++run) {
    Dice dice(run);
    const Delimited dialect = some_dialect(dice);
    CAPTURE(run);
    check_scans(some_table(dice, dialect), dialect, dice);
  }
}

TEST_CASE("a scan of a damaged export equals its exact reading, or gives up") {
  for (std::uint64_t run = 0; run < support::runs(300); ++run) {
    Dice dice(run);
    const Delimited dialect = some_dialect(dice);
    std::string text = some_table(dice, dialect);
    for (std::int64_t i = dice.between(1, 3); i > 0; --i) {
      damage(text, dice);
    }
    CAPTURE(run);
    check_scans(text, dialect, dice);
  }
}

TEST_CASE("a scan of a short text of quotes and separators equals its exact reading, or gives up") {
  constexpr std::string_view letters = "\"\"\",\n\r a";
  for (std::uint64_t run = 0; run < support::runs(2000); ++run) {
    Dice dice(run);
    std::string text = dice.chance(50) ? "a,b\n" : "";
    for (std::int64_t i = dice.between(1, 12); i > 0; --i) {
      text += letters[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(letters.size())))];
    }
    CAPTURE(run);
    check_scans(text, {}, dice);
  }
}

}  // namespace sellerhealth::read
