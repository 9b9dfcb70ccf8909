// Site: everything that was loaded and understood. Plain data; nobody changes it after `understand`.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "model/page.h"

namespace offer {

struct Role {
  std::string id;
  std::string title;
  std::string phone;
  std::string email;
  std::string hours;
  std::string can_help_with;
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

// A glossary term as other pages need it.
struct Term {
  std::string id;            // of its page: "term-ehc-plan"
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

class TermFinder;      // model/term_finder.h
struct EasyReadRules;  // model/easy_read_rules.h

template <class T>
using ByName = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

struct Site {
  Settings settings;
  std::vector<const ContentType*> types;
  std::vector<Page> pages;              // sorted by path
  std::vector<SourceFile> files;        // other files of the content folder, published as they are
  std::map<std::string, Role, std::less<>> roles;
  std::map<std::string, std::string, std::less<>> topics;  // id to title
  std::map<std::string, std::string, std::less<>> law;     // Schedule 2 point to its words
  ByName<size_t> page_by_id;
  ByName<size_t> page_by_path;
  ByName<size_t> page_by_address;
  std::vector<Term> terms;              // in A to Z order
  ByName<size_t> term_by_id;
  ByName<size_t> term_by_word;          // name, abbreviation and aliases in lower case
  std::shared_ptr<const TermFinder> term_finder;  // finds them in text; never null after `understand`
  ByName<Picture> pictures;
  std::shared_ptr<const EasyReadRules> easy_read;  // how Easy Read pages are written here; never null after `understand`
  ByName<std::string> redirects;        // old address to new address
  Date today;
};

}  // namespace offer
