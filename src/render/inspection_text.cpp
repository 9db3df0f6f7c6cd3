#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::grouped;
using render::padded;

constexpr std::size_t label_width = 12;

std::string row(std::string_view label, const std::string& text) {
  return text.empty() ? "" : "  " + padded(label, label_width) + text + "\n";
}

/// "amazon-order-id (order-id)" where the file's spelling is not the column's own name.
std::string columns_text(const ExportFile& file, bool understood) {
  std::vector<std::string> names;
  for (const auto& [header, column] : file.headers) {
    if (column.has_value() == understood) {
      const std::string shown = util::printable(header);
      names.push_back(column && header != name_of(*column) ? fmt::format("{} ({})", shown, name_of(*column)) : shown);
    }
  }
  return render::list_text(names, ", ");
}

std::string ledger_text(const LedgerLine& line) {
  std::string text = fmt::format("{} read = {} used", grouped(line.read), grouped(line.used));
  for (const auto& [reason, rows] : line.left_out) {
    text += fmt::format(" + {} {}", grouped(rows), reason);
  }
  return text + (line.rejected > 0 ? fmt::format(" + {} rejected", grouped(line.rejected)) : "");
}

std::string file_text(const ExportFile& file, const LedgerLine& line) {
  std::string text =
      fmt::format("{}: {}, told by {}\n", util::printable(file.path), name_of(file.kind), util::printable(file.mark));
  text += row("format", file.format + ", " + file.encoding);
  text += row("rows", ledger_text(line));
  text += row("days", file.first_day ? render::date_range(*file.first_day, *file.last_day) : "none");
  text += row("understood", columns_text(file, true));
  text += row("not used", columns_text(file, false));
  return text + "\n";
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
    text += file_text(assessment.inputs[i], assessment.ledger.by_file[i]);
  }
  text += orders_text(inspection) + metrics_text(assessment) + bad_rows_text(inspection);
  return text;
}

}  // namespace sellerhealth
