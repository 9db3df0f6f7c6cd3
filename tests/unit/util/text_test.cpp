#include "util/text.hpp"

#include <string>

#include "support/catch.hpp"

namespace sellerhealth::util {

TEST_CASE("trimming takes white space from both ends and nothing from within") {
  CHECK(trim(" \t order id\r\n") == "order id");
  CHECK(trim("order-id") == "order-id");
  CHECK(trim(" \t\r\n").empty());
  CHECK(trim("").empty());
}

TEST_CASE("headers fold to the same text whatever their case and separators") {
  const std::string_view spelling =
      GENERATE("amazon-order-id", "Amazon Order-ID", "amazon_order_id", "AmazonOrderId", "AMAZON ORDER ID");
  CAPTURE(spelling);
  CHECK(fold(spelling) == "amazonorderid");
  CHECK(folds_to(spelling, "amazonorderid"));
  CHECK(fold_starts_with(spelling, "amazonorder"));
}

TEST_CASE("folding takes the accents and the case off Latin letters, composed or combining") {
  const std::string_view spelling =
      GENERATE("Évaluation", "évaluation", "EVALUATION", "Evaluation", "E\xCC\x81valuation");
  CAPTURE(spelling);
  CHECK(fold(spelling) == "evaluation");
  CHECK(folds_to(spelling, "evaluation"));
  CHECK(fold_starts_with(spelling, "evalu"));
  CHECK(fold("ÀÖØöøÿŁőŽſ") == "aooooylozs");
  CHECK(fold("Œuvre Æther Straße") == "oeuvreaetherstrasse");
  CHECK_FALSE(folds_to("Œuvre", "ouvre"));
  CHECK_FALSE(folds_to("Stra\xC3", "strasse"));
}

TEST_CASE("signs of typesetting fold like those of a keyboard") {
  CHECK(fold("Détails\xC2\xA0sur\xE2\x80\xAFl’état") == "detailssurl'etat");
  CHECK(folds_to("E\xE2\x80\x91mail", "email"));
}

TEST_CASE("folding keeps letters of other scripts and other signs as they are") {
  CHECK(fold("日付") == "日付");
  CHECK(fold("Σ×÷ﾀ") == "Σ×÷ﾀ");
  CHECK(fold("orders.Status") == "orders.status");
}

TEST_CASE("texts that differ in a letter do not fold to each other") {
  CHECK_FALSE(folds_to("order-ids", "orderid"));
  CHECK_FALSE(folds_to("order-i", "orderid"));
  CHECK_FALSE(folds_to("", "orderid"));
  CHECK(folds_to(" -_", ""));
}

TEST_CASE("a folded beginning may end before, but not after, the text") {
  CHECK(fold_starts_with("Shipped - Delivered to Buyer", "shipped"));
  CHECK(fold_starts_with("Non-Amazon US", "nonamazon"));
  CHECK_FALSE(fold_starts_with("Ship", "shipped"));
  CHECK_FALSE(fold_starts_with("Unshipped", "shipped"));
}

TEST_CASE("a hyphenated name has a hyphen for every space and underscore") {
  CHECK(hyphenated("Claim Date") == "claim-date");
  CHECK(hyphenated("chargeback_type") == "chargeback-type");
  CHECK(hyphenated("claimdate") == "claimdate");
}

TEST_CASE("texts are the same but for the case of ASCII letters") {
  CHECK(equals_ignoring_case("Amazon.FR", "amazon.fr"));
  CHECK_FALSE(equals_ignoring_case("amazon.fr", "amazon-fr"));
  CHECK_FALSE(equals_ignoring_case("amazon", "amazon.fr"));
  CHECK(equals_ignoring_case("", ""));
}

TEST_CASE("a short text is quoted in full") {
  CHECK(quoted("soon") == "\"soon\"");
  CHECK(quoted("") == "\"\"");
  const std::string just_fits(40, 'x');
  CHECK(quoted(just_fits) == "\"" + just_fits + "\"");
}

TEST_CASE("a long text is cut and shown to be cut") {
  const std::string text(41, 'x');
  CHECK(quoted(text) == "\"" + std::string(40, 'x') + "…\"");
}

TEST_CASE("a quotation is never cut within a letter") {
  // The letter é takes two bytes: bytes 39 and 40 of the text, counted from 0.
  const std::string text = std::string(39, 'x') + "é" + std::string(10, 'x');
  CHECK(quoted(text) == "\"" + std::string(39, 'x') + "…\"");
  const std::string emoji = std::string(38, 'x') + "🙂";
  CHECK(quoted(emoji) == "\"" + std::string(38, 'x') + "…\"");
}

TEST_CASE("a quotation stays on one line and moves no cursor") {
  CHECK(quoted("two\nlines\x1b[31m") == "\"two?lines?[31m\"");
}

TEST_CASE("what is printed neither moves the cursor nor turns the text") {
  CHECK(printable("Zoë's \xE2\x80\xAEshop") == "Zoë's ?shop");
  CHECK(printable("a\xC2\x9B[31m\x7F") == "a?[31m?");
}

TEST_CASE("a quoted value of an export shows no e-mail address") {
  CHECK(quoted_value("jane.doe@example.com") == "an e-mail address");
  CHECK(quoted_value("soon") == "\"soon\"");
}

TEST_CASE("words of an export are shown unless they hold an e-mail address") {
  CHECK(words_to_show("granted") == "granted");
  CHECK(words_to_show("").empty());
  CHECK(words_to_show("write to jane.doe@example.com").empty());
}

TEST_CASE("no-break spaces at the ends are white space, and letters that end like them are not") {
  CHECK(trim("\xC2\xA0 A2\xC2\xA0") == "A2");
  CHECK(trim("\xC2\xA0") == "");
  CHECK(trim("voil\xC3\xA0") == "voil\xC3\xA0");
  CHECK(trim("A\xC2\xA0"
             "2") ==
        "A\xC2\xA0"
        "2");
}

}  // namespace sellerhealth::util
