#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace sellerhealth::read {

/// A stream of bytes, read once from beginning to end.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills the beginning of `buffer` and returns how many bytes it wrote; 0 only at the end. Throws InputError.
  virtual std::size_t read(std::span<char> buffer) = 0;
};

/// A file, or bytes held in memory (standard input), that can be opened as often as one likes.
class Input {
 public:
  /// `encoding`: what the bytes are said to be written in; empty: to be recognized.
  [[nodiscard]] static Input from_file(std::string path, std::string encoding = {});
  [[nodiscard]] static Input from_memory(std::string name, std::string bytes, std::string encoding = {});

  /// What messages call it: the path as given, or "<stdin>".
  [[nodiscard]] const std::string& name() const { return name_; }

  [[nodiscard]] const std::string& encoding() const { return encoding_; }

  /// How many bytes are stored, inflated or not; 0 if that cannot be told.
  [[nodiscard]] std::int64_t size() const;

  /// Has `on_read` told, by whatever thread reads, each number of stored bytes that were read.
  void watch(std::function<void(std::size_t)> on_read) { on_read_ = std::move(on_read); }

  /// The content from its first byte, already inflated if it is gzip. Throws InputError: file_not_found,
  /// unreadable_file.
  [[nodiscard]] std::unique_ptr<ByteSource> open() const;

 private:
  std::string name_;
  std::string encoding_;
  std::shared_ptr<const std::string> bytes_;  ///< Null: the content is the file called `name_`.
  std::function<void(std::size_t)> on_read_;
};

/// Whether both hold the same (inflated) bytes. Stops at the first difference.
[[nodiscard]] bool same_content(const Input& a, const Input& b);

}  // namespace sellerhealth::read
