#include "read/structure_kernels.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
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
  std::uint64_t special;
  std::size_t line_breaks;

  friend bool operator==(const Marks&, const Marks&) = default;
};

Marks marks_by(const StructureKernel& kernel, const std::string& text, char delimiter) {
  const std::size_t groups = text.size() / group_size;
  GroupMasks masks;
  kernel.mark(text.data(), groups, delimiter, masks);
  const auto first = [groups](const std::array<std::uint64_t, most_groups>& words) {
    return std::vector<std::uint64_t>{words.begin(), words.begin() + static_cast<std::ptrdiff_t>(groups)};
  };
  return {first(masks.separators), first(masks.breaks), first(masks.quotes),
          first(masks.unusual),    masks.special,       masks.line_breaks};
}

template <typename Is>
std::vector<std::uint64_t> bits_where(const std::string& text, Is is) {
  std::vector<std::uint64_t> words(text.size() / group_size);
  for (std::size_t i = 0; i < text.size(); ++i) {
    words[i / group_size] |= std::uint64_t{is(text[i]) ? 1U : 0U} << (i % group_size);
  }
  return words;
}

/// A bit for each word that is not 0.
std::uint64_t bits_of(const std::vector<std::uint64_t>& words) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bits |= std::uint64_t{words[i] != 0 ? 1U : 0U} << i;
  }
  return bits;
}

Marks expected_marks(const std::string& text, char delimiter) {
  const auto is_unusual = [](char c) { return c == '\0' || static_cast<unsigned char>(c) > 127; };
  Marks marks{bits_where(text, [&](char c) { return c == delimiter || c == '\n'; }),
              bits_where(text, [](char c) { return c == '\n'; }),
              bits_where(text, [](char c) { return c == '"'; }),
              bits_where(text, is_unusual),
              0,
              static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'))};
  marks.special = bits_of(marks.quotes) | bits_of(marks.unusual);
  return marks;
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

TEST_CASE("every kernel lists the bits of masks, however many they are") {
  support::Dice dice{2};
  std::vector<std::uint64_t> masks;
  for (std::size_t i = 0; i < most_groups; ++i) {
    std::uint64_t mask = 0;
    for (std::int64_t bits = dice.between(0, 64); bits > 0; --bits) {
      mask |= std::uint64_t{1} << static_cast<unsigned>(dice.below(64));
    }
    masks.push_back(i == 5 ? ~std::uint64_t{0} : mask);
  }
  constexpr std::uint32_t first = 1'000'000;
  std::vector<std::uint32_t> expected;
  for (std::uint32_t place = 0; place < masks.size() * group_size; ++place) {
    if ((masks[place / group_size] >> (place % group_size) & 1U) != 0) {
      expected.push_back(first + place);
    }
  }
  for (const StructureKernel& kernel : structure_kernels()) {
    std::vector<std::uint32_t> places(expected.size() + list_padding);
    const std::uint32_t* const end = kernel.list(masks, first, places.data());
    CAPTURE(kernel.name);
    REQUIRE(end == places.data() + expected.size());
    places.resize(expected.size());
    CHECK(places == expected);
    CHECK(kernel.list({}, first, places.data()) == places.data());
  }
}

TEST_CASE("the portable kernel is the last choice") {
  CHECK(structure_kernels().back().name == std::string_view{"portable"});
}

}  // namespace sellerhealth::read
