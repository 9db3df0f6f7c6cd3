#include "read/input.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/fault.hpp"
#include "read/inflate.hpp"
#include "read/memory_source.hpp"

namespace sellerhealth::read {

namespace {

constexpr std::size_t block_size = std::size_t{64} * 1024;

InputError unreadable(const std::string& path, int error) {
  const std::string reason = std::generic_category().message(error);
  if (error == ENOENT || error == ENOTDIR) {
    return fault("file_not_found", path, 0, "there is no such file");
  }
  return fault("unreadable_file", path, 0, "cannot be read: " + reason);
}

bool is_null_device(const std::string& path) {
  std::error_code error;
  return std::filesystem::equivalent(path, "/dev/null", error);
}

/// A file, pipe or terminal, read by the system's own calls: they give the reason when they fail.
class FileSource final : public ByteSource {
 public:
  explicit FileSource(std::string path)
      : path_{std::move(path)}, descriptor_{::open(path_.c_str(), O_RDONLY | O_CLOEXEC)} {
    if (descriptor_ < 0) {
      throw unreadable(path_, errno);
    }
    struct stat status {};
    const bool known = ::fstat(descriptor_, &status) == 0;
    if (known && S_ISDIR(status.st_mode)) {
      ::close(descriptor_);
      throw unreadable(path_, EISDIR);
    }
    if (known && S_ISCHR(status.st_mode) && ::isatty(descriptor_) == 0 && !is_null_device(path_)) {
      ::close(descriptor_);
      throw fault("unreadable_file", path_, 0, "is a device, which may never end; expected a file");
    }
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override { ::close(descriptor_); }

  std::size_t read(std::span<char> buffer) override {
    ssize_t size = -1;
    do {
      size = ::read(descriptor_, buffer.data(), buffer.size());
    } while (size < 0 && errno == EINTR);
    if (size < 0) {
      throw unreadable(path_, errno);
    }
    return static_cast<std::size_t>(size);
  }

 private:
  std::string path_;
  int descriptor_;
};

/// Tells how much is read of another source.
class WatchedSource final : public ByteSource {
 public:
  WatchedSource(std::unique_ptr<ByteSource> source, std::function<void(std::size_t)> on_read)
      : source_{std::move(source)}, on_read_{std::move(on_read)} {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = source_->read(buffer);
    on_read_(size);
    return size;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::function<void(std::size_t)> on_read_;
};

/// Fills as much of `buffer` as the source can.
std::size_t fill(ByteSource& source, std::span<char> buffer) {
  std::size_t size = 0;
  while (size < buffer.size()) {
    const std::size_t added = source.read(buffer.subspan(size));
    if (added == 0) {
      break;
    }
    size += added;
  }
  return size;
}

std::string read_all(ByteSource& source) {
  std::string bytes;
  std::array<char, block_size> block{};
  while (const std::size_t size = source.read(block)) {
    bytes.append(block.data(), size);
  }
  return bytes;
}

/// Pipes and terminals give their bytes only once.
bool can_be_reopened(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
}

}  // namespace

Input Input::from_file(std::string path, std::string encoding) {
  if (!can_be_reopened(path)) {
    FileSource source{path};
    std::string bytes = read_all(source);
    return from_memory(std::move(path), std::move(bytes), std::move(encoding));
  }
  Input input;
  input.name_ = std::move(path);
  input.encoding_ = std::move(encoding);
  return input;
}

Input Input::from_memory(std::string name, std::string bytes, std::string encoding) {
  Input input;
  input.name_ = std::move(name);
  input.encoding_ = std::move(encoding);
  input.bytes_ = std::make_shared<const std::string>(std::move(bytes));
  return input;
}

std::int64_t Input::size() const {
  if (bytes_) {
    return static_cast<std::int64_t>(bytes_->size());
  }
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(name_, error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

std::unique_ptr<ByteSource> Input::open() const {
  std::unique_ptr<ByteSource> source;
  if (bytes_) {
    source = std::make_unique<MemorySource>(bytes_);
  } else {
    source = std::make_unique<FileSource>(name_);
  }
  if (on_read_) {
    source = std::make_unique<WatchedSource>(std::move(source), on_read_);
  }
  return std::make_unique<InflatingSource>(std::move(source), name_);
}

bool same_content(const Input& a, const Input& b) {
  const std::unique_ptr<ByteSource> a_source = a.open();
  const std::unique_ptr<ByteSource> b_source = b.open();
  std::string a_block(block_size, '\0');
  std::string b_block(block_size, '\0');
  while (true) {
    const std::string_view a_text{a_block.data(), fill(*a_source, a_block)};
    const std::string_view b_text{b_block.data(), fill(*b_source, b_block)};
    if (a_text != b_text) {
      return false;
    }
    if (a_text.empty()) {
      return true;
    }
  }
}

}  // namespace sellerhealth::read
