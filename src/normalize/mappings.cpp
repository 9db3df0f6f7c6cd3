#include "normalize/mappings.hpp"

#include <algorithm>

#include "normalize/columns.hpp"
#include "normalize/vocabularies.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

/// "orders.ship-date".
std::string path_of(Kind kind, Column column) {
  return std::string{name_of(kind)} + "." + std::string{name_of(column)};
}

void require_column(Kind kind, Column column, std::string_view option) {
  const std::vector<Column> columns = columns_of(kind);
  if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
    throw UsageError{std::string{option} + ": exports of " + std::string{name_of(kind)} + " have no column " +
                     util::quoted(name_of(column))};
  }
}

/// The number of a value's name.
std::uint8_t number_of(const ValueMapping& mapping) {
  const Vocabulary* const vocabulary = vocabulary_of(mapping.column);
  const std::span<const std::string_view> names =
      vocabulary == nullptr ? std::span<const std::string_view>{} : vocabulary->names;
  const auto found = std::find(names.begin(), names.end(), mapping.value);
  if (found == names.end()) {
    throw UsageError{"--value: " + path_of(mapping.kind, mapping.column) + " has no value " +
                     util::quoted(mapping.value)};
  }
  return static_cast<std::uint8_t>(found - names.begin());
}

}  // namespace

Mappings::Mappings(std::vector<ColumnMapping> columns, const std::vector<ValueMapping>& values)
    : columns_{std::move(columns)} {
  for (const ColumnMapping& mapping : columns_) {
    require_column(mapping.kind, mapping.column, "--column");
    for (const ColumnMapping& earlier : columns_) {
      if (earlier.kind == mapping.kind && earlier.column != mapping.column &&
          same_header(earlier.header, mapping.header)) {
        throw UsageError{"--column: the header " + util::quoted(mapping.header) + " is to mean both " +
                         path_of(mapping.kind, earlier.column) + " and " + path_of(mapping.kind, mapping.column) +
                         ", expected one"};
      }
    }
  }
  for (const ValueMapping& mapping : values) {
    require_column(mapping.kind, mapping.column, "--value");
    const std::uint8_t number = number_of(mapping);
    std::vector<OwnSpelling>& known = spellings_[{mapping.kind, mapping.column}];
    for (const std::string& spelling : mapping.spellings) {
      std::string folded = util::fold(spelling);
      const auto earlier = std::find_if(known.begin(), known.end(),
                                        [&](const OwnSpelling& candidate) { return candidate.folded == folded; });
      if (earlier != known.end() && earlier->value != number) {
        throw UsageError{"--value: " + util::quoted(spelling) + " is to mean two values of " +
                         path_of(mapping.kind, mapping.column) + ", expected one"};
      }
      known.push_back({std::move(folded), number});
    }
  }
}

Meaning Mappings::meaning_of(Kind kind, std::string_view header) const {
  const auto mapping = std::find_if(columns_.begin(), columns_.end(), [&](const ColumnMapping& candidate) {
    return candidate.kind == kind && same_header(candidate.header, header);
  });
  return mapping == columns_.end() ? Meaning{find_column(kind, header)} : Meaning{mapping->column, true};
}

std::optional<std::size_t> Mappings::add_header(Kind kind, std::string_view header,
                                                std::vector<ExportColumn>& columns) const {
  const Meaning meaning = meaning_of(kind, header);
  columns.push_back({std::string{header}, meaning.column, meaning.mapped});
  const auto last = columns.end() - 1;
  const auto rival = std::find_if(columns.begin(), last, [&](const ExportColumn& earlier) {
    return meaning.column && earlier.column == meaning.column;
  });
  if (rival == last) {
    return std::nullopt;
  }
  if (rival->mapped && !meaning.mapped) {
    last->column.reset();
    return std::nullopt;
  }
  if (!rival->mapped && meaning.mapped) {
    rival->column.reset();
  }
  return static_cast<std::size_t>(rival - columns.begin());
}

std::span<const OwnSpelling> Mappings::spellings_of(Kind kind, Column column) const {
  const auto found = spellings_.find({kind, column});
  return found == spellings_.end() ? std::span<const OwnSpelling>{} : found->second;
}

}  // namespace sellerhealth::normalize
