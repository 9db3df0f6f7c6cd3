#include "index/message.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "index/message_words.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth::index {

namespace {

/// Says the phrases of message_words.hpp as they stand there.
class English {
 public:
  template <typename... Texts>
  std::string operator()(std::string_view phrase, const Texts&... texts) const {
    const std::array<std::string_view, sizeof...(Texts)> places{texts...};
    std::string text;
    for (const std::string_view filling : places) {
      const std::size_t place = phrase.find("{}");
      text += phrase.substr(0, place);
      text += filling;
      phrase.remove_prefix(place + 2);
    }
    return text += phrase;
  }

  template <typename... Texts>
  std::string plural(std::int64_t count, std::string_view one, std::string_view several, const Texts&... texts) const {
    return (*this)(count == 1 ? one : several, texts...);
  }

  std::string counted(std::int64_t count, std::string_view one, std::string_view several) const {
    return plural(count, one, several, number(count));
  }

  static std::string number(std::int64_t number) { return std::to_string(number); }
  static std::string date(Day day) { return util::iso_date(day); }
  static std::string quoted(std::string_view value) { return util::quoted_value(value); }
  static std::string reason_of(const fact::SkippedFile& skipped) { return skipped.fault_message; }
};

std::string_view code_of(const std::monostate& /*none*/) { return {}; }

template <typename Fact>
std::string_view code_of(const Fact& /*fact*/) {
  return Fact::code;
}

}  // namespace

Diagnostic message_of(MessageFacts facts, std::string file, std::string column) {
  const std::string_view code = std::visit([](const auto& fact) { return code_of(fact); }, facts);
  std::string message = std::visit([](const auto& fact) { return words_of(fact, English{}); }, facts);
  return {.code = std::string{code},
          .file = std::move(file),
          .line = 0,
          .column = std::move(column),
          .message = std::move(message),
          .facts = std::move(facts)};
}

}  // namespace sellerhealth::index
