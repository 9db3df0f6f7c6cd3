#include "sellerhealth/deadlines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "index/exclusion.hpp"
#include "insight/open_duties.hpp"
#include "insight/stakes.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, 4> duty_names{"answer_claim", "answer_chargeback", "answer_message",
                                                     "ship_order"};

/// The newest stamp, not after now, of the exports of orders and of messages.
std::vector<EndOfExports> ends_of(const OrderBook& book, Instant now) {
  std::vector<EndOfExports> ends;
  for (const Kind kind : {Kind::orders, Kind::messages}) {
    Instant newest = OrderBook::never;
    for (OrderBook::FileId file = 0; file < book.files().size(); ++file) {
      if (book.files()[file].kind == kind) {
        for (const auto& [day, instant] : book.newest_stamps(file)) {
          newest = std::max(newest, std::min(instant, now));
        }
      }
    }
    if (newest != OrderBook::never) {
      ends.push_back({kind, newest});
    }
  }
  return ends;
}

}  // namespace

std::string_view name_of(Duty duty) { return duty_names[static_cast<std::size_t>(duty)]; }

Deadlines deadlines(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                    const DeadlineOptions& deadline_options) {
  if (book.segment_by()) {
    throw UsageError{"deadlines are of the whole account, not of its segments"};
  }
  constexpr std::chrono::days one_day{1};
  const Day present = book.zone().day_of(deadline_options.now) + one_day;
  Deadlines result;
  result.options = deadline_options;
  result.zone = book.zone();
  result.assessment = assess(book, profile, options);
  if (!book.has(Kind::orders)) {
    // What they name is listed all the same, and there is no rate that it could be missing from.
    std::erase_if(result.assessment.warnings,
                  [](const Diagnostic& warning) { return warning.code == index::unmatched_order; });
  }
  result.ends = ends_of(book, deadline_options.now);

  const verdict::Outlook outlook = verdict::outlook(
      book, profile, options, {std::min(options.as_of, present), std::max(options.as_of, present) + one_day});
  insight::OpenDuties open = insight::open_duties(book, outlook.history, present, deadline_options, options.hindsight);
  const Instant end = options.hindsight ? Instant::max() : deadline_options.now;
  result.stakes = insight::stakes(book, outlook, open.duties, result.assessment.checks, options.as_of, present, end);
  result.without_deadline = open.without_deadline;
  result.untold_orders = open.untold_orders;
  result.untold_messages = open.untold_messages;
  for (insight::OpenDuty& duty : open.duties) {
    result.deadlines.push_back(std::move(duty.deadline));
  }
  return result;
}

}  // namespace sellerhealth
