#include "html/aria_attributes.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace offer::html {

namespace {

constexpr std::array aria_rows = std::to_array<AriaAttribute>({
    {"aria-activedescendant", AriaValue::id, false, false},
    {"aria-atomic", AriaValue::boolean, true, true},
    {"aria-autocomplete", AriaValue::token, false, false, "inline list both none"},
    {"aria-braillelabel", AriaValue::text, true, false},
    {"aria-brailleroledescription", AriaValue::text, true, false},
    {"aria-busy", AriaValue::boolean, true, true},
    {"aria-checked", AriaValue::tristate, false, false},
    {"aria-colcount", AriaValue::integer, false, false},
    {"aria-colindex", AriaValue::integer, false, false},
    {"aria-colindextext", AriaValue::text, false, false},
    {"aria-colspan", AriaValue::integer, false, false},
    {"aria-controls", AriaValue::ids, true, true},
    {"aria-current", AriaValue::token, true, true, "page step location date time true false"},
    {"aria-describedby", AriaValue::ids, true, true},
    {"aria-description", AriaValue::text, true, true},
    {"aria-details", AriaValue::ids, true, true},
    {"aria-disabled", AriaValue::boolean, true, true},
    {"aria-dropeffect", AriaValue::tokens, true, true, "copy execute link move none popup"},
    {"aria-errormessage", AriaValue::ids, true, true},
    {"aria-expanded", AriaValue::maybe, false, false},
    {"aria-flowto", AriaValue::ids, true, true},
    {"aria-grabbed", AriaValue::maybe, true, true},
    {"aria-haspopup", AriaValue::token, true, true, "false true menu listbox tree grid dialog"},
    {"aria-hidden", AriaValue::maybe, true, false},
    {"aria-invalid", AriaValue::token, true, true, "grammar false spelling true"},
    {"aria-keyshortcuts", AriaValue::text, true, true},
    {"aria-label", AriaValue::text, true, true},
    {"aria-labelledby", AriaValue::ids, true, true},
    {"aria-level", AriaValue::integer, false, false},
    {"aria-live", AriaValue::token, true, true, "assertive off polite"},
    {"aria-modal", AriaValue::boolean, false, false},
    {"aria-multiline", AriaValue::boolean, false, false},
    {"aria-multiselectable", AriaValue::boolean, false, false},
    {"aria-orientation", AriaValue::token, false, false, "horizontal vertical undefined"},
    {"aria-owns", AriaValue::ids, true, true},
    {"aria-placeholder", AriaValue::text, false, false},
    {"aria-posinset", AriaValue::integer, false, false},
    {"aria-pressed", AriaValue::tristate, false, false},
    {"aria-readonly", AriaValue::boolean, false, false},
    {"aria-relevant", AriaValue::tokens, true, true, "additions all removals text"},
    {"aria-required", AriaValue::boolean, false, false},
    {"aria-roledescription", AriaValue::text, true, true},
    {"aria-rowcount", AriaValue::integer, false, false},
    {"aria-rowindex", AriaValue::integer, false, false},
    {"aria-rowindextext", AriaValue::text, false, false},
    {"aria-rowspan", AriaValue::integer, false, false},
    {"aria-selected", AriaValue::maybe, false, false},
    {"aria-setsize", AriaValue::integer, false, false},
    {"aria-sort", AriaValue::token, false, false, "ascending descending none other"},
    {"aria-valuemax", AriaValue::number, false, false},
    {"aria-valuemin", AriaValue::number, false, false},
    {"aria-valuenow", AriaValue::number, false, false},
    {"aria-valuetext", AriaValue::text, false, false},
});
static_assert(std::is_sorted(aria_rows.begin(), aria_rows.end(), [](const AriaAttribute& a, const AriaAttribute& b) { return a.name < b.name; }));
static_assert(aria_rows.size() == static_cast<size_t>(Aria::valuetext_) + 1 && aria_rows.size() <= 64);

bool is_one_of_values(std::string_view value, std::string_view words) {
  for (const std::string_view word : words_of(words))
    if (equal_ignoring_case(value, word)) return true;
  return false;
}

bool is_number(std::string_view value, bool whole) {
  if (value.starts_with('-') || value.starts_with('+')) value.remove_prefix(1);
  size_t digits = 0;
  size_t points = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (is_digit(c)) ++digits;
    else if (c == '.' && !whole) ++points;
    else if ((c == 'e' || c == 'E') && !whole && digits > 0 && i + 1 < value.size()) return is_number(value.substr(i + 1), true);
    else return false;
  }
  return digits > 0 && points <= 1;
}

}  // namespace

const AriaAttribute& aria_data(Aria one) { return aria_rows[static_cast<size_t>(one)]; }

bool is_aria_value(const AriaAttribute& attribute, std::string_view value) {
  switch (attribute.value) {
    case AriaValue::boolean: return is_one_of_values(value, "true false");
    case AriaValue::maybe: return is_one_of_values(value, "true false undefined");
    case AriaValue::tristate: return is_one_of_values(value, "true false mixed undefined");
    case AriaValue::id: return words_of(value).size() == 1;
    case AriaValue::ids: return !words_of(value).empty();
    case AriaValue::integer: return is_number(trim(value), true);
    case AriaValue::number: return is_number(trim(value), false);
    case AriaValue::text: return true;
    case AriaValue::token: return is_one_of_values(value, attribute.tokens);
    case AriaValue::tokens: {
      const auto words = words_of(value);
      return !words.empty() && std::all_of(words.begin(), words.end(), [&](std::string_view word) { return is_one_of_values(word, attribute.tokens); });
    }
  }
  return true;
}

std::string aria_values_in_words(const AriaAttribute& attribute) {
  const auto either = [](std::string_view words) {
    std::string list;
    const auto all = words_of(words);
    for (size_t i = 0; i < all.size(); ++i) list += fmt::format("{}{}", i == 0 ? "" : i + 1 == all.size() ? " or " : ", ", all[i]);
    return list;
  };
  switch (attribute.value) {
    case AriaValue::boolean: return "true or false";
    case AriaValue::maybe: return "true, false or undefined";
    case AriaValue::tristate: return "true, false or mixed";
    case AriaValue::id: return "the id of one element";
    case AriaValue::ids: return "ids with spaces between";
    case AriaValue::integer: return "a whole number";
    case AriaValue::number: return "a number";
    case AriaValue::text: return "words";
    case AriaValue::token: return either(attribute.tokens);
    case AriaValue::tokens: return either(attribute.tokens) + ", with spaces between";
  }
  return {};
}

}  // namespace offer::html
