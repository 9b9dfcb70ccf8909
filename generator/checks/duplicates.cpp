// Duplicates: the same words on two pages. One of them will be changed and the other forgotten.
#include <functional>
#include <unordered_map>

#include "base/text.h"
#include "checks/site_checks.h"
#include "model/open_bodies.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

const Code repeated_paragraphs{"repeated-paragraphs", Severity::look, "one fact, one place"};
const Code repeated_titles{"repeated-titles", Severity::warning, "WCAG 2.4.2"};
const Code repeated_summaries{"repeated-summaries", Severity::warning, "WCAG 2.4.2"};

bool is_counted(const Page& page) { return !page.easy_read && page.view == nullptr; }

// Of the paragraph that stands there.
std::string words_at(const Page& page, const Place& place) {
  std::string words;
  walk(page.document(), [&](const Block& block) {
    if (block.kind == BlockKind::paragraph && block.place == place && words.empty()) words = folded_words(block);
  });
  return words;
}

void paragraphs(const SiteIndex& index, Report& report) {
  struct First {
    const Page* page;
    Place place;
  };
  std::unordered_map<uint64_t, First> firsts;
  for (const Page& page : index.site.all_pages()) {
    if (!is_counted(page)) continue;
    for (const SiteIndex::Paragraph& one : index.pages[page.number].paragraphs) {
      const auto [first, fresh] = firsts.emplace(one.hash, First{&page, one.place});
      if (fresh || first->second.page == &page) continue;
      const OpenBodies open;
      if (words_at(*first->second.page, first->second.place) != words_at(page, one.place)) continue;
      report.add(repeated_paragraphs, page.path, one.place, fmt::format("this paragraph stands in {} too, on line {}", first->second.page->path, first->second.place.line),
                 "Keep it on one of the two pages and link to it from the other: then nobody can change one and forget the other.");
    }
  }
}

void same_field_words(const SiteIndex& index, const Code& code, std::string_view what, const FieldInfo& field, const std::string Page::*words, std::string_view help, Report& report) {
  std::unordered_map<std::string, const Page*> firsts;
  for (const Page& page : index.site.all_pages()) {
    const std::string& status = page.fields.get(shared::status).word;
    // A glossary word has the name of what it means, and a page about that may have it too.
    if (!is_counted(page) || (page.*words).empty() || page.type->name == "term" || status == "superseded" || status == "withdrawn") continue;
    const auto [first, fresh] = firsts.emplace(lower(trim(page.*words)), &page);
    if (!fresh) report.add(code, page.path, page.fields.place_of(field), fmt::format("{} has the same {}", first->second->path, what), std::string(help));
  }
}

void same_titles(const SiteIndex& index, Report& report) {
  same_field_words(index, repeated_titles, "title", shared::title, &Page::title, "Say in each title what only that page has: readers choose by it in search results and lists.", report);
}

void same_summaries(const SiteIndex& index, Report& report) {
  same_field_words(index, repeated_summaries, "summary", shared::summary, &Page::summary, "Say in each summary what only that page gives.", report);
}

}  // namespace

const std::vector<SiteCheck>& duplicate_checks() {
  static const std::vector<SiteCheck> checks{{repeated_paragraphs, paragraphs}, {repeated_titles, same_titles}, {repeated_summaries, same_summaries}};
  return checks;
}

}  // namespace offer
