// Identity: nobody can be known from feedback or from a story (regulation 56(3) of the SEND Regulations 2014).
#include <algorithm>
#include <set>

#include "base/text.h"
#include "checks/checks.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (is_digit(c)) digits += c;
  return digits;
}

class PersonSearch {
 public:
  PersonSearch(const Page& page, const SiteView& site, Report& report) : page_(page), known_(site.known_names()), report_(report) {}

  template <class PlaceOf>
  void search(std::string_view text, PlaceOf place_of) {
    names(text, place_of);
    numbers(text, place_of);
  }

 private:
  struct Word {
    size_t at, length;
  };

  static std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    for (size_t at = 0; at < text.size();) {
      const size_t length = word_length(text, at);
      if (length > 0) words.push_back({at, length});
      at += length > 0 ? length : character_length(text, at);
    }
    return words;
  }

  // "Sarah Jones", "Mrs Jones", "Dr A Patel".
  template <class PlaceOf>
  void names(std::string_view text, PlaceOf place_of) {
    const std::vector<Word> words = words_in(text);
    const auto word = [&](size_t i) { return text.substr(words[i].at, words[i].length); };
    for (size_t i = 0; i + 1 < words.size(); ++i) {
      const bool beside = text.substr(words[i].at + words[i].length, words[i + 1].at - words[i].at - words[i].length).find_first_not_of(" .") == std::string_view::npos;
      if (!beside || !is_upper(word(i + 1).front())) continue;
      const bool gap_is_full_stop = text[words[i].at + words[i].length] == '.';
      static const std::set<std::string_view> titles{"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Cllr", "Councillor"};
      const bool titled = titles.contains(word(i)) && !known_.contains(word(i + 1));
      const bool plain = !gap_is_full_stop && looks_like_name(word(i)) && looks_like_name(word(i + 1)) && !known_.contains(word(i)) && !known_.contains(word(i + 1));
      if (!titled && !plain) continue;
      const std::string_view both = text.substr(words[i].at, words[i + 1].at + words[i + 1].length - words[i].at);
      found(place_of(words[i].at, characters_before(both, both.size())), fmt::format("'{}' looks like a person's name", both),
            fmt::format("Say who it is by role or group: 'a parent', 'a head teacher'. If '{}' is no person, add its words to words_people_know in site.yml.", both));
      ++i;
    }
  }

  static bool looks_like_name(std::string_view word) {
    return word.size() > 1 && is_upper(word.front()) && std::none_of(word.begin() + 1, word.end(), [](char c) { return is_upper(c) || is_digit(c); });
  }

  // E-mail addresses, phones, postcodes, dates of birth, NHS numbers: runs without a space, and runs of digits with single spaces.
  template <class PlaceOf>
  void numbers(std::string_view text, PlaceOf place_of) {
    size_t at = 0;
    while (at < text.size()) {
      if (text[at] == ' ' || text[at] == '\n') {
        ++at;
        continue;
      }
      size_t end = std::min(text.find_first_of(" \n", at), text.size());
      std::string_view run = text.substr(at, end - at);
      while (!run.empty() && std::string_view(".,;:!?()").find(run.back()) != std::string_view::npos) run.remove_suffix(1);
      const size_t dot = run.find('@');
      if (known_.contains(run)) {
        // a role's own address
      } else if (dot != std::string_view::npos && dot > 0 && run.find('.', dot) != std::string_view::npos) {
        found(place_of(at, characters_before(run, run.size())), fmt::format("'{}' is an e-mail address", run), "Leave it out: feedback shows nobody's contact details.");
      } else if (is_written_date(run)) {
        found(place_of(at, characters_before(run, run.size())), fmt::format("'{}' may be somebody's date of birth", run), "Leave it out, or write a date that is no birthday in words: 3 May 2026.");
      } else if (is_outward_code(run) && end < text.size() && is_inward_code(text.substr(end + 1, 3), text.substr(std::min(end + 4, text.size()), 1))) {
        found(place_of(at, characters_before(run, run.size()) + 4), fmt::format("'{} {}' is a postcode", run, text.substr(end + 1, 3)), "Name the town or district at most.");
        end += 4;
      } else if (is_digit(run.empty() ? ' ' : run.front()) || run.starts_with('+')) {
        size_t last = end;  // digits in groups: "01632 960 101", "943 476 5919"
        while (last + 1 < text.size() && text[last] == ' ' && is_digit(text[last + 1])) last = std::min(text.find_first_not_of("0123456789", last + 1), text.size());
        const std::string_view group = text.substr(at, last - at);
        const std::string digits = digits_of(group);
        if (known_.contains(group))
          end = last;
        else if ((group.front() == '0' || group.front() == '+') && digits.size() >= 10 && digits.size() <= 13)
          found(place_of(at, characters_before(group, group.size())), fmt::format("'{}' is a phone number", group), "Leave it out: feedback shows nobody's contact details."), end = last;
        else if (digits.size() == 10 && digits.size() + 2 >= group.size() && group.find_first_not_of("0123456789 -") == std::string_view::npos)
          found(place_of(at, characters_before(group, group.size())), fmt::format("'{}' may be an NHS number", group), "Leave it out."), end = last;
      }
      at = end;
    }
  }

  // "03/05/2014", "3.5.14"
  static bool is_written_date(std::string_view run) {
    for (const char by : {'/', '.', '-'}) {
      const auto parts = split(run, by);
      if (parts.size() != 3) continue;
      const bool digits = std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return !part.empty() && part.size() <= 4 && digits_of(part).size() == part.size(); });
      if (digits && parts[0].size() <= 2 && parts[1].size() <= 2 && (parts[2].size() == 4 || parts[2].size() == 2)) return true;
    }
    return false;
  }
  // "WR5", "B12"
  static bool is_outward_code(std::string_view run) {
    size_t letters = 0;
    while (letters < run.size() && is_upper(run[letters])) ++letters;
    return letters >= 1 && letters <= 2 && run.size() > letters && run.size() <= letters + 2 && is_digit(run[letters]);
  }
  static bool is_inward_code(std::string_view run, std::string_view next) {
    return run.size() == 3 && is_digit(run[0]) && is_upper(run[1]) && is_upper(run[2]) && (next.empty() || word_length(next, 0) == 0);
  }

  void found(Place place, std::string words, std::string help) { report_.add(codes::people_who_can_be_known, page_.path, place, std::move(words), std::move(help)); }

  const Page& page_;
  const std::set<std::string, std::less<>>& known_;
  Report& report_;
};

void people_who_can_be_known(const Page& page, const SiteView& site, Report& report) {
  if (!tells_of_people(page) || page.easy_read) return;
  PersonSearch search(page, site, report);
  walk(*page.document, [&](const Block& block) {
    if (block.kind == BlockKind::text) search.search(block.text, [&](size_t offset, uint32_t length) { return place_in(block, offset, length); });
  });
  for (const Fields::Entry& entry : page.fields.all()) {
    const std::string* words = std::get_if<std::string>(&entry.value);
    if (words != nullptr && entry.field != &shared::id) search.search(*words, [&](size_t, uint32_t) { return entry.place; });
  }
}

void consent_that_ended(const Page& page, const SiteView& site, Report& report) {
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
