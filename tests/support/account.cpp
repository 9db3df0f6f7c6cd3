#include "support/account.hpp"

#include <algorithm>

namespace sellerhealth::support {
namespace {

std::string quoted_for_csv(const std::string& text, char delimiter) {
  if (text.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char character : text) {
    quoted += character;
    if (character == '"') {
      quoted += '"';
    }
  }
  return quoted + '"';
}

std::string_view json_key_of(Kind kind) {
  constexpr std::string_view keys[] = {"orders", "feedback", "claims", "chargebacks", "messages", "violations"};
  return keys[static_cast<std::size_t>(kind)];
}

/// Amazon's TAB files do not quote: a `"` there is data.
std::string separated(const Export& file, char delimiter) {
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += i == 0 ? "" : std::string(1, delimiter);
      text += delimiter == '\t' ? cells[i] : quoted_for_csv(cells[i], delimiter);
    }
    return text + '\n';
  };
  std::string text = line(file.columns);
  for (const auto& row : file.rows) {
    text += line(row);
  }
  return text;
}

std::string quoted_for_json(const std::string& text) {
  std::string quoted = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') {
      quoted += '\\';
    }
    quoted += character;
  }
  return quoted + '"';
}

std::string json_value(const std::string& column, const std::string& text, std::size_t row) {
  if (text.empty()) {
    return row % 2 == 0 ? "null" : "\"\"";
  }
  const bool bare = column == "rating" || text == "true" || text == "false";
  return bare ? text : quoted_for_json(text);
}

std::string json_row(const Export& file, std::size_t row) {
  std::string text = "{";
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    text += i == 0 ? "" : ", ";
    text += quoted_for_json(file.columns[i]) + ": " + json_value(file.columns[i], file.rows[row][i], row);
  }
  return text + "}";
}

std::string json_array(const Export& file) {
  std::string text = "[";
  for (std::size_t row = 0; row < file.rows.size(); ++row) {
    text += row == 0 ? "\n" : ",\n";
    text += json_row(file, row);
  }
  return text + "\n]";
}

}  // namespace

std::size_t position_of(const Export& file, std::string_view column) {
  const auto found = std::find(file.columns.begin(), file.columns.end(), column);
  return found == file.columns.end() ? no_column : static_cast<std::size_t>(found - file.columns.begin());
}

bool has_column(const Export& file, std::string_view column) { return position_of(file, column) != no_column; }

std::string_view cell(const Export& file, const std::vector<std::string>& row, std::string_view column) {
  const std::size_t position = position_of(file, column);
  return position == no_column ? std::string_view{} : std::string_view{row[position]};
}

std::string_view name_of(Format format) {
  constexpr std::string_view names[format_count] = {"csv",        "semicolon csv", "pipe csv",   "tsv",
                                                    "json array", "ndjson",        "json object"};
  return names[static_cast<std::size_t>(format)];
}

std::string text_of(const Export& file, Format format) {
  switch (format) {
    case Format::comma:
      return separated(file, ',');
    case Format::semicolon:
      return separated(file, ';');
    case Format::pipe:
      return separated(file, '|');
    case Format::tab:
      return separated(file, '\t');
    case Format::json_array:
      return json_array(file) + '\n';
    case Format::json_object:
      return json_object_of({file});
    case Format::ndjson:
      break;
  }
  std::string text;
  for (std::size_t row = 0; row < file.rows.size(); ++row) {
    text += json_row(file, row) + '\n';
  }
  return text;
}

std::string json_object_of(const std::vector<Export>& files) {
  std::string text = "{";
  for (std::size_t i = 0; i < files.size(); ++i) {
    text += i == 0 ? "" : ", ";
    text += '"' + std::string(json_key_of(files[i].kind)) + "\": " + json_array(files[i]);
  }
  return text + "}\n";
}

bool fits(const Export& file, Format format) {
  const bool is_json = format == Format::json_array || format == Format::ndjson || format == Format::json_object;
  return !is_json || !file.rows.empty();
}

}  // namespace sellerhealth::support
