#include "read/utf8.hpp"

#include "support/catch.hpp"

namespace sellerhealth::read {

TEST_CASE("a character of UTF-8 is two to four bytes long") {
  CHECK(utf8_length("\xC3\xA9,") == 2);
  CHECK(utf8_length("\xE6\x97\xA5\xE6") == 3);
  CHECK(utf8_length("\xF0\x9F\x98\x80") == 4);
}

TEST_CASE("what is no character of UTF-8 has no length") {
  for (const char* const bytes : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3,", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE6\x97,",
                                  "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    CHECK(utf8_length(bytes) == 0);
  }
}

TEST_CASE("a character that is cut off has no length") {
  for (const char* const bytes : {"\xC3", "\xE6", "\xE6\x97", "\xF0", "\xF0\x9F", "\xF0\x9F\x98"}) {
    CHECK(utf8_length(bytes) == 0);
  }
}

}  // namespace sellerhealth::read
