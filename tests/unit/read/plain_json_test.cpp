#include "read/plain_json.hpp"

#include <optional>
#include <string>

#include "read/structure.hpp"
#include "support/catch.hpp"

namespace sellerhealth::read {
namespace {

/// What `read(const char* at, const char* end, std::string_view& value)` makes of a text that it must read whole;
/// nothing if that is not plain.
template <typename Read>
std::optional<std::string> value_of(const std::string& text, Read read) {
  const std::string padded = text + ",\n" + std::string(text_padding, ' ');
  std::string_view value;
  const char* const behind = read(padded.data(), padded.data() + text.size() + 2, value);
  if (behind == nullptr) {
    return std::nullopt;
  }
  CHECK(behind == padded.data() + text.size());
  return std::string{value};
}

/// `text` without its quotes.
std::optional<std::string> string_of(const std::string& text) {
  std::string unescaped;
  unescaped.reserve(text.size() + text_padding);
  return value_of(text + '"', [&](const char* at, const char* end, std::string_view& value) {
    return read_plain_string(at, end, unescaped, value);
  });
}

std::optional<std::string> number_of(const std::string& text) {
  return value_of(
      text, [](const char* at, const char* /*end*/, std::string_view& value) { return read_plain_number(at, value); });
}

std::optional<std::string> word_of(const std::string& text) {
  return value_of(
      text, [](const char* at, const char* /*end*/, std::string_view& value) { return read_plain_word(at, value); });
}

}  // namespace

TEST_CASE("a string is what stands between its quotes") {
  for (const char* const text : {"", "x", "a, b: {c} [d]", "S\xC3\xA3o Paulo \xE6\x97\xA5 \xF0\x9F\x98\x80", "\x7F"}) {
    CHECK(string_of(text) == text);
  }
  for (std::size_t size = 0; size < 100; ++size) {
    const std::string text(size, 'x');
    CHECK(string_of(text) == text);
    CHECK(string_of(text + "\\\"" + text) == text + '"' + text);
    CHECK(string_of(text + "\xC3\xA9" + text) == text + "\xC3\xA9" + text);
  }
}

TEST_CASE("escapes of a string are undone") {
  CHECK(string_of(R"(\" \\ \/)") == "\" \\ /");
  CHECK(string_of(R"(K\u00f6ln \u65E5 \u007f\u0020)") == "K\xC3\xB6ln \xE6\x97\xA5 \x7F ");
  CHECK(string_of(R"(\ud83d\uDE00!)") == "\xF0\x9F\x98\x80!");
  CHECK(string_of(R"(\ud800\udc00\udbff\udfff)") == "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
  CHECK(string_of(R"(\uFFFF\uD7FF\uE000)") == "\xEF\xBF\xBF\xED\x9F\xBF\xEE\x80\x80");
}

TEST_CASE("a string is not plain that has control characters, is no UTF-8, or is no string") {
  for (const char* const text : {"\t", "\r", "\x01", "a\nb", R"(\n)", R"(\t)", R"(\u0000)", R"(\u001f)"}) {
    CHECK_FALSE(string_of(text));
  }
  for (const char* const text : {"\xE9", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80"}) {
    CHECK_FALSE(string_of(text));
  }
  for (const char* const text : {R"(\x)", R"(\U0041)", R"(\u004)", R"(\u00g0)", R"(\u)", R"(\ud800)", R"(\ud800x)",
                                 R"(\ud800\n)", R"(\ud800\u0041)", R"(\ud800\ud800)", R"(\udc00)", R"(\ud800\udc0)"}) {
    CHECK_FALSE(string_of(text));
  }
}

TEST_CASE("a number is told as it is written") {
  for (const char* const text : {"0", "7", "12", "-7", "0.0", "-0.5", "-0.0", "1.50", "18446744073709551616"}) {
    CHECK(number_of(text) == text);
  }
}

TEST_CASE("a number is not plain that is told otherwise, or is none") {
  CHECK_FALSE(number_of("-0"));                   // told as 0
  CHECK_FALSE(number_of(std::string(400, '1')));  // too large
  for (const char* const text : {"1e3", "1E3", "1.5e-2", "007", "-01", "1.", ".5", "-", "+1", "", "x"}) {
    CHECK_FALSE(number_of(text));
  }
}

TEST_CASE("a word is told as text, and null as nothing") {
  CHECK(word_of("true") == "true");
  CHECK(word_of("false") == "false");
  CHECK(word_of("null") == "");
  CHECK_FALSE(word_of("True"));
  CHECK_FALSE(word_of("nul"));
}

}  // namespace sellerhealth::read
