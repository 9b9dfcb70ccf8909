// The site's own words: terms, roles, topics and names. They are spelled right, whatever a dictionary knows.
#include "base/text.h"
#include "types/term.h"
#include "types/types.h"
#include "understand/steps.h"

namespace offer {

namespace {

void add_words(std::string_view text, bool only_capitalised, Site& to) {
  bool first = true;
  for (size_t at = 0; at < text.size();) {
    const size_t length = word_length(text, at);
    if (length > 0 && (!only_capitalised || (!first && is_upper(text[at])))) to.site_words.emplace(lower(text.substr(at, length)));
    first = first && length == 0;
    at += length > 0 ? length : character_length(text, at);
  }
}

}  // namespace

void find_site_words(Site& site) {
  for (const Page& page : site.pages) {
    if (page.easy_read) continue;
    const bool is_term = page.type == &term_type;
    // The first word of a title has a capital even when it is no name.
    if (!tells_of_people(page)) add_words(page.title, !is_term, site);
    if (!is_term) continue;
    add_words(page.fields.get(term::abbreviation), false, site);
    for (const std::string& also : page.fields.get(term::also)) add_words(also, false, site);
  }
  for (const auto& [id, role] : site.roles) add_words(role.title, false, site);
  for (const auto* titles : {&site.topics, &site.needs})
    for (const auto& [id, title] : *titles) add_words(title, false, site);
  for (const std::string& word : site.settings.words_people_know) add_words(word, false, site);
  add_words(site.settings.name, false, site);
  add_words(site.settings.council, false, site);
}

}  // namespace offer
