#include <algorithm>
#include <string>
#include <vector>

#include "property/scan_events.hpp"
#include "read/ndjson_reader.hpp"
#include "read/ndjson_scan.hpp"
#include "read/utf8.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/dice.hpp"

// As the scan of CSV: it reads what the exact reader reads, or gives up where that finds no text.

namespace sellerhealth::read {
namespace {

using support::Dice;

using Texts = std::vector<std::string>;

/// Returns how many rows workers took.
std::size_t check_scans(const std::string& text, Dice& dice) {
  const auto unwanted_every = static_cast<std::size_t>(dice.pick<std::int64_t>({0, 2, 3}));
  const Reading exact = read_exactly(text, read_ndjson, unwanted_every);
  std::size_t taken = 0;
  for (const unsigned threads : {1U, 2U, 4U}) {
    const std::size_t block_size =
        dice.chance(20) ? 100000U : static_cast<std::size_t>(dice.between(1, 64) * dice.between(1, 64));
    const auto sample_size = static_cast<std::size_t>(dice.chance(50) ? 1 : dice.between(1, 1000));
    const Work work = some_work(exact, dice);
    CAPTURE(text, threads, block_size, sample_size, unwanted_every, work.one_in, work.columns);
    const std::optional<std::size_t> rows =
        check_scan(text, exact, work, [&](const Input& input, RowSink& sink, const WorkerFactory& worker) {
          return scan_ndjson(input, sink, threads, worker, {.block_size = block_size, .before_help = 0}, sample_size);
        });
    const bool is_text = text.find('\0') == std::string::npos && scan_utf8(text).valid == text.size();
    REQUIRE((rows || exact.fault || !is_text));
    taken += rows.value_or(0);
  }
  return taken;
}

/// A key, and the keys of the object that is its value.
struct Key {
  std::string name;
  std::vector<Key> keys;
};

std::vector<Key> some_keys(Dice& dice, int depth) {
  Texts names{"a", "b",   "order-id", "Date d'achat", "\xC3\xA9tat",
              "",  "c.d", "a\\u0062", "x\\\"y",       "long name of a key"};
  dice.shuffle(names);
  const std::int64_t common = dice.between(1, 6);
  std::vector<Key> keys;
  for (const std::string& name : names) {
    const bool unusual = name.empty() || name.find_first_of("\\.") != std::string::npos;
    if (static_cast<std::int64_t>(keys.size()) < common && (!unusual || dice.chance(15))) {
      keys.push_back({name, depth < 3 && dice.chance(20) ? some_keys(dice, depth + 1) : std::vector<Key>{}});
    }
  }
  return keys;
}

std::string some_scalar(Dice& dice) {
  static const Texts usual{"\"\"",
                           "\"x\"",
                           "\"2026-01-02T03:04:05Z\"",
                           "\"Shipped\"",
                           "\"S\xC3\xA3o Paulo\"",
                           "null",
                           "true",
                           "false",
                           "0",
                           "12",
                           "-7",
                           "1.50",
                           "\"a \\\"quote\\\" of text\"",
                           "\"K\\u00f6ln \\/\"",
                           "\"\\ud83d\\ude00\"",
                           "\"\\\\\"",
                           "\"a, b: {c}\""};
  static const Texts unusual{"-0",
                             "-0.0",
                             "1e3",
                             "1E-2",
                             "18446744073709551616",
                             "-9223372036854775809",
                             "007",
                             "1.",
                             ".5",
                             "+1",
                             "1e999",
                             "\"\\n\"",
                             "\"x\\r\"",
                             "\"\\u0000\"",
                             "\"\\ud800\"",
                             "\"\\udc00x\"",
                             "\"\\ud800\\u0041\"",
                             "\"\\uD83D\\uDE0\"",
                             "\"\\x\"",
                             "\"\t\"",
                             "\"\x7F\"",
                             "nul",
                             "nulll",
                             "True",
                             "NaN",
                             "'x'",
                             "[]",
                             "[ ]",
                             "[1,\"\\u00e9\",null]",
                             "[1,]",
                             "[[1]]",
                             "[{\"a\":1}]",
                             "{}",
                             "{\"a\":{}}",
                             ""};
  if (dice.chance(3)) {
    return "\"" + std::string(static_cast<std::size_t>(dice.below(100)), 'y') + "\"";
  }
  return dice.chance(95) ? dice.pick(usual) : dice.pick(unusual);
}

/// How a program writes JSON.
struct Style {
  std::string behind_comma;
  std::string behind_colon;
  int missing;  ///< How many of a hundred keys a record lacks.
  std::string line_break;
};

std::string some_object(Dice& dice, std::vector<Key> keys, const Style& style) {
  if (dice.chance(3)) {
    dice.shuffle(keys);
  }
  if (dice.chance(2)) {
    keys.push_back(dice.pick(keys));
  }
  std::string text;
  for (const Key& key : keys) {
    if (dice.chance(style.missing)) {
      continue;
    }
    text += text.empty() ? "{" : "," + style.behind_comma;
    text += "\"" + key.name + "\":" + style.behind_colon;
    text += key.keys.empty() || dice.chance(2) ? some_scalar(dice) : some_object(dice, key.keys, style);
  }
  return text.empty() ? "{}" : text + "}";
}

/// An export as programs write it.
std::string some_export(Dice& dice) {
  const std::vector<Key> keys = some_keys(dice, 0);
  const std::string space = dice.pick<std::string>({"", " ", " \t"});
  const Style style{dice.chance(50) ? space : "", space, dice.chance(50) ? 0 : 20, dice.chance(75) ? "\n" : "\r\n"};
  std::string text = dice.chance(10) ? "\xEF\xBB\xBF" : "";
  // The first record has all keys.
  text += some_object(dice, keys, {style.behind_comma, style.behind_colon, 0, {}}) + style.line_break;
  for (std::int64_t row = dice.below(40); row > 0; --row) {
    if (dice.chance(3)) {
      text += dice.pick<std::string>({"", "  ", "\xC2\xA0", "[1]", "1", "{\"new\":1}", "\xEF\xBB\xBF{}", "{} {}"}) +
              style.line_break;
    }
    text += some_object(dice, keys, style) + (dice.chance(3) ? " \t\n" : style.line_break);
  }
  if (dice.chance(30)) {
    text.resize(text.size() - style.line_break.size());
  }
  return text;
}

void damage(std::string& text, Dice& dice) {
  static const Texts pieces{"\"",
                            "\\",
                            "\\u",
                            "{",
                            "}",
                            "[",
                            "]",
                            ",",
                            ":",
                            " ",
                            "\r",
                            "\n",
                            "\xE9",
                            "\xC3",
                            "0",
                            "\xC3\xA9",
                            std::string(1, '\0'),
                            "\"a\":1,"};
  const auto at = static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(text.size()) + 1));
  if (dice.chance(15)) {
    text.resize(at);
  } else if (dice.chance(40)) {
    text.erase(at, static_cast<std::size_t>(dice.between(1, 3)));
  } else {
    text.insert(at, dice.pick(pieces));
  }
}

}  // namespace

TEST_CASE("a scan of NDJSON equals its exact reading") {
  std::size_t taken = 0;
  for (std::uint64_t run = 0; run < support::runs(300); ++run) {
    Dice dice(run);
    CAPTURE(run);
    taken += check_scans(some_export(dice), dice);
  }
  REQUIRE(taken > 0);
}

TEST_CASE("a scan of damaged NDJSON equals its exact reading, or gives up") {
  for (std::uint64_t run = 0; run < support::runs(300); ++run) {
    Dice dice(run);
    std::string text = some_export(dice);
    for (std::int64_t i = dice.between(1, 3); i > 0; --i) {
      damage(text, dice);
    }
    CAPTURE(run);
    check_scans(text, dice);
  }
}

TEST_CASE("a scan of a line that is nearly the one before equals its exact reading, or gives up") {
  const std::string line = "{\"a\":\"x\\u00e9\",\"b\":{\"c\":-1.5,\"d\":[true, null]},\"e\":\"\xC3\xA9\"}\n";
  for (std::uint64_t run = 0; run < support::runs(1000); ++run) {
    Dice dice(run);
    std::string other = line;
    for (std::int64_t i = dice.between(1, 2); i > 0; --i) {
      damage(other, dice);
    }
    CAPTURE(run);
    check_scans(line + line + other + line, dice);
  }
}

}  // namespace sellerhealth::read
