#include "checks/site_checks.h"

#include <algorithm>

#include "base/eight_bytes.h"
#include "base/parallel.h"
#include "base/text.h"
#include "model/open_bodies.h"
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
      add(block.text);
    }
    for (const Block& child : children(block)) {
      if (!holds_inlines(block.kind)) end_word();
      add(child);
    }
  }

  // From one white space to the next. What makes capitals small makes other signs others, which does no harm to a hash.
  void add(std::string_view text) {
    size_t at = 0;
    while (at < text.size()) {
      size_t count = 0;
      uint64_t eight = 0;
      if (at + 8 <= text.size()) {
        eight = eight_bytes(text.data() + at);
        count = first_of(bytes_below(eight, 0x21));
      } else {
        for (; at + count < text.size() && static_cast<unsigned char>(text[at + count]) > 0x20; ++count) eight |= static_cast<uint64_t>(static_cast<unsigned char>(text[at + count])) << 8 * count;
      }
      if (count > 0) {
        add_bytes(first_bytes(eight, count) | first_bytes(low_bits * 0x20, count), count);
        last_ = text[at + count - 1];
        at += count;
      }
      if (count == 8 || at >= text.size()) continue;
      if (const char c = text[at++]; c == ' ' || c == '\n' || c == '\t') end_word();
    }
  }

  // Words go into the hash eight bytes at a time, however they are cut into texts.
  void add_bytes(uint64_t bytes, size_t count) {
    waiting_ |= bytes << 8 * waits_;
    if (waits_ + count < 8) {
      waits_ += count;
      return;
    }
    hash_ = (hash_ ^ waiting_) * 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 29;
    waiting_ = waits_ == 0 ? 0 : bytes >> 8 * (8 - waits_);
    waits_ = waits_ + count - 8;
  }

  void end_word() {
    if (last_ == ' ') return;
    ++words_;
    if (last_ == '.' || last_ == '?' || last_ == '!') ++sentence_ends_;
    last_ = ' ';
    hash_ = (hash_ ^ waiting_ ^ (waits_ + 1) << 56) * 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 29;
    waiting_ = 0;
    waits_ = 0;
  }

  uint64_t hash_ = 0xcbf29ce484222325ULL;
  uint64_t waiting_ = 0;  // the bytes of the word that are not in the hash yet
  size_t waits_ = 0;      // how many they are
  char last_ = ' ';
  size_t words_ = 0;
  size_t sentence_ends_ = 0;
};

void add_paragraphs(const Block& parent, std::vector<SiteIndex::Paragraph>& to) {
  for (const Block& block : children(parent)) {
    // What every family must read first ("In danger now? Ring 999.") stands on many pages on purpose.
    if (block.kind == BlockKind::notice) continue;
    if (block.kind == BlockKind::paragraph && block.place.line > 0) {
      if (const FoldedWords words(block); words.are_long()) to.push_back({words.hash(), block.place});
    } else if (!holds_inlines(block.kind)) {
      add_paragraphs(block, to);
    }
  }
}

SiteIndex::PageMarks marks_of(const Page& page, const SiteView& site) {
  const OpenBodies open;
  SiteIndex::PageMarks marks;
  add_targets(page.document(), site, marks.leads_to);
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
    checks[i]->run(index, reports[i]);
  });
  for (Report& one : reports) report.add_all(std::move(one));
}

}  // namespace offer
