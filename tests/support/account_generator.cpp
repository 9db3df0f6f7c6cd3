#include "support/account_generator.hpp"

#include <algorithm>

#include "support/account_story.hpp"
#include "support/dice.hpp"
#include "support/slow_calendar.hpp"

namespace sellerhealth::support {

std::vector<std::string> zones_of_accounts() {
  return {"UTC",          "Europe/Paris",     "America/Los_Angeles", "Asia/Kolkata", "America/Havana",
          "Pacific/Apia", "America/St_Johns", "Australia/Lord_Howe"};
}

Account generate_account(const AccountRecipe& recipe) {
  const SlowCalendar calendar(recipe.zone);
  Account account = tell(invent_story(recipe, calendar), recipe, calendar);
  // The same content is read once, which is not the subject here.
  std::vector<Export> different;
  for (const Export& file : account.exports) {
    if (std::find(different.begin(), different.end(), file) == different.end()) {
      different.push_back(file);
    }
  }
  account.exports = different;
  return account;
}

std::vector<Day> telling_days(const Account& account, const std::string& zone, int window_days, int lag_days,
                              std::uint64_t seed, std::size_t count) {
  const SlowCalendar calendar(zone);
  Dice dice(seed);
  std::vector<std::string_view> stamps;
  for (const Export& file : account.exports) {
    for (const auto& row : file.rows) {
      for (const char* column : {"purchase-date", "received-at", "violation-date", "ship-date"}) {
        const std::string_view text = cell(file, row, column);
        if (!text.empty()) {
          stamps.push_back(text);
        }
      }
    }
  }
  std::vector<Day> chosen;
  while (chosen.size() < count && !stamps.empty()) {
    const Day day = calendar.day_of(calendar.parse(dice.pick(stamps)).first);
    const int offset = dice.pick<int>({1, lag_days, lag_days + 1, lag_days + window_days, lag_days + window_days + 1,
                                       static_cast<int>(lag_days + dice.between(1, window_days))});
    chosen.push_back(day + std::chrono::days{offset});
  }
  return chosen;
}

}  // namespace sellerhealth::support
