#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/block_worker.hpp"
#include "read/decode.hpp"
#include "read/row_sink.hpp"
#include "read/text_buffer.hpp"
#include "read/utf8.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "support/catch.hpp"
#include "support/dice.hpp"

/// What scans and exact readers say of a text, to compare one with the other.
namespace sellerhealth::read {

/// Something that a reader says; `line` is 0 for what workers took.
struct Event {
  using Cells = std::vector<std::pair<std::size_t, std::string>>;

  std::size_t line;
  std::string code;  ///< "row", that of a bad row, "table", or "column".
  Cells cells;       ///< By column; of a bad row or a table, its message or name.

  [[nodiscard]] bool announces() const { return code == "table" || code == "column"; }

  friend bool operator==(const Event&, const Event&) = default;
  friend auto operator<=>(const Event&, const Event&) = default;
};

inline std::ostream& operator<<(std::ostream& out, const Event& event) {
  out << event.line << ' ' << event.code;
  for (const auto& [column, text] : event.cells) {
    out << " [" << column << '=' << text << ']';
  }
  return out;
}

class EventSink final : public RowSink {
 public:
  /// Does not want every so many-th column; 0: wants all.
  explicit EventSink(std::size_t unwanted_every) : unwanted_every_{unwanted_every} {}

  std::vector<Event> events;

  void table(std::string_view name) override { events.push_back({0, "table", {{0, std::string{name}}}}); }
  bool column(std::size_t number, std::string_view name) override {
    events.push_back({0, "column", {{number, std::string{name}}}});
    return wants(number);
  }
  bool header_done() override { return true; }
  bool row(const Row& row) override {
    Event event{row.line, "row", {}};
    for (const Cell& cell : row.cells) {
      event.cells.emplace_back(cell.column, cell.text);
    }
    events.push_back(std::move(event));
    return true;
  }
  bool bad_row(std::size_t line, std::string_view code, std::string message) override {
    events.push_back({line, std::string{code}, {{0, std::move(message)}}});
    return true;
  }
  [[nodiscard]] bool wants(std::size_t column) const {
    return unwanted_every_ == 0 || (column + 1) % unwanted_every_ != 0;
  }

 private:
  std::size_t unwanted_every_;
};

/// Takes some rows, and of these some columns.
class SomeWorker final : public BlockWorker {
 public:
  SomeWorker(std::vector<std::size_t> columns, std::size_t one_in) : columns_{std::move(columns)}, one_in_{one_in} {}

  std::vector<Event> events;

  bool take(PlainRow& row) override {
    Event event{0, "row", {}};
    std::size_t hash = 0;
    for (const std::size_t column : columns_) {
      event.cells.emplace_back(column, row.field(column));
      hash += std::hash<std::string_view>{}(row.field(column));
    }
    if (one_in_ == 0 || hash % one_in_ != 0 || row.needs_unquoting()) {
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
  std::size_t unwanted_every;  ///< Of the sink.

  /// What is announced before the first row.
  [[nodiscard]] std::vector<Event>::const_iterator header_end() const {
    return std::find_if_not(events.begin(), events.end(), [](const Event& event) { return event.announces(); });
  }
};

/// What the exact reader `read(TextBuffer&, RowSink&)` says.
template <typename Read>
Reading read_exactly(const std::string& text, Read read, std::size_t unwanted_every = 0) {
  EventSink sink{unwanted_every};
  try {
    TextSource source{Input::from_memory("export", text).open(), "export"};
    TextBuffer buffer{source, "export"};
    read(buffer, sink);
  } catch (const InputError& error) {
    return {sink.events, to_string(error.fault()), unwanted_every};
  }
  return {sink.events, {}, unwanted_every};
}

/// What workers do in a scan.
struct Work {
  std::size_t one_in;                ///< They take one in so many rows; 0: none.
  std::vector<std::size_t> columns;  ///< That they look at.
};

/// Looks at some columns of the header that the sink wants.
inline Work some_work(const Reading& exact, support::Dice& dice) {
  Work work{static_cast<std::size_t>(dice.between(0, 2)), {}};
  std::for_each(exact.events.begin(), exact.header_end(), [&](const Event& event) {
    const std::size_t column = event.cells.front().first;
    if (event.code == "column" && EventSink{exact.unwanted_every}.wants(column) && dice.chance(60)) {
      work.columns.push_back(column);
    }
  });
  return work;
}

/// What a row of the exact reader is to a worker.
inline Event taken_of(const Event& row, const std::vector<std::size_t>& columns) {
  Event taken{0, row.code, {}};
  for (const std::size_t column : columns) {
    const auto is_of_column = [&](const auto& cell) { return cell.first == column; };
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(), is_of_column);
    REQUIRE(std::count_if(row.cells.begin(), row.cells.end(), is_of_column) <= 1);
    taken.cells.emplace_back(column, cell == row.cells.end() ? std::string{} : cell->second);
  }
  return taken;
}

/// What the exact reader says must be what `scan(Input, RowSink&, WorkerFactory)` says, if it says something. Returns
/// how many rows its workers took; nothing if it gave up.
template <typename Scan>
std::optional<std::size_t> check_scan(const std::string& text, const Reading& exact, const Work& work, Scan scan) {
  EventSink sink{exact.unwanted_every};
  std::vector<std::unique_ptr<SomeWorker>> workers;
  const WorkerFactory worker = [&]() -> BlockWorker& {
    return *workers.emplace_back(std::make_unique<SomeWorker>(work.columns, work.one_in));
  };
  try {
    if (scan(Input::from_memory("export", text), sink, worker) == ScanResult::gave_up) {
      return std::nullopt;
    }
  } catch (const InputError& error) {
    // The exact reader decodes ahead, so bytes that are not UTF-8 may be what it finds first.
    REQUIRE(exact.fault);
    REQUIRE((exact.fault == to_string(error.fault()) || scan_utf8(text).valid != text.size()));
    return 0;
  }
  REQUIRE_FALSE(exact.fault);

  // What the sink got is part of what the exact reader says, in its order; all else are rows that workers took.
  std::vector<Event> others;
  auto next = sink.events.begin();
  for (const Event& event : exact.events) {
    if (next != sink.events.end() && *next == event) {
      ++next;
    } else {
      others.push_back(event.code == "row" ? taken_of(event, work.columns) : event);
    }
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
  return taken.size();
}

}  // namespace sellerhealth::read
