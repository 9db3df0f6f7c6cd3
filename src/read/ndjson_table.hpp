#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/json_record.hpp"
#include "read/row_sink.hpp"

namespace sellerhealth::read {

/// The one table of an NDJSON file: what becomes of its lines; see read_ndjson().
class NdjsonTable {
 public:
  /// `name` is the file's, for messages.
  NdjsonTable(std::string name, RowSink& sink);

  /// Hands what a line holds over to the sink, if it is not blank; returns whether to go on. `line` is given without
  /// its line break, which only the last one may lack. Throws InputError.
  bool hand_over(std::string_view line, std::size_t number, bool has_break);

  /// The keys and columns known by now.
  [[nodiscard]] const JsonRecord& record() const { return record_; }

 private:
  std::string name_;
  RowSink& sink_;
  JsonRecord record_;
};

}  // namespace sellerhealth::read
