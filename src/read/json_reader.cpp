#include "read/json_reader.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "read/fault.hpp"
#include "read/json_events.hpp"
#include "read/json_record.hpp"
#include "read/json_text.hpp"
#include "read/memory_source.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

/// The keys whose arrays are tables; they are the names that tables have in RowSink.
constexpr std::array<std::string_view, 6> table_names{"orders",      "feedback", "claims",
                                                      "chargebacks", "messages", "violations"};

std::string_view table_called(std::string_view key) {
  const auto* const found = std::find_if(table_names.begin(), table_names.end(),
                                         [&](std::string_view name) { return util::equals_ignoring_case(name, key); });
  return found == table_names.end() ? std::string_view{} : *found;
}

/// Tells records from what is around them.
///
/// An envelope is the outermost object, or the payload in it. Until a table turns up in it, it may itself be the one
/// record of the document, the candidate.
class DocumentEvents final : public JsonEvents {
 public:
  DocumentEvents(JsonText& text, RowSink& sink) : text_{text}, sink_{sink}, record_{text.name()} {}

  [[nodiscard]] bool is_complete() const { return complete_; }
  /// Whether the document was one object that holds records, or a record, and is none itself.
  [[nodiscard]] bool is_envelope() const { return tables_seen_ || payload_seen_ || unwrapped_; }

 private:
  enum class Candidate : std::uint8_t { none, open, closed };

  bool on_object(std::size_t depth) override;
  bool on_object_end(std::size_t depth) override;
  bool on_array(std::size_t depth) override;
  bool on_array_end(std::size_t depth) override;
  bool on_key(std::size_t depth, std::string_view name) override;
  bool on_value(std::size_t depth, std::string_view text) override;
  [[noreturn]] void on_too_deep() override {
    throw fault("invalid_json", text_.name(), text_.line(), "is nested more than 64 levels deep, expected fewer");
  }

  /// Whether what begins or ends at `depth` is a record, or would have to be one.
  [[nodiscard]] bool is_record_place(std::size_t depth) const { return rows_depth_ != 0 && depth == rows_depth_; }
  [[nodiscard]] bool collects() const { return in_record_ || candidate_ == Candidate::open; }
  bool begin_record();
  bool begin_candidate(std::size_t envelope_depth);
  void begin_table(std::size_t depth);
  bool refuse_record();
  bool end_document();

  JsonText& text_;
  RowSink& sink_;
  JsonRecord record_;

  std::size_t envelope_depth_ = 0;  ///< How deep its keys are; 0: the document is an array.
  std::string key_;                 ///< The last key of the envelope.
  Candidate candidate_ = Candidate::none;
  bool maybe_table_ = false;    ///< The array that just began is a table if an object or nothing follows.
  std::size_t rows_depth_ = 0;  ///< How deep the records of the current table are; 0: there is none.
  bool in_record_ = false;
  bool payload_seen_ = false;
  bool tables_seen_ = false;
  bool unwrapped_ = false;
  bool complete_ = false;
};

bool DocumentEvents::on_object(std::size_t depth) {
  if (std::exchange(maybe_table_, false)) {
    begin_table(depth);
  }
  if (!in_record_ && is_record_place(depth)) {
    return begin_record();
  }
  if (depth == 0) {
    return begin_candidate(1);
  }
  if (!in_record_ && depth == 1 && envelope_depth_ == 1 && util::equals_ignoring_case(key_, "payload")) {
    if (std::exchange(payload_seen_, true)) {
      return refuse("has two keys \"payload\", expected one");
    }
    return begin_candidate(2);
  }
  if (collects()) {
    record_.begin_object();
  }
  return true;
}

bool DocumentEvents::begin_record() {
  text_.mark();
  record_.begin(text_.line());
  in_record_ = true;
  return true;
}

bool DocumentEvents::begin_candidate(std::size_t envelope_depth) {
  text_.mark();
  envelope_depth_ = envelope_depth;
  if (!tables_seen_) {
    candidate_ = Candidate::open;
    record_.begin_table("");
    record_.begin(text_.line());
  }
  return true;
}

void DocumentEvents::begin_table(std::size_t depth) {
  rows_depth_ = depth;
  tables_seen_ = true;
  candidate_ = Candidate::none;
  record_.begin_table(table_called(key_));
}

bool DocumentEvents::on_object_end(std::size_t depth) {
  if (in_record_ && is_record_place(depth)) {
    in_record_ = false;
    text_.mark();
    return record_.hand_over(sink_);
  }
  if (!in_record_ && depth + 1 == envelope_depth_) {
    --envelope_depth_;
    candidate_ = candidate_ == Candidate::none ? candidate_ : Candidate::closed;
    return depth > 0 || end_document();
  }
  if (collects()) {
    record_.end_object();
  }
  return true;
}

bool DocumentEvents::on_array(std::size_t depth) {
  maybe_table_ = false;
  if (depth == 0) {
    rows_depth_ = 1;
    record_.begin_table("");
    return true;
  }
  if (!in_record_ && is_record_place(depth)) {
    return refuse_record();
  }
  maybe_table_ = !in_record_ && depth == envelope_depth_ && !table_called(key_).empty();
  return true;
}

bool DocumentEvents::on_array_end(std::size_t depth) {
  if (std::exchange(maybe_table_, false)) {
    begin_table(depth + 1);
  }
  if (!in_record_ && is_record_place(depth + 1)) {
    rows_depth_ = 0;
    complete_ = depth == 0;
    return record_.end_table(sink_);
  }
  return true;
}

bool DocumentEvents::on_key(std::size_t depth, std::string_view name) {
  if (!in_record_ && depth == envelope_depth_) {
    key_ = name;
  }
  if (collects()) {
    record_.key(name);
  } else {
    text_.mark();
  }
  return true;
}

bool DocumentEvents::on_value(std::size_t depth, std::string_view text) {
  maybe_table_ = false;
  if (!in_record_ && is_record_place(depth)) {
    return refuse_record();
  }
  if (collects()) {
    record_.value(text);
  } else {
    text_.mark();
  }
  return true;
}

bool DocumentEvents::refuse_record() {
  const std::string where = envelope_depth_ == 0 ? "the list" : "the list " + util::quoted(key_);
  return refuse("holds something in " + where + " that is not an object, expected only records like {\"key\": value}");
}

bool DocumentEvents::end_document() {
  complete_ = true;
  if (candidate_ == Candidate::none) {
    return true;
  }
  unwrapped_ = record_.unwrap("order", "orders");
  return record_.hand_over(sink_);
}

/// Wants nothing; for looking at a record.
class NullSink final : public RowSink {
 public:
  void table(std::string_view /*name*/) override {}
  bool column(std::size_t /*number*/, std::string_view /*name*/) override { return false; }
  bool header_done() override { return true; }
  bool row(const Row& /*row*/) override { return true; }
  bool bad_row(std::size_t /*line*/, std::string_view /*code*/, std::string /*message*/) override { return true; }
};

}  // namespace

void read_json(TextBuffer& text, RowSink& sink) {
  JsonText json{text};
  DocumentEvents events{json, sink};
  if (parse_json(json, events) || events.fault_message().empty()) {
    return;
  }
  if (json.missed_more() && !events.is_complete()) {
    throw fault("truncated_file", text.name(), json.line(),
                "ends inside its JSON, expected more: was the download cut off?");
  }
  throw fault("invalid_json", text.name(), json.line(), events.fault_message());
}

bool is_one_record(std::string_view line) {
  MemorySource source{std::make_shared<const std::string>(line)};
  TextBuffer text{source, {}};
  JsonText json{text};
  NullSink sink;
  DocumentEvents events{json, sink};
  try {
    return parse_json(json, events) && !events.is_envelope();
  } catch (const InputError&) {
    return false;  // read_json() says the same of the whole file, with its name and line
  }
}

}  // namespace sellerhealth::read
