#include "index/date_survey.hpp"

#include <string_view>
#include <vector>

#include "normalize/columns.hpp"
#include "normalize/marketplaces.hpp"
#include "normalize/rows.hpp"
#include "read/read_export.hpp"
#include "read/row_sink.hpp"
#include "util/text.hpp"

namespace sellerhealth::index {

namespace {

class SurveySink final : public read::RowSink {
 public:
  explicit SurveySink(const RecognizedInput& input) : input_{input} {}

  [[nodiscard]] DateSurvey& survey() { return survey_; }

  void table(std::string_view name) override {
    kind_ = input_.kind_of(name);
    headers_.clear();
  }

  bool column(std::size_t /*number*/, std::string_view name) override {
    input_.mappings.add_header(kind_, name, headers_);
    const std::optional<Column> column = headers_.back().column;
    return column && (normalize::is_date(*column) || *column == Column::sales_channel);
  }

  bool header_done() override { return true; }

  bool row(const read::Row& row) override {
    for (const read::Cell& cell : row.cells) {
      const std::string_view text = util::trim(cell.text);
      const ExportColumn& header = headers_[cell.column];
      if (header.column == Column::sales_channel) {
        note_channel(text);
      } else if (header.column && !text.empty() && !normalize::parse_iso_date(text)) {
        note_date(row.line, header.header, text);
      }
    }
    return true;
  }

  bool bad_row(std::size_t /*line*/, std::string_view /*code*/, std::string /*message*/) override { return true; }

 private:
  void note_channel(std::string_view channel) {
    if (channel == last_channel_) {
      return;
    }
    last_channel_ = channel;
    if (const std::optional<DateOrder> order = normalize::date_order_of(channel)) {
      survey_.marketplaces.insert(*order);
    }
  }

  void note_date(std::size_t line, const std::string& column, std::string_view text) {
    const normalize::DateReading reading = normalize::read_date(text);
    if (!reading.date) {
      return;
    }
    const std::optional<Day> day_first = reading.date->day(DateOrder::dmy);
    const std::optional<Day> month_first = reading.date->day(DateOrder::mdy);
    if (day_first == month_first) {
      return;
    }
    std::optional<SeenDate>& seen = !month_first ? survey_.day_first
                                    : !day_first ? survey_.month_first
                                                 : survey_.ambiguous;
    if (!seen) {
      seen = SeenDate{line, column, std::string{text}, *reading.date};
    }
  }

  const RecognizedInput& input_;
  Kind kind_ = Kind::orders;
  std::vector<ExportColumn> headers_;
  std::string last_channel_;
  DateSurvey survey_;
};

}  // namespace

DateSurvey survey_dates(const RecognizedInput& input) {
  SurveySink sink{input};
  read::read_export(input.input, normalize::table_keys(), sink);
  return std::move(sink.survey());
}

}  // namespace sellerhealth::index
