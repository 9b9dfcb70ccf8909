#include "html/autocomplete.h"

#include <algorithm>

#include "base/text.h"

namespace offer::html {

namespace {

constexpr std::string_view autofill_names =
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password current-password one-time-code "
    "organization-title organization street-address address-line1 address-line2 address-line3 address-level4 address-level3 address-level2 "
    "address-level1 country country-name postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year "
    "cc-csc cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo";
// Ways to reach somebody: only these can be at home, at work, …
constexpr std::string_view contacts =
    "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp";

bool is_in_list(std::string_view word, std::string_view list) {
  const auto words = words_of(list);
  return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return equal_ignoring_case(one, word); });
}

}  // namespace

bool is_autocomplete(std::string_view value) {
  const auto words = words_of(value);
  auto at = words.begin();
  const auto take = [&](std::string_view list) {
    if (at == words.end() || !is_in_list(*at, list)) return false;
    ++at;
    return true;
  };
  if (words.size() == 1 && is_in_list(words[0], "on off")) return true;
  if (at != words.end() && at->size() > 8 && equal_ignoring_case(at->substr(0, 8), "section-")) ++at;
  take("shipping billing");
  if (take("home work mobile fax pager")) {
    if (!take(contacts)) return false;
  } else if (!take(contacts) && !take(autofill_names)) {
    return false;
  }
  take("webauthn");
  return at == words.end();
}

}  // namespace offer::html
