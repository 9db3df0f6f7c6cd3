#pragma once

#include <optional>

#include "read/block_worker.hpp"
#include "read/format.hpp"
#include "read/input.hpp"
#include "read/row_sink.hpp"
#include "read/table_keys.hpp"

namespace sellerhealth::read {

/// The layout of a file that scan_export() may read: CSV or TSV with lines that end in LF or CRLF, or NDJSON, in UTF-8
/// that is not stated to be anything else. None for any other. Throws InputError as read_export() does for what it
/// finds at the beginning of the file.
[[nodiscard]] std::optional<Layout> scannable_layout(const Input& input, const TableKeys& keys);

/// Reads a file of that layout as read_export() would, by scan_delimited() or scan_ndjson(), which tell the rest.
[[nodiscard]] ScanResult scan_export(const Input& input, const Layout& layout, RowSink& sink, unsigned threads,
                                     const WorkerFactory& worker_of_a_thread);

}  // namespace sellerhealth::read
