#include "read/iconv_decoder.hpp"

#include <array>
#include <cerrno>

namespace sellerhealth::read {

namespace {

/// What iconv_open() returns when it fails.
iconv_t no_handle() {
  return reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
}

}  // namespace

bool is_known_encoding(const std::string& name) {
  // Behind "//" stand wishes such as "ignore what is invalid".
  return !name.empty() && name.find("//") == std::string::npos && IconvDecoder{name}.is_known();
}

IconvDecoder::IconvDecoder(const std::string& encoding) : handle_{iconv_open("UTF-8", encoding.c_str())} {}

IconvDecoder::~IconvDecoder() {
  if (is_known()) {
    iconv_close(handle_);
  }
}

bool IconvDecoder::is_known() const { return handle_ != no_handle(); }

IconvDecoder::Result IconvDecoder::append(std::string_view bytes, std::string& text) {
  std::array<char, 4096> block{};
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
  std::size_t in_left = bytes.size();
  while (true) {
    char* out = block.data();
    std::size_t out_left = block.size();
    const std::size_t result = iconv(handle_, &in, &in_left, &out, &out_left);
    const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
    text.append(block.data(), block.size() - out_left);
    if (error != E2BIG) {
      return {bytes.size() - in_left, error == EILSEQ};
    }
  }
}

void IconvDecoder::finish(std::string& text) {
  std::array<char, 64> block{};
  char* out = block.data();
  std::size_t out_left = block.size();
  iconv(handle_, nullptr, nullptr, &out, &out_left);
  text.append(block.data(), block.size() - out_left);
}

}  // namespace sellerhealth::read
