#pragma once

#include <cstddef>

#include "read/block_worker.hpp"
#include "read/input.hpp"
#include "read/row_sink.hpp"

namespace sellerhealth::read {

/// How much of a file is read exactly to learn its keys, in bytes.
inline constexpr std::size_t usual_sample_size = std::size_t{256} * 1024;

/// Reads NDJSON that scannable_layout() has recognized as read_ndjson() would, many times faster, as scan_delimited()
/// reads CSV. The header is what the first lines say: those of the first block, up to `sample_size` bytes. The sink
/// gets these rows, and then all that no worker takes. Workers get plain lines (see PlainLine), a column that the line
/// lacks or that the sink does not want as an empty field. A line with a column that the header lacks goes to the sink,
/// and announces it there while workers are at work.
///
/// Gives up on bytes that are not UTF-8, NUL, a line of more than `longest_row` bytes, a source that fails. Throws what
/// read_ndjson() throws, and what sink, workers and factory do.
[[nodiscard]] ScanResult scan_ndjson(const Input& input, RowSink& sink, unsigned threads,
                                     const WorkerFactory& worker_of_a_thread, const BlockPlan& plan = {},
                                     std::size_t sample_size = usual_sample_size);

}  // namespace sellerhealth::read
