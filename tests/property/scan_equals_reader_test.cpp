#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/decode.hpp"
#include "read/delimited_reader.hpp"
#include "read/delimited_scan.hpp"
#include "read/utf8.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/dice.hpp"

// The scan reads what the exact reader reads: what its workers take and what its sink gets are together all rows, once
// each. It may give up where the text has something that only the exact reader knows, and nowhere else.

namespace sellerhealth::read {
namespace {

using support::Dice;

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

/// Something that a reader says; `line` is 0 for what workers took.
struct Event {
  std::size_t line;
  std::string code;  ///< "row", that of a bad row, or "column".
  std::vector<std::string> cells;

  friend bool operator==(const Event&, const Event&) = default;
  friend auto operator<=>(const Event&, const Event&) = default;
};

std::ostream& operator<<(std::ostream& out, const Event& event) {
  out << event.line << ' ' << event.code;
  for (const std::string& cell : event.cells) {
    out << " [" << cell << ']';
  }
  return out;
}

class EventSink final : public RowSink {
 public:
  std::vector<Event> events;

  void table(std::string_view name) override { events.push_back({0, "table", {std::string{name}}}); }
  bool column(std::size_t number, std::string_view name) override {
    events.push_back({number, "column", {std::string{name}}});
    return true;
  }
  bool header_done() override { return true; }
  bool row(const Row& row) override {
    Event event{row.line, "row", {}};
    for (const Cell& cell : row.cells) {
      event.cells.emplace_back(cell.text);
    }
    events.push_back(std::move(event));
    return true;
  }
  bool bad_row(std::size_t line, std::string_view code, std::string message) override {
    events.push_back({line, std::string{code}, {std::move(message)}});
    return true;
  }
};

/// Takes some rows, and of these some columns.
class SomeWorker final : public BlockWorker {
 public:
  SomeWorker(std::vector<std::size_t> columns, std::size_t one_in) : columns_{std::move(columns)}, one_in_{one_in} {}

  std::vector<Event> events;

  bool take(PlainRow& row) override {
    if (one_in_ == 0 || std::hash<std::string_view>{}(row.text()) % one_in_ != 0) {
      return false;
    }
    Event event{0, "row", {}};
    for (const std::size_t column : columns_) {
      event.cells.emplace_back(row.field(column));
    }
    if (row.needs_unquoting()) {
      return false;
    }
    events.push_back(std::move(event));
    return true;
  }

 private:
  std::vector<std::size_t> columns_;
  std::size_t one_in_;
};

struct Reading {
  std::vector<Event> events;
  std::optional<std::string> fault;
};

Reading read_exactly(const std::string& text, const Delimited& dialect) {
  EventSink sink;
  try {
    TextSource source{Input::from_memory("export", text).open(), "export"};
    TextBuffer buffer{source, "export"};
    read_delimited(buffer, dialect, sink);
  } catch (const InputError& error) {
    return {sink.events, to_string(error.fault())};
  }
  return {sink.events, {}};
}

struct ScanTrial {
  unsigned threads;
  std::size_t block_size;
  const StructureKernel& kernel;
  std::size_t one_in;                ///< Workers take one in so many rows; 0: none.
  std::vector<std::size_t> columns;  ///< That they look at.
};

/// What the exact reader says must be what the scan says, if it says something. Returns whether it does.
bool check_scan(const std::string& text, const Delimited& dialect, const Reading& exact, const ScanTrial& trial) {
  EventSink sink;
  std::vector<std::unique_ptr<SomeWorker>> workers;
  const auto worker = [&]() -> BlockWorker& {
    return *workers.emplace_back(std::make_unique<SomeWorker>(trial.columns, trial.one_in));
  };
  try {
    if (scan_delimited(Input::from_memory("export", text), dialect, sink, trial.threads, worker, trial.block_size,
                       trial.kernel) == ScanResult::gave_up) {
      return false;
    }
  } catch (const InputError& error) {
    // The exact reader decodes ahead, so bytes that are not UTF-8 may be what it finds first.
    REQUIRE(exact.fault);
    REQUIRE((exact.fault == to_string(error.fault()) || scan_utf8(text).valid != text.size()));
    return true;
  }
  REQUIRE_FALSE(exact.fault);

  // What the sink got is part of what the exact reader says, in its order; all else are rows that workers took.
  std::vector<Event> others;
  auto next = sink.events.begin();
  for (const Event& event : exact.events) {
    if (next != sink.events.end() && *next == event) {
      ++next;
      continue;
    }
    Event taken{0, event.code, {}};
    if (event.code == "row") {
      for (const std::size_t column : trial.columns) {
        taken.cells.push_back(event.cells.at(column));
      }
    }
    others.push_back(std::move(taken));
  }
  if (next != sink.events.end()) {
    FAIL("not from the exact reader: " << *next);
  }
  std::vector<Event> taken;
  for (const auto& each : workers) {
    taken.insert(taken.end(), each->events.begin(), each->events.end());
  }
  if (workers.size() != 1) {
    std::sort(others.begin(), others.end());
    std::sort(taken.begin(), taken.end());
  }
  REQUIRE(taken == others);
  return true;
}

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

std::size_t columns_of(const Reading& reading) {
  return static_cast<std::size_t>(std::count_if(reading.events.begin(), reading.events.end(),
                                                [](const Event& event) { return event.code == "column"; }));
}

void check_scans(const std::string& text, const Delimited& dialect, Dice& dice) {
  const Reading exact = read_exactly(text, dialect);
  for (const StructureKernel& kernel : structure_kernels()) {
    for (const unsigned threads : {1U, 2U, 4U}) {
      ScanTrial trial{threads,
                      dice.chance(20) ? 100000U : static_cast<std::size_t>(dice.between(1, 64) * dice.between(1, 64)),
                      kernel,
                      static_cast<std::size_t>(dice.between(0, 2)),
                      {}};
      for (std::size_t column = 0; column < columns_of(exact); ++column) {
        if (dice.chance(60)) {
          trial.columns.push_back(column);
        }
      }
      CAPTURE(text, dialect.delimiter, dialect.quoting, threads, trial.block_size, kernel.name, trial.one_in,
              trial.columns);
      const bool read = check_scan(text, dialect, exact, trial);
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
