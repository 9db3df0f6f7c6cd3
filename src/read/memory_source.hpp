#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "read/input.hpp"

namespace sellerhealth::read {

/// Bytes that are in memory already.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::shared_ptr<const std::string> bytes) : bytes_{std::move(bytes)} {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = bytes_->copy(buffer.data(), buffer.size(), at_);
    at_ += size;
    return size;
  }

 private:
  std::shared_ptr<const std::string> bytes_;
  std::size_t at_ = 0;
};

}  // namespace sellerhealth::read
