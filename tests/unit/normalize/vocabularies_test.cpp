#include "normalize/vocabularies.hpp"

#include <algorithm>

#include "sellerhealth/records.hpp"
#include "support/catch.hpp"
#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

std::string_view name_of_value(Column column, std::size_t number) { return vocabulary_of(column)->names[number]; }

template <typename Value>
std::string_view name_of_value(Column column, Value value) {
  return name_of_value(column, static_cast<std::size_t>(value));
}

}  // namespace

TEST_CASE("every value is spelled by its own name, and every spelling is folded and means a named value") {
  for (std::size_t i = 0; i < column_count; ++i) {
    const Vocabulary* const vocabulary = vocabulary_of(static_cast<Column>(i));
    if (vocabulary == nullptr) {
      continue;
    }
    CAPTURE(name_of(static_cast<Column>(i)));
    for (std::size_t number = 0; number < vocabulary->names.size(); ++number) {
      CAPTURE(vocabulary->names[number]);
      // A channel that is not the marketplace's needs no spelling: it is the seller's.
      const bool by_default = static_cast<Column>(i) == Column::fulfillment_channel && number == 0;
      const std::string folded = util::fold(vocabulary->names[number]);
      CHECK((by_default ||
             std::any_of(vocabulary->spellings.begin(), vocabulary->spellings.end(), [&](const Spelling& spelling) {
               return spelling.value == number && spelling.folded == folded;
             })));
    }
    for (const Spelling& spelling : vocabulary->spellings) {
      CAPTURE(spelling.folded);
      CHECK(util::fold(spelling.folded) == spelling.folded);
      CHECK(spelling.value < vocabulary->names.size());
    }
  }
}

TEST_CASE("values are numbered as their names are") {
  CHECK(name_of_value(Column::order_status, OrderStatus::shipped) == "shipped");
  CHECK(name_of_value(Column::item_status, OrderStatus::cancelled) == "cancelled");
  CHECK(name_of_value(Column::order_status, OrderStatus::open) == "open");
  CHECK(name_of_value(Column::fulfillment_channel, Fulfillment::seller) == "seller");
  CHECK(name_of_value(Column::fulfillment_channel, Fulfillment::marketplace) == "marketplace");
  CHECK(name_of_value(Column::cancelled_by, Canceller::seller) == "seller");
  CHECK(name_of_value(Column::cancelled_by, Canceller::marketplace) == "marketplace");
  CHECK(name_of_value(Column::cancelled_by, Canceller::buyer) == "buyer");
  CHECK(name_of_value(Column::no_response_needed, true) == "true");
  CHECK(name_of_value(Column::status, FeedbackStatus::struck_through) == "struck-through");
  CHECK(name_of_value(Column::claim_status, ClaimStatus::open) == "open");
  CHECK(name_of_value(Column::claim_status, ClaimStatus::denied) == "denied");
  CHECK(name_of_value(Column::claim_status, ClaimStatus::withdrawn) == "withdrawn");
  CHECK(name_of_value(Column::chargeback_type, Chargeback::Type::service) == "service");
  CHECK(name_of_value(Column::chargeback_type, Chargeback::Type::fraud) == "fraud");
  CHECK(name_of_value(Column::chargeback_status, ChargebackStatus::won) == "won");
  CHECK(name_of_value(Column::chargeback_status, ChargebackStatus::not_responsible) == "not-responsible");
  CHECK(name_of_value(Column::violation_status, ViolationStatus::resolved) == "resolved");
}

TEST_CASE("a column that holds anything has no vocabulary") { CHECK(vocabulary_of(Column::sku) == nullptr); }

}  // namespace sellerhealth::normalize
