#pragma once

/// Whether a marketplace seller's account meets its targets, computed from the seller's own exports.
///
///     auto import = sellerhealth::import_exports({{"orders.csv"}, {"feedback.csv"}}, {});
///     sellerhealth::AssessOptions options{};
///     options.as_of = std::chrono::local_days{std::chrono::year{2026} / 10 / 1};
///     auto assessment = sellerhealth::assess(import.book, sellerhealth::default_profile(), options);
///     std::cout << sellerhealth::render_text(assessment);
///     return static_cast<int>(assessment.exit_code);
///
/// Rows that cannot be understood are in `import.bad_rows`: look at them before you judge.

#include "sellerhealth/advice.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/columns.hpp"
#include "sellerhealth/comparison.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/deadlines.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/exit_code.hpp"
#include "sellerhealth/explanation.hpp"
#include "sellerhealth/feedback_summary.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/import.hpp"
#include "sellerhealth/inspection.hpp"
#include "sellerhealth/mapping.hpp"
#include "sellerhealth/message_facts.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/rate.hpp"
#include "sellerhealth/reconciliation.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/render.hpp"
#include "sellerhealth/time_zone.hpp"
#include "sellerhealth/trend.hpp"
#include "sellerhealth/version.hpp"
#include "sellerhealth/window.hpp"
