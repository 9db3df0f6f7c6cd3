#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

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

  /// The content from its first byte, already inflated if it is gzip. Throws InputError: file_not_found,
  /// unreadable_file.
  [[nodiscard]] std::unique_ptr<ByteSource> open() const;

 private:
  std::string name_;
  std::string encoding_;
  std::shared_ptr<const std::string> bytes_;  ///< Null: the content is the file called `name_`.
};

/// Whether both hold the same (inflated) bytes. Stops at the first difference.
[[nodiscard]] bool same_content(const Input& a, const Input& b);

}  // namespace sellerhealth::read
