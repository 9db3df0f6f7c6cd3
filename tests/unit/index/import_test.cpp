#include "sellerhealth/import.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::day;
using testing::instant;

namespace {

/// A directory that is there for one test.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "sellerhealth-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }

  /// Writes a file and returns its path.
  [[nodiscard]] std::string write(const std::string& name, const std::string& content) const {
    std::ofstream{path_ / name, std::ios::binary} << content;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

const std::string orders = "order-id,purchase-date\nA,2026-06-10T22:30:00\nB,2026-06-12\n";
const std::string feedback = "order-id,rating\nA,1\n";

Import import_text(const std::string& text, std::optional<Kind> kind = {}, ImportOptions options = {}) {
  std::istringstream input{text};
  options.standard_input = &input;
  return import_exports({{"-", kind}}, options);
}

std::string problem_of(const std::vector<Source>& sources) {
  try {
    static_cast<void>(import_exports(sources, {}));
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("an export is read from standard input") {
  const Import import = import_text(orders);
  REQUIRE(import.book.files().size() == 1);
  const ExportFile& file = import.book.files()[0];
  CHECK(file.kind == Kind::orders);
  CHECK(file.mark == "purchase-date");
  CHECK(file.rows == 2);
  CHECK(file.first_day == day("2026-06-10"));
  CHECK(file.last_day == day("2026-06-12"));
  CHECK(import.book.orders().size() == 2);
  CHECK(import.bad_row_count == 0);
}

TEST_CASE("stamps without an offset are of the zone of the import") {
  const Import import = import_text(orders, {}, {.zone = testing::zone_called("Europe/Paris")});
  CHECK(import.book.orders()[0].purchased == instant("2026-06-10T20:30:00Z"));
}

TEST_CASE("a header without rows is an empty export") {
  const Import import = import_text("order-id,claim-date\n");
  CHECK(import.book.has(Kind::claims));
  CHECK(import.book.files()[0].rows == 0);
}

TEST_CASE("bad rows are handed back, not thrown") {
  const Import import = import_text("order-id,rating\nA,9\nB,1\n");
  CHECK(import.bad_row_count == 1);
  CHECK(import.book.feedback().size() == 1);
}

TEST_CASE("a stated kind is taken for what it is said to be") {
  const Import import = import_text("order-id,rating,purchase-date\nA,1,2026-06-10\n", Kind::orders);
  CHECK(import.book.files()[0].kind == Kind::orders);
  CHECK(import.book.feedback().empty());
  CHECK(import_text("order-id\nA\n", Kind::claims).book.claims().size() == 1);
}

TEST_CASE("an export of a stated kind has the columns that its kind cannot do without") {
  CHECK_THROWS_AS(import_text("order-id,date\nA,2026-06-10\n", Kind::feedback), InputError);
  CHECK_THROWS_AS(import_text("message-id,order-id\nm,A\n", Kind::messages), InputError);
  CHECK_THROWS_AS(import_text("claim-date\n2026-06-10\n", Kind::claims), InputError);
  CHECK_THROWS_WITH(import_text("purchase-date\n2026-06-10\n", Kind::orders), ContainsSubstring("order-id"));
}

TEST_CASE("what is no export is refused by name") {
  const TemporaryDirectory directory;
  CHECK_THAT(problem_of({{directory.write("letter.csv", "dear,sir\nhow,are you\n"), {}}}),
             ContainsSubstring("letter.csv"));
  CHECK_THAT(problem_of({{directory.path() + "/nowhere.csv", {}}}), ContainsSubstring("nowhere.csv"));
  CHECK_FALSE(problem_of({{directory.write("empty.csv", ""), {}}}).empty());
}

TEST_CASE("of a directory every export is read and the rest is listed as skipped") {
  const TemporaryDirectory directory;
  static_cast<void>(directory.write("1-orders.csv", orders));
  static_cast<void>(directory.write("2-feedback.csv", feedback));
  static_cast<void>(directory.write("notes.txt", "call the carrier\n"));
  std::filesystem::create_directory(directory.path() + "/older");
  std::ofstream{directory.path() + "/older/orders.csv"} << "order-id,purchase-date\nZ,2025-06-10\n";
  const Import import = import_exports({{directory.path(), {}}}, {});
  CHECK(import.book.files().size() == 2);
  CHECK(import.book.orders().size() == 2);
  CHECK(import.book.feedback().size() == 1);
  REQUIRE(import.book.warnings().size() == 1);
  CHECK_THAT(to_string(import.book.warnings()[0]), ContainsSubstring("notes.txt") && ContainsSubstring("skipped"));
}

TEST_CASE("a directory without an export is refused") {
  const TemporaryDirectory directory;
  CHECK_FALSE(problem_of({{directory.path(), {}}}).empty());
  static_cast<void>(directory.write("notes.txt", "call the carrier\n"));
  CHECK_THAT(problem_of({{directory.path(), {}}}), ContainsSubstring(directory.path()));
}

TEST_CASE("the same content given twice is read once, with a warning") {
  const TemporaryDirectory directory;
  const std::string original = directory.write("orders.csv", orders);
  const std::string copy = directory.write("orders (1).csv", orders);
  const std::string other = directory.write("more.csv", orders + "C,2026-06-13\n");
  const Import import = import_exports({{original, {}}, {copy, {}}, {other, {}}, {original, {}}}, {});
  CHECK(import.book.files().size() == 2);
  CHECK(import.book.rows_of(0).size() == 2);
  REQUIRE(import.book.warnings().size() == 2);
  CHECK_THAT(to_string(import.book.warnings()[0]),
             ContainsSubstring("orders (1).csv") && ContainsSubstring("same content"));
}

TEST_CASE("a filter on a column that no orders export has is wrong usage") {
  CHECK_THROWS_AS(import_text(orders, {}, {.filters = {{Column::sales_channel, {"Amazon.fr"}}}}), UsageError);
  CHECK_THROWS_AS(import_text(feedback, {}, {.filters = {{Column::sku, {"1"}}}}), UsageError);
}

TEST_CASE("a split by a column that no orders export has is wrong usage, unless it is only wanted if given") {
  ImportOptions options{.segment_by = Column::sku};
  CHECK_THROWS_AS(import_text(orders, {}, options), UsageError);
  options.segment_if_given = true;
  CHECK(import_text(orders, {}, options).book.segments().empty());
}

TEST_CASE("filters meet values whatever their case") {
  const Import import = import_text("order-id,purchase-date,sku\nA,2026-06-10,x1\nB,2026-06-10,x2\n", {},
                                    {.filters = {{Column::sku, {"X1", "X3"}}}});
  CHECK(import.book.passes_filters(import.book.orders()[0]));
  CHECK_FALSE(import.book.passes_filters(import.book.orders()[1]));
}

TEST_CASE("more filters than the book can keep are wrong usage") {
  const std::vector<Filter> filters(33, Filter{Column::purchase_date, {"2026-06-10"}});
  CHECK_THROWS_AS(import_text(orders, {}, {.filters = filters}), UsageError);
}

TEST_CASE("an encoding that iconv does not know is wrong usage") {
  CHECK_THROWS_AS(import_text(orders, {}, {.encoding = "Klingon"}), UsageError);
  CHECK_THROWS_AS(import_text(orders, {}, {.encoding = "UTF-8//IGNORE"}), UsageError);
  CHECK(import_text(orders, {}, {.encoding = "latin1"}).book.files()[0].encoding == "latin1");
}

TEST_CASE("dates are read in the stated order, or in the one that the whole of standard input tells") {
  const std::string text = "order-id,purchase-date\nA,04/05/2022\nB,";
  CHECK(import_text(text + "\n", {}, {.date_order = DateOrder::mdy}).book.orders()[0].purchased ==
        instant("2022-04-05"));
  CHECK(import_text(text + "13/05/2022\n").book.orders()[0].purchased == instant("2022-05-04"));
  CHECK(import_text(text + "05/13/2022\n").book.orders()[0].purchased == instant("2022-04-05"));
  CHECK_THROWS_WITH(import_text(text + "\n"), ContainsSubstring("--date-order"));
}

TEST_CASE("progress rises to all bytes of the files, however they are read") {
  for (const bool counts_only : {false, true}) {
    std::int64_t last = 0;
    std::int64_t all = 0;
    ImportOptions options{.counts_only = counts_only};
    options.on_progress = [&](std::int64_t read, std::int64_t total) {
      CHECK(read >= last);
      last = read;
      all = total;
    };
    static_cast<void>(import_text(orders, {}, options));
    CHECK(all == std::ssize(orders));
    CHECK(last == all);
  }
}

TEST_CASE("files that turn out to need the exact reader are found out together") {
  // How often files are read from, when the titles of all have stray quotes and when they have none.
  const auto reads_with = [](const std::string& title) {
    const TemporaryDirectory directory;
    std::vector<Source> sources;
    for (int i = 0; i < 8; ++i) {
      const std::string number = std::to_string(i);
      sources.push_back({directory.write(number + ".csv", "order-id,purchase-date,title\n402-000000" + number +
                                                              "-1234567,2026-06-10T08:00:00Z," + title + "\n"),
                         Kind::orders});
    }
    int reads = 0;
    ImportOptions options{.counts_only = true};
    options.on_progress = [&](std::int64_t /*read*/, std::int64_t /*total*/) { ++reads; };
    const Import import = import_exports(sources, options);
    CHECK(import.bad_row_count == 0);
    REQUIRE(import.book.files().size() == 8);
    CHECK(std::all_of(import.book.files().begin(), import.book.files().end(),
                      [](const ExportFile& file) { return file.rows == 1; }));
    return reads;
  };
  const int plain = reads_with("nails");
  CHECK(plain > 0);
  CHECK(reads_with("5\" nails") <= 3 * plain);
}

TEST_CASE("of several files at fault the first one is told, whoever notices first") {
  // A scan notices a header before the exact reader comes to dates, and messages before orders.
  const TemporaryDirectory directory;
  const Source dates{directory.write("dates.csv",
                                     "order-id,purchase-date,title\n402-0000001-1234567,13/02/2026,5\" nails\n"
                                     "402-0000002-1234567,02/13/2026,nails\n"),
                     Kind::orders};
  const Source header{
      directory.write("header.csv", "order-id,purchase-date,Purchase Date\n402-0000003-1234567,2026-06-10,\n"),
      Kind::orders};
  const Source messages{directory.write("messages.csv",
                                        "message-id,received-at,title\nM1,13/02/2026 10:00,5\" nails\n"
                                        "M2,02/13/2026 10:00,nails\n"),
                        Kind::messages};
  for (const std::vector<Source>& sources :
       {std::vector{dates, header}, {header, dates}, {messages, header}, {header, messages}}) {
    for (const bool counts_only : {false, true}) {
      ImportOptions options{.counts_only = counts_only};
      std::string path;
      try {
        static_cast<void>(import_exports(sources, options));
      } catch (const InputError& error) {
        path = error.fault().file;
      }
      CAPTURE(counts_only, sources.back().path);
      CHECK(path == sources.front().path);
    }
  }
}

TEST_CASE("standard input that is not there is wrong usage") {
  CHECK_THROWS_AS(import_exports({{"-", {}}}, {}), UsageError);
}

}  // namespace sellerhealth
