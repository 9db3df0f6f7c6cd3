#include "read/structure.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::read {
namespace {

using namespace std::string_literals;

/// A text, and behind it padding made of `filling`.
class Padded {
 public:
  explicit Padded(const std::string& text, std::string_view filling = " ") : bytes_{text}, size_{text.size()} {
    while (bytes_.size() < size_ + text_padding) {
      bytes_ += filling;
    }
  }

  [[nodiscard]] std::span<const char> text() const { return {bytes_.data(), size_}; }

 private:
  std::string bytes_;
  std::size_t size_;
};

/// What the present strip has of it.
void mark(const Structure& structure, std::span<const char> text, std::string& marks) {
  std::vector<std::uint32_t> separators(strip_size + list_padding);
  separators.erase(separators.begin() + (structure.list_separators(separators.data()) - separators.data()),
                   separators.end());
  CHECK(std::is_sorted(separators.begin(), separators.end()));
  std::size_t rows = 0;
  for (const std::uint32_t separator : separators) {
    REQUIRE(separator < text.size());
    const bool is_break = text[separator] == '\n';
    CHECK(std::exchange(marks[separator], is_break ? '|' : '^') == '.');
    rows += is_break ? 1U : 0U;
  }
  CHECK(structure.rows_ended() == rows);
}

/// '|' for each line break outside quotes, '^' for other separators, '.' for all else; "not plain" if so. The same with
/// every kernel.
std::string marks_with_padding(const Padded& padded, bool quoting) {
  const std::span<const char> text = padded.text();
  std::string common;
  for (const StructureKernel& kernel : structure_kernels()) {
    Structure structure{',', quoting, kernel};
    std::string marks(text.size(), '.');
    for (structure.begin(text); !structure.at_end() && marks != "not plain";) {
      if (structure.mark_next()) {
        mark(structure, text, marks);
      } else {
        marks = "not plain";
      }
    }
    CHECK(is_plain(structure, text) == (marks != "not plain"));
    CAPTURE(kernel.name);
    CHECK((common.empty() || marks == common));
    common = marks;
  }
  return common;
}

/// Bytes behind the text would count if they were looked at.
std::string marks_of(const std::string& text, bool quoting = true) {
  const std::string marks = marks_with_padding(Padded{text}, quoting);
  CHECK(marks_with_padding(Padded{text, "\",\n\xFF"}, quoting) == marks);
  return marks;
}

bool is_plain_text(const std::string& text, bool quoting = true) { return marks_of(text, quoting) != "not plain"; }

/// So that each byte of a text comes to stand at each place of a group, and at both sides of where a kernel begins
/// anew.
template <typename Check>
void at_each_place(Check check) {
  constexpr std::size_t groups_end = most_groups * group_size;
  for (std::size_t before = 0; before <= groups_end; before += before == 2 * group_size ? groups_end - 150 : 1) {
    CAPTURE(before);
    check(std::string(before, 'x'));
  }
}

}  // namespace

TEST_CASE("delimiters and line breaks are separators") {
  CHECK(marks_of("a,b\n1,\r\n") == ".^.|.^.|");
  CHECK(marks_of("\n") == "|");
}

TEST_CASE("what is inside quotes separates nothing") {
  at_each_place([](const std::string& before) {
    const std::string marks(before.size(), '.');
    REQUIRE(marks_of(before + ",\",\n\"\"\",2\n") == marks + "^......^.|");
  });
}

TEST_CASE("without quoting a quote is a letter") { CHECK(marks_of("\"a,b\"c\n\"\n", false) == "..^...|.|"); }

TEST_CASE("a quote inside an unquoted field is not plain") {
  at_each_place([](const std::string& before) {
    REQUIRE_FALSE(is_plain_text(before + ",5\" nails,\"b\"\n"));
    REQUIRE_FALSE(is_plain_text(before + ",5\" nails,6\"\n"));
    REQUIRE_FALSE(is_plain_text(before + ",a\"\"\n"));
  });
}

TEST_CASE("text behind a closing quote is not plain") {
  at_each_place([](const std::string& before) {
    REQUIRE_FALSE(is_plain_text(before + ",\"a\"b,\"c\"\n"));
    REQUIRE_FALSE(is_plain_text(before + ",\"a\" \n"));
    REQUIRE_FALSE(is_plain_text(before + ",\"a\"\r,\n"));
    REQUIRE(is_plain_text(before + ",\"a\"\r\n"));
    REQUIRE(is_plain_text(before + ",\"a\",\n"));
  });
}

TEST_CASE("a text that ends inside quotes is not plain") {
  at_each_place([](const std::string& before) {
    REQUIRE_FALSE(is_plain_text(before + ",\"a\n"));
    REQUIRE_FALSE(is_plain_text(before + ",\"a\"\"\n"));
  });
}

TEST_CASE("a structure tells whether there are line breaks and doubled quotes inside quotes") {
  Structure structure{',', true, structure_kernels().front()};
  const auto quoted_breaks_and_doubled_quotes = [&](const std::string& text) {
    const Padded padded{text};
    REQUIRE(is_plain(structure, padded.text()));
    return std::pair{structure.has_quoted_breaks(), structure.marked().doubled_quotes};
  };
  at_each_place([&](const std::string& before) {
    REQUIRE(quoted_breaks_and_doubled_quotes(before + ",\"a\nb\"\n") == std::pair{true, false});
    REQUIRE(quoted_breaks_and_doubled_quotes(before + ",\"a\"\"b\"\n") == std::pair{false, true});
    REQUIRE(quoted_breaks_and_doubled_quotes(before + ",\"\",\"b\"\n") == std::pair{false, false});
  });
}

TEST_CASE("NUL is not plain") {
  at_each_place([](const std::string& before) { REQUIRE_FALSE(is_plain_text(before + ",\0,b\n"s)); });
}

TEST_CASE("UTF-8 is plain wherever its characters stand, and nothing else is") {
  at_each_place([](const std::string& before) {
    for (const char* const character : {"\xC3\xA9", "\xE6\x97\xA5", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"}) {
      const std::string_view whole = character;
      REQUIRE(is_plain_text(before + character + character + "\n"));
      REQUIRE_FALSE(is_plain_text(before + std::string{whole.substr(0, whole.size() - 1)} + "\n"));
      REQUIRE_FALSE(is_plain_text(before + std::string{whole.substr(1)} + "\n"));
      REQUIRE_FALSE(is_plain_text(before + character + "\x80\n"));
    }
    for (const char* const fault : {"\xE9", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xC3\xA9\xE9"}) {
      REQUIRE_FALSE(is_plain_text(before + fault + "\n"));
    }
  });
}

TEST_CASE("a structure keeps nothing of the text before") {
  Structure structure{',', true, structure_kernels().front()};
  const Padded odd{"\"a\n"};
  const Padded plain{"a,\xC3\xA9\n"};
  CHECK_FALSE(is_plain(structure, odd.text()));
  CHECK(is_plain(structure, plain.text()));
  CHECK_FALSE(structure.has_quoted_breaks());
  CHECK(structure.rows_ended() == 1);
}

}  // namespace sellerhealth::read
