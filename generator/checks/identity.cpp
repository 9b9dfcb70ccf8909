// Identity: nobody can be known from feedback or from a story (regulation 56(3) of the SEND Regulations 2014).
#include <algorithm>
#include <set>

#include "base/byte_bits.h"
#include "base/capitals.h"
#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (is_digit(c)) digits += c;
  return digits;
}

// The check digit of an NHS number (modulus 11): of ten digits in a row, one in eleven is one by chance.
bool is_nhs_number(std::string_view digits) {
  if (digits.size() != 10) return false;
  int sum = 0;
  for (size_t i = 0; i < 9; ++i) sum += (digits[i] - '0') * static_cast<int>(10 - i);
  return (11 - sum % 11) % 11 == digits[9] - '0';
}

class PersonSearch {
 public:
  PersonSearch(const Page& page, const SiteView& site, Report& report) : page_(page), site_(site), known_(site.known_names()), path_(page.path), report_(report) {}

  template <class PlaceOf>
  void search(std::string_view text, PlaceOf place_of) {
    search(text, holds_of(text), place_of);
  }
  template <class PlaceOf>
  void search(std::string_view text, unsigned holds, PlaceOf place_of) {
    if ((holds & PageText::two_names) != 0) names(text, place_of);
    if ((holds & (PageText::digit | PageText::at_sign)) == 0) return;
    birthdays(text, place_of);
    numbers(text, place_of);
  }

  // Where a link leads: "mailto:a@example.org", "tel:01632960101".
  void search_link(const PageLink& link) {
    const std::string_view target = link.block->target;
    if (!target.starts_with("mailto:") && !target.starts_with("tel:")) return;
    if (link.words.find(target.substr(target.find(':') + 1)) != std::string_view::npos || (target.starts_with("tel:") && digits_of(link.words) == digits_of(target))) return;  // its words are looked at anyway
    const auto place = [&](size_t, uint32_t) { return link.block->place; };
    if (target.starts_with("mailto:")) numbers(target.substr(7, target.find('?') - 7), place);
    if (target.starts_with("tel:")) numbers(target.substr(4), place);
  }

  void search_table(const DataTable& table) {
    path_ = table.path;
    for (const DataRow& row : table.rows)
      for (size_t c = 0; c < row.cells.size(); ++c)
        if (table.columns[c] != "date" && table.columns[c] != "take_part_by") search(row.cells[c].text, [&](size_t, uint32_t) { return row.cells[c].place; });
    path_ = page_.path;
  }

 private:
  struct Word {
    size_t at, length;
  };

  // The word that begins here; O'Brien and D’Arcy are one: a capital, an apostrophe, and a capital.
  static Word word_at(std::string_view text, size_t at) {
    size_t length = word_length(text, at);
    for (const std::string_view apostrophe : {"'", "’"})
      if (length == 1 && is_upper(text[at]) && text.substr(at + 1).starts_with(apostrophe) && at + 1 + apostrophe.size() < text.size() && is_upper(text[at + 1 + apostrophe.size()]))
        length += apostrophe.size() + word_length(text, at + 1 + apostrophe.size());
    return {at, length};
  }

  static std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    for (size_t at = 0; at < text.size();) {
      const Word word = word_at(text, at);
      if (word.length > 0) words.push_back(word);
      at += word.length > 0 ? word.length : character_length(text, at);
    }
    return words;
  }

  // "Sarah Jones", "Mrs Jones", "Dr A Patel".
  template <class PlaceOf>
  void names(std::string_view text, PlaceOf place_of) {
    const auto text_of = [&](const Word& word) { return text.substr(word.at, word.length); };
    const auto gap_after = [&](const Word& word) { return text.substr(word.at + word.length, text.find_first_not_of(" .\n", word.at + word.length) - word.at - word.length); };
    // The word that follows with nothing but spaces and full stops between, if it begins with a capital; else an empty one.
    const auto beside = [&](const Word& word) {
      const size_t next = word.at + word.length + gap_after(word).size();
      return next < text.size() && next > word.at + word.length && is_upper(text[next]) ? word_at(text, next) : Word{};
    };
    for (size_t at = next_capital(text, 0); at < text.size();) {
      if (word_begin(text, at) != at) {
        at = next_capital(text, at + word_length(text, at));
        continue;
      }
      const Word first = word_at(text, at);
      at = next_capital(text, first.at + first.length);
      const Word second = beside(first);
      if (second.length == 0) continue;
      Word last = second;
      const bool initial = second.length == 1;  // "Mr X" is nobody, "Mr X Jones" is somebody
      if (const Word third = initial ? beside(second) : Word{}; third.length > 0) last = third;
      const std::string_view word = text_of(first);
      const bool titled = (is_one_of(word, {"Mr", "Mrs", "Ms", "Mx", "Dr"}) || (is_one_of(word, {"Miss", "Prof", "Professor", "Sir", "Cllr", "Councillor"}) && !known_.contains(text_of(last)))) &&
                          (!initial || last.at != second.at);
      const bool plain = gap_after(first).find('.') == std::string_view::npos && looks_like_name(word) && looks_like_name(text_of(second)) && !known_.contains(word) && !known_.contains(text_of(second));
      if (!titled && !plain) continue;
      if (!titled) last = second;
      const std::string_view all = text.substr(first.at, last.at + last.length - first.at);
      found(place_of(first.at, characters_before(all, all.size())), fmt::format("'{}' looks like a person's name", in_one_line(all)),
            fmt::format("Say who it is by role or group: 'a parent', 'a head teacher'. If '{}' is no person, add its words to words_people_know in site.yml.", in_one_line(all)));
      at = next_capital(text, last.at + last.length);
    }
  }

  static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> ones) { return std::find(ones.begin(), ones.end(), word) != ones.end(); }

  static std::string in_one_line(std::string_view words) {
    std::string line;
    for (const std::string_view word : words_of(words)) line += (line.empty() ? "" : " ") + std::string(word);
    return line;
  }

  // "Sarah", "McDonald", "O'Brien"; not "NHS", "CoG" or "Covid19".
  static bool looks_like_name(std::string_view word) {
    if (word.size() < 2 || !is_upper(word.front())) return false;
    for (const std::string_view beginning : {"Mc", "Mac", "O'", "D'", "O’", "D’"})
      if (word.starts_with(beginning) && word.size() > beginning.size() + 1 && is_upper(word[beginning.size()])) word.remove_prefix(beginning.size());
    return std::none_of(word.begin() + 1, word.end(), [](char c) { return is_upper(c) || is_digit(c); });
  }

  static bool may_say_born(std::string_view text) {
    for (size_t at = 0; at + 4 <= text.size(); ++at)
      if ((text[at] | 0x20) == 'b' && (at == 0 || !is_word_byte(text[at - 1])) && (equal_ignoring_case(text.substr(at + 1, 3), "orn") || equal_ignoring_case(text.substr(at + 1, 4), "irth"))) return true;
    return false;
  }

  // "born on 3 May 2014"
  template <class PlaceOf>
  void birthdays(std::string_view text, PlaceOf place_of) {
    if (!may_say_born(text)) return;
    static const std::set<std::string_view> months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    const std::vector<Word> words = words_in(text);
    for (size_t i = 0; i < words.size(); ++i) {
      const std::string word = lower(text.substr(words[i].at, words[i].length));
      if (word != "born" && word != "birthday" && word != "birth") continue;
      for (size_t j = i + 1; j < std::min(i + 6, words.size()); ++j) {
        if (!months.contains(text.substr(words[j].at, words[j].length))) continue;
        const bool day = is_digit(text[words[j - 1].at]) || (j + 1 < words.size() && is_digit(text[words[j + 1].at]) && words[j + 1].length <= 2);
        if (day) found(place_of(words[i].at, static_cast<uint32_t>(word.size())), "this says when somebody was born", "Leave it out: a date of birth shows who a person is.");
        break;
      }
    }
  }

  // The first digit, '@' or '+' at or after `from`; the end of the text if there is none.
  static size_t next_of_contact(std::string_view text, size_t from) {
    for (; from + 16 <= text.size(); from += 16) {
      const Sixteen sixteen = sixteen_bytes(text.data() + from);
      if (const uint64_t bits = bits_of(digits_in(sixteen) | (sixteen == '@') | (sixteen == '+')); bits != 0) return from + first_bit(bits);
    }
    while (from < text.size() && !is_digit(text[from]) && text[from] != '@' && text[from] != '+') ++from;
    return std::min(from, text.size());
  }

  // E-mail addresses, phones, postcodes, dates of birth, NHS numbers: runs without a space, and runs of digits with single spaces.
  template <class PlaceOf>
  void numbers(std::string_view text, PlaceOf place_of) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
    for (size_t from = 0, at = 0;; from = at) {
      at = next_of_contact(text, from);
      if (at == text.size()) return;
      size_t end = at;
      while (end < text.size() && !is_blank(text[end])) ++end;
      const char found_sign = text[at];
      while (at > from && !is_blank(text[at - 1])) --at;
      while (text[at] == '(') ++at;
      if (found_sign == '+' && text[at] != '+' && std::none_of(text.begin() + at, text.begin() + end, [](char c) { return is_digit(c) || c == '@'; })) {
        at = end;
        continue;
      }
      std::string_view run = text.substr(at, end - at);
      while (!run.empty() && std::string_view(".,;:!?()").find(run.back()) != std::string_view::npos) run.remove_suffix(1);
      const size_t sign = run.find('@');
      const auto of_run = [&] { return place_of(at, characters_before(run, run.size())); };
      if (known_.contains(run)) {
        // a role's own address
      } else if (sign != std::string_view::npos && sign > 0 && run.find('.', sign) != std::string_view::npos) {
        found(of_run(), fmt::format("'{}' is an e-mail address", run), "Leave it out: feedback shows nobody's contact details.");
      } else if (is_written_date(run)) {
        found(of_run(), fmt::format("'{}' may be somebody's date of birth", run), "Leave it out, or write a date that is no birthday in words: 3 May 2026.");
      } else if (is_outward_code(run) && end < text.size() && is_inward_code(text.substr(end + 1, 3), text.substr(std::min(end + 4, text.size()), 1))) {
        found(place_of(at, characters_before(run, run.size()) + 4), fmt::format("'{} {}' is a postcode", run, text.substr(end + 1, 3)), "Name the town or district at most.");
        end += 4;
      } else if (run.size() >= 5 && is_outward_code(run.substr(0, run.size() - 3)) && is_inward_code(run.substr(run.size() - 3), "")) {
        found(of_run(), fmt::format("'{}' is a postcode", run), "Name the town or district at most.");
      } else if (is_digit(run.empty() ? ' ' : run.front()) || run.starts_with('+')) {
        const std::string_view group = digits_in_groups(text, at, end);
        const std::string digits = digits_of(group);
        const auto of_group = [&] { return place_of(at, characters_before(group, group.size())); };
        end = std::max(end, at + group.size());
        if ((group.front() == '0' || group.front() == '+') && digits.size() >= 10 && digits.size() <= 13) {
          if (!is_phone_of_a_role(group)) found(of_group(), fmt::format("'{}' is a phone number", group), "Leave it out: feedback shows nobody's contact details.");
        } else if (is_nhs_number(digits) && group.find_first_not_of("0123456789 -") == std::string_view::npos) {
          found(of_group(), fmt::format("'{}' may be an NHS number", group), "Leave it out.");
        }
      }
      at = end;
    }
  }

  // "01632 960 101", "943 476 5919", "01632) 960101", "+44 (0)1632 960 101": from the run that ends at `end` on, as long as digits follow.
  static std::string_view digits_in_groups(std::string_view text, size_t at, size_t end) {
    size_t last = end;
    while (last < text.size() && (text[last] == ' ' || text[last] == '\n')) {
      const size_t next = text.find_first_not_of(" \n(", last);
      if (std::string_view(".,;:").find(text[last - 1]) != std::string_view::npos) break;
      if (next == std::string_view::npos || !is_digit(text[next])) break;
      last = std::min(text.find_first_not_of("0123456789()-", next), text.size());
    }
    std::string_view group = text.substr(at, last - at);
    while (group.size() > 1 && !is_digit(group.back())) group.remove_suffix(1);  // "+" alone stays
    return group;
  }

  bool is_phone_of_a_role(std::string_view phone) const {
    const auto national = [](std::string_view one) { return replace_all(phone_address(one), "+44", "0"); };
    return std::any_of(site_.roles().begin(), site_.roles().end(), [&](const auto& role) { return !role.second.phone.empty() && national(role.second.phone) == national(phone); });
  }

  // "03/05/2014", "3.5.14", "2014-05-03"
  static bool is_written_date(std::string_view run) {
    if (run.find_first_of("/.-") == std::string_view::npos) return false;
    if (parse_date(run)) return true;
    for (const char by : {'/', '.', '-'}) {
      const auto parts = split(run, by);
      if (parts.size() != 3) continue;
      const bool digits = std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return !part.empty() && part.size() <= 4 && digits_of(part).size() == part.size(); });
      if (!digits || parts[0].size() > 2 || parts[1].size() > 2 || (parts[2].size() != 4 && parts[2].size() != 2)) continue;
      const int day = std::stoi(std::string(parts[0])), month = std::stoi(std::string(parts[1]));
      if (day >= 1 && day <= 31 && month >= 1 && month <= 12) return true;
    }
    return false;
  }
  // "WR5", "B12", "EC1A"; one letter alone is one of eight cities, and KS is a key stage
  static bool is_outward_code(std::string_view run) {
    size_t letters = 0;
    while (letters < run.size() && is_upper(run[letters])) ++letters;
    if (letters < 1 || letters > 2 || run.size() <= letters || run.size() > letters + 2 || !is_digit(run[letters]) || run.starts_with("KS")) return false;
    return (letters == 2 || std::string_view("BEGLMNSW").find(run[0]) != std::string_view::npos) && (is_digit(run.back()) || is_upper(run.back()));
  }
  // "2NP"; some letters are never used
  static bool is_inward_code(std::string_view run, std::string_view next) {
    const auto letter = [](char c) { return is_upper(c) && std::string_view("CIKMOV").find(c) == std::string_view::npos; };
    return run.size() == 3 && is_digit(run[0]) && letter(run[1]) && letter(run[2]) && (next.empty() || word_length(next, 0) == 0);
  }

  void found(Place place, std::string words, std::string help) { report_.add(codes::people_who_can_be_known, path_, place, std::move(words), std::move(help)); }

  const Page& page_;
  const SiteView& site_;
  const std::set<std::string, std::less<>>& known_;
  std::string_view path_;  // of the file that is looked through
  Report& report_;
};

void people_who_can_be_known(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  if (!tells_of_people(page)) return;
  PersonSearch search(page, site, report);
  for (const PageText& text : parts.texts) search.search(text.block->text, text.holds, [&](size_t offset, uint32_t length) { return place_in(*text.block, offset, length); });
  for (const auto* others : {&parts.code, &parts.pictures})
    for (const PagePart& one : *others) search.search(one.block->text, [&](size_t, uint32_t) { return one.block->place; });
  for (const PageLink& link : parts.links) search.search_link(link);
  for (const Fields::Entry& entry : page.fields.all()) {
    const std::string* words = std::get_if<std::string>(&entry.value);
    if (page.easy_read && entry.field != &shared::title) continue;  // the others are its full page's
    if (words != nullptr && entry.field != &shared::id) search.search(*words, [&](size_t, uint32_t) { return entry.place; });
  }
  for (const DataTable& table : page.tables) search.search_table(table);
}

void consent_that_ended(const Page& page, const SiteView& site, const PageParts&, Report& report) {
  if (page.easy_read) return;
  for (const Fields::Entry& entry : page.fields.all()) {
    if (entry.field->name != "consent_until") continue;
    const Date until = std::get<Date>(entry.value);
    if (until < site.today())
      report.add(codes::consent_that_ended, page.path, entry.place, fmt::format("the person agreed to this only until {}", in_words(until)), "Ask again, or take the page out: status: withdrawn");
  }
}

}  // namespace

const std::vector<Check>& identity_checks() {
  static const std::vector<Check> checks{{codes::people_who_can_be_known, people_who_can_be_known}, {codes::consent_that_ended, consent_that_ended}};
  return checks;
}

}  // namespace offer
