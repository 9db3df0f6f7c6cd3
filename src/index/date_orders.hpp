#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>

#include "index/date_survey.hpp"
#include "index/recognize.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// Settles for each file whether day or month stands first in dates such as 04/05/2026.
///
/// In turn: the order that was stated; a date of the file that is one in a single order (13/01/2026); how the
/// marketplaces of the file's rows write dates, or else those of all orders files, if they agree; dates that would
/// precede the purchase of their order in one of the two. The files are read again for that, so the answer does not
/// depend on the order in which they are imported, and files whose dates have one meaning cost nothing.
class DateOrders {
 public:
  /// `inputs` are all files of the account, and must outlive this object.
  DateOrders(std::span<const RecognizedInput> inputs, const TimeZone& zone, std::optional<DateOrder> stated);

  /// The order of `input`, which is one of the inputs. Throws InputError: contradictory_dates, if it has dates that
  /// need one order and dates that need the other; ambiguous_dates, if nothing settles it, or if
  /// its marketplace writes the year first and a year of two digits may stand there.
  [[nodiscard]] DateOrder order_of(const RecognizedInput& input);

 private:
  const DateSurvey& survey_of(const RecognizedInput& input);
  std::optional<DateOrder> settled_order(const RecognizedInput& input);
  std::optional<DateOrder> told_without_purchases(const RecognizedInput& input);
  std::optional<DateOrder> told_by_marketplaces(const RecognizedInput& input);
  /// Of the file's rows, or else of all orders files.
  std::set<DateOrder> orders_of_marketplaces(const RecognizedInput& input);
  std::optional<DateOrder> told_by_purchases(const RecognizedInput& input);

  std::span<const RecognizedInput> inputs_;
  const TimeZone& zone_;
  std::optional<DateOrder> stated_;
  std::map<const RecognizedInput*, DateSurvey> surveys_;
};

}  // namespace sellerhealth::index
