// Capitalised words that are no person's name: those of the site's own titles, words, boards, roles and settings, and of the calendar.
#include "base/text.h"
#include "understand/steps.h"

namespace offer {

namespace {

void add_capitalised(std::string_view words, std::set<std::string, std::less<>>& to) {
  for (size_t at = 0; at < words.size();) {
    const size_t length = word_length(words, at);
    if (length > 0 && is_upper(words[at])) to.emplace(words.substr(at, length));
    at += length > 0 ? length : character_length(words, at);
  }
}

}  // namespace

void find_known_names(Site& site) {
  std::set<std::string, std::less<>>& known = site.known_names;
  known = {"January", "February", "March",  "April",  "May",    "June",    "July",    "August", "September", "October",   "November", "December", "Monday",
           "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "England", "English", "British", "Britain", "Year",     "Key",      "Stage",
           "Christmas", "Easter", "Act",    "I",      "We",     "You",     "They",    "The",    "A",         "An",        "It",       "In",       "On",
           "At",      "Of",       "And",    "But",    "For"};
  for (const Page& page : site.pages) {
    if (tells_of_people(page)) continue;  // a name in one story is no excuse for another
    add_capitalised(page.title, known);
    for (const Fields::Entry& entry : page.fields.all())
      if (const Words* words = std::get_if<Words>(&entry.value); words != nullptr && entry.field->name == "also")
        for (const std::string& one : *words) add_capitalised(one, known);
  }
  for (const auto& [id, role] : site.roles) {
    add_capitalised(role.title, known);
    known.insert(role.phone);  // where to answer is no secret
    known.insert(role.email);
  }
  add_capitalised(site.settings.name, known);
  add_capitalised(site.settings.council, known);
  for (const std::string& one : site.settings.words_people_know) add_capitalised(one, known);
}

}  // namespace offer
