#include "read/json_record.hpp"

#include <algorithm>

#include "read/fault.hpp"
#include "read/text_buffer.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

/// Far beyond any order; keeps a record of `[0,0,0…` from taking many times its size in memory.
constexpr std::size_t most_values = 100'000;

}  // namespace

void JsonRecord::begin_table(std::string_view name) {
  table_name_ = name;
  table_announced_ = false;
  header_done_ = false;
  nodes_.clear();
  columns_.clear();
  wanted_.clear();
}

void JsonRecord::begin(std::size_t line) {
  line_ = line;
  path_.clear();
  node_ = nullptr;
  values_.clear();
  texts_.clear();
  has_duplicate_key_ = false;
  levels_.clear();
  begin_object();
}

void JsonRecord::begin_object() { levels_.push_back({path_.size(), node_, ++objects_}); }

void JsonRecord::end_object() {
  path_.resize(levels_.back().path_size);
  node_ = levels_.back().node;
  levels_.pop_back();
}

void JsonRecord::key(std::string_view name) {
  path_.resize(levels_.back().path_size);
  if (levels_.size() > 1) {
    path_ += '.';
  }
  path_ += name;
  auto found = nodes_.find(std::string_view{path_});
  if (found == nodes_.end()) {
    if (nodes_.size() == most_columns) {
      throw fault("too_many_columns", file_, line_,
                  "found more than " + std::to_string(most_columns) + " different keys: are there values among them?");
    }
    found = nodes_.try_emplace(path_).first;
  }
  node_ = &found->second;
  if (node_->last_object == levels_.back().object && !has_duplicate_key_) {
    has_duplicate_key_ = true;
    duplicate_key_ = name;
  }
  node_->last_object = levels_.back().object;
}

void JsonRecord::value(std::string_view text) {
  if (!node_->column) {
    node_->column = columns_.size();
    columns_.push_back(path_);
  }
  const std::size_t column = *node_->column;
  if (column < wanted_.size() && wanted_[column] == 0) {
    return;
  }
  if (values_.size() == most_values) {
    throw fault("row_too_long", file_, line_,
                "found more than " + std::to_string(most_values) + " values in one record");
  }
  values_.push_back({column, texts_.size(), text.size()});
  texts_ += text;
}

bool JsonRecord::unwrap(std::string_view envelope, std::string_view table_name) {
  const std::size_t prefix_size = envelope.size() + 1;
  const bool all_below = std::all_of(columns_.begin(), columns_.end(), [&](const std::string& column) {
    return column.size() > prefix_size && column[prefix_size - 1] == '.' &&
           util::equals_ignoring_case(std::string_view{column}.substr(0, prefix_size - 1), envelope);
  });
  if (columns_.empty() || !all_below) {
    return false;
  }
  for (std::string& column : columns_) {
    column.erase(0, prefix_size);
  }
  table_name_ = table_name;
  return true;
}

bool JsonRecord::hand_over(RowSink& sink) {
  if (has_duplicate_key_) {
    return reject(sink, line_, "duplicate_key",
                  "found the key " + util::quoted(duplicate_key_) + " twice in one object, expected each key once");
  }
  if (!announce(sink)) {
    return false;
  }
  cells_.clear();
  for (const Value& value : values_) {
    if (wanted_[value.column] != 0) {
      cells_.push_back({value.column, std::string_view{texts_}.substr(value.begin, value.size)});
    }
  }
  return sink.row({line_, cells_});
}

bool JsonRecord::reject(RowSink& sink, std::size_t line, std::string_view code, std::string message) {
  return announce(sink) && sink.bad_row(line, code, std::move(message));
}

bool JsonRecord::announce(RowSink& sink) {
  if (!table_announced_) {
    table_announced_ = true;
    sink.table(table_name_);
  }
  while (wanted_.size() < columns_.size()) {
    wanted_.push_back(sink.column(wanted_.size(), columns_[wanted_.size()]) ? 1 : 0);
  }
  return std::exchange(header_done_, true) || sink.header_done();
}

}  // namespace sellerhealth::read
