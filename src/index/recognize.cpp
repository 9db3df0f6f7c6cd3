#include "index/recognize.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

#include "normalize/columns.hpp"
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

struct Required {
  Kind kind;
  Column column;
};
constexpr std::array required_columns{
    Required{Kind::orders, Column::order_id},           Required{Kind::feedback, Column::order_id},
    Required{Kind::feedback, Column::rating},           Required{Kind::claims, Column::order_id},
    Required{Kind::chargebacks, Column::order_id},      Required{Kind::messages, Column::received_at},
    Required{Kind::violations, Column::violation_date},
};

void require_columns(const read::Input& input, Kind kind, const std::vector<std::string>& headers) {
  for (const Required& required : required_columns) {
    const bool found = std::any_of(headers.begin(), headers.end(), [&](const std::string& header) {
      return normalize::find_column(kind, header) == required.column;
    });
    if (required.kind == kind && !found) {
      const std::string column{name_of(required.column)};
      throw InputError{{.code = "missing_column",
                        .file = input.name(),
                        .line = 1,
                        .column = column,
                        .message = "is missing, expected in every export of " + std::string{name_of(kind)}}};
    }
  }
}

/// Names that are garbled by a wrong encoding are not recognized.
std::string hint_at_encoding(const read::Input& input) {
  return input.encoding().empty() ? "" : "; is it " + input.encoding() + ", as --encoding says?";
}

}  // namespace

RecognizedInput recognize_input(read::Input input, std::optional<Kind> stated_kind) {
  HeadSink head;
  read::read_export(input, head);
  RecognizedInput recognized{std::move(input), stated_kind, {}, head.fingerprint()};
  if (head.named()) {
    return recognized;
  }
  if (stated_kind) {
    recognized.mark = "--" + std::string{name_of(*stated_kind)};
  } else {
    const normalize::RecognitionResult result = normalize::recognize(head.headers());
    if (!result.recognized) {
      throw InputError{{.code = result.ambiguous ? "ambiguous_export" : "not_recognized",
                        .file = recognized.input.name(),
                        .message = result.problem + hint_at_encoding(recognized.input)}};
    }
    recognized.kind = result.recognized->kind;
    recognized.mark = result.recognized->mark;
  }
  require_columns(recognized.input, *recognized.kind, head.headers());
  return recognized;
}

}  // namespace sellerhealth::index
