#include "read/input.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

#include "support/catch.hpp"
#include "unit/read/gzip.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

/// A directory of its own for each test case.
class Directory {
 public:
  Directory() {
    std::string path = (std::filesystem::temp_directory_path() / "sellerhealth-XXXXXX").string();
    REQUIRE(mkdtemp(path.data()) != nullptr);
    path_ = path;
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream{path(name), std::ios::binary} << bytes;
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

std::string content(const Input& input) { return read_all(*input.open()); }

TEST_CASE("a file can be opened as often as one likes") {
  const Directory directory;
  const Input input = Input::from_file(directory.write("a.csv", "a,b\n"));
  CHECK(input.name() == directory.path("a.csv"));
  CHECK(content(input) == "a,b\n");
  CHECK(content(input) == "a,b\n");
}

TEST_CASE("bytes in memory are read like a file") {
  const Input input = Input::from_memory("<stdin>", gzip("a,b\n"));
  CHECK(input.name() == "<stdin>");
  CHECK(content(input) == "a,b\n");
  CHECK(content(input) == "a,b\n");
}

TEST_CASE("a pipe can be opened as often as one likes") {
  const Directory directory;
  const std::string path = directory.path("pipe");
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  std::thread writer{[&] { std::ofstream{path} << "a,b\n1,2\n"; }};
  const Input input = Input::from_file(path);
  writer.join();
  CHECK(input.name() == path);
  CHECK(content(input) == "a,b\n1,2\n");
  CHECK(content(input) == "a,b\n1,2\n");
}

TEST_CASE("a missing file is not found") {
  const Directory directory;
  const Diagnostic fault = fault_of([&] { return Input::from_file(directory.path("none.csv")).open(); });
  CHECK(fault.code == "file_not_found");
  CHECK(fault.file == directory.path("none.csv"));
  CHECK(fault_of([&] { return Input::from_file(directory.write("a", "") + "/b").open(); }).code == "file_not_found");
}

TEST_CASE("a directory cannot be read") {
  const Directory directory;
  const Diagnostic fault = fault_of([&] { return Input::from_file(directory.path("")).open(); });
  CHECK(fault.code == "unreadable_file");
  CHECK(fault.message == "cannot be read: Is a directory");
}

TEST_CASE("a file without permission cannot be read") {
  if (geteuid() != 0) {  // root may read anything
    const Directory directory;
    const std::string path = directory.write("a.csv", "a");
    REQUIRE(chmod(path.c_str(), 0) == 0);
    CHECK(fault_of([&] { return Input::from_file(path).open(); }).code == "unreadable_file");
  }
}

TEST_CASE("the same content is told whatever its compression") {
  const std::string text(200'000, 'x');
  const Directory directory;
  const Input file = Input::from_file(directory.write("a.csv", text));
  CHECK(same_content(file, file));
  CHECK(same_content(file, Input::from_memory("b", gzip(text))));
  CHECK_FALSE(same_content(file, Input::from_memory("b", text + "y")));
  CHECK_FALSE(same_content(file, Input::from_memory("b", text.substr(1))));
  CHECK_FALSE(same_content(file, Input::from_memory("b", text.substr(1) + "y")));
  CHECK(same_content(Input::from_memory("a", ""), Input::from_memory("b", "")));
}

TEST_CASE("an input that is watched tells what is read of it as it is stored") {
  const std::string text(200'000, 'x');
  const Directory directory;
  Input file = Input::from_file(directory.write("a.csv", text));
  Input zipped = Input::from_memory("b", gzip(text));
  CHECK(file.size() == 200'000);
  CHECK(zipped.size() == std::ssize(gzip(text)));
  CHECK(Input::from_file("no-such-file").size() == 0);
  for (Input* input : {&file, &zipped}) {
    std::int64_t read = 0;
    input->watch([&](std::size_t size) { read += static_cast<std::int64_t>(size); });
    CHECK(same_content(*input, Input::from_memory("c", text)));
    CHECK(read == input->size());
  }
}

}  // namespace
}  // namespace sellerhealth::read
