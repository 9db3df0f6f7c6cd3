#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "read/fault.hpp"
#include "read/utf8.hpp"
#include "read/windows_1252.hpp"

namespace sellerhealth::read {

namespace {

constexpr std::size_t block_size = std::size_t{64} * 1024;

/// Files that are taken for exports by mistake, and what to do about it.
struct Mistaken {
  std::string_view magic;
  std::string_view message;
};
constexpr std::array mistaken_files{
    Mistaken{"PK\x03\x04",
             "is an Excel workbook (.xlsx) or a zip archive, expected text: save the sheet as CSV, or unpack it"},
    Mistaken{"\xD0\xCF\x11\xE0", "is an Excel workbook (.xls), expected text: save the sheet as CSV"},
    Mistaken{"%PDF-", "is a PDF, expected text: download the report as CSV or TXT"},
};
constexpr std::string_view binary_message = "looks like a binary file, not an export, expected text: CSV, TSV or JSON";

std::size_t count_lines(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++count;
  }
  return count;
}

std::string hexadecimal(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'0', 'x', digits[value >> 4U], digits[value & 0xFU]};
}

}  // namespace

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, std::string name)
    : source_{std::move(bytes)}, name_{std::move(name)} {
  while (unread_.size() < block_size && refill()) {
  }
  look_at_head();
}

std::size_t TextSource::read(std::span<char> buffer) {
  while (ready_.empty()) {
    if (!decode_block()) {
      return 0;
    }
  }
  const std::size_t size = ready_.copy(buffer.data(), buffer.size());
  ready_.remove_prefix(size);
  return size;
}

void TextSource::look_at_head() {
  if (unread_.starts_with("\xEF\xBB\xBF")) {
    unread_.remove_prefix(3);
    has_mark_ = true;
  } else if (unread_.starts_with("\xFF\xFE")) {
    use_utf_16("utf-16le", "UTF-16LE");
  } else if (unread_.starts_with("\xFE\xFF")) {
    use_utf_16("utf-16be", "UTF-16BE");
  } else {
    refuse_binary();
  }
}

void TextSource::refuse_binary() const {
  for (const Mistaken& mistaken : mistaken_files) {
    if (unread_.starts_with(mistaken.magic)) {
      throw fault("binary_file", name_, 0, std::string{mistaken.message});
    }
  }
  if (unread_.find('\0') != std::string_view::npos) {
    throw fault("binary_file", name_, 0, std::string{binary_message});
  }
}

void TextSource::use_utf_16(std::string_view encoding, const std::string& iconv_name) {
  unread_.remove_prefix(2);
  encoding_ = encoding;
  iconv_.emplace(iconv_name);
  if (!iconv_->is_known()) {
    throw fault("unsupported_encoding", name_, 0,
                "is " + iconv_name + ", which this system cannot convert: save it as UTF-8");
  }
}

/// Reads behind what is unread; false at the end of the source.
bool TextSource::refill() {
  if (ended_) {
    return false;
  }
  bytes_.erase(0, bytes_.size() - unread_.size());
  const std::size_t kept = bytes_.size();
  bytes_.resize(std::max(block_size, kept + 1));
  const std::size_t added = source_->read(std::span{bytes_}.subspan(kept));
  bytes_.resize(kept + added);
  unread_ = bytes_;
  ended_ = added == 0;
  return !ended_;
}

/// Decodes some more, if only after the next call; false at the end.
bool TextSource::decode_block() {
  if (unread_.empty() && !refill()) {
    return false;
  }
  if (iconv_) {
    return decode_by_iconv();
  }
  return encoding_ == "utf-8" ? decode_utf8() : decode_windows_1252();
}

bool TextSource::decode_utf8() {
  const Utf8Scan scan = scan_utf8(unread_);
  non_ascii_ = non_ascii_ || scan.non_ascii;
  if (scan.valid > 0) {
    hand_out(unread_.substr(0, scan.valid));
    unread_.remove_prefix(scan.valid);
    return true;
  }
  if (scan.incomplete && refill()) {
    return true;
  }
  if (!has_mark_ && !non_ascii_) {
    encoding_ = "windows-1252";
    return true;
  }
  if (scan.incomplete) {
    fail("truncated_file", "ends inside a UTF-8 character, expected more: was the download cut off?");
  }
  fail("mixed_encoding", "found the byte " + hexadecimal(unread_.front()) +
                             ", which is not UTF-8, though the file is UTF-8 up to there: save all of it as UTF-8");
}

bool TextSource::decode_windows_1252() {
  converted_.clear();
  const std::size_t used = append_windows_1252(unread_, converted_);
  if (used == 0) {
    fail("invalid_encoding", "found the byte " + hexadecimal(unread_.front()) +
                                 ", which is neither UTF-8 nor Windows-1252: save the file as UTF-8");
  }
  unread_.remove_prefix(used);
  hand_out(converted_);
  return true;
}

bool TextSource::decode_by_iconv() {
  converted_.clear();
  const IconvDecoder::Result result = iconv_->append(unread_, converted_);
  unread_.remove_prefix(result.used);
  hand_out(converted_);
  if (result.used > 0) {
    return true;
  }
  if (!result.invalid && refill()) {
    return true;
  }
  if (result.invalid) {
    fail("invalid_encoding", "found bytes that are not " + std::string{encoding_} +
                                 ", though the file begins with its byte order mark: save it as UTF-8");
  }
  fail("truncated_file", "ends inside a character, expected more: was the download cut off?");
}

void TextSource::hand_out(std::string_view text) {
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    line_ += count_lines(text.substr(0, zero));
    fail("binary_file", "found a NUL byte, expected text: the file is damaged or no export");
  }
  line_ += count_lines(text);
  ready_ = text;
}

void TextSource::fail(std::string code, std::string message) const {
  throw fault(std::move(code), name_, line_, std::move(message));
}

}  // namespace sellerhealth::read
