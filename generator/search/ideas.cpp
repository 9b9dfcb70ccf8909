#include "search/ideas.h"

#include "base/text.h"
#include "search/search_words.h"
#include "types/relations.h"
#include "types/term.h"

namespace offer {

namespace {

void add_phrase(std::string_view words, std::vector<std::vector<std::string>>& to) {
  auto stems = search_stems_in(words);
  if (stems.empty() || stems.size() > longest_phrase) return;
  for (const auto& there : to)
    if (there == stems) return;
  to.push_back(std::move(stems));
}

}  // namespace

std::vector<Idea> ideas_of(const SiteView& site) {
  std::vector<Idea> ideas;
  const auto add_names = [&](const Page& page, const std::vector<std::string>& names) {
    Idea idea;
    for (const std::string& name : names) add_phrase(name, idea.told);
    idea.asked = idea.told;
    idea.pages = {page.number};
    if (idea.told.size() > 1) ideas.push_back(std::move(idea));
  };
  for (const Page* page : site.pages_of("term")) {
    std::vector<std::string> names{page->title, page->fields.get(term::abbreviation)};
    for (const std::string& name : page->fields.get(term::also)) names.push_back(name);
    add_names(*page, names);
  }
  for (const Page* page : site.pages_of("body")) {
    std::vector<std::string> names{page->title};
    for (const std::string& name : names_of_body(*page)) names.push_back(name);
    add_names(*page, names);
  }
  for (const SearchWords& row : site.search_words()) {
    Idea idea;
    idea.row = &row;
    for (const std::string& words : row.say) add_phrase(words, idea.asked);
    for (const std::string& words : row.means) add_phrase(words, idea.told);
    for (const std::string& id : row.pages)
      if (const Page* page = site.page(id); page != nullptr && !page->easy_read) idea.pages.push_back(page->number);
    if (!idea.asked.empty()) ideas.push_back(std::move(idea));
  }
  return ideas;
}

}  // namespace offer
