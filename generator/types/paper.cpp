// paper: a document that is kept for the record, told in words of our own, with what to know before relying on it.
#include <algorithm>

#include "model/builder.h"
#include "model/site_view.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<std::string> publisher{"publisher", Need::required, "Who published it.", "Worcestershire County Council"};
const Field<RoughDate> paper_date{"dated", Need::required, "Its date, as exactly as is known.", "2023-07-06"};
const Field<Choice> paper_kind{"kind", Need::required, "What sort of paper it is.", "agenda-pack", {"agenda-pack", "strategy", "plan", "letter", "slides"}};
const Field<std::string> paper_length{"length", Need::optional, "How long it is.", "46 pages"};

std::string_view paper_kind_words(const Page& page) {
  const std::string& word = page.fields.get(paper_kind).word;
  if (word == "agenda-pack") return "Papers for a meeting";
  if (word == "strategy") return "Strategy";
  if (word == "plan") return "Plan";
  return word == "letter" ? "Letter" : "Slides";
}

void inspect_paper(const Page& page, Report& report) {
  inspect_headings(page, {{"What it is", Need::optional}, {"What it says", Need::required}, {"Before you rely on it", Need::required}}, report);
}

void paper_body(const Page& page, const SiteView&, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("What it is", paper_kind_words(page));
    to.fact("Published by", page.fields.get(publisher));
    to.fact("Date", in_words(page.fields.get(paper_date)));
    if (page.fields.has(paper_length)) to.fact("Length", page.fields.get(paper_length));
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

void paper_list(const std::vector<const Page*>& some, const SiteView&, Builder& to) {
  auto pages = some;
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return a->fields.get(paper_date) > b->fields.get(paper_date); });
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages)
      add_card(*page, to, [&] { to.paragraph(fmt::format("{}, {}", paper_kind_words(*page), in_words(page->fields.get(paper_date)))); });
  });
}

}  // namespace

const ContentType paper_type{
    .name = "paper",
    .folder = "papers",
    .title = "Paper, kept for the record",
    .many = "Papers kept for the record",
    .says = "A document that is kept for the record, told in words of our own.",
    .fields = {&publisher, &paper_date, &paper_kind, &paper_length},
    .skeleton = "## What it is\n\nSay who wrote it, and what for.\n\n## What it says\n\n- The main point\n\n## Before you rely on it\n\n"
                "- What is out of date, missing or wrong in it\n",
    .inspect = inspect_paper,
    .body = paper_body,
    .list = paper_list,
    .happened = nullptr,
    .weight_in_search = 55,
};

}  // namespace offer
