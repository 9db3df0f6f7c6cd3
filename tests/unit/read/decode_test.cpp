#include "read/decode.hpp"

#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Catch::Matchers::ContainsSubstring;
using namespace std::string_literals;

struct Decoded {
  std::string text;
  std::string encoding;
  friend bool operator==(const Decoded&, const Decoded&) = default;
};

Decoded decode(const std::string& bytes, std::size_t size) {
  TextSource source{std::make_unique<ChunkedSource>(bytes, size), "orders.csv"};
  std::string text = read_all(source);
  return {std::move(text), std::string{source.encoding()}};
}

Decoded decode(const std::string& bytes) {
  const Decoded whole = decode(bytes, bytes.size() + 1);
  for (const std::size_t size : awkward_sizes) {
    CAPTURE(size);
    CHECK(decode(bytes, size) == whole);
  }
  return whole;
}

Diagnostic fault_in(const std::string& bytes) {
  const Diagnostic fault = fault_of([&] { decode(bytes, bytes.size() + 1); });
  CHECK(fault.file == "orders.csv");
  for (const std::size_t size : awkward_sizes) {
    CHECK(to_string(fault_of([&] { decode(bytes, size); })) == to_string(fault));
  }
  return fault;
}

/// More than is decoded at once.
const std::string many_lines = [] {
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    text += "123456789\n";
  }
  return text;
}();

TEST_CASE("ASCII and UTF-8 stay as they are") {
  CHECK(decode("") == Decoded{"", "utf-8"});
  CHECK(decode("a,b\n1,2\n") == Decoded{"a,b\n1,2\n", "utf-8"});
  CHECK(decode("é € 日本 😀\u007F\u0080\U0010FFFF") == Decoded{"é € 日本 😀\u007F\u0080\U0010FFFF", "utf-8"});
  const std::string mixed = many_lines + "é€😀" + many_lines;
  CHECK(decode(mixed, 4096) == Decoded{mixed, "utf-8"});
  CHECK(decode("12345" + mixed, 1'000'000) == Decoded{"12345" + mixed, "utf-8"});
}

TEST_CASE("a byte order mark is no text") {
  CHECK(decode("\xEF\xBB\xBF"
               "a,é\n") == Decoded{"a,é\n", "utf-8"});
  CHECK(decode("\xEF\xBB\xBF") == Decoded{"", "utf-8"});
}

TEST_CASE("what is not UTF-8 from the first byte beyond ASCII is Windows-1252") {
  CHECK(decode("caf\xE9\n") == Decoded{"café\n", "windows-1252"});
  CHECK(decode("\x80\x8E\x9F\xA0\xFF") == Decoded{"€ŽŸ\u00A0ÿ", "windows-1252"});
  CHECK(decode("ends in \xC3") == Decoded{"ends in Ã", "windows-1252"});
  CHECK(decode("\xE9t\xE9 \xC3\xA9") == Decoded{"été Ã©", "windows-1252"});
  CHECK(decode(many_lines + "\xE9" + many_lines, 4096) == Decoded{many_lines + "é" + many_lines, "windows-1252"});
}

TEST_CASE("overlong forms, surrogates and values beyond Unicode are not UTF-8") {
  for (const char* const bytes : {"\xC0\xAF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80", "\xC3\x28", "\xE2\x82\x28", "\x80"}) {
    CHECK(fault_in("é"s + bytes).code == "mixed_encoding");
  }
}

TEST_CASE("an invalid byte after valid UTF-8 is refused, with its line") {
  const Diagnostic fault = fault_in("a\nb é\nc \xE9\nd");
  CHECK(fault.code == "mixed_encoding");
  CHECK(fault.line == 3);
  CHECK_THAT(fault.message, ContainsSubstring("0xE9"));
  CHECK(fault_of([] { decode("é" + many_lines + "\xE9 ", 100); }).line == 10'001);
}

TEST_CASE("an invalid byte after a byte order mark is refused") {
  CHECK(fault_in("\xEF\xBB\xBF"
                 "a\n\xE9 \n")
            .code == "mixed_encoding");
}

TEST_CASE("a byte that Windows-1252 does not have is refused") {
  const Diagnostic fault = fault_in("\xE9\n\n\x81\n");
  CHECK(fault.code == "invalid_encoding");
  CHECK(fault.line == 3);
  CHECK_THAT(fault.message, ContainsSubstring("0x81"));
  for (const char* const bytes : {"\x8D", "\x8F", "\x90", "\x9D"}) {
    CHECK(fault_in(bytes).code == "invalid_encoding");
  }
}

TEST_CASE("a file that ends inside a UTF-8 character is cut off") {
  const Diagnostic fault = fault_in("é\n\xE2\x82");
  CHECK(fault.code == "truncated_file");
  CHECK(fault.line == 2);
}

TEST_CASE("UTF-16 is told by its byte order mark") {
  CHECK(decode("\xFF\xFE"
               "a\0\xE9\0\n\0\x3D\xD8\x00\xDE"s) == Decoded{"aé\n😀", "utf-16le"});
  CHECK(decode("\xFE\xFF"
               "\0a\0\xE9\0\n\xD8\x3D\xDE\x00"s) == Decoded{"aé\n😀", "utf-16be"});
  std::string long_text = "\xFF\xFE";
  for (const char c : many_lines) {
    long_text += c;
    long_text += '\0';
  }
  CHECK(decode(long_text, 4097) == Decoded{many_lines, "utf-16le"});
}

TEST_CASE("broken UTF-16 is refused, with its line") {
  const Diagnostic surrogate = fault_in(
      "\xFF\xFE"
      "a\0\n\0\x00\xDC"
      "b\0"s);
  CHECK(surrogate.code == "invalid_encoding");
  CHECK(surrogate.line == 2);
  CHECK(fault_in("\xFF\xFE"
                 "a\0b"s)
            .code == "truncated_file");
}

TEST_CASE("binary files are no exports") {
  CHECK(fault_in("a\0b"s).code == "binary_file");
  const Diagnostic workbook = fault_in("PK\x03\x04\x14");
  CHECK(workbook.code == "binary_file");
  CHECK_THAT(workbook.message, ContainsSubstring("as CSV"));
  CHECK_THAT(fault_in("%PDF-1.7\n").message, ContainsSubstring("PDF"));
  CHECK_THAT(fault_in("\xD0\xCF\x11\xE0").message, ContainsSubstring(".xls"));
}

TEST_CASE("a NUL byte far into the file is found, with its line") {
  const Diagnostic fault = fault_of([] { decode(many_lines + "\0"s, 100'000); });
  CHECK(fault.code == "binary_file");
  CHECK(fault.line == 10'001);
}

}  // namespace
}  // namespace sellerhealth::read
