#include "sellerhealth/version.hpp"

namespace sellerhealth {

std::string_view version() { return SELLERHEALTH_VERSION; }

}  // namespace sellerhealth
