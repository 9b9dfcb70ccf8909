// term: a glossary word. Its summary is its plain meaning, shown in place wherever the word is first used on a page.
#include "types/term.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/types.h"

namespace offer {

namespace term {
const Field<std::string> abbreviation{"abbreviation", Need::optional, "The short form, in capitals.", "EHCP"};
const Field<Words> also{"also", Need::optional, "Other names and spellings of the same thing.", "[EHC Plan]"};
const Field<std::string> easy{"easy", Need::required, "What it means in Easy Read: at most two short sentences.",
                              "An EHC plan says what help you get."};
}  // namespace term

namespace {

const Field<std::string> said_as{"say", Need::optional, "How to read it aloud.", "E H C plan"};
const Field<Ids> not_the_same_as{"not_the_same_as", Need::optional, "Terms that are easily mixed up with it.",
                                 "[term-ehc-needs-assessment]", {}, RefersTo::page, "term"};
const Field<RoughDate> term_from{"from", Need::optional, "The day when the thing began.", "2022-07-01"};
const Field<RoughDate> term_until{"until", Need::optional, "The day when the thing ended.", "2024-10-01"};
const Field<Id> term_replaced_by{"replaced_by", Need::optional, "The term for what took its place.",
                            "term-integrated-care-board", {}, RefersTo::page, "term"};

void term_body(const Page& page, const SiteView& site, Builder& to) {
  const std::string& short_form = page.fields.get(term::abbreviation);
  std::vector<const Page*> others;
  for (const std::string& id : page.fields.get(not_the_same_as).ids)
    if (const Page* other = site.page(id)) others.push_back(other);
  for (const Block& block : children(page.document())) to.adopt_copy(block);
  to.within(BlockKind::facts, [&] {
    if (!short_form.empty()) to.fact("Short form", short_form);
    if (page.fields.has(said_as)) to.fact("Say it like this", page.fields.get(said_as));
    if (page.fields.has(term_from)) to.fact("It began", in_words(page.fields.get(term_from)));
    if (page.fields.has(term_until)) to.fact("It ended", in_words(page.fields.get(term_until)));
    if (const Page* next = site.page(page.fields.get(term_replaced_by).id))
      to.fact_with_link("What took its place", next->title, next->address);
    to.fact("In Easy Read", page.fields.get(term::easy));
    if (!others.empty())
      to.within(BlockKind::fact, [&] {
          to.within(BlockKind::bullet_list, [&] {
            for (const Page* other : others)
              to.within(BlockKind::item, [&] { to.link(other->title, other->address); });
          });
        }).text = "Not the same as";
  });
}

// The letter under which a word stands: A to Z, or "0 to 9".
std::string letter_of_term(std::string_view name) {
  while (!name.empty() && !is_letter(name.front()) && !is_digit(name.front())) name.remove_prefix(1);
  if (name.empty()) return "0 to 9";
  return is_letter(name.front()) ? std::string(1, static_cast<char>(name.front() & ~0x20)) : "0 to 9";
}

void term_list(const std::vector<const Page*>& pages, const SiteView& site, Builder& to) {
  std::set<size_t> numbers;
  for (const Page* page : pages) numbers.insert(page->number);
  std::vector<const Term*> terms;  // from A to Z
  for (const Term& one : site.terms())
    if (numbers.contains(one.page)) terms.push_back(&one);
  std::vector<std::string> letters;
  for (const Term* term : terms)
    if (std::find(letters.begin(), letters.end(), letter_of_term(term->name)) == letters.end()) letters.push_back(letter_of_term(term->name));
  std::sort(letters.begin(), letters.end());
  to.within(BlockKind::letters, [&] {
    for (const std::string& letter : letters)
      to.within(BlockKind::link, [&] { to.add(BlockKind::text, letter); }).target = to.keep("#list-" + slug(letter));
  });
  for (const std::string& letter : letters) {
    to.heading(2, letter, "list-" + slug(letter));
    to.within(BlockKind::words, [&] {
      for (const Term* term : terms) {
        const Term& one = *term;
        if (letter_of_term(one.name) != letter) continue;
        Block& word = to.within(BlockKind::word, [&] { to.paragraph(one.meaning); });
        word.text = to.keep(one.abbreviation.empty() ? one.name : fmt::format("{} ({})", one.name, one.abbreviation));
        if (const Page* page = site.page(one.id)) word.target = to.keep(page->address);
      }
    });
  }
}

}  // namespace

const ContentType term_type{
    .name = "term",
    .folder = "glossary",
    .title = "Word list",
    .many = "Words explained",
    .says = "A glossary word. Its summary is its plain meaning, shown in place wherever the word is first used on a page.",
    .fields = {&term::abbreviation, &term::also, &term::easy, &said_as, &not_the_same_as, &term_from, &term_until, &term_replaced_by},
    .skeleton = "Say what it means for the reader, with an example.\n",
    .inspect = nullptr,
    .body = term_body,
    .list = term_list,
    .happened = nullptr,
};

}  // namespace offer
