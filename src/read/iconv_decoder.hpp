#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <iconv.h>

namespace sellerhealth::read {

/// Turns bytes of an encoding that the system's iconv knows into UTF-8, piece by piece.
class IconvDecoder {
 public:
  explicit IconvDecoder(const std::string& encoding);
  IconvDecoder(const IconvDecoder&) = delete;
  IconvDecoder& operator=(const IconvDecoder&) = delete;
  ~IconvDecoder();

  /// Whether iconv knows the encoding. The rest may only be called if it does.
  [[nodiscard]] bool is_known() const;

  struct Result {
    std::size_t used = 0;  ///< Bytes taken; those after them are the beginning of a character, or no character at all.
    bool invalid = false;  ///< They are no character at all.
  };

  /// Appends `bytes` to `text`.
  Result append(std::string_view bytes, std::string& text);

 private:
  iconv_t handle_;
};

}  // namespace sellerhealth::read
