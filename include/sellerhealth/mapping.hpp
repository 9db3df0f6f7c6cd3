#pragma once

#include <string>
#include <vector>

#include "sellerhealth/columns.hpp"

namespace sellerhealth {

/// What a header means in exports of one kind, for headers that sellerhealth does not know or knows otherwise. Headers
/// are the same whatever their case, accents and separators.
///
/// In files that have the header it replaces what the header would mean, and every other header that would mean the
/// column.
struct ColumnMapping {
  Kind kind = Kind::orders;
  Column column = Column::order_id;
  std::string header;
};

/// How else a value of a column is spelled: `value` is the value's name, such as "shipped" for the column order-status.
/// Spellings are the same whatever their case, accents and separators. They come before those that are built in.
struct ValueMapping {
  Kind kind = Kind::orders;
  Column column = Column::order_status;
  std::string value;
  std::vector<std::string> spellings;
};

}  // namespace sellerhealth
