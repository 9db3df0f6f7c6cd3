#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "normalize/vocabularies.hpp"
#include "render/format.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::grouped;
using render::padded;

constexpr std::size_t label_width = 12;
constexpr std::size_t line_width = 100;
/// Nobody reads more columns than this; a table may have thousands.
constexpr std::size_t most_columns_named = 60;

std::string row(std::string_view label, const std::string& text) {
  return text.empty() ? "" : "  " + padded(label, label_width) + text + "\n";
}

/// The items with commas between them, in lines that are not too long.
std::string wrapped_row(std::string_view label, const std::vector<std::string>& items) {
  std::string text;
  std::size_t width = 2 + label_width;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
    const std::size_t item_width = render::width_of(item);
    if (i > 0 && width + 1 + item_width > line_width) {
      text += "\n" + std::string(2 + label_width, ' ');
      width = 2 + label_width;
    } else if (i > 0) {
      text += ' ';
      ++width;
    }
    text += item;
    width += item_width;
  }
  return row(label, text);
}

/// "amazon-order-id (order-id)" where the header is not the column's own name, "pedido (order-id by --column)"
/// where the seller says so.
std::string column_text(const ExportColumn& column) {
  const std::string shown = util::printable(column.header);
  if (!column.column || (util::fold(column.header) == util::fold(name_of(*column.column)) && !column.mapped)) {
    return shown;
  }
  return fmt::format("{} ({}{})", shown, name_of(*column.column), column.mapped ? " by --column" : "");
}

std::string columns_text(std::string_view label, const ExportFile& file, bool understood) {
  std::vector<std::string> names;
  std::size_t count = 0;
  for (const ExportColumn& column : file.headers) {
    if (column.column.has_value() == understood && ++count <= most_columns_named) {
      names.push_back(column_text(column));
    }
  }
  if (count > most_columns_named) {
    names.push_back(fmt::format("and {} more", grouped(static_cast<std::int64_t>(count - most_columns_named))));
  }
  return wrapped_row(label, names);
}

/// What the dates of a file are of.
std::string_view dated_by(Kind kind) {
  switch (kind) {
    case Kind::orders:
      return "purchases";
    case Kind::feedback:
      return "feedback of";
    case Kind::claims:
    case Kind::chargebacks:
      return "filed";
    case Kind::messages:
      return "received";
    case Kind::violations:
      return "dated";
  }
  return {};
}

std::string days_text(const ExportFile& file, const std::optional<std::pair<Day, Day>>& event_days) {
  if (file.first_day) {
    return row(dated_by(file.kind), render::date_range(*file.first_day, *file.last_day));
  }
  return event_days ? row("events", render::date_range(event_days->first, event_days->second)) : "";
}

std::string unknown_values_text(const ExportFile& file) {
  std::string text;
  for (const UnknownValue& unknown : file.unknown_values) {
    text += row("unknown", fmt::format("{} {} in {}: {}", name_of(unknown.column), util::quoted_value(unknown.value),
                                       render::counted(unknown.count, "row"),
                                       normalize::advice_on_value(file.kind, unknown.column)));
  }
  return text;
}

std::string ledger_text(const LedgerLine& line) {
  std::string text = fmt::format("{} read = {} used", grouped(line.read), grouped(line.used));
  for (const auto& [reason, rows] : line.left_out) {
    text += fmt::format(" + {} {}", grouped(rows), reason);
  }
  return text + (line.rejected > 0 ? fmt::format(" + {} rejected", grouped(line.rejected)) : "");
}

std::string file_text(const ExportFile& file, const LedgerLine& line,
                      const std::optional<std::pair<Day, Day>>& event_days) {
  std::string text =
      fmt::format("{}: {}, told by {}\n", util::printable(file.path), name_of(file.kind), util::printable(file.mark));
  text += row("format", file.format + ", " + file.encoding);
  text += row("rows", ledger_text(line));
  text += days_text(file, event_days);
  text += columns_text("understood", file, true);
  text += columns_text("not used", file, false);
  text += unknown_values_text(file);
  return text + "\n";
}

/// Files of a directory that are no exports.
std::string skipped_text(const Assessment& assessment) {
  std::string text;
  for (const Diagnostic& warning : assessment.warnings) {
    if (warning.code == "skipped_file") {
      text += to_string(warning) + "\n";
    }
  }
  return text + (text.empty() ? "" : "\n");
}

std::string orders_text(const Inspection& inspection) {
  std::string text = render::counted(inspection.orders, "order");
  if (inspection.undated_orders > 0) {
    text += fmt::format(", {} of them without a purchase-date in any file", grouped(inspection.undated_orders));
  }
  text += ".\n";
  if (inspection.contradicted_order_count > 0) {
    text += fmt::format("{} with purchase-dates more than two days apart: {}{}\n",
                        render::counted(inspection.contradicted_order_count, "order"),
                        util::printable(render::list_text(inspection.contradicted_orders, ", ")),
                        inspection.contradicted_order_count > std::ssize(inspection.contradicted_orders) ? " …" : "");
  }
  return text;
}

std::string metrics_text(const Assessment& assessment) {
  std::string text = fmt::format("\nWhat can be checked as of {} ({}):\n", render::date_text(assessment.options.as_of),
                                 assessment.time_zone);
  for (const CheckResult& check : assessment.checks) {
    // Over other windows a metric stands on the same columns.
    const auto same = std::find_if(assessment.checks.begin(), assessment.checks.end(),
                                   [&](const CheckResult& other) { return other.check.metric == check.check.metric; });
    if (&*same != &check) {
      continue;
    }
    const std::string_view state = !check.checked ? "no" : check.needs.empty() ? "yes" : "partly";
    text += fmt::format("  {}  {}\n", padded(render::words_of(check.check.metric).title, 19), state);
    for (const Need& need : check.needs) {
      const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                     [&](const ExportFile& file) { return file.kind == need.kind; });
      text += "    lacks " + render::advice(need, given) + "\n";
    }
  }
  return text;
}

std::string bad_rows_text(const Inspection& inspection) {
  if (inspection.bad_row_count == 0) {
    return "";
  }
  std::string text = fmt::format("\n{} that cannot be understood:\n",
                                 render::counted(static_cast<std::int64_t>(inspection.bad_row_count), "row"));
  for (const Diagnostic& fault : inspection.bad_rows) {
    text += "  " + to_string(fault) + "\n";
  }
  return text + (inspection.bad_row_count > inspection.bad_rows.size() ? "  …\n" : "");
}

}  // namespace

std::string render_text(const Inspection& inspection) {
  const Assessment& assessment = inspection.assessment;
  std::string text;
  for (std::size_t i = 0; i < assessment.inputs.size(); ++i) {
    text += file_text(assessment.inputs[i], assessment.ledger.by_file[i], inspection.event_days[i]);
  }
  text += skipped_text(assessment);
  text += orders_text(inspection) + metrics_text(assessment) + bad_rows_text(inspection);
  return text;
}

}  // namespace sellerhealth
