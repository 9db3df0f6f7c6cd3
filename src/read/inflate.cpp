#include "read/inflate.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#include "read/fault.hpp"

namespace sellerhealth::read {

namespace {

constexpr int gzip_only = 16 + MAX_WBITS;

bool begins_gzip(std::span<const char> bytes) { return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b'; }

}  // namespace

InflatingSource::InflatingSource(std::unique_ptr<ByteSource> source, std::string name)
    : source_{std::move(source)}, name_{std::move(name)} {}

InflatingSource::~InflatingSource() {
  if (gzip_) {
    inflateEnd(&stream_);
  }
}

std::size_t InflatingSource::read(std::span<char> buffer) {
  if (!looked_) {
    look_at_head();
  }
  return gzip_ ? inflate_into(buffer) : pass_through(buffer);
}

bool InflatingSource::refill() {
  std::copy(unread_.begin(), unread_.end(), bytes_.begin());
  const std::size_t added = source_->read(std::span{bytes_}.subspan(unread_.size()));
  unread_ = std::span{bytes_}.first(unread_.size() + added);
  return added > 0;
}

void InflatingSource::look_at_head() {
  looked_ = true;
  while (unread_.size() < 2 && refill()) {
  }
  if (begins_gzip(unread_)) {
    if (inflateInit2(&stream_, gzip_only) != Z_OK) {
      throw std::bad_alloc{};
    }
    gzip_ = true;
  }
}

std::size_t InflatingSource::pass_through(std::span<char> buffer) {
  if (unread_.empty()) {
    return source_->read(buffer);
  }
  const std::size_t size = std::min(buffer.size(), unread_.size());
  std::copy_n(unread_.begin(), size, buffer.begin());
  unread_ = unread_.subspan(size);
  return size;
}

std::size_t InflatingSource::inflate_into(std::span<char> buffer) {
  const auto size = static_cast<uInt>(std::min<std::size_t>(buffer.size(), std::numeric_limits<uInt>::max()));
  stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
  stream_.avail_out = size;
  while (size > 0 && stream_.avail_out == size) {
    if (unread_.empty() && !refill()) {
      if (between_members_) {
        return 0;
      }
      throw fault("truncated_gzip", name_, 0, "ends inside its gzip data, expected more: was the download cut off?");
    }
    between_members_ = false;
    stream_.next_in = reinterpret_cast<Bytef*>(unread_.data());
    stream_.avail_in = static_cast<uInt>(unread_.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    unread_ = unread_.last(stream_.avail_in);
    if (result == Z_STREAM_END) {
      inflateReset(&stream_);
      between_members_ = true;
      first_member_ = false;
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc{};
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      const bool garbage = !first_member_ && stream_.total_in <= 2;  // the two magic bytes are not there
      throw fault("broken_gzip", name_, 0,
                  garbage ? "has other bytes behind its gzip data, expected nothing there"
                          : "has damaged gzip data (" + std::string{stream_.msg == nullptr ? "unknown" : stream_.msg} +
                                "): download it again");
    }
  }
  return size - stream_.avail_out;
}

}  // namespace sellerhealth::read
