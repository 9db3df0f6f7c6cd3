#pragma once

#include <string_view>

namespace sellerhealth::render {

/// A phrase of the program in another language. "{}" are places for text, filled in turn; "{0}", "{1}" … name them
/// where the order is another one. "~" is a no-break space. Words before "::" tell apart what only the other language
/// does; they are not shown.
struct Translation {
  std::string_view english;
  std::string_view text;
};

}  // namespace sellerhealth::render
