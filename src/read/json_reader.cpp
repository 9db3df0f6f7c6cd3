#include "read/json_reader.hpp"

#include <algorithm>
#include <memory>
#include <optional>
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

using util::equals_ignoring_case;

constexpr std::string_view payload_key = "payload";
constexpr std::string_view errors_key = "errors";

/// Tells records from what is around them.
///
/// A document is the outermost object, or an element of the outermost array. It, or the payload in it, is an envelope;
/// until a table turns up in it, it may itself be a record, the candidate.
class DocumentEvents final : public JsonEvents {
 public:
  DocumentEvents(JsonText& text, const TableKeys& keys, RowSink& sink)
      : text_{text}, keys_{keys}, sink_{sink}, record_{text.name()} {}

  /// Whether the outermost object or array has ended.
  [[nodiscard]] bool is_complete() const { return complete_; }
  [[nodiscard]] bool is_list() const { return document_depth_ == 1; }
  /// Whether the last document was an object that holds records, or a record, and is none itself.
  [[nodiscard]] bool is_envelope() const { return tables_seen_ || payload_seen_ || in_envelope_; }

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

  /// Whether what begins or ends at `depth` is a row, or would have to be one.
  [[nodiscard]] bool is_row_place(std::size_t depth) const { return rows_depth_ != 0 && depth == rows_depth_; }
  [[nodiscard]] bool is_document_place(std::size_t depth) const { return depth == document_depth_; }
  [[nodiscard]] bool is_payload_place(std::size_t depth) const {
    return !in_row_ && depth == document_depth_ + 1 && depth == envelope_depth_ &&
           equals_ignoring_case(key_, payload_key);
  }
  [[nodiscard]] bool collects() const { return in_row_ || candidate_ == Candidate::open; }
  [[nodiscard]] std::string_view table_called(std::string_view key) const;
  bool begin_document();
  bool begin_row();
  bool begin_candidate(std::size_t envelope_depth);
  void begin_table(std::size_t depth);
  bool refuse_element();
  bool end_document();

  JsonText& text_;
  const TableKeys& keys_;
  RowSink& sink_;
  JsonRecord record_;

  std::size_t document_depth_ = 0;  ///< 1: the documents are the elements of an array.
  bool any_document_ = false;
  bool complete_ = false;

  // Of the present document.
  std::size_t envelope_depth_ = 0;  ///< How deep the keys of the envelope are.
  std::string key_;                 ///< The last of them.
  Candidate candidate_ = Candidate::none;
  bool maybe_table_ = false;    ///< The array that just began is a table if an object or nothing follows.
  std::size_t rows_depth_ = 0;  ///< How deep the rows of the current table are; 0: there is none.
  bool in_row_ = false;
  bool payload_seen_ = false;
  bool tables_seen_ = false;
  bool in_envelope_ = false;
};

/// The table that an array under `key` is; nothing if it is a part of a record.
std::string_view DocumentEvents::table_called(std::string_view key) const {
  const auto found = std::find_if(keys_.tables.begin(), keys_.tables.end(),
                                  [&](std::string_view name) { return equals_ignoring_case(name, key); });
  if (found == keys_.tables.end()) {
    return {};
  }
  // A list of orders may have messages and claims inside each.
  const bool inside = is_list() && candidate_ == Candidate::open && !record_.is_empty() && *found != keys_.pages;
  return inside ? std::string_view{} : *found;
}

bool DocumentEvents::on_object(std::size_t depth) {
  if (std::exchange(maybe_table_, false)) {
    begin_table(depth);
  }
  if (!in_row_ && is_row_place(depth)) {
    return begin_row();
  }
  if (is_document_place(depth)) {
    return begin_document();
  }
  if (is_payload_place(depth)) {
    if (std::exchange(payload_seen_, true)) {
      return refuse("has two keys \"payload\", expected one");
    }
    return begin_candidate(envelope_depth_ + 1);
  }
  if (collects()) {
    record_.begin_object();
  }
  return true;
}

bool DocumentEvents::begin_document() {
  any_document_ = true;
  complete_ = false;
  tables_seen_ = false;
  payload_seen_ = false;
  in_envelope_ = false;
  return begin_candidate(document_depth_ + 1);
}

bool DocumentEvents::begin_row() {
  text_.mark();
  record_.begin(text_.line());
  in_row_ = true;
  return true;
}

bool DocumentEvents::begin_candidate(std::size_t envelope_depth) {
  text_.mark();
  envelope_depth_ = envelope_depth;
  if (!tables_seen_) {
    candidate_ = Candidate::open;
    record_.begin(text_.line());
  }
  return true;
}

void DocumentEvents::begin_table(std::size_t depth) {
  rows_depth_ = depth;
  tables_seen_ = true;
  record_.use_table(table_called(key_));
  record_.begin(text_.line());
  candidate_ = Candidate::none;
}

bool DocumentEvents::on_object_end(std::size_t depth) {
  if (in_row_ && is_row_place(depth)) {
    in_row_ = false;
    text_.mark();
    return record_.hand_over(sink_);
  }
  if (!in_row_ && depth + 1 == envelope_depth_) {
    --envelope_depth_;
    candidate_ = candidate_ == Candidate::none ? candidate_ : Candidate::closed;
    return !is_document_place(depth) || end_document();
  }
  if (collects()) {
    record_.end_object();
  }
  return true;
}

bool DocumentEvents::on_array(std::size_t depth) {
  maybe_table_ = false;
  if (depth == 0) {
    document_depth_ = 1;
    return true;
  }
  if (!in_row_ && (is_row_place(depth) || is_document_place(depth))) {
    return refuse_element();
  }
  maybe_table_ = !in_row_ && depth == envelope_depth_ && !table_called(key_).empty();
  return true;
}

bool DocumentEvents::on_array_end(std::size_t depth) {
  if (std::exchange(maybe_table_, false)) {
    begin_table(depth + 1);
  }
  if (depth == 0) {
    complete_ = true;
    return any_document_ || record_.end_table(sink_);
  }
  if (!in_row_ && is_row_place(depth + 1)) {
    rows_depth_ = 0;
    return record_.end_table(sink_);
  }
  return true;
}

bool DocumentEvents::on_key(std::size_t depth, std::string_view name) {
  if (!in_row_ && depth == envelope_depth_) {
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
  if (!in_row_ && (is_row_place(depth) || (is_list() && is_document_place(depth)))) {
    return refuse_element();
  }
  if (collects() && !(text.empty() && is_payload_place(depth))) {
    record_.value(text);
  } else {
    text_.mark();
  }
  return true;
}

bool DocumentEvents::refuse_element() {
  const std::string where = rows_depth_ == 0 ? "the list" : "the list " + util::quoted(key_);
  return refuse("holds something in " + where + " that is not an object, expected only records like {\"key\": value}");
}

bool DocumentEvents::end_document() {
  complete_ = !is_list();
  text_.mark();
  if (candidate_ == Candidate::none) {
    return true;
  }
  if (record_.is_below(errors_key)) {
    const std::string_view code = record_.first_value("errors.code");
    throw fault("error_response", text_.name(), text_.line(),
                "is a server's error message" + (code.empty() ? "" : ", " + util::quoted(code)) +
                    ", expected the data that it was asked for");
  }
  in_envelope_ = record_.is_below(keys_.record);
  if (in_envelope_) {
    record_.use_table(keys_.pages, keys_.record);
  } else {
    record_.use_table("");
  }
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

void read_json(TextBuffer& text, const TableKeys& keys, RowSink& sink) {
  JsonText json{text};
  DocumentEvents events{json, keys, sink};
  while (parse_json(json, events)) {
    const std::optional<char> next = json.next_visible();
    if (!next) {
      return;
    }
    if (events.is_list() || *next != '{') {
      throw fault("invalid_json", text.name(), json.line(), "goes on after the end of its JSON, expected nothing more");
    }
  }
  if (events.fault_message().empty()) {
    return;
  }
  if (json.missed_more() && !events.is_complete()) {
    throw fault("truncated_file", text.name(), json.line(),
                "ends inside its JSON, expected more: was the download cut off?");
  }
  throw fault("invalid_json", text.name(), json.line(), events.fault_message());
}

bool is_one_record(std::string_view line, const TableKeys& keys) {
  MemorySource source{std::make_shared<const std::string>(line)};
  TextBuffer text{source, {}};
  JsonText json{text};
  NullSink sink;
  DocumentEvents events{json, keys, sink};
  try {
    return parse_json(json, events) && !json.next_visible() && !events.is_envelope();
  } catch (const InputError&) {
    return false;  // read_json() says the same of the whole file, with its name and line
  }
}

}  // namespace sellerhealth::read
