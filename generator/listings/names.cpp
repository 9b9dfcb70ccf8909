// names: every other and older name of boards and of words, and where to read about it.
#include "base/text.h"
#include "listings/letters.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/relations.h"
#include "types/term.h"

namespace offer {

namespace {

void name_list(const Page&, const SiteView& site, Builder& to) {
  std::vector<LetterEntry> entries;
  const auto add = [&](const Page& page, const std::string& name) {
    if (!equal_ignoring_case(name, page.title)) entries.push_back({name, page.address, fmt::format(": see {}", page.title)});
  };
  for (const Page* page : site.pages_of("body"))
    for (const std::string& name : names_of_body(*page)) add(*page, name);
  for (const Page* page : site.pages_of("term")) {
    if (const std::string& short_form = page->fields.get(term::abbreviation); !short_form.empty()) add(*page, short_form);
    for (const std::string& name : page->fields.get(term::also)) add(*page, name);
  }
  add_letters(std::move(entries), to);
}

}  // namespace

const Listing names_listing{.name = "names", .says = "Every other and older name of boards and of words.", .list = name_list};

}  // namespace offer
