#include "read/ndjson_table.hpp"

#include "read/fault.hpp"
#include "read/json_events.hpp"
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

}  // namespace

NdjsonTable::NdjsonTable(std::string name, RowSink& sink) : name_{std::move(name)}, sink_{sink}, record_{name_} {
  record_.use_table("");
}

bool NdjsonTable::hand_over(std::string_view line, std::size_t number, bool has_break) {
  const std::string_view visible = util::trim(line);
  if (visible.empty()) {
    return true;
  }
  LineEvents events{record_, name_, number};
  if (parse_json(line, events)) {
    return record_.hand_over(sink_);
  }
  // Without its line break the last line may lack more than that.
  const bool cut_off = !has_break && !visible.ends_with('}');
  return cut_off ? record_.reject(sink_, number, "truncated_row",
                                  "ends inside its JSON, expected more: was the download cut off?")
                 : record_.reject(sink_, number, "invalid_json", events.fault_message());
}

}  // namespace sellerhealth::read
