#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "read/encoding_guess.hpp"
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

/// The longer marks first: that of UTF-32 begins like that of UTF-16.
struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array byte_order_marks{
    ByteOrderMark{{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, ByteOrderMark{{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    ByteOrderMark{"\xEF\xBB\xBF", "UTF-8"},         ByteOrderMark{"\xFF\xFE", "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF", "UTF-16BE"},
};

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

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, std::string name, const std::string& stated_encoding)
    : source_{std::move(bytes)}, name_{std::move(name)} {
  fill_block();
  look_at_head(stated_encoding);
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

void TextSource::look_at_head(const std::string& stated_encoding) {
  if (take_mark()) {
    return;
  }
  refuse_binary();
  if (stated_encoding.empty()) {
    refuse_unstated_utf_16();
  } else {
    use_iconv(stated_encoding);
    refuse_stated(stated_encoding);
  }
}

bool TextSource::take_mark() {
  for (const ByteOrderMark& mark : byte_order_marks) {
    if (unread_.starts_with(mark.bytes)) {
      unread_.remove_prefix(mark.bytes.size());
      has_mark_ = true;
      if (mark.encoding != std::string_view{"UTF-8"}) {
        use_iconv(mark.encoding);
      }
      return true;
    }
  }
  return false;
}

void TextSource::refuse_binary() const {
  for (const Mistaken& mistaken : mistaken_files) {
    if (unread_.starts_with(mistaken.magic)) {
      throw fault("binary_file", name_, 0, std::string{mistaken.message});
    }
  }
}

void TextSource::refuse_unstated_utf_16() const {
  if (unread_.find('\0') == std::string_view::npos) {
    return;
  }
  if (const std::optional<std::string_view> encoding = guess_utf_16(unread_)) {
    throw fault("wrong_encoding", name_, 0,
                "looks like " + std::string{*encoding} + " without a byte order mark: if it is, say --encoding " +
                    std::string{*encoding});
  }
  throw fault("binary_file", name_, 0, std::string{binary_message});
}

/// UTF-8 beyond ASCII is hardly ever valid by chance, and reading it as anything else is mojibake.
void TextSource::refuse_stated(const std::string& stated_encoding) const {
  const Utf8Scan scan = scan_utf8(unread_);
  if (!scan.non_ascii || (scan.valid < unread_.size() && (!scan.incomplete || ended_))) {
    return;
  }
  std::string text;
  IconvDecoder{stated_encoding}.append(unread_.substr(0, scan.valid), text);
  if (text != unread_.substr(0, scan.valid)) {
    throw fault("wrong_encoding", name_, 0,
                "is UTF-8, not " + stated_encoding +
                    " as --encoding says: leave --encoding out, or begin the file with a byte order mark");
  }
}

void TextSource::use_iconv(const std::string& encoding) {
  encoding_ = encoding;
  std::transform(encoding_.begin(), encoding_.end(), encoding_.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  iconv_.emplace(encoding);
  if (!iconv_->is_known()) {
    throw fault("unsupported_encoding", name_, 0,
                "is " + encoding + ", which this system cannot convert: save it as UTF-8");
  }
}

void TextSource::fill_block() {
  while (unread_.size() < block_size && refill()) {
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
    return finish();
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
  // One byte at the very end may be a letter of Windows-1252; several are the beginning of a longer character.
  const bool cut_off = scan.incomplete && unread_.size() > 1;
  if (!has_mark_ && !non_ascii_ && !cut_off) {
    turn_to_windows_1252();
    return true;
  }
  if (scan.incomplete) {
    fail("truncated_file", "ends inside a UTF-8 character, expected more: was the download cut off?");
  }
  fail("mixed_encoding", "found the byte " + hexadecimal(unread_.front()) +
                             ", which is not UTF-8, though the file is UTF-8 up to there: save all of it as UTF-8");
}

/// All before what is unread was ASCII.
void TextSource::turn_to_windows_1252() {
  fill_block();
  if (looks_like_shift_jis(unread_)) {
    fail("wrong_encoding", "looks like Shift_JIS: if it is, say --encoding Shift_JIS (or CP932, as Excel writes it)");
  }
  if (looks_like_another_script(unread_)) {
    fail("wrong_encoding",
         "is not UTF-8, and does not look like Windows-1252: say which it is with --encoding, such as Shift_JIS, "
         "GB18030 or Windows-1251");
  }
  encoding_ = "windows-1252";
}

bool TextSource::decode_windows_1252() {
  if (unread_.size() == 1 && refill()) {
    return true;
  }
  // The last byte waits for the one behind it: together they may be a character of UTF-8.
  const std::size_t whole = unread_.size() - (ended_ ? 0 : 1);
  converted_.clear();
  const std::size_t used =
      append_windows_1252(unread_.substr(0, std::min(whole, find_latin_utf8(unread_))), converted_);
  if (used == 0) {
    refuse_windows_1252();
  }
  unread_.remove_prefix(used);
  hand_out(converted_);
  return true;
}

void TextSource::refuse_windows_1252() const {
  if (find_latin_utf8(unread_) == 0) {
    fail("mixed_encoding", "found the bytes " + hexadecimal(unread_[0]) + " " + hexadecimal(unread_[1]) +
                               ", which are UTF-8, though the file is Windows-1252 up to there: save all of it as "
                               "UTF-8, or say --encoding Windows-1252");
  }
  fail("invalid_encoding", "found the byte " + hexadecimal(unread_.front()) +
                               ", which is neither UTF-8 nor Windows-1252: save the file as UTF-8, or say what it is "
                               "with --encoding");
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
    fail("invalid_encoding", "found the byte " + hexadecimal(unread_.front()) + ", which begins no character of " +
                                 encoding_ + ", the encoding that " +
                                 (has_mark_ ? "the file's byte order mark says" : "--encoding states"));
  }
  fail("truncated_file", "ends inside a character of " + encoding_ + ", expected more: was the download cut off?");
}

/// Hands out what iconv holds back at the end, if anything.
bool TextSource::finish() {
  converted_.clear();
  if (iconv_) {
    iconv_->finish(converted_);
    hand_out(converted_);
  }
  return !converted_.empty();
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
