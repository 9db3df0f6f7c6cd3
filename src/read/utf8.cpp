#include "read/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace sellerhealth::read {

namespace {

/// A character's length by its first byte, and the range of its second, which is where overlong forms, surrogates and
/// values above U+10FFFF show.
struct Lead {
  std::size_t length;
  unsigned char second_from;
  unsigned char second_to;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {2, 0x80, 0xBF};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
  }
  return {0, 0, 0};
}

/// Whether the bytes behind the first one, as far as they are there, belong to the character that begins so.
bool is_continued(std::string_view bytes, const Lead& lead) {
  for (std::size_t i = 1; i < lead.length && i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < (i == 1 ? lead.second_from : 0x80) || byte > (i == 1 ? lead.second_to : 0xBF)) {
      return false;
    }
  }
  return true;
}

/// Where the ASCII text that begins at `at` ends, eight bytes at a time: nearly all of an export is ASCII.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::uint64_t word = 0;
  while (at + sizeof word <= bytes.size()) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & high_bits) != 0) {
      break;
    }
    at += sizeof word;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) {
    ++at;
  }
  return at;
}

}  // namespace

Utf8Scan scan_utf8(std::string_view bytes) {
  Utf8Scan scan;
  while (true) {
    scan.valid = ascii_end(bytes, scan.valid);
    const std::string_view rest = bytes.substr(scan.valid);
    if (rest.empty()) {
      return scan;
    }
    const Lead lead = lead_of(static_cast<unsigned char>(rest[0]));
    if (!is_continued(rest, lead)) {
      return scan;
    }
    if (lead.length == 0 || lead.length > rest.size()) {
      scan.incomplete = lead.length > 0;
      return scan;
    }
    scan.non_ascii = true;
    scan.valid += lead.length;
  }
}

std::size_t utf8_length(std::string_view bytes) {
  const Lead lead = lead_of(static_cast<unsigned char>(bytes[0]));
  return lead.length <= bytes.size() && is_continued(bytes, lead) ? lead.length : 0;
}

}  // namespace sellerhealth::read
