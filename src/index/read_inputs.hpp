#pragma once

#include <span>
#include <vector>

#include "index/recognize.hpp"
#include "sellerhealth/import.hpp"

namespace sellerhealth::index {

/// Reads all rows of the inputs into a book, which begins with `warnings`.
///
/// Where `options` let it, orders are scanned in several threads and packed (OrderPacker, settle()); what is not plain
/// there, and all else, is read by the exact readers.
[[nodiscard]] Import read_inputs(std::span<const RecognizedInput> inputs, const ImportOptions& options,
                                 std::span<const Diagnostic> warnings);

}  // namespace sellerhealth::index
