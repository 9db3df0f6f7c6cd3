#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "metric/metric.hpp"
#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

/// As RFC 4180 has it: in quotes where it holds a comma, a quote or a line break.
std::string text_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string{text};
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c == '"' ? "\"\"" : std::string{c};
  }
  return quoted + "\"";
}

/// An empty field where there is no value.
std::string count_field(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : ""; }

/// With the digits that the JSON has.
std::string rate_field(const render::Json& rate) { return rate.is_null() ? "" : rate.dump(); }

/// The names of the components of every metric, so that the columns are the same whatever is checked.
std::vector<std::string_view> component_columns() {
  std::vector<std::string_view> columns;
  const auto add = [&](std::string_view name) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
      columns.push_back(name);
    }
  };
  for (const std::string_view name : metric_names()) {
    const metric::Definition& definition = metric::definition_of(*find_metric(name));
    for (const metric::Part& part : definition.components) {
      add(part.name);
    }
    if (!definition.mean.empty()) {
      add(definition.mean);
    }
  }
  return columns;
}

std::string row(Day as_of, const CheckResult& point, const std::vector<std::string_view>& components) {
  render::Json figures;
  render::add_figures(point, figures);
  std::string text = fmt::format(
      "{},{},{},{},{},{},{},{},{},{},{},{}", util::iso_date(as_of), text_field(point.check.id), name_of(point.verdict),
      count_field(point.known), count_field(point.possible), count_field(point.denominator),
      rate_field(figures["rate"]), rate_field(figures["rate_min"]), rate_field(figures["rate_max"]),
      util::iso_date(point.first_day), util::iso_date(point.last_day), point.covered ? "true" : "false");
  for (const std::string_view name : components) {
    const auto found = std::find_if(point.components.begin(), point.components.end(),
                                    [&](const Component& component) { return component.name == name; });
    text += "," + (found == point.components.end() ? "" : count_field(found->value));
  }
  const std::optional<Segment>& segment = point.segment;
  return text + "," + (segment ? std::string{name_of(segment->by)} : "") + "," +
         (segment ? text_field(segment->value.value_or("")) : "") + "\n";
}

}  // namespace

std::string render_csv(const Trend& trend) {
  const std::vector<std::string_view> components = component_columns();
  std::string text =
      "as_of,id,verdict,numerator,numerator_max,denominator,rate,rate_min,rate_max,first_day,last_day,covered";
  for (const std::string_view name : components) {
    text += "," + std::string{name};
  }
  text += ",segment_by,segment_value\n";
  for (std::size_t day = 0; day < trend.days.size(); ++day) {
    for (const CheckTrend& line : trend.checks) {
      text += row(trend.days[day], line.points[day], components);
    }
  }
  return text;
}

}  // namespace sellerhealth
