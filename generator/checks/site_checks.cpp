#include "checks/site_checks.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"
#include "checks/paragraph_words.h"
#include "model/open_bodies.h"
#include "model/builder.h"

namespace offer {

namespace {

// Does the program put a list into this page? "shows: coverage", or the list of a folder.
bool holds_made_list(const Page& page) {
  if (page.is_index) return true;
  return std::any_of(page.fields.all().begin(), page.fields.all().end(), [](const Fields::Entry& entry) { return entry.field->name == "shows"; });
}

// What its own words lead to is known since its links and its glossary words were found.
void add_targets_of_words(const Page& page, const SiteView& site, std::vector<size_t>& to) {
  to.assign(page.leads_to.begin(), page.leads_to.end());
  if (page.easy_read) return;  // its hard words are explained in their places
  for (const uint32_t term : page.terms) to.push_back(site.terms()[term].page);
}

void add_targets(const Block& root, const SiteView& site, std::vector<size_t>& to) {
  walk(root, [&](const Block& block) {
    if (block.kind != BlockKind::link && block.kind != BlockKind::card && block.kind != BlockKind::word) return;
    if (!block.target.starts_with('/')) return;
    if (const Page* page = site.page_at(block.target.substr(0, block.target.find('#')))) to.push_back(page->number);
  });
}

void add_paragraphs(const Block& parent, std::vector<SiteIndex::Paragraph>& to) {
  static thread_local ParagraphWords words;
  for (const Block& block : children(parent)) {
    // What every family must read first ("In danger now? Ring 999.") stands on many pages on purpose.
    if (block.kind == BlockKind::notice) continue;
    if (block.kind == BlockKind::paragraph && block.place.line > 0) {
      if (!ParagraphWords::may_be_long(block)) continue;
      words.read(block);
      if (words.are_long()) to.push_back({words.hash(), block.place});
    } else if (!holds_inlines(block.kind)) {
      add_paragraphs(block, to);
    }
  }
}

SiteIndex::PageMarks marks_of(const Page& page, const SiteView& site) {
  const OpenBodies open;
  SiteIndex::PageMarks marks;
  add_targets_of_words(page, site, marks.leads_to);
  if (page.view == nullptr && !page.easy_read && holds_made_list(page)) {
    Arena arena;
    Block root;
    Builder builder(arena, root);
    page.type->body(page, site, builder);
    add_targets(root, site, marks.leads_to);
  }
  for (const Fields::Entry& entry : page.fields.all()) {
    if (entry.field->refers_to != RefersTo::page) continue;
    const auto add = [&](const std::string& id) {
      if (const Page* other = site.page(id)) marks.leads_to.push_back(other->number);
    };
    if (const Id* one = std::get_if<Id>(&entry.value)) add(one->id);
    if (const Ids* many = std::get_if<Ids>(&entry.value)) std::for_each(many->ids.begin(), many->ids.end(), add);
  }
  std::sort(marks.leads_to.begin(), marks.leads_to.end());
  marks.leads_to.erase(std::unique(marks.leads_to.begin(), marks.leads_to.end()), marks.leads_to.end());
  if (page.view != nullptr || page.easy_read) return marks;
  add_paragraphs(page.document(), marks.paragraphs);
  return marks;
}

}  // namespace

std::string folded_words(const Block& paragraph) {
  const std::string all = plain_text(paragraph);
  std::string folded;
  folded.reserve(all.size());
  for (const char c : std::string_view(trim(all))) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && !folded.empty() && folded.back() == ' ') continue;
    folded += space ? ' ' : is_upper(c) ? static_cast<char>(c | 0x20) : c;
  }
  return folded;
}

SiteIndex::SiteIndex(const SiteView& whole) : site(whole), pages(whole.all_pages().size()) {}

void SiteIndex::look_at(const Page& page) { pages[page.number] = marks_of(page, site); }

const std::vector<SiteCheckFamily>& site_check_families() {
  static const std::vector<SiteCheckFamily> families{role_checks, orphan_checks, duplicate_checks, kept_address_checks, statutory_checks, search_word_checks};
  return families;
}

void run_site_checks(const SiteIndex& index, Report& report) {
  std::vector<const SiteCheck*> checks;
  for (const SiteCheckFamily family : site_check_families())
    for (const SiteCheck& check : family()) checks.push_back(&check);
  std::vector<Report> reports(checks.size());
  parallel_for(checks.size(), index.site.threads(), [&](size_t i) {
    const OpenBodies open;
    std::vector<uint32_t> nobodys;  // a file that is made meanwhile does not depend on what checks look at
    const BodyReads reads(nobodys);
    checks[i]->run(index, reports[i]);
  });
  for (Report& one : reports) report.add_all(std::move(one));
}

}  // namespace offer
