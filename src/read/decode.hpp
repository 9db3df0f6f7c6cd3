#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "read/iconv_decoder.hpp"
#include "read/input.hpp"

namespace sellerhealth::read {

/// The text of an export as valid UTF-8 without byte order mark, whatever it was written in.
///
/// A byte order mark decides: UTF-8 or UTF-16. Without one the text is taken for UTF-8 until a byte says otherwise; if
/// all before it was ASCII, the file is Windows-1252. So one pass is enough, and a file that is UTF-8 first and
/// something else later is found out.
///
/// Throws InputError, from the constructor: binary_file (a workbook, an archive, a PDF, bytes that no text has),
/// unsupported_encoding; from read(), with the line: mixed_encoding, invalid_encoding, truncated_file (it ends inside a
/// character), binary_file.
class TextSource final : public ByteSource {
 public:
  TextSource(std::unique_ptr<ByteSource> bytes, std::string name);

  std::size_t read(std::span<char> buffer) override;

  /// "utf-8" (also for mere ASCII), "windows-1252", "utf-16le" or "utf-16be", by what was read until now.
  [[nodiscard]] std::string_view encoding() const { return encoding_; }

 private:
  void look_at_head();
  void refuse_binary() const;
  void use_utf_16(std::string_view encoding, const std::string& iconv_name);
  bool refill();
  bool decode_block();
  bool decode_utf8();
  bool decode_windows_1252();
  bool decode_by_iconv();
  void hand_out(std::string_view text);
  [[noreturn]] void fail(std::string code, std::string message) const;

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::string bytes_;        ///< A block of the source, and before it what was left of the last one.
  std::string_view unread_;  ///< Of `bytes_`.
  bool ended_ = false;
  std::string converted_;
  std::string_view ready_;  ///< Decoded, not yet handed out; in `bytes_` or `converted_`.
  std::size_t line_ = 1;    ///< Of the first byte that is not decoded yet.
  std::string_view encoding_ = "utf-8";
  bool has_mark_ = false;   ///< A byte order mark says that it is UTF-8.
  bool non_ascii_ = false;  ///< Valid UTF-8 beyond ASCII was met.
  std::optional<IconvDecoder> iconv_;
};

}  // namespace sellerhealth::read
