#include "read/encoding_guess.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sellerhealth::read {

namespace {

constexpr bool is_within(char c, unsigned char from, unsigned char to) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= from && byte <= to;
}

constexpr bool is_ascii(char c) { return is_within(c, 0x00, 0x7F); }

}  // namespace

std::optional<std::string_view> guess_utf_16(std::string_view head) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    zeros[i % 2] += head[i] == '\0' ? 1U : 0U;
  }
  constexpr std::size_t fewest_characters = 8;
  const std::size_t characters = head.size() / 2;
  const auto alternate = [&](std::size_t others, std::size_t high) {
    return others == 0 && characters >= fewest_characters && 2 * high > characters;
  };
  if (alternate(zeros[0], zeros[1])) {
    return "UTF-16LE";
  }
  return alternate(zeros[1], zeros[0]) ? std::optional<std::string_view>{"UTF-16BE"} : std::nullopt;
}

bool looks_like_shift_jis(std::string_view bytes) {
  bool after_mark = false;  // Behind a character whose first byte is a mark in Windows-1252.
  bool marks_in_a_row = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool mark = is_within(bytes[i], 0x81, 0x9F);
    const bool two_bytes = mark || is_within(bytes[i], 0xE0, 0xFC);
    if (!two_bytes && !is_ascii(bytes[i]) && !is_within(bytes[i], 0xA1, 0xDF)) {
      return false;
    }
    if (two_bytes) {
      if (++i == bytes.size()) {
        break;
      }
      if (!is_within(bytes[i], 0x40, 0x7E) && !is_within(bytes[i], 0x80, 0xFC)) {
        return false;
      }
    }
    marks_in_a_row = marks_in_a_row || (mark && after_mark);
    after_mark = mark;
  }
  return marks_in_a_row;
}

bool looks_like_another_script(std::string_view bytes) {
  constexpr std::size_t long_run = 4;
  std::size_t all = 0;
  std::size_t in_long_runs = 0;
  const auto* at = bytes.begin();
  while (at != bytes.end()) {
    at = std::find_if_not(at, bytes.end(), is_ascii);
    const auto* const end = std::find_if(at, bytes.end(), is_ascii);
    const auto length = static_cast<std::size_t>(end - at);
    all += length;
    in_long_runs += length >= long_run ? length : 0;
    at = end;
  }
  return 2 * in_long_runs > all;
}

std::size_t find_latin_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if ((is_within(bytes[i], 0xC2, 0xC3) && is_within(bytes[i + 1], 0x80, 0xBF)) ||
        (bytes[i] == '\xE2' && bytes[i + 1] == '\x80')) {
      return i;
    }
  }
  return bytes.size();
}

}  // namespace sellerhealth::read
