#include "read/encoding_guess.hpp"

#include <string>

#include "support/catch.hpp"

namespace sellerhealth::read {
namespace {

using namespace std::string_literals;

const std::string utf_16 = "o\0r\0d\0e\0r\0-\0i\0d\0,\0r\0a\0t\0i\0n\0g\0\n\0"s;

TEST_CASE("UTF-16 has a zero as every other byte") {
  CHECK(guess_utf_16(utf_16) == "UTF-16LE");
  CHECK(guess_utf_16('\0' + utf_16.substr(0, utf_16.size() - 1)) == "UTF-16BE");
  CHECK(guess_utf_16(utf_16 + "\xE8\x6C\x87\x65"s) == "UTF-16LE");
}

TEST_CASE("zeros in any other place are no UTF-16") {
  CHECK_FALSE(guess_utf_16("order-id,rating\nA,1\n"));
  CHECK_FALSE(guess_utf_16(utf_16 + "\0a"s));
  CHECK_FALSE(guess_utf_16("order-id,rating\n\0A,1\n"s));
  CHECK_FALSE(guess_utf_16(std::string(32, '\0')));
  CHECK_FALSE(guess_utf_16("a\0b\0"s));
  CHECK_FALSE(guess_utf_16(""));
}

TEST_CASE("Japanese words look like Shift_JIS") {
  CHECK(looks_like_shift_jis("\x92\x8D\x95\xB6\x94\xD4\x8D\x86"));         // 注文番号
  CHECK(looks_like_shift_jis("id,\x95\x5D\x89\xBF\n"));                    // 評価, with a second byte of ASCII
  CHECK(looks_like_shift_jis("\x83\x52\x83\x81\x83\x93\x83\x67 (\xB1)"));  // コメント, and a narrow letter
  CHECK(looks_like_shift_jis("\x92\x8D\x95\xB6\x94"));                     // cut inside a character
}

TEST_CASE("Western text in Windows-1252 does not look like Shift_JIS") {
  CHECK_FALSE(looks_like_shift_jis("Num\xE9ro de la commande"));
  CHECK_FALSE(looks_like_shift_jis("r\xE9p\xE9t\xE9s, \xE9t\xE9s"));
  CHECK_FALSE(
      looks_like_shift_jis("l\x92\x9Cuvre d\x92"
                           "art \x96 5 \x80"));
  CHECK_FALSE(
      looks_like_shift_jis("\x93Gr\xFC\xDF"
                           "e\x94 \x85\x94 "));
  CHECK_FALSE(looks_like_shift_jis("ascii"));
  CHECK_FALSE(looks_like_shift_jis(""));
}

TEST_CASE("other scripts stand in long runs of bytes beyond ASCII") {
  CHECK(looks_like_another_script("\xCD\xEE\xEC\xE5\xF0 \xE7\xE0\xEA\xE0\xE7\xE0"));  // Номер заказа, Windows-1251
  CHECK(looks_like_another_script("\xB6\xA9\xB5\xA5\xBA\xC5,id"));                    // 订单号, GB18030
  CHECK_FALSE(looks_like_another_script("Num\xE9ro \xE9\xE9 \x80\x80\x80 cr\xE9\xE9"));
  CHECK_FALSE(looks_like_another_script("\x95\x95\x95\x95 \xE9 \xE8 \xE0 \xF9 \xE7"));
  CHECK_FALSE(looks_like_another_script(""));
}

TEST_CASE("letters and marks of UTF-8 are found in Windows-1252") {
  CHECK(find_latin_utf8("ab\xC3\xA9") == 2);
  CHECK(find_latin_utf8("\xC2\xA0") == 0);
  CHECK(find_latin_utf8("a\xE2\x80\x99") == 1);
  CHECK(find_latin_utf8("\xE9 \xC3O \xC3") == 6);
  CHECK(find_latin_utf8("") == 0);
}

}  // namespace
}  // namespace sellerhealth::read
