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

Decoded decode(const std::string& bytes, std::size_t size, const std::string& stated = {}) {
  TextSource source{std::make_unique<ChunkedSource>(bytes, size), "orders.csv", stated};
  std::string text = read_all(source);
  return {std::move(text), source.encoding()};
}

Decoded decode(const std::string& bytes, const std::string& stated = {}) {
  const Decoded whole = decode(bytes, bytes.size() + 1, stated);
  for (const std::size_t size : awkward_sizes) {
    CAPTURE(size);
    CHECK(decode(bytes, size, stated) == whole);
  }
  return whole;
}

Diagnostic fault_in(const std::string& bytes, const std::string& stated = {}) {
  const Diagnostic fault = fault_of([&] { decode(bytes, bytes.size() + 1, stated); });
  CHECK(fault.file == "orders.csv");
  for (const std::size_t size : awkward_sizes) {
    CHECK(to_string(fault_of([&] { decode(bytes, size, stated); })) == to_string(fault));
  }
  return fault;
}

/// ASCII as UTF-16 or, with three zeros, UTF-32 of little endian.
std::string widened(std::string_view text, std::size_t zeros = 1) {
  std::string bytes;
  for (const char c : text) {
    bytes += c + std::string(zeros, '\0');
  }
  return bytes;
}

// "注文番号,評価" ("order number, rating") and a row.
const std::string japanese = "注文番号,評価\n1,5\n";
const std::string shift_jis = "\x92\x8D\x95\xB6\x94\xD4\x8D\x86,\x95\x5D\x89\xBF\n1,5\n";

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
  CHECK(decode("\x80 \x8E \x9F \xA0\xFF") == Decoded{"€ Ž Ÿ \u00A0ÿ", "windows-1252"});
  CHECK(decode("ends in \xC3") == Decoded{"ends in Ã", "windows-1252"});
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
  const std::string bytes = GENERATE("é\n\xE2\x82"s, "é\n\xC3"s, "e\n\xE2\x82"s, "e\n\xF0\x9F\x98"s);
  const Diagnostic fault = fault_in(bytes);
  CHECK(fault.code == "truncated_file");
  CHECK(fault.line == 2);
}

TEST_CASE("a character of UTF-8 after Windows-1252 is refused, with its line") {
  const Diagnostic fault = fault_in("\xE9t\xE9\n\xC3\xA9");
  CHECK(fault.code == "mixed_encoding");
  CHECK(fault.line == 2);
  CHECK_THAT(fault.message, ContainsSubstring("0xC3 0xA9") && ContainsSubstring("Windows-1252"));
  CHECK(fault_in("\xE9 \xE2\x80\x99").code == "mixed_encoding");
  CHECK(fault_of([] { decode("\xE9 " + many_lines + "\xC3\xA9", 4096); }).line == 10'001);
  CHECK(decode("\xE9 IRM\xC3O \xC2").text == "é IRMÃO Â");
  CHECK(decode("\xE9t\xE9 \xC3\xA9", "windows-1252") == Decoded{"été Ã©", "windows-1252"});
}

TEST_CASE("Japanese in Shift_JIS is named, not read as Windows-1252") {
  const Diagnostic fault = fault_in("a\n" + shift_jis);
  CHECK(fault.code == "wrong_encoding");
  CHECK(fault.line == 2);
  CHECK_THAT(fault.message, ContainsSubstring("--encoding Shift_JIS"));
  CHECK(fault_of([] { decode(many_lines + shift_jis, 4096); }).line == 10'001);
}

TEST_CASE("text of another script is not read as Windows-1252") {
  const std::string cyrillic = "\xCD\xEE\xEC\xE5\xF0 \xE7\xE0\xEA\xE0\xE7\xE0\n";  // "Номер заказа" in Windows-1251
  const Diagnostic fault = fault_in(cyrillic);
  CHECK(fault.code == "wrong_encoding");
  CHECK_THAT(fault.message, ContainsSubstring("--encoding") && ContainsSubstring("Windows-1252"));
  CHECK(decode(cyrillic, "CP1251") == Decoded{"Номер заказа\n", "cp1251"});
}

TEST_CASE("a stated encoding is read as that") {
  CHECK(decode(shift_jis, "Shift_JIS") == Decoded{japanese, "shift_jis"});
  CHECK(decode(shift_jis, "CP932") == Decoded{japanese, "cp932"});
  CHECK(decode("caf\xE9\n", "ISO-8859-1") == Decoded{"café\n", "iso-8859-1"});
  CHECK(decode("caf\x8E\n", "MACINTOSH") == Decoded{"café\n", "macintosh"});
  CHECK(decode(widened("a,b\n1,2\n"), "UTF-16LE") == Decoded{"a,b\n1,2\n", "utf-16le"});
  CHECK(decode(widened("a,b\n1,2\n", 3), "UTF-32LE") == Decoded{"a,b\n1,2\n", "utf-32le"});
  CHECK(decode("a,é\n", "UTF-8") == Decoded{"a,é\n", "utf-8"});
  CHECK(decode("a,b\n", "Shift_JIS") == Decoded{"a,b\n", "shift_jis"});
  CHECK(decode("", "Shift_JIS") == Decoded{"", "shift_jis"});
}

TEST_CASE("what an encoding holds back until the end is not lost") {
  // TCVN composes a vowel and the accent behind it, so the last vowel waits.
  CHECK(decode("a,Ma", "TCVN") == Decoded{"a,Ma", "tcvn"});
}

TEST_CASE("a byte that the stated encoding does not have is refused, with its line") {
  const Diagnostic fault = fault_in("a\nb \x82\xFF\n", "Shift_JIS");
  CHECK(fault.code == "invalid_encoding");
  CHECK(fault.line == 2);
  CHECK_THAT(fault.message, ContainsSubstring("shift_jis") && ContainsSubstring("--encoding"));
  CHECK(fault_of([] { decode(many_lines + "\x82\xFF", 4096, "Shift_JIS"); }).line == 10'001);
  CHECK(fault_in("\xE9t\xE9\n", "UTF-8").code == "invalid_encoding");
}

TEST_CASE("a file that ends inside a character of the stated encoding is cut off") {
  const Diagnostic fault = fault_in("a\n\x92\x8D\x95", "Shift_JIS");
  CHECK(fault.code == "truncated_file");
  CHECK(fault.line == 2);
}

TEST_CASE("UTF-8 beyond ASCII is not read as something else because that was stated") {
  const Diagnostic fault = fault_in("Numéro de la commande\n", "ISO-8859-1");
  CHECK(fault.code == "wrong_encoding");
  CHECK_THAT(fault.message, ContainsSubstring("UTF-8") && ContainsSubstring("ISO-8859-1"));
  CHECK(fault_in(japanese, "CP932").code == "wrong_encoding");
}

TEST_CASE("a byte order mark prevails over the stated encoding") {
  CHECK(decode("\xEF\xBB\xBF" + japanese, "Shift_JIS") == Decoded{japanese, "utf-8"});
  CHECK(decode("\xFF\xFE" + widened("a\n"), "Shift_JIS") == Decoded{"a\n", "utf-16le"});
  CHECK(decode("\xFF\xFE" + widened("a\n"), "UTF-16") == Decoded{"a\n", "utf-16le"});
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

TEST_CASE("UTF-32 is told by its byte order mark") {
  CHECK(decode("\xFF\xFE\0\0"s + widened("a,b\n", 3)) == Decoded{"a,b\n", "utf-32le"});
  CHECK(decode("\0\0\xFE\xFF\0\0\0a"s) == Decoded{"a", "utf-32be"});
}

TEST_CASE("UTF-16 without a byte order mark is named") {
  const std::string text = "order-id,rating\nA,1\n";
  const Diagnostic little = fault_in(widened(text));
  CHECK(little.code == "wrong_encoding");
  CHECK_THAT(little.message, ContainsSubstring("--encoding UTF-16LE"));
  CHECK_THAT(fault_in('\0' + widened(text).substr(0, 2 * text.size() - 1)).message,
             ContainsSubstring("--encoding UTF-16BE"));
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
