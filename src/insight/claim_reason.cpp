#include "insight/claim_reason.hpp"

#include <algorithm>
#include <string>

#include "util/text.hpp"

namespace sellerhealth::insight {

namespace {

/// What the folded words hold. The first that fits decides: a refund is named beside what it is for, unless it is the
/// refund that did not come.
struct Mark {
  std::string_view folded;
  ClaimReason reason;
};
using enum ClaimReason;
constexpr Mark marks[] = {
    {"refundnotreceive", not_refunded},
    {"refundneverreceive", not_refunded},
    {"remboursementnonrecu", not_refunded},
    {"remboursementpasrecu", not_refunded},
    {"remboursementjamaisrecu", not_refunded},
    {"notreceive", not_received},
    {"neverreceive", not_received},
    {"notarrive", not_received},
    {"neverarrive", not_received},
    {"notdeliver", not_received},
    {"nonrecu", not_received},
    {"pasrecu", not_received},
    {"jamaisrecu", not_received},
    {"nonlivre", not_received},
    {"notasdescribed", not_as_described},
    {"different", not_as_described},
    {"defect", not_as_described},
    {"damage", not_as_described},
    {"wrongitem", not_as_described},
    {"conforme", not_as_described},
    {"necorrespond", not_as_described},
    {"endommage", not_as_described},
    {"mauvaisarticle", not_as_described},
    {"refund", not_refunded},
    {"rembours", not_refunded},
};

}  // namespace

ClaimReason claim_reason_of(std::string_view words) {
  const std::string folded = util::fold(words);
  if (folded.empty()) {
    return ClaimReason::not_told;
  }
  const auto* const mark = std::find_if(std::begin(marks), std::end(marks), [&](const Mark& candidate) {
    return folded.find(candidate.folded) != std::string::npos;
  });
  return mark == std::end(marks) ? ClaimReason::other : mark->reason;
}

}  // namespace sellerhealth::insight
