#include "read/block_source.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "read/structure.hpp"
#include "read/text_buffer.hpp"
#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Texts = std::vector<std::string>;

/// Gives three bytes and then throws.
class FailingSource final : public ByteSource {
 public:
  std::size_t read(std::span<char> buffer) override {
    if (failed_) {
      throw InputError{Diagnostic{}};
    }
    failed_ = true;
    return std::string_view{"a\nb"}.copy(buffer.data(), buffer.size());
  }

 private:
  bool failed_ = false;
};

BlockSource blocks_of(const std::string& text, std::size_t block_size, std::size_t piece = 1000, bool quoting = true) {
  return {std::make_unique<ChunkedSource>(text, piece), block_size, quoting};
}

Texts texts_of(const std::string& text, std::size_t block_size, std::size_t piece = 1000, bool quoting = true) {
  BlockSource source{std::make_unique<ChunkedSource>(text, piece), block_size, quoting};
  Block block;
  Texts texts;
  while (source.next(block) == BlockSource::Outcome::block) {
    CHECK(block.number() == texts.size());
    texts.emplace_back(block.text().begin(), block.text().end());
  }
  return texts;
}

}  // namespace

TEST_CASE("a block ends behind the last line break that fits") {
  CHECK(texts_of("a\nbb\nc\ndd\n", 6) == Texts{"a\nbb\n", "c\ndd\n"});
  CHECK(texts_of("a\nbb\nc\ndd\n", 5) == Texts{"a\nbb\n", "c\ndd\n"});
  CHECK(texts_of("a\nbb\n", 100) == Texts{"a\nbb\n"});
}

TEST_CASE("a block tells that the text has no line break at its end") {
  BlockSource source = blocks_of("a\nb", 2);
  Block block;
  REQUIRE(source.next(block) == BlockSource::Outcome::block);
  CHECK_FALSE(block.lacks_break());
  REQUIRE(source.next(block) == BlockSource::Outcome::block);
  CHECK(block.lacks_break());
  BlockSource other = blocks_of("a\n", 100);
  REQUIRE(other.next(block) == BlockSource::Outcome::block);
  CHECK_FALSE(block.lacks_break());
}

TEST_CASE("a line that is longer than a block makes it grow") {
  CHECK(texts_of("123456789\nb\nc\n", 2) == Texts{"123456789\nb\n", "c\n"});
  CHECK(texts_of("\n123456789", 1) == Texts{"\n", "123456789\n"});
}

TEST_CASE("a line break inside quotes ends no block") {
  CHECK(texts_of("a\n\"b\nc\"\nd\n", 5) == Texts{"a\n", "\"b\nc\"\nd\n"});
  CHECK(texts_of("a\n\"b\nc\"\nd\n", 6) == Texts{"a\n", "\"b\nc\"\n", "d\n"});
  CHECK(texts_of("a\n\"b\n\"\"\n\"\nd\n", 6) == Texts{"a\n", "\"b\n\"\"\n\"\nd\n"});
  CHECK(texts_of("\"a\n\"\n\"b\nc\"\nd\n", 9) == Texts{"\"a\n\"\n", "\"b\nc\"\nd\n"});
  // What is never closed is one block, for others to judge.
  CHECK(texts_of("a\n\"b\nc\nd\n", 4) == Texts{"a\n", "\"b\nc\nd\n"});
  CHECK(texts_of("a\n\"b\nc\n", 5, 1000, false) == Texts{"a\n\"b\n", "c\n"});
}

TEST_CASE("the last line gets the line break that it lacks") {
  CHECK(texts_of("a\nb", 100) == Texts{"a\nb\n"});
  CHECK(texts_of("a", 1) == Texts{"a\n"});
}

TEST_CASE("a text without bytes has no blocks") {
  CHECK(texts_of("", 10).empty());
  CHECK(texts_of("\xEF\xBB\xBF", 10).empty());
}

TEST_CASE("a byte order mark is left out at the beginning only") {
  CHECK(texts_of("\xEF\xBB\xBF\xEF\xBB\xBF"
                 "a\n",
                 10) == Texts{"\xEF\xBB\xBF"
                              "a\n"});
  CHECK(texts_of("\xEF\xBB", 10) == Texts{"\xEF\xBB\n"});
}

TEST_CASE("blocks together are the text, in whatever pieces it comes") {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += std::string(static_cast<std::size_t>(i * 7 % 31), 'x') + "\n";
  }
  for (const std::size_t piece : awkward_sizes) {
    for (const std::size_t block_size : {1U, 2U, 7U, 64U, 500U}) {
      const Texts texts = texts_of(text, block_size, piece);
      std::string joined;
      for (const std::string& each : texts) {
        CHECK(each.back() == '\n');
        joined += each;
      }
      CAPTURE(piece, block_size);
      CHECK(joined == text);
    }
  }
}

TEST_CASE("padding can be read behind a block") {
  BlockSource source = blocks_of("a\nb\n", 3);
  Block block;
  while (source.next(block) == BlockSource::Outcome::block) {
    const std::string padding(block.text().data() + block.text().size(), text_padding);
    CHECK(padding.find_first_of("\n,;\t|\"") == std::string::npos);
  }
}

TEST_CASE("a line of more than 16 MiB ends the dealing") {
  BlockSource source = blocks_of("a\n" + std::string(longest_row, 'x') + "\nb\n", 4, 1U << 20U);
  Block block;
  CHECK(source.next(block) == BlockSource::Outcome::block);
  CHECK(source.next(block) == BlockSource::Outcome::failed);
  CHECK(block.text().empty());
  CHECK(block.number() == 1);
  CHECK(source.next(block) == BlockSource::Outcome::failed);
  CHECK(block.number() == 1);
}

TEST_CASE("a line of 16 MiB with its line break is dealt out") {
  const std::string line = std::string(longest_row - 1, 'x') + "\n";
  const Texts texts = texts_of(line + "b\n", 1U << 20U, 1U << 20U);
  REQUIRE(texts.size() == 2);
  CHECK(texts.front() == line);
}

TEST_CASE("a source that fails ends the dealing") {
  BlockSource source{std::make_unique<FailingSource>(), 10, true};
  Block block;
  CHECK(source.next(block) == BlockSource::Outcome::failed);
  CHECK(source.next(block) == BlockSource::Outcome::failed);
}

TEST_CASE("threads get each block once") {
  std::string text;
  for (int i = 1000; i < 3000; ++i) {
    text += std::to_string(i) + "\n";
  }
  BlockSource source = blocks_of(text, 16);
  std::vector<std::vector<std::pair<std::size_t, std::string>>> dealt(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : dealt) {
      threads.emplace_back([&] {
        Block block;
        while (source.next(block) == BlockSource::Outcome::block) {
          mine.emplace_back(block.number(), std::string(block.text().begin(), block.text().end()));
        }
      });
    }
  }
  std::vector<std::pair<std::size_t, std::string>> all;
  for (const auto& mine : dealt) {
    all.insert(all.end(), mine.begin(), mine.end());
  }
  std::sort(all.begin(), all.end());
  std::string joined;
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].first == i);
    joined += all[i].second;
  }
  CHECK(joined == text);
}

TEST_CASE("a source is exhausted when all is dealt out") {
  BlockSource source = blocks_of("a\nb\n", 3);
  Block block;
  CHECK(source.next(block) == BlockSource::Outcome::block);
  CHECK_FALSE(source.is_exhausted());
  CHECK(source.next(block) == BlockSource::Outcome::block);
  CHECK(source.is_exhausted());
  CHECK(source.next(block) == BlockSource::Outcome::end);
}

}  // namespace sellerhealth::read
