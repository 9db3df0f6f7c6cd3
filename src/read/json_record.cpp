#include "read/json_record.hpp"

#include <algorithm>

#include "read/fault.hpp"
#include "read/text_buffer.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

/// Far beyond any order; keeps a record of `[0,0,0…` from taking many times its size in memory.
constexpr std::size_t most_values = 100'000;

/// Whether the first key of `path` is `envelope`, and not its last.
bool stands_below(std::string_view path, std::string_view envelope) {
  return !envelope.empty() && path.size() > envelope.size() + 1 && path[envelope.size()] == '.' &&
         util::equals_ignoring_case(path.substr(0, envelope.size()), envelope);
}

}  // namespace

void JsonRecord::use_table(std::string_view name, std::string_view envelope) {
  if (table_announced_ && table_name_ == name && envelope_ == envelope) {
    return;
  }
  table_name_ = name;
  envelope_ = envelope;
  table_announced_ = false;
  header_done_ = false;
  wanted_.clear();
  for (auto& [path, node] : nodes_) {
    node.column.reset();
  }
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
    found->second.path = found->first;
  }
  node_ = &found->second;
  if (node_->last_object == levels_.back().object && !has_duplicate_key_) {
    has_duplicate_key_ = true;
    duplicate_key_ = name;
  }
  node_->last_object = levels_.back().object;
}

void JsonRecord::value(std::string_view text) {
  if (values_.size() == most_values) {
    throw fault("row_too_long", file_, line_,
                "found more than " + std::to_string(most_values) + " values in one record");
  }
  const bool unwanted = node_->column && wanted_[*node_->column] == 0;
  values_.push_back({node_, texts_.size(), unwanted ? 0 : text.size()});
  texts_ += text.substr(0, values_.back().size);
}

bool JsonRecord::is_below(std::string_view envelope) const {
  return !values_.empty() && std::all_of(values_.begin(), values_.end(),
                                         [&](const Value& value) { return stands_below(value.node->path, envelope); });
}

std::string_view JsonRecord::first_value(std::string_view keys) const {
  const auto found = std::find_if(values_.begin(), values_.end(), [&](const Value& value) {
    return util::equals_ignoring_case(value.node->path, keys);
  });
  return found == values_.end() ? std::string_view{} : text_of(*found);
}

std::vector<JsonRecord::KnownKey> JsonRecord::known_keys() const {
  std::vector<KnownKey> keys;
  for (const auto& [path, node] : nodes_) {
    keys.push_back({path, node.column, node.column && wanted_[*node.column] != 0});
  }
  return keys;
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
    if (wanted_[*value.node->column] != 0) {
      cells_.push_back({*value.node->column, text_of(value)});
    }
  }
  return sink.row({line_, cells_});
}

bool JsonRecord::reject(RowSink& sink, std::size_t line, std::string_view code, std::string message) {
  return announce(sink) && sink.bad_row(line, code, std::move(message));
}

/// Announces the table, and what columns the record adds to it.
bool JsonRecord::announce(RowSink& sink) {
  if (!table_announced_) {
    table_announced_ = true;
    sink.table(table_name_);
  }
  for (const Value& value : values_) {
    if (!value.node->column) {
      std::string_view name = value.node->path;
      name.remove_prefix(stands_below(name, envelope_) ? envelope_.size() + 1 : 0);
      value.node->column = wanted_.size();
      wanted_.push_back(sink.column(wanted_.size(), name) ? 1 : 0);
    }
  }
  return std::exchange(header_done_, true) || sink.header_done();
}

}  // namespace sellerhealth::read
