#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include <zlib.h>

#include "read/input.hpp"

namespace sellerhealth::read {

/// Inflates a source that is gzip, told by its magic bytes, and passes any other one through as it is.
///
/// Several gzip members in a row are one stream, as gzip(1) reads them. read() throws InputError: truncated_gzip when
/// the source ends inside a member, broken_gzip for damaged data, a wrong checksum or other bytes behind the last
/// member.
class InflatingSource final : public ByteSource {
 public:
  InflatingSource(std::unique_ptr<ByteSource> source, std::string name);
  ~InflatingSource() override;

  std::size_t read(std::span<char> buffer) override;

 private:
  /// Reads compressed bytes after those that are left; false at the end of the source.
  bool refill();
  void look_at_head();
  std::size_t pass_through(std::span<char> buffer);
  std::size_t inflate_into(std::span<char> buffer);

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::array<char, std::size_t{64} * 1024> bytes_{};
  std::span<char> unread_;  ///< In `bytes_`.
  z_stream stream_{};
  bool looked_ = false;
  bool gzip_ = false;
  bool first_member_ = true;
  bool between_members_ = true;
};

}  // namespace sellerhealth::read
