#include "cli/mapping_options.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "cli/option_values.hpp"
#include "normalize/columns.hpp"
#include "normalize/vocabularies.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

namespace {

constexpr std::string_view column_option = "--column";
constexpr std::string_view value_option = "--value";

[[noreturn]] void refuse(std::string_view option, std::string_view text, const std::string& expected) {
  throw UsageError{std::string{option} + ": found " + util::quoted(text) + ", expected " + expected};
}

/// What stands before the first `separator`, and takes it and the separator off `text`; nothing without one.
std::optional<std::string_view> take_until(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view taken = util::trim(text.substr(0, end));
  text.remove_prefix(end + 1);
  return taken;
}

Kind read_kind(std::optional<std::string_view> name, std::string_view option, std::string_view text,
               const std::string& form) {
  const std::optional<Kind> kind = name ? find_kind(*name) : std::nullopt;
  if (!kind) {
    std::vector<std::string_view> names;
    std::transform(all_kinds.begin(), all_kinds.end(), std::back_inserter(names),
                   [](Kind known) { return name_of(known); });
    refuse(option, text, form + " with a KIND of " + alternatives(names));
  }
  return *kind;
}

/// A column of `kind`; with `of_values`, one whose values have names.
Column read_column(std::optional<std::string_view> name, Kind kind, bool of_values, std::string_view option,
                   std::string_view text) {
  std::vector<std::string_view> names;
  for (const Column column : normalize::columns_of(kind)) {
    if (!of_values || normalize::vocabulary_of(column) != nullptr) {
      names.push_back(name_of(column));
    }
  }
  const std::string given = name ? util::hyphenated(*name) : std::string{};
  if (std::find(names.begin(), names.end(), given) == names.end()) {
    const std::string form = std::string{name_of(kind)} + (of_values ? ".COLUMN.VALUE=SPELLING" : ".COLUMN=HEADER");
    refuse(option, text,
           names.empty() ? "another KIND: no column of " + std::string{name_of(kind)} + " has named values"
                         : form + " with a COLUMN of " + alternatives(names));
  }
  return *find_column(given);
}

}  // namespace

ColumnMapping read_column_mapping(std::string_view text) {
  const std::string form = "KIND.COLUMN=HEADER";
  std::string_view header = text;
  std::optional<std::string_view> path = take_until(header, '=');
  if (!path) {
    refuse(column_option, text, form + ", such as orders.order-id=pedido");
  }
  const Kind kind = read_kind(take_until(*path, '.'), column_option, text, form);
  const Column column = read_column(path, kind, false, column_option, text);
  if (util::trim(header).empty()) {
    refuse(column_option, text, "the name of a column behind the =");
  }
  return {kind, column, std::string{util::trim(header)}};
}

ValueMapping read_value_mapping(std::string_view text) {
  const std::string form = "KIND.COLUMN.VALUE=SPELLING[,SPELLING]";
  std::string_view spellings = text;
  std::optional<std::string_view> path = take_until(spellings, '=');
  if (!path) {
    refuse(value_option, text, form + ", such as orders.order-status.shipped=dispatched");
  }
  const Kind kind = read_kind(take_until(*path, '.'), value_option, text, form);
  const std::optional<std::string_view> name = take_until(*path, '.');
  const Column column = read_column(name ? name : path, kind, true, value_option, text);
  const auto& values = normalize::vocabulary_of(column)->names;
  ValueMapping mapping{kind, column, name ? util::hyphenated(*path) : std::string{}, {}};
  if (std::find(values.begin(), values.end(), mapping.value) == values.end()) {
    refuse(value_option, text,
           std::string{name_of(kind)} + "." + std::string{name_of(column)} + ".VALUE=SPELLING with a VALUE of " +
               alternatives({values.begin(), values.end()}));
  }
  for (bool more = true; more;) {
    const std::optional<std::string_view> spelling = take_until(spellings, ',');
    more = spelling.has_value();
    mapping.spellings.emplace_back(util::trim(spelling.value_or(spellings)));
    if (util::fold(mapping.spellings.back()).empty()) {
      refuse(value_option, text, "spellings behind the =, with a comma between two");
    }
  }
  return mapping;
}

}  // namespace sellerhealth::cli
