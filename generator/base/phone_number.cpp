#include "base/phone_number.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace offer {

std::string national_digits(std::string_view written) {
  std::string digits;
  for (const char c : written)
    if (is_digit(c) || (c == '+' && digits.empty())) digits += c;
  if (digits.starts_with("+44")) {
    digits.erase(0, 3);
    if (!digits.starts_with('0')) digits.insert(0, "0");
  }
  if (digits.size() > 6 && (digits.starts_with("18001") || digits.starts_with("18002"))) digits.erase(0, 5);
  return digits;
}

namespace {

constexpr std::string_view childline = "08001111";

struct NumberBeginning {
  std::string_view digits;
  size_t shortest, longest;
};
// The longest beginning that fits comes first. Some places of 01 have numbers of ten digits.
constexpr std::array<NumberBeginning, 18> number_beginnings{{{"0500", 10, 10}, {"0800", 10, 11}, {"0845", 11, 11}, {"020", 11, 11}, {"023", 11, 11}, {"024", 11, 11},
                                                {"028", 11, 11},  {"029", 11, 11},  {"055", 11, 11},  {"056", 11, 11}, {"01", 10, 11},  {"03", 11, 11},
                                                {"07", 11, 11},   {"080", 11, 11},  {"082", 11, 11},  {"084", 11, 11}, {"087", 11, 11}, {"09", 11, 11}}};

}  // namespace

std::string phone_number_trouble(std::string_view digits) {
  if (digits.starts_with('+') || digits.starts_with("00")) return {};  // another country's rules
  if (digits.empty()) return "it has no digits";
  if (digits == childline || digits == "999" || (digits.starts_with('1') && digits.size() >= 3 && digits.size() <= 6)) return {};
  if (digits.front() != '0') return "it does not begin with 0: the area's number is missing";
  for (const NumberBeginning& one : number_beginnings) {
    if (!digits.starts_with(one.digits)) continue;
    if (digits.size() >= one.shortest && digits.size() <= one.longest) return {};
    return fmt::format("it has {} digits, and numbers that begin with {} have {}", digits.size(), one.digits,
                       one.shortest == one.longest ? fmt::format("{}", one.longest) : fmt::format("{} or {}", one.shortest, one.longest));
  }
  return fmt::format("no number here begins with {}", digits.substr(0, 3));
}

bool is_kept_for_stories(std::string_view digits) {
  constexpr std::array<std::string_view, 17> kept{"01632960",  "01134960",  "01144960",  "01154960",  "01164960",  "01174960",  "01184960",  "01214960",  "01314960",
                                                  "01414960",  "01514960",  "01614960",  "01914980",  "02079460", "02896496",  "02920180",  "07700900"};
  constexpr std::array<std::string_view, 3> more{"08081570", "09098790", "03069990"};
  const auto fits = [&](std::string_view one) { return digits.starts_with(one); };
  return digits.size() == 11 && (std::any_of(kept.begin(), kept.end(), fits) || std::any_of(more.begin(), more.end(), fits));
}

bool costs_extra(std::string_view digits) {
  return digits.starts_with("084") || digits.starts_with("087") || digits.starts_with("09") || (digits.starts_with("118") && digits.size() == 6);
}

std::string in_groups(std::string_view digits) {
  const auto groups = [&](size_t first, size_t second) {
    return fmt::format("{} {} {}", digits.substr(0, first), digits.substr(first, second), digits.substr(first + second));
  };
  if (digits == childline) return "0800 1111";
  if (digits.size() == 10 && digits.starts_with("0")) return digits.starts_with("01") ? groups(5, 2) : groups(4, 3);
  if (digits.size() != 11 || !digits.starts_with('0')) return std::string(digits);
  if (digits.starts_with("02")) return groups(3, 4);
  // Large towns (011x, 01x1), and the numbers that belong to no place.
  if (digits.starts_with("011") || (digits.starts_with("01") && digits[3] == '1') || digits[1] == '3' || digits[1] == '8' || digits[1] == '9') return groups(4, 3);
  return groups(5, 3);
}

namespace {

// Whether some number begins with 0, or a +44 stands in the text: years and ages are none of that.
bool may_hold_phone_number(std::string_view text) {
  const size_t first = text.find('0');
  for (size_t at = first; at != std::string_view::npos; at = text.find('0', at + 1))
    if (at == 0 || !is_word_byte(text[at - 1])) return true;
  return first != std::string_view::npos && text.find("+44") != std::string_view::npos;
}

}  // namespace

void find_phone_numbers(std::string_view text, const std::function<void(size_t, size_t)>& found) {
  if (!may_hold_phone_number(text)) return;  // most words have none near them
  for (size_t at = 0; at < text.size(); ++at) {
    const bool begins = text[at] == '0' || (text[at] == '+' && text.substr(at).starts_with("+44"));
    if (!begins) {
      // The rest of another number is none of its own.
      while (at + 1 < text.size() && is_word_byte(text[at]) && is_word_byte(text[at + 1])) ++at;
      continue;
    }
    const bool part_of_more = at > 0 && (is_word_byte(text[at - 1]) || std::string_view("./:#=@-+_&").find(text[at - 1]) != std::string_view::npos);
    size_t end = at, digits = 0;
    for (size_t i = at; i < text.size();) {
      if (is_digit(text[i])) {
        end = ++i;
        ++digits;
        continue;
      }
      if (i == at) {
        ++i;  // the plus sign
        continue;
      }
      size_t next = i;
      if (text[next] == '\n') next = text.find_first_not_of(" \n", next);
      else while (next < text.size() && next - i < 2 && std::string_view(" -()").find(text[next]) != std::string_view::npos) ++next;
      if (next == i || next >= text.size() || !is_digit(text[next])) break;
      i = next;
    }
    const std::string_view run = text.substr(at, end - at);
    const char after = end < text.size() ? text[end] : ' ';
    const bool more_follows = is_word_byte(after) || after == '/' || after == '@' || ((after == '.' || after == '-') && end + 1 < text.size() && is_digit(text[end + 1]));
    const std::string whole = national_digits(run);
    const bool long_enough = whole.size() >= 9 || whole == childline;
    const bool known_beginning = whole.size() > 1 && whole[0] == '0' && std::string_view("123789").find(whole[1]) != std::string_view::npos;
    if (!part_of_more && !more_follows && long_enough && digits <= 14 && known_beginning) found(at, run.size());
    at = std::max(at, end - (end > at ? 1 : 0));
  }
}

}  // namespace offer
