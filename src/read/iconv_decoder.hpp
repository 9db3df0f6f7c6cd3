#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <iconv.h>

namespace sellerhealth::read {

/// Whether iconv knows an encoding of this name.
[[nodiscard]] bool is_known_encoding(const std::string& name);

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

  /// Appends what was held back at the end of the last bytes: some encodings compose a character of several.
  void finish(std::string& text);

 private:
  iconv_t handle_;
};

}  // namespace sellerhealth::read
