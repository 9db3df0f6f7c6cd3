#include "sellerhealth/import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

#include "index/message.hpp"
#include "index/read_inputs.hpp"
#include "index/recognize.hpp"
#include "normalize/columns.hpp"
#include "normalize/mappings.hpp"
#include "read/iconv_decoder.hpp"
#include "read/input.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using index::RecognizedInput;

constexpr std::string_view standard_input_path = "-";

read::Input read_standard_input(const ImportOptions& options) {
  std::istream* const stream = options.standard_input;
  if (stream == nullptr) {
    throw UsageError{"there is no standard input to read"};
  }
  std::string bytes;
  std::array<char, 65536> block{};
  while (const std::streamsize size = stream->rdbuf()->sgetn(block.data(), block.size())) {
    bytes.append(block.data(), static_cast<std::size_t>(size));
  }
  return read::Input::from_memory("<stdin>", std::move(bytes), options.encoding);
}

/// What a directory holds besides hidden files and directories.
std::vector<std::filesystem::path> files_in(const std::string& directory) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator entry{directory, error}, end; !error && entry != end;
       entry.increment(error)) {
    const bool hidden = entry->path().filename().native().starts_with('.');
    if (std::error_code ignored; !hidden && !entry->is_directory(ignored)) {
      paths.push_back(entry->path());
    }
  }
  if (error) {
    throw InputError{{.code = "unreadable_file", .file = directory, .message = error.message()}};
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// Throws for what is no file: opening a pipe or a device that happens to lie in a directory could take for ever.
void require_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    throw InputError{{.code = "not_a_file", .file = path.string(), .message = "not a file"}};
  }
}

/// Whether a file with this fault is simply no export. An export that is damaged, or that the seller must name, is not
/// to be passed over.
bool is_no_export(const Diagnostic& fault) {
  constexpr std::array<std::string_view, 5> codes{"not_recognized", "empty_file", "binary_file", "unknown_format",
                                                  "not_a_file"};
  return std::find(codes.begin(), codes.end(), fault.code) != codes.end();
}

/// Whether another source says what this file is about; then that is how it is read.
bool is_stated(const std::filesystem::path& path, const std::vector<Source>& sources) {
  return std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
    std::error_code error;
    return source.kind && std::filesystem::equivalent(source.path, path, error);
  });
}

/// Adds the exports of a directory to `inputs`, and a warning for each file that is none.
void add_directory(const Source& source, const std::vector<Source>& sources, const ImportOptions& options,
                   const normalize::Mappings& mappings, std::vector<RecognizedInput>& inputs,
                   std::vector<Diagnostic>& warnings) {
  bool taken = false;
  std::string skipped_files;
  for (const std::filesystem::path& path : files_in(source.path)) {
    if (is_stated(path, sources)) {
      taken = true;
      continue;
    }
    try {
      require_file(path);
      inputs.push_back(
          index::recognize_input(read::Input::from_file(path.string(), options.encoding), source.kind, mappings));
      taken = true;
    } catch (const InputError& error) {
      const Diagnostic& fault = error.fault();
      if (!is_no_export(fault)) {
        throw;
      }
      skipped_files += "; " + path.filename().string() + ": " + fault.message;
      warnings.push_back(
          index::message_of(fact::SkippedFile{.fault_code = fault.code, .fault_message = fault.message}, fault.file));
    }
  }
  if (!taken) {
    throw InputError{
        {.code = "no_exports", .file = source.path, .message = "no export in this directory" + skipped_files}};
  }
}

std::vector<RecognizedInput> recognize_all(const std::vector<Source>& sources, const ImportOptions& options,
                                           const normalize::Mappings& mappings, std::vector<Diagnostic>& warnings) {
  std::vector<RecognizedInput> inputs;
  for (const Source& source : sources) {
    if (source.path == standard_input_path) {
      inputs.push_back(index::recognize_input(read_standard_input(options), source.kind, mappings));
    } else if (std::error_code ignored; std::filesystem::is_directory(source.path, ignored)) {
      add_directory(source, sources, options, mappings, inputs, warnings);
    } else if (source.kind || !is_stated(source.path, sources)) {
      inputs.push_back(
          index::recognize_input(read::Input::from_file(source.path, options.encoding), source.kind, mappings));
    }
  }
  return inputs;
}

/// Drops inputs of whose kind an earlier one has the same content, with a warning.
void drop_repeated(std::vector<RecognizedInput>& inputs, std::vector<Diagnostic>& warnings) {
  std::vector<RecognizedInput> different;
  for (RecognizedInput& input : inputs) {
    const auto same = std::find_if(different.begin(), different.end(), [&](const RecognizedInput& earlier) {
      return earlier.kind == input.kind && earlier.fingerprint == input.fingerprint &&
             read::same_content(earlier.input, input.input);
    });
    if (same == different.end()) {
      different.push_back(std::move(input));
    } else {
      warnings.push_back(index::message_of(fact::SameContent{same->input.name()}, input.input.name()));
    }
  }
  inputs = std::move(different);
}

/// Of all inputs together. What is read again, because it must be read otherwise, counts once.
void report_progress(std::vector<RecognizedInput>& inputs, const ImportOptions& options) {
  struct Progress {
    std::mutex mutex;
    std::int64_t read = 0;
    std::int64_t total = 0;
  };
  const auto progress = std::make_shared<Progress>();
  for (RecognizedInput& input : inputs) {
    progress->total += input.input.size();
    input.input.watch([progress, &on_progress = options.on_progress](std::size_t size) {
      const std::scoped_lock lock{progress->mutex};
      progress->read = std::min(progress->read + static_cast<std::int64_t>(size), progress->total);
      on_progress(progress->read, progress->total);
    });
  }
}

void require_column(const OrderBook& book, Column column, std::string_view purpose) {
  if (!book.has(Kind::orders, column)) {
    throw UsageError{"no orders export has the column " + std::string{name_of(column)} + " to " + std::string{purpose} +
                     " by"};
  }
}

void require_columns(const OrderBook& book, const ImportOptions& options) {
  for (const Filter& filter : book.filters()) {
    require_column(book, filter.column, "filter");
  }
  if (book.segment_by() && !options.segment_if_given) {
    require_column(book, *book.segment_by(), "split");
  }
}

/// A mapping that meets no header is a mistake in its spelling, or the wrong file.
void check_mappings(const OrderBook& book, const normalize::Mappings& mappings) {
  for (const ColumnMapping& mapping : mappings.columns()) {
    const bool met = std::any_of(book.files().begin(), book.files().end(), [&](const ExportFile& file) {
      return file.kind == mapping.kind &&
             (file.headers.empty() ||
              std::any_of(file.headers.begin(), file.headers.end(), [&](const ExportColumn& column) {
                return column.mapped && normalize::same_header(column.header, mapping.header);
              }));
    });
    if (!met) {
      const std::string kind{name_of(mapping.kind)};
      throw UsageError{
          "--column " + kind + "." + std::string{name_of(mapping.column)} + ": " +
          (book.has(mapping.kind) ? "no export of " + kind + " has" : "there is no export of " + kind + " with") +
          " a column " + util::quoted(mapping.header)};
    }
  }
}

}  // namespace

Import import_exports(const std::vector<Source>& sources, const ImportOptions& options) {
  constexpr std::size_t most_filters = 32;
  if (options.filters.size() > most_filters) {
    throw UsageError{"at most 32 filters can be applied at once"};
  }
  if (!options.encoding.empty() && !read::is_known_encoding(options.encoding)) {
    throw UsageError{"--encoding: found " + util::quoted(options.encoding) +
                     ", expected a name that iconv knows, such as Shift_JIS, UTF-16LE or Windows-1252"};
  }
  const normalize::Mappings mappings{options.columns, options.values};
  std::vector<Diagnostic> warnings;
  std::vector<RecognizedInput> inputs = recognize_all(sources, options, mappings, warnings);
  drop_repeated(inputs, warnings);
  if (options.on_progress) {
    report_progress(inputs, options);
  }
  Import import = index::read_inputs(inputs, options, warnings);
  check_mappings(import.book, mappings);
  require_columns(import.book, options);
  return import;
}

}  // namespace sellerhealth
