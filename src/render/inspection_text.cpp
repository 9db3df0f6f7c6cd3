#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "index/message_words.hpp"
#include "render/format.hpp"
#include "render/speaker.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::padded;
using render::Phrase;
using render::Speaker;

constexpr render::Plural<1> rows{"{} row", "{} rows"};
constexpr std::size_t line_width = 100;
/// Nobody reads more columns than this; a table may have thousands.
constexpr std::size_t most_columns_named = 60;

/// The labels of rows of one kind of date, in the order of the Kind enumeration: what the dates of a file are of.
constexpr std::array<Phrase<0>, all_kinds.size()> dated_by{"purchases", "feedback of",    "filed",
                                                           "filed",     "rows::received", "dated"};
constexpr std::array<Phrase<0>, 6> other_labels{"format", "rows", "understood", "not used", "unknown", "events"};

/// As wide as the longest label and a space.
std::size_t label_width(const Speaker& say) {
  std::size_t width = 0;
  const auto include = [&](Phrase<0> label) { width = std::max(width, render::width_of(say(label)) + 1); };
  std::for_each(dated_by.begin(), dated_by.end(), include);
  std::for_each(other_labels.begin(), other_labels.end(), include);
  return width;
}

std::string row(Phrase<0> label, const std::string& text, const Speaker& say) {
  return text.empty() ? "" : "  " + padded(say(label), label_width(say)) + text + "\n";
}

/// The items with commas between them, in lines that are not too long.
std::string wrapped_row(Phrase<0> label, const std::vector<std::string>& items, const Speaker& say) {
  std::string text;
  const std::size_t before = 2 + label_width(say);
  std::size_t width = before;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
    const std::size_t item_width = render::width_of(item);
    if (i > 0 && width + 1 + item_width > line_width) {
      text += "\n" + std::string(before, ' ');
      width = before;
    } else if (i > 0) {
      text += ' ';
      ++width;
    }
    text += item;
    width += item_width;
  }
  return row(label, text, say);
}

/// "amazon-order-id (order-id)" where the header is not the column's own name, "pedido (order-id by --column)"
/// where the seller says so.
std::string column_text(const ExportColumn& column, const Speaker& say) {
  const std::string shown = util::printable(column.header);
  if (!column.column || (util::fold(column.header) == util::fold(name_of(*column.column)) && !column.mapped)) {
    return shown;
  }
  return column.mapped ? say("{} ({} by --column)", shown, name_of(*column.column))
                       : say("{} ({})", shown, name_of(*column.column));
}

std::string columns_text(Phrase<0> label, const ExportFile& file, bool understood, const Speaker& say) {
  std::vector<std::string> names;
  std::size_t count = 0;
  for (const ExportColumn& column : file.headers) {
    if (column.column.has_value() == understood && ++count <= most_columns_named) {
      names.push_back(column_text(column, say));
    }
  }
  if (count > most_columns_named) {
    names.push_back(say("and {} more", say.number(static_cast<std::int64_t>(count - most_columns_named))));
  }
  return wrapped_row(label, names, say);
}

std::string days_text(const ExportFile& file, const std::optional<std::pair<Day, Day>>& event_days,
                      const Speaker& say) {
  if (file.first_day) {
    return row(dated_by[static_cast<std::size_t>(file.kind)], say.date_range(*file.first_day, *file.last_day), say);
  }
  return event_days ? row("events", say.date_range(event_days->first, event_days->second), say) : "";
}

std::string unknown_values_text(const ExportFile& file, const Speaker& say) {
  std::string text;
  for (const UnknownValue& unknown : file.unknown_values) {
    text += row("unknown",
                say("{} {} in {}: {}", name_of(unknown.column), say.quoted(unknown.value),
                    say.counted(unknown.count, rows), index::advice_on_value(file.kind, unknown.column, say)),
                say);
  }
  return text;
}

std::string ledger_text(const LedgerLine& line, const Speaker& say) {
  std::string text = say("{} read = {} used", say.number(line.read), say.number(line.used));
  for (const auto& [reason, count] : line.left_out) {
    text += fmt::format(" + {} {}", say.number(count), reason);
  }
  return text + (line.rejected > 0 ? say(" + {} rejected", say.number(line.rejected)) : "");
}

std::string file_text(const ExportFile& file, const LedgerLine& line,
                      const std::optional<std::pair<Day, Day>>& event_days, const Speaker& say) {
  std::string text = say("{}: {}, told by {}", util::printable(file.path), say(render::words_of(file.kind)),
                         util::printable(file.mark)) +
                     "\n";
  text += row("format", file.format + ", " + file.encoding, say);
  text += row("rows", ledger_text(line, say), say);
  text += days_text(file, event_days, say);
  text += columns_text("understood", file, true, say);
  text += columns_text("not used", file, false, say);
  text += unknown_values_text(file, say);
  return text + "\n";
}

/// Files of a directory that are no exports.
std::string skipped_text(const Assessment& assessment, Language language) {
  std::string text;
  for (const Diagnostic& warning : assessment.warnings) {
    if (warning.code == "skipped_file") {
      text += render_text(warning, language) + "\n";
    }
  }
  return text + (text.empty() ? "" : "\n");
}

std::string orders_text(const Inspection& inspection, const Speaker& say) {
  std::string text = say.counted(inspection.orders, "{} order", "{} orders");
  if (inspection.undated_orders > 0) {
    text += say(", {} of them without a purchase-date in any file", say.number(inspection.undated_orders));
  }
  text += ".\n";
  if (inspection.contradicted_order_count > 0) {
    const bool all_named = inspection.contradicted_order_count == std::ssize(inspection.contradicted_orders);
    text += say("{} with purchase-dates more than two days apart: {}",
                say.counted(inspection.contradicted_order_count, "{} order", "{} orders"),
                util::printable(fmt::format("{}", fmt::join(inspection.contradicted_orders, ", ")))) +
            (all_named ? "\n" : " …\n");
  }
  return text;
}

std::string metrics_text(const Assessment& assessment, const Speaker& say) {
  std::string text =
      "\n" + say("What can be checked as of {} ({}):", say.date(assessment.options.as_of), assessment.time_zone) + "\n";
  std::size_t title_width = 0;
  for (const std::string_view name : metric_names()) {
    title_width = std::max(title_width, render::width_of(say(render::words_of(*find_metric(name)).title)));
  }
  for (const CheckResult& check : assessment.checks) {
    // Over other windows a metric stands on the same columns.
    const auto same = std::find_if(assessment.checks.begin(), assessment.checks.end(),
                                   [&](const CheckResult& other) { return other.check.metric == check.check.metric; });
    if (&*same != &check) {
      continue;
    }
    const std::string state = !check.checked ? say("no") : check.needs.empty() ? say("yes") : say("partly");
    text += fmt::format("  {}  {}\n", padded(say(render::words_of(check.check.metric).title), title_width), state);
    for (const Need& need : check.needs) {
      const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                     [&](const ExportFile& file) { return file.kind == need.kind; });
      text += "    " + say("lacks {}", render::how_to_settle(need, given, say)) + "\n";
    }
  }
  return text;
}

std::string bad_rows_text(const Inspection& inspection, const Speaker& say) {
  if (inspection.bad_row_count == 0) {
    return "";
  }
  std::string text = "\n" +
                     say.counted(static_cast<std::int64_t>(inspection.bad_row_count),
                                 "{} row that cannot be understood:", "{} rows that cannot be understood:") +
                     "\n";
  for (const Diagnostic& fault : inspection.bad_rows) {
    text += "  " + to_string(fault) + "\n";
  }
  return text + (inspection.bad_row_count > inspection.bad_rows.size() ? "  …\n" : "");
}

}  // namespace

std::string render_text(const Inspection& inspection, const TextStyle& style) {
  const Speaker say{style.language};
  const Assessment& assessment = inspection.assessment;
  std::string text;
  for (std::size_t i = 0; i < assessment.inputs.size(); ++i) {
    text += file_text(assessment.inputs[i], assessment.ledger.by_file[i], inspection.event_days[i], say);
  }
  text += skipped_text(assessment, style.language);
  text += orders_text(inspection, say) + metrics_text(assessment, say) + bad_rows_text(inspection, say);
  return text;
}

}  // namespace sellerhealth
