#include "normalize/zone_names.hpp"

#include <algorithm>
#include <iterator>

namespace sellerhealth::normalize {

namespace {

constexpr std::chrono::minutes hours(int count) { return std::chrono::hours{count}; }
constexpr std::chrono::minutes half_past(int count) { return hours(count) + std::chrono::minutes{30}; }

/// The zones of Amazon's marketplaces, as their reports abbreviate them: Pacific and Japan by name, Europe by summer
/// and winter time; the offsets are those of the IANA database.
constexpr ZoneName zones[] = {
    {"z", hours(0)},
    {"utc", hours(0), true},
    {"gmt", hours(0), true},
    {"ut", hours(0), true},
    // North America
    {"pst", hours(-8)},
    {"pdt", hours(-7)},
    {"mst", hours(-7)},
    {"mdt", hours(-6)},
    {"cdt", hours(-5)},
    {"est", hours(-5)},
    {"edt", hours(-4)},
    {"adt", hours(-3)},
    {"hst", hours(-10)},
    {"akst", hours(-9)},
    {"akdt", hours(-8)},
    // Brazil
    {"brt", hours(-3)},
    // Europe
    {"wet", hours(0)},
    {"west", hours(1)},
    {"bst", hours(1)},
    {"cet", hours(1)},
    {"met", hours(1)},
    {"mez", hours(1)},
    {"cest", hours(2)},
    {"mest", hours(2)},
    {"mesz", hours(2)},
    {"eet", hours(2)},
    {"eest", hours(3)},
    {"msk", hours(3)},
    {"trt", hours(3)},
    // Africa, Asia and Australia
    {"sast", hours(2)},
    {"sgt", hours(8)},
    {"awst", hours(8)},
    {"jst", hours(9)},
    {"kst", hours(9)},
    {"acst", half_past(9)},
    {"acdt", half_past(10)},
    {"aest", hours(10)},
    {"aedt", hours(11)},
    // India, Ireland or Israel; North America, China or Cuba; the Atlantic or Arabia; the Gulf or the South Atlantic
    {"ist", std::nullopt},
    {"cst", std::nullopt},
    {"ast", std::nullopt},
    {"gst", std::nullopt},
};

}  // namespace

const ZoneName* find_zone_name(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(zones), std::end(zones), [&](const ZoneName& zone) { return zone.name == name; });
  return found == std::end(zones) ? nullptr : found;
}

}  // namespace sellerhealth::normalize
