#include "normalize/recognition.hpp"

#include <algorithm>
#include <vector>

#include "normalize/columns.hpp"
#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

bool marks(Kind kind, const std::string& header, const Mappings& mappings) {
  const Meaning meaning = mappings.meaning_of(kind, header);
  const bool by_name = meaning.mapped || (meaning.column && same_header(header, name_of(*meaning.column)));
  return is_mark(kind, header, meaning.column, by_name);
}

/// An order id, and beside it another column of orders.
struct OrdersHeaders {
  bool has_order_id = false;
  const std::string* other = nullptr;
};

OrdersHeaders find_orders_headers(std::span<const std::string> headers, const Mappings& mappings) {
  OrdersHeaders found;
  for (const std::string& header : headers) {
    const std::optional<Column> column = mappings.meaning_of(Kind::orders, header).column;
    if (column == Column::order_id) {
      found.has_order_id = true;
    } else if (column && found.other == nullptr) {
      found.other = &header;
    }
  }
  return found;
}

bool any_is(std::span<const std::string> headers, std::string_view folded) {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const std::string& header) { return util::folds_to(header, folded); });
}

/// What people save in place of a report that Amazon did not make: it has a status of its own, and no data.
std::string why_no_export(std::span<const std::string> headers) {
  constexpr std::size_t most_columns_of_a_sentence = 3;
  if (any_is(headers, "processingstatus") || any_is(headers, "payload.processingstatus")) {
    return "describes a report (its processingStatus) and is not the report: download its document. A report that is "
           "CANCELLED or FATAL has none; Amazon cancels those that would be empty";
  }
  const bool cancelled = headers.size() <= most_columns_of_a_sentence &&
                         std::any_of(headers.begin(), headers.end(), [](const std::string& header) {
                           const std::string folded = util::fold(header);
                           return folded.find("cancelled") != std::string::npos ||
                                  folded.find("canceled") != std::string::npos ||
                                  folded.find("annule") != std::string::npos;
                         });
  if (cancelled) {
    return "begins with " + util::quoted(headers.front()) +
           ", which is the notice of a cancelled report and holds no data; Amazon cancels reports that would be empty";
  }
  return "not an export that sellerhealth knows: expected a column order-id beside another one of an orders export, or "
         "rating, claim-date, chargeback-date, received-at or violation-date; other names with "
         "--column KIND.COLUMN=HEADER";
}

}  // namespace

RecognitionResult recognize(std::span<const std::string> headers, const Mappings& mappings) {
  std::vector<Recognition> found;
  for (const Kind kind : all_kinds) {
    const auto header = std::find_if(headers.begin(), headers.end(),
                                     [&](const std::string& name) { return marks(kind, name, mappings); });
    if (header != headers.end()) {
      found.push_back({kind, *header});
    }
  }
  if (found.size() == 1) {
    return {.recognized = found.front(), .problem = {}};
  }
  if (found.size() > 1) {
    return {.recognized = std::nullopt,
            .problem = "has columns of two kinds of export, " + util::quoted(found[0].mark) + " and " +
                       util::quoted(found[1].mark) + "; say which it is with --" + std::string{name_of(found[0].kind)} +
                       " FILE or --" + std::string{name_of(found[1].kind)} + " FILE",
            .ambiguous = true};
  }
  const OrdersHeaders orders = find_orders_headers(headers, mappings);
  if (orders.has_order_id && orders.other != nullptr) {
    return {.recognized = Recognition{Kind::orders, *orders.other}, .problem = {}};
  }
  if (orders.has_order_id) {
    return {.recognized = std::nullopt,
            .problem =
                "has an order id but no other column that tells what it is about; say which it is with "
                "--orders FILE, --feedback FILE, --claims FILE, --chargebacks FILE or --messages FILE",
            .ambiguous = true};
  }
  return {.recognized = std::nullopt, .problem = why_no_export(headers)};
}

}  // namespace sellerhealth::normalize
