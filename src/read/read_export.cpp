#include "read/read_export.hpp"

#include "read/decode.hpp"
#include "read/delimited_reader.hpp"
#include "read/format.hpp"
#include "read/json_reader.hpp"
#include "read/ndjson_reader.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

Dialect read_export(const Input& input, const TableKeys& keys, RowSink& sink) {
  TextSource source{input.open(), input.name(), input.encoding()};
  TextBuffer text{source, input.name()};
  const Layout layout = recognize_layout(text, keys);
  switch (layout.format) {
    case Format::csv:
    case Format::tsv:
      read_delimited(text, layout.delimited, sink);
      break;
    case Format::json:
      read_json(text, keys, sink);
      break;
    case Format::ndjson:
      read_ndjson(text, sink);
      break;
  }
  return {std::string{name_of(layout.format)}, std::string{source.encoding()}};
}

}  // namespace sellerhealth::read
