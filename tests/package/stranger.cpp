#include <iostream>

#include <sellerhealth/sellerhealth.hpp>

// A small program of somebody else: it pulls in what the archive needs at link time, compression and time zones.
int main() {
  try {
    std::cout << sellerhealth::version() << ' ' << sellerhealth::TimeZone::find("Europe/Paris").has_value() << '\n';
    (void)sellerhealth::import_exports({{"no-such-file.csv"}}, {});
  } catch (const sellerhealth::InputError& error) {
    std::cout << error.what() << '\n';
    return 0;
  }
  return 1;
}
