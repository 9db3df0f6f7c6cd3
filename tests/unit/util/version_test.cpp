#include "sellerhealth/version.hpp"

#include "support/catch.hpp"

TEST_CASE("the version is the project's") { CHECK(sellerhealth::version() == SELLERHEALTH_PROJECT_VERSION); }
