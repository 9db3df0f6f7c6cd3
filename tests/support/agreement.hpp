#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/import.hpp"
#include "support/account.hpp"
#include "support/slow_oracle.hpp"

namespace sellerhealth::support {

/// How the exports of an account are written to files: one format for each export.
using Formats = std::vector<Format>;

/// Formats for each export, by chance; those that say what the export says.
[[nodiscard]] Formats some_formats(const Account& account, std::uint64_t seed);
/// `format` for each export, and CSV for those that it does not fit.
[[nodiscard]] Formats all_in(const Account& account, Format format);

/// Reads exports as the program would, from files of these texts; the zone of `options` is `zone`. Throws
/// std::runtime_error when a row was not understood.
[[nodiscard]] OrderBook read_texts(const std::vector<std::string>& texts, const std::string& zone,
                                   ImportOptions options = {});
[[nodiscard]] OrderBook read_account(const Account& account, const std::string& zone, const Formats& formats,
                                     const ImportOptions& options = {});

/// In what `actual` differs from what it must be; one line each.
[[nodiscard]] std::vector<std::string> disagreements(const Assessment& actual, const ExpectedAssessment& expected);

/// One line for each check: verdict, numbers and components, to compare two answers of the engine by.
[[nodiscard]] std::string summary_of(const Assessment& assessment);

/// How many accounts a property is tried on: `usual`, or what SELLERHEALTH_PROPERTY_RUNS says.
[[nodiscard]] std::uint64_t runs(std::uint64_t usual);

/// A property of an account. One that throws holds: an account that cannot be read is no smaller example of a fault.
using Holds = std::function<bool(const Account&)>;

/// The smallest account that can be made from `account` by leaving out exports, rows and columns, and for which the
/// property still does not hold.
[[nodiscard]] Account shrink(Account account, const Holds& holds);

[[nodiscard]] std::string describe(const Account& account);
[[nodiscard]] std::string describe(const AssessOptions& options, const std::vector<Check>& checks,
                                   const std::string& zone, const Rules& rules = {});

}  // namespace sellerhealth::support
