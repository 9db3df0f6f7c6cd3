#include "read/plain_line.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "read/plain_json.hpp"
#include "read/structure.hpp"
#include "util/word_at.hpp"

namespace sellerhealth::read {

namespace {

/// Below what JsonRecord refuses.
constexpr std::size_t most_elements = 1000;
constexpr std::size_t deepest_key = 32;

/// Whether a key stands in a text as it is.
bool is_plain_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; });
}

/// Whether `text` is not empty and stands at `at`. Short texts are compared by words, which need no call.
bool stands_at(const char* at, std::string_view text) {
  constexpr std::size_t word = sizeof(std::uint64_t);
  if (text.size() < word) {
    return !text.empty() && std::memcmp(at, text.data(), text.size()) == 0;
  }
  const std::size_t last = text.size() - word;
  for (std::size_t i = 0; i < last; i += word) {
    if (util::word_at(at + i) != util::word_at(text.data() + i)) {
      return false;
    }
  }
  return util::word_at(at + last) == util::word_at(text.data() + last);
}

/// Copies a text; both places have room for text_padding bytes, so that short ones need no call and no loop.
void copy_padded(std::string_view from, char* to) {
  constexpr std::size_t shorter = text_padding / 2;
  std::memcpy(to, from.data(), shorter);
  if (from.size() > shorter) {
    std::memcpy(to + shorter, from.data() + shorter, from.size() - shorter);
  }
}

}  // namespace

PlainLine::PlainLine(const JsonRecord& record) {
  std::vector<JsonRecord::KnownKey> known = record.known_keys();
  // Each behind the key of the object that it stands in, and those of one object by name.
  std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  keys_.reserve(known.size() + 1);
  keys_.emplace_back();
  struct Place {
    Key* key;
    std::size_t depth;
  };
  std::unordered_map<std::string_view, Place> places;
  for (const JsonRecord::KnownKey& each : known) {
    if (each.wanted) {
      columns_.resize(std::max(columns_.size(), *each.column + 1));
    }
    const std::size_t dot = each.path.rfind('.');
    const auto object = dot == std::string_view::npos ? places.end() : places.find(each.path.substr(0, dot));
    const std::string_view name = each.path.substr(dot + 1);
    // A dot may also stand in a key.
    const bool has_place = dot == std::string_view::npos || object != places.end();
    const std::size_t depth = object == places.end() ? 0 : object->second.depth + 1;
    if (!has_place || depth > deepest_key || !is_plain_name(name)) {
      continue;
    }
    Key& key = keys_.emplace_back();
    key.name = name;
    key.object = object == places.end() ? root() : object->second.key;
    key.object->keys.push_back(&key);
    key.has_column = each.column.has_value();
    key.wanted = each.wanted;
    places.emplace(each.path, Place{&key, depth});
    if (each.wanted) {
      columns_[*each.column] = &key;
    }
  }
}

const char* PlainLine::read(const char* at, const char* end) {
  ++line_;
  elements_ = 0;
  unescaped_.clear();
  unescaped_.reserve(static_cast<std::size_t>(end - at) + text_padding);
  begin_ = at;
  for (Key* key = root();;) {
    const char* const behind = pass_as_before(key->next, at, end);
    at = behind != nullptr ? behind : find_keys(*key, at, end);
    if (at == nullptr || !name(key->next)) {
      return nullptr;
    }
    key = key->next.to;
    if (key == root()) {
      return next_ = at;
    }
    at = *at == '"' && key->has_column ? read_plain_string(at + 1, end, unescaped_, key->value)
                                       : read_value(*key, at, end);
    if (at == nullptr) {
      return nullptr;
    }
  }
}

/// Goes over a step that is there; null if another one is.
const char* PlainLine::pass_as_before(const Step& step, const char* at, const char* end) const {
  if (static_cast<std::size_t>(end - at) < step.text.size() || !stands_at(at, step.text)) {
    return nullptr;
  }
  at += step.text.size();
  const bool goes_on = step.to != root() && (*at == '{' || *at <= ' ');
  return goes_on ? nullptr : at;
}

/// Notes that the line has the keys that a step names. Returns false if it had one of them before.
bool PlainLine::name(const Step& step) {
  Key* key = step.to;
  for (std::size_t i = 0; i < step.named; ++i) {
    if (std::exchange(key->line, line_) == line_) {
      return false;
    }
    key->value = {};  // It may be an object this time.
    key = key->object;
  }
  return true;
}

/// Goes from behind the value of a key, or the line's beginning, to the next value, and notes the step.
const char* PlainLine::find_keys(Key& from, const char* at, const char* end) {
  const char* const begin = at;
  Key* to = &from;
  std::size_t named = 0;
  at = skip_white_space(at);
  if (to != root()) {
    for (to = to->object; *at == '}'; to = to->object) {
      at = skip_white_space(at + 1);
      if (to == root()) {
        if (*at != '\n') {
          return nullptr;
        }
        from.next = {{begin, at + 1}, to, 0};
        return at + 1;
      }
    }
  }
  if (*at != (&from == root() ? '{' : ',')) {
    return nullptr;
  }
  do {
    at = find_key(to, at + 1, end);
    if (at == nullptr) {
      return nullptr;
    }
    ++named;
  } while (*at == '{');
  from.next = {{begin, at}, to, named};
  return at;
}

/// Reads a key of `object`, which becomes `object`, up to its value.
const char* PlainLine::find_key(Key*& object, const char* at, const char* end) {
  at = skip_white_space(at);
  if (*at != '"') {
    return nullptr;
  }
  ++at;
  const auto* const quote = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
  if (quote == nullptr) {
    return nullptr;
  }
  const std::string_view name{at, static_cast<std::size_t>(quote - at)};
  const auto found = std::lower_bound(object->keys.begin(), object->keys.end(), name,
                                      [](const Key* key, std::string_view sought) { return key->name < sought; });
  at = skip_white_space(quote + 1);
  if (found == object->keys.end() || (*found)->name != name || *at != ':') {
    return nullptr;
  }
  object = *found;
  return skip_white_space(at + 1);
}

const char* PlainLine::read_value(Key& key, const char* at, const char* end) {
  if (*at != '[') {
    return key.has_column ? read_scalar(at, end, key.value) : nullptr;
  }
  const std::size_t elements_before = elements_;
  at = key.wanted ? nullptr : read_array(at, end);
  return key.has_column || elements_ == elements_before ? at : nullptr;
}

const char* PlainLine::read_scalar(const char* at, const char* end, std::string_view& value) {
  switch (*at) {
    case '"':
      return read_plain_string(at + 1, end, unescaped_, value);
    case 'n':
    case 't':
    case 'f':
      return read_plain_word(at, value);
    default:
      return read_plain_number(at, value);
  }
}

/// Reads an array of scalars, which nobody wants.
const char* PlainLine::read_array(const char* at, const char* end) {
  at = skip_white_space(at + 1);
  if (*at == ']') {
    return at + 1;
  }
  while (true) {
    std::string_view value;
    at = read_scalar(at, end, value);
    if (at == nullptr || ++elements_ > most_elements) {
      return nullptr;
    }
    at = skip_white_space(at);
    if (*at == ']') {
      return at + 1;
    }
    if (*at != ',') {
      return nullptr;
    }
    at = skip_white_space(at + 1);
  }
}

PlainRow PlainLine::row() {
  const std::size_t most = static_cast<std::size_t>(next_ - begin_) + columns_.size() + text_padding;
  if (text_.size() < most) {
    text_.resize(2 * most);
    ends_.resize(columns_.size() + 1, ~std::uint32_t{0});
  }
  std::size_t size = 0;
  std::uint32_t* end = ends_.data();
  for (const Key* key : columns_) {
    if (key != nullptr && key->line == line_ && !key->value.empty()) {
      copy_padded(key->value, text_.data() + size);
      size += key->value.size();
    }
    *++end = static_cast<std::uint32_t>(size++);
  }
  return {{text_.data(), false, false}, ends_};
}

}  // namespace sellerhealth::read
