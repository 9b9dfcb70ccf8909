// Phone numbers in groups that can be read out and remembered: 01632 960 001, 020 7946 0000, 0800 123 4567 (GOV.UK style).
//
// Only numbers that are written without any space, with hyphens or dots, or with the area in brackets; a number that has spaces was grouped by
// somebody. Numbers of areas with six digits, which look like no others, stay.
#include "mend/mend.h"
#include "mend/words_in.h"

namespace offer {

namespace {

// Areas whose code has six digits with the 0: their numbers cannot be told from others without a list of what stands behind.
constexpr std::string_view long_areas[]{"01387", "01524", "01539", "01697", "01768", "01946"};

// How many digits of the number stand in each group; nothing if it is no number that we know the shape of.
std::vector<size_t> phone_groups(std::string_view digits) {
  if (digits.size() != 11 || digits[0] != '0') return {};
  for (const std::string_view area : long_areas)
    if (digits.starts_with(area)) return {};
  switch (digits[1]) {
    case '1': return digits[2] == '1' || digits[3] == '1' ? std::vector<size_t>{4, 3, 4} : std::vector<size_t>{5, 3, 3};
    case '2': return {3, 4, 4};
    case '3':
    case '8': return {4, 3, 4};
    case '7': return {5, 3, 3};
    default: return {};
  }
}

// The number that begins at `at`: its digits, and where it ends. With a mark that asks for a mend: none at all, hyphens, dots or brackets.
bool phone_at(std::string_view bytes, size_t at, size_t end, std::string& digits, size_t& after) {
  digits.clear();
  size_t i = at;
  bool bracket = false;
  bool spaces = false;
  bool marks = false;
  if (bytes[i] == '(') bracket = marks = true, ++i;
  for (; i < end && digits.size() <= 11; ++i) {
    const char c = bytes[i];
    if (is_digit(c)) {
      digits += c;
      after = i + 1;
    } else if (c == ')' && bracket && digits.size() >= 3 && digits.size() <= 6) {
      bracket = false;
    } else if (digits.size() == 11) {
      break;
    } else if (c == ' ' || c == '-' || c == '.') {
      const bool between = i + 1 < end && is_digit(bytes[i + 1]) && (is_digit(bytes[i - 1]) || bytes[i - 1] == ')');
      if (!between || digits.size() < 3) break;
      (c == ' ' ? spaces : marks) = true;
    } else {
      break;
    }
  }
  if (bracket || digits.size() != 11) return false;
  // More of the same number: a reference, a price, an extension.
  if (!word_ends_at(bytes, after)) return false;
  if (after + 1 < bytes.size() && (bytes[after] == '-' || bytes[after] == '/' || bytes[after] == '.') && is_digit(bytes[after + 1])) return false;
  return marks || !spaces;
}

void find_phones(const MendSource& source, std::vector<Edit>& edits) {
  std::string digits;
  for (const Stretch& stretch : source.stretches) {
    if (stretch.kind != StretchKind::prose && stretch.kind != StretchKind::label) continue;
    for (size_t at = stretch.from; at < stretch.to; ++at) {
      const char c = source.bytes[at];
      if (c != '0' && !(c == '(' && at + 1 < stretch.to && source.bytes[at + 1] == '0')) continue;
      const char before = at == 0 ? ' ' : source.bytes[at - 1];
      if (!word_begins_at(source.bytes, at) || before == '+' || before == '-' || before == '.' || before == '/' || before == '#' || before == '=') continue;
      size_t after = at;
      if (!phone_at(source.bytes, at, stretch.to, digits, after)) continue;
      const std::vector<size_t> groups = phone_groups(digits);
      if (groups.empty()) continue;
      std::string text;
      size_t from = 0;
      for (const size_t many : groups) {
        if (!text.empty()) text += ' ';
        text += digits.substr(from, many);
        from += many;
      }
      edits.push_back({at, after, std::move(text)});
      at = after - 1;
    }
  }
}

}  // namespace

const Mend phone_mend{.name = "phones", .says = "phone numbers in groups", .find = find_phones};

}  // namespace offer
