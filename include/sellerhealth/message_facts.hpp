#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "sellerhealth/columns.hpp"
#include "sellerhealth/time_zone.hpp"
#include "sellerhealth/window.hpp"

/// What a message tells, so that it can be worded in any language. `code` is that of its Diagnostic.
namespace sellerhealth::fact {

/// A file of a directory is no export.
struct SkippedFile {
  static constexpr std::string_view code = "skipped_file";
  std::string fault_code;     ///< Why it is none: "not_recognized", "empty_file" …
  std::string fault_message;  ///< The same in English, in full.
};

/// A file has the same content as an earlier one.
struct SameContent {
  static constexpr std::string_view code = "same_content";
  std::string earlier;  ///< The name of that file.
};

/// A column whose values are of a fixed set has another one.
struct UnknownValue {
  static constexpr std::string_view code = "unknown_value";
  Kind kind;
  Column column;
  std::string value;
  bool last;  ///< Whether no further value of the column will be told.
};

/// The newest of the orders exports is old.
struct StaleExport {
  static constexpr std::string_view code = "stale_export";
  Day last_day;
  Day as_of;
};

/// No orders, or messages, are of the days that a check looks at.
struct EmptyWindow {
  static constexpr std::string_view code = "empty_window";
  Kind kind;  ///< Orders or messages.
  Window window;
  Day as_of;
  Day first_given;
  Day last_given;
};

/// The exports reach back to a part of the days only that a check looks at.
struct WindowNotCovered {
  static constexpr std::string_view code = "window_not_covered";
  Kind kind;  ///< Orders or messages.
  Day beginning;
  Window window;
  Day as_of;
};

/// Many rows of a file name orders that no orders export holds.
struct UnmatchedOrders {
  static constexpr std::string_view code = "unmatched_order";
  std::int64_t count;
  std::int64_t rows;  ///< All rows of the file.
};

/// Orders have no day of purchase.
struct UndatedOrders {
  static constexpr std::string_view code = "undated_orders";
  std::int64_t count;
};

/// What came of orders has no date, so that a past day may look better or worse than it did.
struct UndatedOutcomes {
  static constexpr std::string_view code = "undated_outcomes";
  std::int64_t count;
  Day first_as_of;
  bool one_day;  ///< Whether this is the only as-of day.
};

/// The filters leave no order.
struct NoMatch {
  static constexpr std::string_view code = "no_match";
};

/// Rows were not understood, so nothing is judged.
struct BadRows {
  static constexpr std::string_view code = "bad_rows";
  std::int64_t count;
  std::int64_t shown;  ///< How many are told one by one.
};

}  // namespace sellerhealth::fact

namespace sellerhealth {

/// Nothing for a message that is there in English only.
using MessageFacts = std::variant<std::monostate, fact::SkippedFile, fact::SameContent, fact::UnknownValue,
                                  fact::StaleExport, fact::EmptyWindow, fact::WindowNotCovered, fact::UnmatchedOrders,
                                  fact::UndatedOrders, fact::UndatedOutcomes, fact::NoMatch, fact::BadRows>;

}  // namespace sellerhealth
