#include "read/scan_export.hpp"

#include "read/decode.hpp"
#include "read/delimited_scan.hpp"
#include "read/ndjson_scan.hpp"
#include "read/text_buffer.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

bool is_scannable(const Layout& layout) {
  switch (layout.format) {
    case Format::csv:
    case Format::tsv:
      return layout.delimited.newline == '\n';
    case Format::ndjson:
      return true;
    case Format::json:
      return false;
  }
  return false;
}

}  // namespace

std::optional<Layout> scannable_layout(const Input& input, const TableKeys& keys) {
  TextSource source{input.open(), input.name(), input.encoding()};
  TextBuffer text{source, input.name()};
  const Layout layout = recognize_layout(text, keys);
  const bool is_utf8 = (input.encoding().empty() || util::equals_ignoring_case(input.encoding(), "utf-8")) &&
                       source.encoding() == "utf-8";
  return is_utf8 && is_scannable(layout) ? std::optional{layout} : std::nullopt;
}

ScanResult scan_export(const Input& input, const Layout& layout, RowSink& sink, unsigned threads,
                       const WorkerFactory& worker_of_a_thread) {
  return layout.format == Format::ndjson ? scan_ndjson(input, sink, threads, worker_of_a_thread)
                                         : scan_delimited(input, layout.delimited, sink, threads, worker_of_a_thread);
}

}  // namespace sellerhealth::read
