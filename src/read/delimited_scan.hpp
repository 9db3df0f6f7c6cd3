#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "read/format.hpp"
#include "read/input.hpp"
#include "read/plain_row.hpp"
#include "read/row_sink.hpp"
#include "read/structure_kernels.hpp"
#include "read/table_keys.hpp"

namespace sellerhealth::read {

/// Takes the plain rows of one thread's share of a file.
///
/// It belongs to the caller of the scan, is used by one thread from the first row to the last, and is at rest again
/// when scan_delimited() returns or throws. Other workers and the sink are at work meanwhile.
class BlockWorker {
 public:
  BlockWorker() = default;
  BlockWorker(const BlockWorker&) = delete;
  BlockWorker& operator=(const BlockWorker&) = delete;
  virtual ~BlockWorker() = default;

  /// Whether it has taken the row. One that it does not take goes to the sink. The rows of a thread come in the order
  /// of the file, but not all of them.
  virtual bool take(PlainRow& row) = 0;
};

/// Gives the worker of one more thread. Called in the calling thread, once for each, when the sink knows the header.
using WorkerFactory = std::function<BlockWorker&()>;

enum class ScanResult : std::uint8_t {
  done,
  gave_up,  ///< The file holds something that only the exact reader reads right. What workers and sink have got is
            ///< void.
};

/// How much of a file a thread takes at once, in bytes.
inline constexpr std::size_t usual_block_size = std::size_t{512} * 1024;

/// The layout of a file that scan_delimited() may read: CSV or TSV with lines that end in LF or CRLF, in UTF-8 that is
/// not stated to be anything else. None for any other. Throws InputError as read_export() does for what it finds at the
/// beginning of the file.
[[nodiscard]] std::optional<Layout> scannable_layout(const Input& input, const TableKeys& keys);

/// Reads what scannable_layout() has recognized as read_delimited() would, many times faster: by up to `threads`
/// threads, at least 1, the calling one among them (a file of one block needs no more), which each take a block of
/// about `block_size` bytes, find the separators in it by `kernel`, and hand its plain rows to their worker. The order
/// of rows between threads is open.
///
/// The sink gets the table and its columns, then, in the order of the file and with the line where each begins, all
/// rows that no worker takes, whole and bad ones, exactly as from read_delimited(). One thread at a time calls it, not
/// always the same one. When it wants no more the scan ends as done; by then, workers may have taken rows from further
/// on.
///
/// Gives up rather than guess: on quotes that do not enclose a whole field, bytes that are not UTF-8, NUL, a row of more
/// than `longest_row` bytes, a source that fails. The exact reader says what that is. Throws InputError for a header as read_delimited() does; passes on what sink, workers and factory
/// throw when all threads have stopped.
[[nodiscard]] ScanResult scan_delimited(const Input& input, const Delimited& dialect, RowSink& sink, unsigned threads,
                                        const WorkerFactory& worker_of_a_thread,
                                        std::size_t block_size = usual_block_size,
                                        const StructureKernel& kernel = structure_kernels().front());

}  // namespace sellerhealth::read
