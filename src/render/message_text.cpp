#include <array>
#include <string>
#include <variant>

#include "index/message_words.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::Speaker;

/// Why a file is no export, in short: the message of its fault, which says more, is English.
constexpr std::array<render::Wording, 5> reasons{{
    {"not_a_file", "skipped::is no file"},
    {"empty_file", "skipped::is empty"},
    {"binary_file", "skipped::is no text"},
    {"unknown_format", "skipped::is neither CSV, TSV nor JSON"},
    {"not_recognized", "skipped::is not recognized as an export"},
}};

/// Says the phrases of index/message_words.hpp.
class MessageSpeaker : public Speaker {
 public:
  using Speaker::Speaker;

  [[nodiscard]] std::string reason_of(const fact::SkippedFile& skipped) const {
    return render::said(reasons, skipped.fault_code, *this);
  }
};

}  // namespace

std::string render_text(const Diagnostic& diagnostic, Language language) {
  if (language == Language::english || std::holds_alternative<std::monostate>(diagnostic.facts)) {
    return to_string(diagnostic);
  }
  const MessageSpeaker say{language};
  std::string text =
      util::printable(std::visit([&](const auto& fact) { return index::words_of(fact, say); }, diagnostic.facts));
  for (const std::string& place : {diagnostic.column, diagnostic.file}) {
    text = place.empty() ? text : say("{}: {}", util::printable(place), text);
  }
  return text;
}

std::string render_warning(const Diagnostic& warning, Language language) {
  return Speaker{language}("warning: {}", render_text(warning, language)) + "\n";
}

}  // namespace sellerhealth
