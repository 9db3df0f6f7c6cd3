#pragma once

#include <cstddef>

#include "read/block_worker.hpp"
#include "read/format.hpp"
#include "read/input.hpp"
#include "read/row_sink.hpp"
#include "read/structure_kernels.hpp"

namespace sellerhealth::read {

/// Reads what scannable_layout() has recognized as read_delimited() would, many times faster: by up to `threads`
/// threads, at least 1, the calling one among them (a file of few blocks needs no more), which each take a block as
/// `plan` says, find the separators in it by `kernel`, and hand its plain rows to their worker. The order of rows
/// between threads is open.
///
/// The sink gets the table and its columns, then, in the order of the file and with the line where each begins, all
/// rows that no worker takes, whole and bad ones, exactly as from read_delimited(). One thread at a time calls it, not
/// always the same one. When it wants no more the scan ends as done; by then, workers may have taken rows from further
/// on.
///
/// Gives up rather than guess: on quotes that do not enclose a whole field, bytes that are not UTF-8, NUL, a row of
/// more than `longest_row` bytes, a source that fails. The exact reader says what that is. Throws InputError for a
/// header as read_delimited() does; passes on what sink, workers and factory throw when all threads have stopped.
[[nodiscard]] ScanResult scan_delimited(const Input& input, const Delimited& dialect, RowSink& sink, unsigned threads,
                                        const WorkerFactory& worker_of_a_thread, const BlockPlan& plan = {},
                                        const StructureKernel& kernel = structure_kernels().front());

}  // namespace sellerhealth::read
