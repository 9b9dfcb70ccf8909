// What is no more: terms and bodies with an end and something in their place, so that pages which still speak of them can be found.
#include "base/text.h"
#include "model/term_finder.h"
#include "understand/steps.h"

namespace offer {

namespace {

std::optional<Date> end_of_page(const Page& page) {
  if (const RoughDate* ended = value_of<RoughDate>(page, "ended")) return last_day(*ended);
  if (const RoughDate* until = value_of<RoughDate>(page, "until")) return last_day(*until);
  return std::nullopt;
}

}  // namespace

void find_ended(Site& site) {
  std::vector<TermSpelling> spellings;
  for (const Page& page : site.pages) {
    if (page.easy_read || page.is_index) continue;
    const Id* next = value_of<Id>(page, "replaced_by");
    const auto end = end_of_page(page);
    if (next == nullptr || !end) continue;
    const auto found = site.page_by_id.number_of(next->id);
    if (!found) continue;
    std::vector<std::string> names{page.title};
    if (const Words* also = value_of<Words>(page, "also")) names.insert(names.end(), also->begin(), also->end());
    if (const std::string* short_form = value_of<std::string>(page, "abbreviation")) names.push_back(*short_form);
    for (const std::string& name : names) {
      bool capitals = true;
      std::string folded;
      for (const char c : name) capitals = capitals && !is_lower(c);
      for (const std::string_view word : words_of(name)) folded += (folded.empty() ? "" : " ") + lower(word);
      if (!folded.empty()) spellings.push_back({folded, name, capitals, site.ended.size()});
    }
    site.ended.push_back({page.number, *found, *end});
  }
  site.ended_finder = std::make_shared<TermFinder>(spellings);
}

}  // namespace offer
