#include "read/structure_kernels.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace sellerhealth::read {
namespace {

struct Marks {
  std::vector<std::uint64_t> separators;
  std::vector<std::uint64_t> breaks;
  std::vector<std::uint64_t> quotes;
  std::vector<std::uint64_t> unusual;
  bool any_quotes;
  bool any_unusual;

  friend bool operator==(const Marks&, const Marks&) = default;
};

Marks marks_by(const StructureKernel& kernel, const std::string& text, char delimiter) {
  const std::size_t groups = text.size() / group_size;
  Marks marks{std::vector<std::uint64_t>(groups), std::vector<std::uint64_t>(groups), {}, {}, false, false};
  GroupMasks masks;
  masks.separators = marks.separators.data();
  masks.breaks = marks.breaks.data();
  kernel.mark(text.data(), groups, delimiter, masks);
  marks.quotes.assign(masks.quotes.begin(), masks.quotes.begin() + static_cast<std::ptrdiff_t>(groups));
  marks.unusual.assign(masks.unusual.begin(), masks.unusual.begin() + static_cast<std::ptrdiff_t>(groups));
  marks.any_quotes = masks.any_quotes != 0;
  marks.any_unusual = masks.any_unusual != 0;
  return marks;
}

template <typename Is>
std::vector<std::uint64_t> bits_where(const std::string& text, Is is) {
  std::vector<std::uint64_t> words(text.size() / group_size);
  for (std::size_t i = 0; i < text.size(); ++i) {
    words[i / group_size] |= std::uint64_t{is(text[i]) ? 1U : 0U} << (i % group_size);
  }
  return words;
}

Marks expected_marks(const std::string& text, char delimiter) {
  const auto is_unusual = [](char c) { return c == '\0' || static_cast<unsigned char>(c) > 127; };
  return {bits_where(text, [&](char c) { return c == delimiter || c == '\n'; }),
          bits_where(text, [](char c) { return c == '\n'; }),
          bits_where(text, [](char c) { return c == '"'; }),
          bits_where(text, is_unusual),
          text.find('"') != std::string::npos,
          std::any_of(text.begin(), text.end(), is_unusual)};
}

}  // namespace

TEST_CASE("every kernel tells each byte at each place") {
  for (const StructureKernel& kernel : structure_kernels()) {
    for (std::size_t first = 0; first < 256; first += most_groups) {
      std::string text;
      for (std::size_t i = 0; i < most_groups * group_size; ++i) {
        text += static_cast<char>(first + i / group_size + i % group_size);
      }
      CAPTURE(kernel.name, first);
      CHECK(marks_by(kernel, text, ';') == expected_marks(text, ';'));
    }
  }
}

TEST_CASE("all kernels agree about any text") {
  support::Dice dice{1};
  for (int run = 0; run < 200; ++run) {
    const bool bytes = dice.chance(50);
    std::string text(static_cast<std::size_t>(dice.between(1, most_groups)) * group_size, '\0');
    constexpr std::string_view letters = "\",\n\r ax\t";
    std::generate(text.begin(), text.end(), [&] {
      return bytes ? static_cast<char>(dice.below(256)) : letters[static_cast<std::size_t>(dice.below(8))];
    });
    const char delimiter = dice.pick(std::vector<char>{',', '\t', '|', ';'});
    const Marks expected = expected_marks(text, delimiter);
    for (const StructureKernel& kernel : structure_kernels()) {
      CAPTURE(run, kernel.name);
      REQUIRE(marks_by(kernel, text, delimiter) == expected);
    }
  }
}

TEST_CASE("the portable kernel is the last choice") {
  CHECK(structure_kernels().back().name == std::string_view{"portable"});
}

}  // namespace sellerhealth::read
