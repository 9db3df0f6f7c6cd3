#include "read/inflate.hpp"

#include "support/catch.hpp"
#include "unit/read/gzip.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Catch::Matchers::ContainsSubstring;

std::string inflate(const std::string& bytes, std::size_t size) {
  InflatingSource source{std::make_unique<ChunkedSource>(bytes, size), "orders.csv.gz"};
  return read_all(source);
}

std::string inflate(const std::string& bytes) {
  const std::string whole = inflate(bytes, bytes.size() + 1);
  for (const std::size_t size : awkward_sizes) {
    CHECK(inflate(bytes, size) == whole);
  }
  return whole;
}

Diagnostic fault_in(const std::string& bytes) {
  const Diagnostic fault = fault_of([&] { inflate(bytes, bytes.size() + 1); });
  CHECK(fault.file == "orders.csv.gz");
  CHECK(to_string(fault_of([&] { inflate(bytes, 1); })) == to_string(fault));
  return fault;
}

const std::string text = "order-id,sku\n1,2\n3,4\n";

TEST_CASE("what is not gzip passes as it is") {
  for (const std::string& bytes : {std::string{}, std::string{"\x1f"}, std::string{"\x1fx"}, text}) {
    CHECK(inflate(bytes) == bytes);
  }
}

TEST_CASE("gzip is inflated") {
  CHECK(inflate(gzip(text)) == text);
  CHECK(inflate(gzip("")).empty());
  const std::string long_text(1'000'000, 'x');
  CHECK(inflate(gzip(long_text)) == long_text);
}

TEST_CASE("gzip members in a row are one stream") {
  CHECK(inflate(gzip(text) + gzip("") + gzip("5,6\n")) == text + "5,6\n");
}

TEST_CASE("gzip that is cut off anywhere is refused") {
  const std::string bytes = gzip(text);
  for (std::size_t size = 2; size < bytes.size(); ++size) {
    CHECK(fault_in(bytes.substr(0, size)).code == "truncated_gzip");
  }
  CHECK(fault_in(gzip(text) + bytes.substr(0, 5)).code == "truncated_gzip");
}

TEST_CASE("bytes behind gzip are refused") {
  const Diagnostic fault = fault_in(gzip(text) + "garbage");
  CHECK(fault.code == "broken_gzip");
  CHECK_THAT(fault.message, ContainsSubstring("behind"));
}

TEST_CASE("damaged gzip is refused") {
  std::string bytes = gzip(text);
  bytes[bytes.size() - 8] = static_cast<char>(bytes[bytes.size() - 8] ^ 1);  // the checksum
  CHECK(fault_in(bytes).code == "broken_gzip");
  CHECK(fault_in("\x1f\x8b\x09" + bytes.substr(3)).code == "broken_gzip");
}

}  // namespace
}  // namespace sellerhealth::read
