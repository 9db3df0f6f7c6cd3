#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "read/plain_row.hpp"

namespace sellerhealth::read {

/// Takes the plain rows of one thread's share of a file.
///
/// It belongs to the caller of the scan, is used by one thread from the first row to the last, and is at rest again
/// when the scan returns or throws. Other workers and the sink are at work meanwhile.
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

/// A row that no worker has taken.
struct LeftRow {
  std::size_t begin;  ///< In its block.
  std::size_t rows;   ///< How many were walked over before it.
};

/// Gives the worker of one more thread. Called in the calling thread, once for each, when the sink knows the header;
/// for the second and all further threads, it may have got rows by then.
using WorkerFactory = std::function<BlockWorker&()>;

enum class ScanResult : std::uint8_t {
  done,
  gave_up,  ///< The file holds something that only the exact reader reads right. What workers and sink have got is
            ///< void.
};

/// How a file is shared out to threads.
struct BlockPlan {
  /// How much of the file a thread takes at once, about, in bytes.
  std::size_t block_size = std::size_t{512} * 1024;
  /// So many blocks, behind the first, are read before there are more threads than one: to start them takes longer
  /// than to read a few.
  std::size_t before_help = 4;
};

}  // namespace sellerhealth::read
