#include "read/ndjson_reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "read/fault.hpp"
#include "read/json_events.hpp"
#include "read/json_record.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

/// One line: one record.
class LineEvents final : public JsonEvents {
 public:
  LineEvents(JsonRecord& record, const std::string& file, std::size_t line)
      : record_{record}, file_{file}, line_{line} {}

 private:
  bool on_object(std::size_t depth) override {
    if (depth == 0) {
      record_.begin(line_);
    } else {
      record_.begin_object();
    }
    return true;
  }
  bool on_object_end(std::size_t depth) override {
    if (depth > 0) {
      record_.end_object();
    }
    return true;
  }
  bool on_array(std::size_t depth) override { return depth > 0 || refuse_line("an array"); }
  bool on_array_end(std::size_t /*depth*/) override { return true; }
  bool on_key(std::size_t /*depth*/, std::string_view name) override {
    record_.key(name);
    return true;
  }
  bool on_value(std::size_t depth, std::string_view text) override {
    if (depth == 0) {
      return refuse_line("a single value");
    }
    record_.value(text);
    return true;
  }
  [[noreturn]] void on_too_deep() override {
    throw fault("invalid_json", file_, line_, "is nested more than 64 levels deep, expected fewer");
  }

  bool refuse_line(const std::string& found) {
    return refuse("is " + found + ", expected an object: {\"key\": value}");
  }

  JsonRecord& record_;
  const std::string& file_;
  std::size_t line_;
};

/// The line at the beginning of `text` without its line break, all of it in memory.
std::string_view whole_line(TextBuffer& text, std::size_t line) {
  while (true) {
    const std::size_t size = text.view().find('\n');
    if (size != std::string_view::npos || text.ended()) {
      return text.view().substr(0, size);
    }
    if (text.view().size() >= longest_row) {
      throw fault("row_too_long", text.name(), line, "found no end of the row within 16 MiB, expected a line break");
    }
    text.extend();
  }
}

}  // namespace

void read_ndjson(TextBuffer& text, RowSink& sink) {
  JsonRecord record{text.name()};
  record.use_table("");
  for (std::size_t number = 1; !text.view().empty() || text.extend(); ++number) {
    const std::string_view line = whole_line(text, number);
    if (!util::trim(line).empty()) {
      LineEvents events{record, text.name(), number};
      // Without its line break the last line may lack more than that.
      const bool cut_off = line.size() == text.view().size() && !util::trim(line).ends_with('}');
      const bool go_on = parse_json(line, events) ? record.hand_over(sink)
                         : cut_off                ? record.reject(sink, number, "truncated_row",
                                                                  "ends inside its JSON, expected more: was the download cut off?")
                                                  : record.reject(sink, number, "invalid_json", events.fault_message());
      if (!go_on) {
        return;
      }
    }
    text.consume(std::min(line.size() + 1, text.view().size()));
  }
}

}  // namespace sellerhealth::read
