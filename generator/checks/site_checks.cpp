#include "checks/site_checks.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"
#include "model/builder.h"

namespace offer {

namespace {

// Does the program put a list into this page? "shows: coverage", or the list of a folder.
bool holds_made_list(const Page& page) {
  if (page.is_index) return true;
  return std::any_of(page.fields.all().begin(), page.fields.all().end(), [](const Fields::Entry& entry) { return entry.field->name == "shows"; });
}

void add_targets(const Block& root, const SiteView& site, std::vector<size_t>& to) {
  walk(root, [&](const Block& block) {
    const Page* page = nullptr;
    if (block.kind == BlockKind::link || block.kind == BlockKind::card || block.kind == BlockKind::word) {
      if (block.target.starts_with('/')) page = site.page_at(block.target.substr(0, block.target.find('#')));
    } else if (block.kind == BlockKind::term) {
      page = site.page(block.target);
    }
    if (page != nullptr) to.push_back(page->number);
  });
}

// Goes over the words of a paragraph as folded_words gives them, without making them: equal words have equal hashes.
class FoldedWords {
 public:
  explicit FoldedWords(const Block& paragraph) {
    add(paragraph);
    end_word();
  }

  uint64_t hash() const { return hash_; }
  // Long enough to be a text of its own: 40 words, or three sentences of 25 words together.
  bool are_long() const { return words_ >= 40 || (words_ >= 25 && sentence_ends_ >= 3); }

 private:
  void add(const Block& block) {
    if (block.kind == BlockKind::line_break) {
      end_word();
    } else if (block.kind != BlockKind::picture && block.kind != BlockKind::values) {
      for (const char c : block.text) add(c);
    }
    for (const Block& child : children(block)) {
      if (!holds_inlines(block.kind)) end_word();
      add(child);
    }
  }

  void add(char c) {
    if (c == ' ' || c == '\n' || c == '\t') return end_word();
    if (c == '\r' || c == '\f') return;  // which is cut off at the ends
    hash_ = (hash_ ^ static_cast<unsigned char>(is_upper(c) ? c | 0x20 : c)) * 0x100000001b3ULL;
    last_ = c;
  }

  void end_word() {
    if (last_ == ' ') return;
    ++words_;
    if (last_ == '.' || last_ == '?' || last_ == '!') ++sentence_ends_;
    last_ = ' ';
    hash_ = (hash_ ^ ' ') * 0x100000001b3ULL;
  }

  uint64_t hash_ = 0xcbf29ce484222325ULL;
  char last_ = ' ';
  size_t words_ = 0;
  size_t sentence_ends_ = 0;
};

void add_paragraphs(const Block& parent, std::vector<SiteIndex::Paragraph>& to) {
  for (const Block& block : children(parent)) {
    // What every family must read first ("In danger now? Ring 999.") stands on many pages on purpose.
    if (block.kind == BlockKind::notice) continue;
    if (block.kind == BlockKind::paragraph && block.place.line > 0) {
      if (const FoldedWords words(block); words.are_long()) to.push_back({words.hash(), &block});
    } else if (!holds_inlines(block.kind)) {
      add_paragraphs(block, to);
    }
  }
}

SiteIndex::PageMarks marks_of(const Page& page, const SiteView& site) {
  SiteIndex::PageMarks marks;
  add_targets(*page.document, site, marks.leads_to);
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
  add_paragraphs(*page.document, marks.paragraphs);
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

SiteIndex::SiteIndex(const SiteView& whole, unsigned threads) : site(whole), pages(whole.all_pages().size()) {
  parallel_for(pages.size(), threads, [&](size_t i) { pages[i] = marks_of(site.all_pages()[i], site); });
}

const std::vector<SiteCheckFamily>& site_check_families() {
  static const std::vector<SiteCheckFamily> families{role_checks, orphan_checks, duplicate_checks, kept_address_checks, statutory_checks, search_word_checks};
  return families;
}

void run_site_checks(const SiteView& site, unsigned threads, Report& report) {
  const SiteIndex index(site, threads);
  for (const SiteCheckFamily family : site_check_families())
    for (const SiteCheck& check : family()) check.run(index, report);
}

}  // namespace offer
