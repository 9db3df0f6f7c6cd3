#include "read/plain_json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "read/utf8.hpp"

namespace sellerhealth::read {

namespace {

/// Longer ones may be too large for a number.
constexpr std::size_t longest_number = 100;

/// The number that four hexadecimal digits are; negative if they are none.
int hexadecimal(const char* digits) {
  int number = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = digits[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return -1;
    }
    number = number * 16 + digit;
  }
  return number;
}

void append_utf8(std::uint32_t code_point, std::string& text) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  const auto continuation = [&](unsigned int shift) { return byte(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80) {
    text += byte(code_point);
  } else if (code_point < 0x800) {
    text += {byte(0xC0U | code_point >> 6U), continuation(0)};
  } else if (code_point < 0x10000) {
    text += {byte(0xE0U | code_point >> 12U), continuation(6), continuation(0)};
  } else {
    text += {byte(0xF0U | code_point >> 18U), continuation(12), continuation(6), continuation(0)};
  }
}

/// Reads `\u` and its digits; two such of a surrogate pair. A control character is refused.
const char* read_code_point(const char* at, std::string& unescaped) {
  constexpr std::ptrdiff_t escape_size = 6;
  const int first = hexadecimal(at + 2);
  if (first < 0x20 || (first >= 0xDC00 && first < 0xE000)) {
    return nullptr;
  }
  at += escape_size;
  auto code_point = static_cast<std::uint32_t>(first);
  if (first >= 0xD800 && first < 0xDC00) {
    const int second = at[0] == '\\' && at[1] == 'u' ? hexadecimal(at + 2) : -1;
    if (second < 0xDC00 || second >= 0xE000) {
      return nullptr;
    }
    at += escape_size;
    code_point = 0x10000U + ((code_point - 0xD800U) << 10U) + (static_cast<std::uint32_t>(second) - 0xDC00U);
  }
  append_utf8(code_point, unescaped);
  return at;
}

/// Reads an escape, which begins with a backslash.
const char* read_escape(const char* at, std::string& unescaped) {
  switch (at[1]) {
    case '"':
    case '\\':
    case '/':
      unescaped += at[1];
      return at + 2;
    case 'u':
      return read_code_point(at, unescaped);
    default:
      return nullptr;
  }
}

}  // namespace

const char* read_unusual_string(const char* begin, const char* at, const char* end, std::string& unescaped,
                                std::string_view& value) {
  const std::size_t unescaped_before = unescaped.size();
  bool escaped = false;
  for (; *at != '"'; at = find_unusual(at)) {
    if (*at == '\\') {
      escaped = true;
      unescaped.append(begin, at);
      begin = at = read_escape(at, unescaped);
      if (at == nullptr) {
        return nullptr;
      }
      continue;
    }
    const bool is_ascii = static_cast<unsigned char>(*at) < 0x80;
    const std::size_t length = is_ascii ? 0 : utf8_length({at, static_cast<std::size_t>(end - at)});
    if (length == 0) {
      return nullptr;
    }
    at += length;
  }
  if (escaped) {
    unescaped.append(begin, at);
    value = std::string_view{unescaped}.substr(unescaped_before);
  } else {
    value = {begin, static_cast<std::size_t>(at - begin)};
  }
  return at + 1;
}

const char* read_plain_number(const char* at, std::string_view& value) {
  const auto behind_digits = [](const char* digits) {
    while (*digits >= '0' && *digits <= '9') {
      ++digits;
    }
    return digits;
  };
  const char* const digits = at + (*at == '-' ? 1 : 0);
  const char* const whole_end = behind_digits(digits);
  const bool leads_with_zero = *digits == '0' && whole_end - digits > 1;
  const char* const end = *whole_end == '.' ? behind_digits(whole_end + 1) : whole_end;
  const bool has_empty_fraction = *whole_end == '.' && end == whole_end + 1;
  const bool has_exponent = *end == 'e' || *end == 'E';
  value = {at, static_cast<std::size_t>(end - at)};
  const bool plain = whole_end != digits && !leads_with_zero && !has_empty_fraction && !has_exponent &&
                     value.size() <= longest_number && value != "-0";
  return plain ? end : nullptr;
}

const char* read_plain_word(const char* at, std::string_view& value) {
  for (const std::string_view word : {"null", "false", "true"}) {
    if (std::memcmp(at, word.data(), word.size()) == 0) {
      value = {at, word == "null" ? 0 : word.size()};
      return at + word.size();
    }
  }
  return nullptr;
}

}  // namespace sellerhealth::read
