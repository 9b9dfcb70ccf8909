// Site: everything that was loaded and understood. Plain data; nobody changes it after `understand`.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "model/list_filter.h"
#include "model/page.h"
#include "model/page_numbers.h"

namespace offer {

struct Role {
  std::string id;
  std::string title;
  std::string phone;
  std::string email;
  std::string hours;
  std::string can_help_with;
  Place place;        // where it stands in roles.yml; those of phone and email are line 0 if it has none
  Place phone_place;
  Place email_place;
};

// The address that a phone number has as a link: "tel:01632960101".
std::string phone_address(std::string_view phone);

// A time limit that the law sets.
struct Deadline {
  std::string id;        // "decide-to-assess"
  std::string clock;     // what starts it: "request"
  std::string clock_words;  // "the day the council gets your request"
  int number = 0;
  std::string unit;      // days, working-days, weeks or months; "date" for a fixed day of the year
  std::string date;      // "02-15", for a fixed day
  std::string what;      // what must have happened by then
  std::string if_late;   // what to do
  std::string exceptions;
  std::string law;       // "regulation 5"
  std::string from;      // in force, YYYY-MM-DD
  std::string until;     // or empty
};

// A term or a body that is no more, and what came after it.
struct Ended {
  size_t page = static_cast<size_t>(-1);
  size_t replacement = static_cast<size_t>(-1);
  Date day;
};

// A page that names another one in a field.
struct Referrer {
  size_t page = static_cast<size_t>(-1);
  const FieldInfo* field = nullptr;
};

// site.yml
struct Settings {
  std::string name;
  std::string council;
  std::string address;                  // "https://local-offer.example.org/": always ends with '/'
  std::string base_path;                // from address: "/" or "/send/"
  std::string language = "en-GB";
  std::string theme = "council";
  std::string demonstration;            // words of the banner, or empty
  std::string draft;                    // words of a banner on a copy that is no published site, or empty
  bool index = true;                    // may search engines list the site?
  std::vector<std::string> menu;        // page ids
  std::vector<std::string> footer;      // page ids
  std::string help;                     // role id
  std::vector<std::string> words_people_know;  // abbreviations that need no explaining
  std::vector<std::string> pictures;    // folders of the council's own Easy Read pictures; the first that has a concept wins
  std::map<std::string, std::vector<Place>, std::less<>> places;  // where each setting, or each of its items, stands in site.yml

  Place place_of(std::string_view setting, size_t item) const {
    const auto found = places.find(setting);
    return found == places.end() || item >= found->second.size() ? Place{} : found->second[item];
  }
};

// A copy of a site that lives somewhere else: shown to somebody before it is published.
struct Edition {
  std::string address;  // in place of the site's own; empty: that
  std::string folder;   // below it, ends with '/'; empty: none
  std::string draft;    // words at the top of every page, and search engines are asked not to list it; empty: it is no draft
};

// What families say, and what that is called here: a row of search-words.csv.
struct SearchWords {
  std::vector<std::string> say;    // "won't go to school"
  std::vector<std::string> means;  // words of this site: "emotionally based school avoidance"
  std::vector<std::string> pages;  // ids of pages that answer it
  Place place;                     // of the page ids, in search-words.csv
  Place means_place;
};

// A glossary term as other pages need it.
struct Term {
  std::string id;            // of its page: "term-ehc-plan"
  std::string anchor;        // of its meaning, on whatever page that stands: "word-0c1f2"; no other term has the same
  std::string name;          // "EHC plan"
  std::string abbreviation;  // "EHCP" or empty
  std::string meaning;       // plain words
  std::string easy;          // Easy Read words
  size_t page = none;
};

// An Easy Read picture.
struct Picture {
  std::string concept_name;
  std::vector<std::string> words;
  std::string style;    // "adult", "child" or "object"
  std::string description;
  std::string credit;   // who drew it
  std::string set;      // the folder that it comes from; empty: the set that comes with the program
  std::string bytes;
  std::string address;  // of the hashed file
};

// A line of addresses.txt: an address that readers were given once (load/kept_addresses.h).
inline constexpr std::string_view kept_addresses_path = "addresses.txt";
struct KeptAddress {
  std::string address;       // "/pathways/camhs/"
  std::string gone_because;  // why it leads nowhere any more, or empty
  Place place;
};

class TermFinder;      // model/term_finder.h
struct EasyReadRules;  // model/easy_read_rules.h
struct PlainEnglish;   // model/plain_english.h

template <class T>
using ByName = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

// Pages that readers do not see: source path, address and id, to the page's title. A page that could not be read has no title.
using Unpublished = std::map<std::string, std::string, std::less<>>;

struct Site {
  Settings settings;
  Unpublished unpublished;
  std::vector<const ContentType*> types;
  std::vector<Page> pages;              // sorted by path
  std::vector<SourceFile> files;        // other files of the content folder, published as they are
  std::map<std::string, Role, std::less<>> roles;
  std::map<std::string, std::string, std::less<>> topics;  // id to title
  std::map<std::string, std::string, std::less<>> needs;   // the same
  std::map<std::string, std::string, std::less<>> law;     // Schedule 2 point to its words
  std::vector<Deadline> deadlines;      // in the order of the law's file
  std::vector<Date> bank_holidays;      // in England, as far as they are known
  std::vector<std::vector<Referrer>> referrers;  // of each page, by its number: who names it in a field
  std::vector<std::vector<uint32_t>> related;  // of each page, by its number: pages that its readers may want too, the nearest first
  std::vector<std::string> filter_values;  // of each page of a long list, by its number: "topic:autism age:5-to-11"; made with `filters`
  std::map<std::string_view, std::vector<CountedFilter>, std::less<>> filters;  // by the type's name: what its list can be narrowed by; made before the pages that show it narrowed
  std::map<std::string_view, std::vector<uint32_t>, std::less<>> pages_by_type;  // by its name: numbers in order of path, without index pages, Easy Read versions and views
  PageNumbers page_by_id;
  PageNumbers page_by_path;
  PageNumbers page_by_address;
  std::unordered_set<std::string, StringHash, std::equal_to<>> in_another_language;  // addresses of pages that name a language of their own
  std::vector<Term> terms;              // in A to Z order
  ByName<size_t> term_by_id;
  ByName<size_t> term_by_word;          // name, abbreviation and aliases in lower case
  std::shared_ptr<const TermFinder> term_finder;  // finds them in text; never null after `understand`
  ByName<Picture> pictures;
  std::shared_ptr<const EasyReadRules> easy_read;  // how Easy Read pages are written here; never null after `understand`
  std::shared_ptr<const PlainEnglish> plain_english;  // how full pages are written here; never null after `understand`
  std::unordered_set<std::string, StringHash, std::equal_to<>> site_words;  // in small letters: words of terms, roles and names, which are spelled right
  ByName<std::string> redirects;        // old address to new address
  std::vector<SearchWords> search_words;  // in the order of search-words.csv
  std::vector<KeptAddress> kept_addresses;  // in the order of their file
  std::vector<Ended> ended;             // terms and bodies that are no more
  std::shared_ptr<const TermFinder> ended_finder;  // finds their names in text; never null after `understand`
  std::set<std::string, std::less<>> known_names;  // capitalised words that are no person's, and the e-mail addresses of roles
  Date today;
};

}  // namespace offer
