#pragma once

#include "sellerhealth/assessment.hpp"
#include "unit/index/small_account.hpp"

/// The answers that the contract prints, put together by hand.
namespace sellerhealth::testing {

/// The order defect rate of the account of 24,657 orders.
inline CheckResult defect_rate_result() {
  return {.check = {.id = "order_defect_rate",
                    .metric = Metric::order_defect_rate,
                    .window = {.days = 90, .lag_days = 30},
                    .target = {Comparator::less, 1, 100}},
          .verdict = Verdict::pass,
          .first_day = day("2026-06-03"),
          .last_day = day("2026-08-31"),
          .known = 137,
          .possible = 137,
          .denominator = 24657,
          .components = {{"negative_feedback", 83}, {"claims", 48}, {"chargebacks", 6}}};
}

inline CheckResult response_result() {
  return {.check = {.id = "response_under_24h",
                    .metric = Metric::response_under_24h,
                    .window = {.days = 90, .lag_days = 30},
                    .target = {Comparator::greater, 90, 100}},
          .verdict = Verdict::pass,
          .first_day = day("2026-06-03"),
          .last_day = day("2026-08-31"),
          .known = 1243,
          .possible = 1243,
          .denominator = 1335,
          .components = {{"late", 92}, {"unanswered", 26}, {"answered_late", 66}, {"mean_response_seconds", 48890}}};
}

/// The account of 24,657 orders.
inline Assessment sample_assessment() {
  Assessment assessment;
  assessment.options.as_of = day("2026-10-01");
  assessment.time_zone = "UTC";
  assessment.profile = "default";
  assessment.verdict = Verdict::pass;
  assessment.exit_code = ExitCode::pass;
  assessment.checks = {defect_rate_result(), response_result()};
  assessment.inputs = {{.path = "orders.csv",
                        .kind = Kind::orders,
                        .format = "csv",
                        .encoding = "utf-8",
                        .mark = "purchase-date",
                        .rows = 123865,
                        .first_day = day("2025-10-01"),
                        .last_day = day("2026-09-30")}};
  const LedgerLine line{.kind = Kind::orders,
                        .read = 123865,
                        .used = 30499,
                        .left_out = {{"before_window", 83100}, {"after_window", 10266}},
                        .orders_in_window = 24657};
  assessment.ledger = {.by_file = {line}, .by_kind = {line}};
  assessment.warnings = {{.code = "stale_export", .message = "the orders exports end on 2026-09-20"}};
  return assessment;
}

/// The first screen of a seller who has the all-orders and the feedback report and nothing else.
inline Assessment first_screen() {
  Assessment assessment = sample_assessment();
  assessment.verdict = Verdict::undetermined;
  assessment.exit_code = ExitCode::undetermined;
  assessment.inputs[0].path = "exports/all-orders.txt";
  assessment.inputs.push_back({.path = "feedback.txt", .kind = Kind::feedback, .format = "tsv", .encoding = "utf-8"});
  assessment.ledger.by_file.push_back({.kind = Kind::feedback});
  CheckResult defects = defect_rate_result();
  defects.verdict = Verdict::undetermined;
  defects.known = 97;
  defects.possible = 24657;
  defects.components = {{"negative_feedback", 97}, {"claims", std::nullopt}, {"chargebacks", std::nullopt}};
  defects.needs = {{.kind = Kind::claims, .column = {}, .count = 24560},
                   {.kind = Kind::chargebacks, .column = {}, .count = 24560}};
  CheckResult cancellations = defects;
  cancellations.check = {.id = "cancellation_rate",
                         .metric = Metric::cancellation_rate,
                         .window = {.days = 90, .lag_days = 30},
                         .target = {Comparator::less, 25, 1000}};
  cancellations.known = 0;
  cancellations.possible = 542;
  cancellations.denominator = 17242;
  cancellations.components = {{"seller", 0}, {"marketplace", 0}, {"unknown", 542}};
  cancellations.needs = {{.kind = Kind::orders, .column = Column::cancelled_by, .count = 542}};
  CheckResult late = cancellations;
  late.check = {.id = "late_shipment_rate",
                .metric = Metric::late_shipment_rate,
                .window = {.days = 90, .lag_days = 30},
                .target = {Comparator::less, 4, 100}};
  late.verdict = Verdict::no_data;
  late.checked = false;
  late.known = {};
  late.possible = {};
  late.components = {{"shipped_late", std::nullopt}, {"overdue", std::nullopt}, {"unknown", std::nullopt}};
  late.needs = {{.kind = Kind::orders, .column = Column::latest_ship_date, .count = 0},
                {.kind = Kind::orders, .column = Column::ship_date, .count = 0}};
  CheckResult response = late;
  response.check = response_result().check;
  response.denominator = {};
  response.components = {};
  response.needs = {{.kind = Kind::messages, .column = {}, .count = 0}};
  assessment.checks = {defects, cancellations, late, response};
  return assessment;
}

}  // namespace sellerhealth::testing
