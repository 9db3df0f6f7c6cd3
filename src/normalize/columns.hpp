#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/table_keys.hpp"
#include "sellerhealth/columns.hpp"

namespace sellerhealth::normalize {

/// The column that `header` means in an export of `kind`, by its own name or one of the aliases of the marketplaces'
/// reports. Headers are compared as util::fold() does, and without commas at their end: Amazon writes "Order ID,".
[[nodiscard]] std::optional<Column> find_column(Kind kind, std::string_view header);

/// Whether two spellings of a header are the same.
[[nodiscard]] bool same_header(std::string_view a, std::string_view b);

/// The columns that an export of `kind` may have, the identifying ones first.
[[nodiscard]] std::vector<Column> columns_of(Kind kind);

/// Those of them that it must have.
[[nodiscard]] std::vector<Column> required_columns(Kind kind);

/// Whether exports of `kind` are told by this header, which means `column` in them; `by_name`: since the seller, or the
/// header itself, says so, and not an alias that may mean other things elsewhere.
[[nodiscard]] bool is_mark(Kind kind, std::string_view header, std::optional<Column> column, bool by_name);

/// Whether this header shows the export to be a list of orders still to be shipped (Amazon's unshipped-orders report).
[[nodiscard]] bool lists_open_orders(std::string_view header);

/// What the tables of JSON documents are called.
[[nodiscard]] const read::TableKeys& table_keys();

}  // namespace sellerhealth::normalize
