#include "sellerhealth/profile.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, 2> severity_names{"suspending", "informative"};

/// A profile is a page or two; anything much longer is another file.
constexpr std::size_t largest_file = 1 << 20;

/// "a, b or c", or "a, b, c or d" with the `last` d.
std::string built_in_names(std::string_view last = {}) {
  std::string names;
  const BuiltInProfile& final = built_in_profiles().back();
  for (const BuiltInProfile& profile : built_in_profiles()) {
    names += &profile == &built_in_profiles().front() ? "" : &profile == &final && last.empty() ? " or " : ", ";
    names += profile.name;
  }
  return names + (last.empty() ? "" : " or ") + std::string{last};
}

const BuiltInProfile* find_built_in(std::string_view name) {
  const std::span<const BuiltInProfile> all = built_in_profiles();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& profile) { return profile.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }

Target Check::target_for(std::int64_t denominator) const {
  if (!count_floor || denominator >= count_floor->below) {
    return target;
  }
  return {.comparator = Comparator::less_or_equal,
          .value = count_floor->at_most,
          .scale = std::max<std::int64_t>(denominator, 1)};
}

Check& Profile::check(std::string_view id) {
  const auto found = std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.id == id; });
  if (found == checks.end()) {
    std::string message = "there is no check " + util::quoted(id) + " in profile " + name + ", expected one of";
    for (const Check& check : checks) {
      message += (&check == &checks.front() ? " " : ", ") + check.id;
    }
    throw UsageError{message};
  }
  return *found;
}

const BuiltInProfile& built_in_profile(std::string_view name) {
  const BuiltInProfile* found = find_built_in(name);
  if (found == nullptr) {
    throw UsageError{"found the profile " + util::quoted(name) + ", expected " + built_in_names()};
  }
  return *found;
}

Profile load_profile(const std::string& name_or_path) {
  if (const BuiltInProfile* built_in = find_built_in(name_or_path)) {
    return parse_profile(built_in->json, built_in->name);
  }
  std::ifstream file{name_or_path, std::ios::binary};
  std::string json(largest_file, '\0');
  file.read(json.data(), static_cast<std::streamsize>(json.size()));
  if (!file.eof()) {
    throw UsageError{"found the profile " + util::quoted(name_or_path) + ", expected " +
                     built_in_names("a JSON file that can be read, of at most 1 MiB")};
  }
  json.resize(static_cast<std::size_t>(file.gcount()));
  return parse_profile(json, name_or_path);
}

Profile default_profile() {
  const BuiltInProfile& built_in = built_in_profiles().front();
  return parse_profile(built_in.json, built_in.name);
}

}  // namespace sellerhealth
