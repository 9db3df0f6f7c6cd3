#include "index/recognize.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "normalize/columns.hpp"
#include "normalize/recognition.hpp"
#include "read/read_export.hpp"
#include "read/row_sink.hpp"

namespace sellerhealth::index {

namespace {

/// JSON records may leave out keys, so several are looked at before deciding what they are.
constexpr std::size_t rows_looked_at = 100;

/// Collects the headers of the first table that has no name, and the first rows.
class HeadSink final : public read::RowSink {
 public:
  void table(std::string_view name) override { named_ = find_kind(name).has_value(); }

  bool column(std::size_t /*number*/, std::string_view name) override {
    headers_.emplace_back(name);
    mix(name);
    return true;
  }

  bool header_done() override { return !named_; }

  bool row(const read::Row& row) override {
    for (const read::Cell& cell : row.cells) {
      mix(cell.text);
    }
    return ++rows_ < rows_looked_at;
  }

  bool bad_row(std::size_t /*line*/, std::string_view /*code*/, std::string message) override {
    mix(message);
    return ++rows_ < rows_looked_at;
  }

  [[nodiscard]] bool named() const { return named_; }
  [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
  [[nodiscard]] std::size_t fingerprint() const { return fingerprint_; }

 private:
  void mix(std::string_view text) { fingerprint_ = fingerprint_ * 31 + std::hash<std::string_view>{}(text); }

  bool named_ = false;
  std::vector<std::string> headers_;
  std::size_t rows_ = 0;
  std::size_t fingerprint_ = 0;
};

void require_columns(const RecognizedInput& recognized, const std::vector<std::string>& headers) {
  const Kind kind = *recognized.kind;
  for (const Column required : normalize::required_columns(kind)) {
    const bool found = std::any_of(headers.begin(), headers.end(), [&](const std::string& header) {
      return recognized.mappings.meaning_of(kind, header).column == required;
    });
    if (!found) {
      const std::string kind_name{name_of(kind)};
      const std::string column{name_of(required)};
      throw InputError{{.code = "missing_column",
                        .file = recognized.input.name(),
                        .line = 1,
                        .column = column,
                        .message = "is missing, expected in every export of " + kind_name +
                                   "; another name of it with --column " + kind_name + "." + column + "=HEADER"}};
    }
  }
}

/// Names that are garbled by a wrong encoding are not recognized.
std::string hint_at_encoding(const read::Input& input) {
  return input.encoding().empty() ? "" : "; is it " + input.encoding() + ", as --encoding says?";
}

}  // namespace

RecognizedInput recognize_input(read::Input input, std::optional<Kind> stated_kind,
                                const normalize::Mappings& mappings) {
  HeadSink head;
  read::read_export(input, normalize::table_keys(), head);
  RecognizedInput recognized{std::move(input), stated_kind, {}, head.fingerprint(), mappings};
  if (head.named()) {
    return recognized;
  }
  if (stated_kind) {
    recognized.mark = "--" + std::string{name_of(*stated_kind)};
  } else {
    const normalize::RecognitionResult result = normalize::recognize(head.headers(), mappings);
    if (!result.recognized) {
      throw InputError{{.code = result.ambiguous ? "ambiguous_export" : "not_recognized",
                        .file = recognized.input.name(),
                        .message = result.problem + hint_at_encoding(recognized.input)}};
    }
    recognized.kind = result.recognized->kind;
    recognized.mark = result.recognized->mark;
  }
  require_columns(recognized, head.headers());
  return recognized;
}

}  // namespace sellerhealth::index
