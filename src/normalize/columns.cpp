#include "normalize/columns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

/// What a column is to the exports of its kind.
enum class Role : std::uint8_t {
  plain,
  required,      ///< Every export has it.
  mark,          ///< No other kind has it.
  required_mark  ///< Both.
};

/// A column that an export of some kind may have, and how the marketplaces' reports spell it (folded, see util::fold).
struct ColumnSpec {
  Column column;
  Role role = Role::plain;
  std::vector<std::string_view> aliases = {};
};

struct KindSpec {
  std::string_view mark;  ///< Any column whose name begins so is a mark too; empty: none.
  std::vector<ColumnSpec> columns;
};

constexpr std::string_view amazon_order_id = "amazonorderid";
constexpr std::string_view numero_de_la_commande = "numerodelacommande";
constexpr std::string_view numero_de_commande = "numerodecommande";
constexpr std::string_view id_de_commande = "iddecommande";

/// What each kind of export may hold: the one table of columns, aliases and marks, by which exports are recognized too.
///
/// Sources of the aliases: Amazon's all-orders, order, unshipped-orders, fulfilled-shipments and feedback reports;
/// Orders API v0 (`AmazonOrderId`); Orders API 2026-01-01 (`orderId`, nested names joined by dots); the tables of the
/// Airbyte and Fivetran connectors (`last_update_date`, `buyer_requested_cancel_is_buyer_requested_cancel`); the labels
/// of the French Seller Central. Its claims page labels no date: "Date de la réclamation" is what a seller who copies
/// the page would write.
const KindSpec& spec_of(Kind kind) {
  using enum Role;
  static const std::array<KindSpec, all_kinds.size()> table{{
      {"",
       {
           {Column::order_id, required, {amazon_order_id, numero_de_la_commande, numero_de_commande, id_de_commande}},
           {Column::purchase_date, plain, {"createdtime"}},
           {Column::last_updated_date, plain, {"lastupdatedate", "lastupdatedtime"}},
           {Column::order_status, plain, {"fulfillment.fulfillmentstatus"}},
           {Column::item_status},
           {Column::fulfillment_channel, plain, {"fulfillment.fulfilledby"}},
           {Column::sales_channel, plain, {"saleschannel.marketplacename"}},
           {Column::seller_id},
           {Column::product_category},
           {Column::sku, plain, {"sellersku", "orderitems.sellersku", "orderitems.product.sellersku"}},
           {Column::latest_ship_date, plain, {"promisedate", "fulfillment.shipbywindow.latestdatetime"}},
           {Column::ship_date, plain, {"shipmentdate", "packages.shiptime"}},
           {Column::cancel_date, plain, {"canceldate"}},
           {Column::cancelled_by, plain, {"canceledby", "orderitems.cancellation.cancellationexecution.cancelledby"}},
           {Column::buyer_requested_cancel,
            plain,
            {"isbuyerrequestedcancelation", "isbuyerrequestedcancellation", "isbuyerrequestedcancel",
             "buyerrequestedcancelisbuyerrequestedcancel", "buyerrequestedcancel.isbuyerrequestedcancel",
             "orderitems.buyerrequestedcancel.isbuyerrequestedcancel",
             "orderitems.cancellation.cancellationrequest.requester"}},
       }},
      {"",
       {
           {Column::order_id, required, {amazon_order_id, numero_de_la_commande, numero_de_commande, id_de_commande}},
           {Column::rating, required_mark, {"evaluation"}},
           {Column::date},
           {Column::comments, plain, {"commentaire", "commentaires"}},
           {Column::status},
           {Column::removal_date},
           {Column::arrived_on_time, plain, {"arriveatemps"}},
           {Column::item_as_described, plain, {"articletelquedecrit"}},
           {Column::customer_service, plain, {"serviceclients"}},
       }},
      {"claim-",
       {
           {Column::order_id, required, {amazon_order_id, numero_de_la_commande, numero_de_commande, id_de_commande}},
           {Column::claim_date, mark, {"datedelareclamation"}},
           {Column::claim_status, mark, {"etatdelareclamation"}},
           {Column::claim_closed_date, mark},
           {Column::claim_reason, mark, {"raisondelareclamation"}},
           {Column::claim_amount, mark, {"montantdelareclamation"}},
           {Column::currency},
           {Column::respond_by, plain, {"vousdevezrepondreavantle"}},
       }},
      {"chargeback-",
       {
           {Column::order_id,
            required,
            {amazon_order_id, numero_de_la_commande, numero_de_commande, id_de_commande,
             "numerodecommandeetarticlesaffectes"}},
           {Column::chargeback_date, mark, {"datedelacontestation"}},
           {Column::chargeback_type, mark},
           {Column::chargeback_status, plain, {"etat"}},
           {Column::chargeback_status_details, plain, {"detailssurl'etat"}},
           {Column::chargeback_closed_date, mark},
           {Column::amount, plain, {"montant"}},
           {Column::currency},
           {Column::respond_by, plain, {"datelimitedereponse"}},
       }},
      {"",
       {
           {Column::received_at, required_mark},
           {Column::message_id},
           {Column::order_id, plain, {amazon_order_id, numero_de_la_commande, numero_de_commande, id_de_commande}},
           {Column::responded_at},
           {Column::no_response_needed},
       }},
      {"violation-",
       {
           {Column::violation_date, required_mark},
           {Column::violation_id, mark},
           {Column::violation_type, mark},
           {Column::violation_status, mark},
           {Column::resolved_date},
       }},
  }};
  return table[static_cast<std::size_t>(kind)];
}

/// Columns of Amazon's unshipped-orders report that no other has.
constexpr std::array<std::string_view, 2> marks_of_open_orders{"dayspastpromise", "quantitytoship"};

std::string fold_header(std::string_view header) {
  header = util::trim(header);
  while (header.ends_with(',')) {
    header.remove_suffix(1);
  }
  return util::fold(header);
}

}  // namespace

std::optional<Column> find_column(Kind kind, std::string_view header) {
  const std::string folded = fold_header(header);
  for (const ColumnSpec& spec : spec_of(kind).columns) {
    if (util::fold(name_of(spec.column)) == folded ||
        std::find(spec.aliases.begin(), spec.aliases.end(), folded) != spec.aliases.end()) {
      return spec.column;
    }
  }
  return std::nullopt;
}

bool same_header(std::string_view a, std::string_view b) { return fold_header(a) == fold_header(b); }

std::vector<Column> columns_of(Kind kind) {
  const std::vector<ColumnSpec>& specs = spec_of(kind).columns;
  std::vector<Column> columns;
  std::transform(specs.begin(), specs.end(), std::back_inserter(columns),
                 [](const ColumnSpec& spec) { return spec.column; });
  return columns;
}

std::vector<Column> required_columns(Kind kind) {
  std::vector<Column> columns;
  for (const ColumnSpec& spec : spec_of(kind).columns) {
    if (spec.role == Role::required || spec.role == Role::required_mark) {
      columns.push_back(spec.column);
    }
  }
  return columns;
}

bool is_mark(Kind kind, std::string_view header, std::optional<Column> column, bool by_name) {
  const KindSpec& kind_spec = spec_of(kind);
  const auto begins_as_mark = [&](std::string_view name) {
    return !kind_spec.mark.empty() && name.starts_with(kind_spec.mark);
  };
  if (begins_as_mark(util::hyphenated(header))) {
    return true;
  }
  const auto spec = std::find_if(kind_spec.columns.begin(), kind_spec.columns.end(),
                                 [&](const ColumnSpec& candidate) { return candidate.column == column; });
  return spec != kind_spec.columns.end() && (spec->role == Role::mark || spec->role == Role::required_mark ||
                                             (by_name && begins_as_mark(name_of(spec->column))));
}

bool lists_open_orders(std::string_view header) {
  return std::any_of(marks_of_open_orders.begin(), marks_of_open_orders.end(),
                     [&](std::string_view mark) { return util::folds_to(header, mark); });
}

const read::TableKeys& table_keys() {
  static const read::TableKeys keys = [] {
    read::TableKeys result{.tables = {}, .pages = name_of(Kind::orders), .record = "order"};
    std::transform(all_kinds.begin(), all_kinds.end(), std::back_inserter(result.tables),
                   [](Kind kind) { return name_of(kind); });
    return result;
  }();
  return keys;
}

}  // namespace sellerhealth::normalize
