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
/// A byte order mark decides, even against a stated encoding: UTF-8, UTF-16 or UTF-32. Without one, and if no encoding
/// is stated, the text is taken for UTF-8 until a byte says otherwise; if all before it was ASCII, the file is
/// Windows-1252, or is refused if it looks like something else. So one pass is enough, and a file that is UTF-8 first
/// and something else later, or the other way round, is found out.
///
/// Throws InputError, from the constructor: binary_file (a workbook, an archive, a PDF, bytes that no text has),
/// unsupported_encoding, wrong_encoding (the text looks like one that must be stated, or that differs from the stated
/// one); from read(), with the line: mixed_encoding, invalid_encoding, wrong_encoding, truncated_file (it ends inside a
/// character), binary_file.
class TextSource final : public ByteSource {
 public:
  /// `stated_encoding`: a name that iconv knows, or empty.
  TextSource(std::unique_ptr<ByteSource> bytes, std::string name, const std::string& stated_encoding = {});

  std::size_t read(std::span<char> buffer) override;

  /// In small letters: "utf-8" (also for mere ASCII), "windows-1252", "utf-16le" … or the stated one, by what was read
  /// until now.
  [[nodiscard]] const std::string& encoding() const { return encoding_; }

 private:
  void look_at_head(const std::string& stated_encoding);
  bool take_mark();
  void refuse_binary() const;
  void refuse_unstated_utf_16() const;
  void refuse_stated(const std::string& stated_encoding) const;
  void use_iconv(const std::string& encoding);
  void fill_block();
  bool refill();
  bool decode_block();
  bool decode_utf8();
  void turn_to_windows_1252();
  bool decode_windows_1252();
  [[noreturn]] void refuse_windows_1252() const;
  bool decode_by_iconv();
  bool finish();
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
  std::string encoding_ = "utf-8";
  bool has_mark_ = false;   ///< A byte order mark says which encoding it is.
  bool non_ascii_ = false;  ///< Valid UTF-8 beyond ASCII was met.
  std::optional<IconvDecoder> iconv_;
};

}  // namespace sellerhealth::read
