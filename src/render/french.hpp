#pragma once

#include <span>

#include "render/french_advice.hpp"
#include "render/french_cases.hpp"
#include "render/french_checks.hpp"
#include "render/french_exports.hpp"
#include "render/french_messages.hpp"
#include "render/french_outlook.hpp"
#include "render/french_words.hpp"
#include "render/translation.hpp"

namespace sellerhealth::render {

/// What French says, in the terms of Amazon.fr's own pages. The apostrophe is the straight one, as there.
inline constexpr std::span<const Translation> french_phrases[] = {
    french_words, french_checks, french_advice, french_cases, french_outlook, french_exports, french_messages,
};

}  // namespace sellerhealth::render
