#include "cli/requested_exports.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/mapping_options.hpp"
#include "cli/option_values.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

namespace {

using util::quoted;

/// "product-category, sales-channel, … or sku".
std::string segment_column_names() {
  std::vector<std::string_view> names;
  std::transform(segment_columns.begin(), segment_columns.end(), std::back_inserter(names),
                 [](Column column) { return name_of(column); });
  return alternatives(names);
}

std::optional<Column> find_segment_column(std::string_view name) {
  const std::optional<Column> column = find_column(util::hyphenated(name));
  const bool found =
      column && std::find(segment_columns.begin(), segment_columns.end(), *column) != segment_columns.end();
  return found ? column : std::nullopt;
}

std::optional<Column> read_segment_column(std::string_view name) {
  if (name.empty()) {
    return std::nullopt;
  }
  const std::optional<Column> column = find_segment_column(name);
  if (!column) {
    throw UsageError{"--by: found " + quoted(name) + ", expected " + segment_column_names()};
  }
  return column;
}

Filter read_filter(std::string_view text) {
  const std::string form = "COLUMN=VALUE with " + segment_column_names();
  auto [name, values] = split_assignment(text, "--where", form);
  const std::optional<Column> column = find_segment_column(name);
  if (!column) {
    throw UsageError{"--where: found " + quoted(text) + ", expected " + form};
  }
  Filter filter{.column = *column, .values = {}};
  for (;;) {
    const std::size_t comma = values.find(',');
    filter.values.emplace_back(util::trim(values.substr(0, comma)));
    if (comma == std::string_view::npos) {
      return filter;
    }
    values.remove_prefix(comma + 1);
  }
}

TimeZone read_zone(const std::string& name) {
  std::optional<TimeZone> zone = TimeZone::find(name);
  if (!zone) {
    throw UsageError{"--tz: there is no time zone " + quoted(name) + ", expected a name such as UTC or Europe/Paris"};
  }
  return *std::move(zone);
}

}  // namespace

std::vector<Source> sources_of(const Options& options) {
  std::vector<Source> sources;
  for (const std::string& path : options.paths) {
    sources.push_back({.path = path, .kind = std::nullopt});
  }
  for (const Kind kind : all_kinds) {
    for (const std::string& path : options.paths_of_kind[static_cast<std::size_t>(kind)]) {
      sources.push_back({.path = path, .kind = kind});
    }
  }
  if (sources.empty()) {
    throw UsageError{"no exports: expected files, a directory, or - for standard input"};
  }
  if (std::count_if(sources.begin(), sources.end(), [](const Source& source) { return source.path == "-"; }) > 1) {
    throw UsageError{"standard input (-) can be read only once"};
  }
  return sources;
}

ImportOptions import_options_of(const Options& options) {
  ImportOptions result;
  result.zone = read_zone(options.tz);
  if (!options.date_order.empty()) {
    result.date_order = find_date_order(options.date_order);
    if (!result.date_order) {
      throw UsageError{"--date-order: found " + quoted(options.date_order) + ", expected dmy, mdy or ymd"};
    }
  }
  result.encoding = options.encoding;
  constexpr int most_threads = 256;
  result.threads = static_cast<unsigned>(read_count(options.threads, "--threads", 1, most_threads).value_or(0));
  result.check_everything = options.command->shows_bad_rows;
  for (const Column column : options.command->also_reads) {
    result.also_read.insert(column);
  }
  result.segment_by = read_segment_column(options.by);
  if (options.advice && !result.segment_by) {
    result.segment_by = Column::product_category;
    result.segment_if_given = true;
  }
  std::transform(options.column.begin(), options.column.end(), std::back_inserter(result.columns), read_column_mapping);
  std::transform(options.value.begin(), options.value.end(), std::back_inserter(result.values), read_value_mapping);
  std::transform(options.where.begin(), options.where.end(), std::back_inserter(result.filters),
                 [](const std::string& text) { return read_filter(text); });
  return result;
}

}  // namespace sellerhealth::cli
