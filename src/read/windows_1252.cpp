#include "read/windows_1252.hpp"

#include <array>

namespace sellerhealth::read {

namespace {

/// 0x80 to 0x9F; all other bytes are the Unicode character of the same number.
constexpr std::array<std::string_view, 32> specials{"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                    "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                                    "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

}  // namespace

std::size_t append_windows_1252(std::string_view bytes, std::string& text) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      text.push_back(bytes[i]);
    } else if (byte >= 0xA0) {
      text.push_back(static_cast<char>(0xC0U | (byte >> 6U)));
      text.push_back(static_cast<char>(0x80U | (byte & 0x3FU)));
    } else if (const std::string_view special = specials[byte - 0x80U]; !special.empty()) {
      text.append(special);
    } else {
      return i;
    }
  }
  return bytes.size();
}

}  // namespace sellerhealth::read
