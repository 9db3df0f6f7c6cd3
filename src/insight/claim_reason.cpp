#include "insight/claim_reason.hpp"

#include <algorithm>
#include <string>

#include "util/text.hpp"

namespace sellerhealth::insight {

namespace {

/// What the folded words hold. The first that fits decides: a refund is named beside what it is for.
struct Mark {
  std::string_view folded;
  ClaimReason reason;
};
constexpr Mark marks[] = {
    {"notreceive", ClaimReason::not_received},    {"neverreceive", ClaimReason::not_received},
    {"notarrive", ClaimReason::not_received},     {"neverarrive", ClaimReason::not_received},
    {"notdeliver", ClaimReason::not_received},    {"nonrecu", ClaimReason::not_received},
    {"pasrecu", ClaimReason::not_received},       {"jamaisrecu", ClaimReason::not_received},
    {"nonlivre", ClaimReason::not_received},      {"notasdescribed", ClaimReason::not_as_described},
    {"different", ClaimReason::not_as_described}, {"defect", ClaimReason::not_as_described},
    {"damage", ClaimReason::not_as_described},    {"wrongitem", ClaimReason::not_as_described},
    {"conforme", ClaimReason::not_as_described},  {"necorrespond", ClaimReason::not_as_described},
    {"endommage", ClaimReason::not_as_described}, {"mauvaisarticle", ClaimReason::not_as_described},
    {"refund", ClaimReason::not_refunded},        {"rembours", ClaimReason::not_refunded},
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
