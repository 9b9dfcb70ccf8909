// Reads a page's Blocks and fields into the parts of a PlainPage.
#include "checks/plain_page.h"

#include <algorithm>
#include <utility>

#include "base/language.h"
#include "checks/plain_word_reader.h"
#include "model/shared_fields.h"

namespace offer {

// Reads the page's Blocks and fields into parts.
class PlainPage::Reader {
 public:
  explicit Reader(PlainPage& to) : to_(to), english_unless_named_(is_english(to.site.settings().language) && is_english(to.site.language_of(to.page))) {}

  void read_field(std::string_view words, PartKind kind, Place place) {
    begin(kind, place);
    to_.text += words;
    finish();
  }

  // When all is read, and the words are known.
  void mark_foreign() {
    auto word = to_.words.begin();
    for (const Stretch& stretch : foreign_) {
      word = std::lower_bound(word, to_.words.end(), stretch.start, [](const PlainWord& one, uint32_t start) { return one.start < start; });
      for (; word != to_.words.end() && word->start < stretch.start + stretch.length; ++word) word->marks |= PlainWord::quoted;
    }
  }

  void read(const Block& block, PartKind kind) {
    switch (block.kind) {
      case BlockKind::quote:
      case BlockKind::code:
      case BlockKind::raw_html:
      case BlockKind::drawing: return;
      case BlockKind::paragraph:
        if (block.variant != static_cast<uint8_t>(ParagraphKind::meaning)) read_part(block, kind);
        return;
      case BlockKind::heading: read_part(block, PartKind::heading); return;
      case BlockKind::cell: read_part(block, PartKind::cell); return;
      case BlockKind::bullet_list: kind = is_list_of_links(block) ? PartKind::lead : PartKind::item; break;
      case BlockKind::numbered_list: kind = PartKind::item; break;
      default: break;
    }
    for (const Block& child : children(block)) read(child, kind);
  }

 private:
  uint32_t end_of_text() const { return static_cast<uint32_t>(to_.text.size()); }

  void begin(PartKind kind, Place place) {
    PlainPart part;
    part.kind = kind;
    part.place = place;
    part.start = part.label_end = end_of_text();
    part.first_piece = static_cast<uint32_t>(to_.pieces.size());
    to_.parts.push_back(part);
  }

  void read_part(const Block& block, PartKind kind) {
    begin(kind, block.place);
    for (const Block& child : children(block)) read_inline(child);
    if (block.first != nullptr && block.first->kind == BlockKind::strong) find_label(*block.first);
    finish();
  }

  bool leads_to_another_language(const Block& link) const {
    if (!english_unless_named_) return !is_english(to_.site.language_at(link.target, to_.page));
    const Page* page = to_.site.in_another_language(link.target);
    return page != nullptr && !is_english(to_.site.language_of(*page));
  }

  void read_inline(const Block& block) {
    const uint32_t start = end_of_text();
    switch (block.kind) {
      case BlockKind::picture:
      case BlockKind::raw_html: return;
      case BlockKind::line_break: to_.text += ' '; return;
      case BlockKind::text:
      case BlockKind::code_span:
        to_.pieces.push_back({start, &block});
        to_.text += block.text;
        break;
      default:
        for (const Block& child : children(block)) read_inline(child);
    }
    if (block.kind == BlockKind::code_span || block.kind == BlockKind::emphasis || (block.kind == BlockKind::link && leads_to_another_language(block))) {
      while (!foreign_.empty() && foreign_.back().start >= start) foreign_.pop_back();  // what stands inside it
      foreign_.push_back({start, end_of_text() - start});
    }
    if (block.kind == BlockKind::emphasis) to_.italics.push_back({start, end_of_text() - start});
  }

  // "**When:** by 31 March" says a thing and its name.
  void find_label(const Block& strong) {
    const std::string words = plain_text(strong);
    PlainPart& part = to_.parts.back();
    const std::string_view text = std::string_view(to_.text).substr(part.start);
    if (words.empty()) return;
    if (words.back() == ':') part.label_end += static_cast<uint32_t>(words.size());
    else if (words.size() < text.size() && text[words.size()] == ':') part.label_end += static_cast<uint32_t>(words.size()) + 1;
    part.label_end = std::min(part.label_end, end_of_text());
  }

  void finish() {
    to_.parts.back().end = end_of_text();
    to_.text += '\n';
  }

  PlainPage& to_;
  const bool english_unless_named_;  // a page without a language of its own is in English
  std::vector<Stretch> foreign_;     // in order
};

namespace {

WrittenFor audience_of(const Page& page) {
  const auto& audience = page.fields.get(shared::audience).words;
  if (audience.size() != 1) return WrittenFor::everyone;
  return audience.front() == "professionals" ? WrittenFor::professionals : audience.front() == "young-people" ? WrittenFor::young_people : WrittenFor::everyone;
}

}  // namespace

// All but words and beginnings, of which nothing stays: to make them longer by new ones costs more than to write over those that are there.
void PlainLists::clear() {
  text.clear();
  parts.clear();
  sentences.clear();
  numbers.clear();
  capitals.clear();
  negatives.clear();
  finds.clear();
  unspelled.clear();
  pieces.clear();
  italics.clear();
}

namespace {
thread_local PlainLists kept_lists;
}

PlainPage::PlainPage(const Page& page_, const SiteView& site_)
    : PlainLists(std::exchange(kept_lists, {})), page(page_), site(site_), rules(site_.plain_english()), written_for(audience_of(page_)) {
  clear();
  Reader reader(*this);
  for (const Fields::Entry& entry : page.fields.all()) {
    const std::string* value = std::get_if<std::string>(&entry.value);
    if (value == nullptr || value->find(' ') == std::string::npos || entry.field == &shared::checked_by) continue;
    if (entry.field->name == "say") continue;  // how a word sounds
    reader.read_field(*value, entry.field == &shared::title || entry.field == &shared::short_title ? PartKind::title : PartKind::field, entry.place);
  }
  reader.read(page.document(), PartKind::paragraph);
  PlainWordReader::of_this_thread().read(*this);
  reader.mark_foreign();
  find_phrases();
}

PlainPage::~PlainPage() { kept_lists = std::move(*this); }

}  // namespace offer
