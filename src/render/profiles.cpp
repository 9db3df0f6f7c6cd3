#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/json_parts.hpp"
#include "render/speaker.hpp"
#include "sellerhealth/render.hpp"
#include "sellerhealth/version.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

std::string render_text(std::span<const Profile> profiles, const TextStyle& style) {
  const render::Speaker say{style.language};
  std::size_t width = 0;
  for (const Profile& profile : profiles) {
    width = std::max(width, profile.name.size());
  }
  std::string text;
  for (const Profile& profile : profiles) {
    text += fmt::format("{}  {}\n{}  {}\n", render::padded(profile.name, width),
                        say("{}, as of {}", profile.title, say.date(profile.effective_date)), std::string(width, ' '),
                        profile.source);
  }
  return text;
}

std::string render_json(std::span<const Profile> profiles) {
  render::Json json;
  json["schema"] = "sellerhealth.profiles/1";
  json["version"] = version();
  json["profiles"] = render::Json::array();
  for (const Profile& profile : profiles) {
    json["profiles"].push_back({{"name", profile.name},
                                {"title", profile.title},
                                {"effective_date", util::iso_date(profile.effective_date)},
                                {"source", profile.source}});
  }
  return render::to_text(json);
}

}  // namespace sellerhealth
