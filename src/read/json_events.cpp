#include "read/json_events.hpp"

#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace sellerhealth::read {

namespace {

constexpr std::size_t deepest_level = 64;

/// The useful part of the parser's message, which reads "[json.exception…] parse error at line 1, column 6: syntax
/// error while parsing value - invalid literal; last read: '…'; expected ']'". What was last read may be a buyer's
/// name, or long.
std::string useful_part(std::string_view what) {
  constexpr std::size_t longest = 200;
  constexpr std::string_view context = "syntax error while ";
  constexpr std::string_view last_read = "; last read: '";
  constexpr std::string_view expected = "'; expected ";
  if (const std::size_t at = what.find(context); at != std::string_view::npos) {
    what.remove_prefix(at + context.size());
  } else if (const std::size_t name_end = what.find("] "); name_end != std::string_view::npos) {
    what.remove_prefix(name_end + 2);
  }
  const std::size_t read_at = what.find(last_read);
  if (read_at == std::string_view::npos) {
    return std::string{what.substr(0, longest)};
  }
  const std::size_t expected_at = what.rfind(expected);
  const bool has_expected = expected_at != std::string_view::npos && expected_at > read_at;
  return std::string{what.substr(0, read_at)} + std::string{has_expected ? what.substr(expected_at + 1) : ""};
}

/// Takes the parser's events to ours.
class Adapter final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Adapter(JsonEvents& events) : events_{events} {}

  bool null() override { return events_.on_value(depth_, {}); }
  bool boolean(bool value) override { return events_.on_value(depth_, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return on_number(value); }
  bool number_unsigned(number_unsigned_t value) override { return on_number(value); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return events_.on_value(depth_, text); }
  bool string(string_t& value) override { return events_.on_value(depth_, value); }
  bool binary(binary_t& /*value*/) override { return false; }  // never in a text
  bool start_object(std::size_t /*elements*/) override { return events_.on_object(enter()); }
  bool key(string_t& name) override { return events_.on_key(depth_, name); }
  bool end_object() override { return events_.on_object_end(--depth_); }
  bool start_array(std::size_t /*elements*/) override { return events_.on_array(enter()); }
  bool end_array() override { return events_.on_array_end(--depth_); }
  bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& error) override {
    return events_.refuse("is not valid JSON: " + useful_part(error.what()));
  }

 private:
  template <typename Number>
  bool on_number(Number value) {
    std::array<char, 24> digits{};
    const char* const end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    return events_.on_value(depth_, {digits.data(), static_cast<std::size_t>(end - digits.data())});
  }

  std::size_t enter() {
    if (depth_ == deepest_level) {
      events_.on_too_deep();
    }
    return depth_++;
  }

  JsonEvents& events_;
  std::size_t depth_ = 0;
};

}  // namespace

bool parse_json(JsonText& text, JsonEvents& events) {
  Adapter adapter{events};
  return nlohmann::json::sax_parse(JsonText::Iterator{text}, JsonText::Iterator{}, &adapter,
                                   nlohmann::json::input_format_t::json, false);
}

bool parse_json(std::string_view text, JsonEvents& events) {
  Adapter adapter{events};
  return nlohmann::json::sax_parse(text.begin(), text.end(), &adapter);
}

}  // namespace sellerhealth::read
