#include "checks/page_parts.h"

#include <algorithm>

#include "base/byte_bits.h"
#include "base/text.h"
#include "checks/text_holds.h"
#include "model/shared_fields.h"

namespace offer {

uint16_t holds_of(std::string_view text) {
  static thread_local TextHolds reader;
  reader.add(text);
  return reader.find().front();
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    const Sixteen bytes = sixteen_bytes(text.data() + at);
    const uint64_t letters = ~bits_of((bytes == ' ') | ((bytes > '\t' - 1) & (bytes < '\r' + 1) & (bytes != '\v'))) & 0xFFFF;
    words += count_of_bits(letters & ~(letters << 1 | static_cast<uint64_t>(inside)));
    inside = letters >> 15 != 0;
  }
  for (; at < text.size(); ++at) {
    const bool letter = !is_space(text[at]);
    words += static_cast<size_t>(letter && !inside);
    inside = letter;
  }
  return words;
}

PageParts::PageParts(const Page& page) : page_(page) {
  texts.reserve(512);
  links.reserve(128);
  lines.reserve(256);
  lists.reserve(64);
  items.reserve(256);
  read(page.document());
  see_texts();
  if (page.easy_read) return;  // it has rules of its own for dates
  for (const Fields::Entry& entry : page.fields.all())
    if (const std::string* words = std::get_if<std::string>(&entry.value); words != nullptr && entry.field != &shared::id) dates.add_from({*words, nullptr, entry.place});
}

void PageParts::read(const Block& block) {
  ++order_;
  switch (block.kind) {
    case BlockKind::text: texts.push_back({part_of(block), 0, first_of_holder_}); return;
    case BlockKind::link: return read_link(block);
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::cell: {
      const Block* outside = around_.holder;
      if (block.kind != BlockKind::cell) lines.push_back(part_of(block));
      around_.holder = &block;
      first_of_holder_ = texts.size();
      read_children(block);
      around_.holder = outside;
      return;
    }
    case BlockKind::picture: pictures.push_back(part_of(block)); break;
    case BlockKind::code:
    case BlockKind::code_span: code.push_back(part_of(block)); break;
    case BlockKind::bullet_list:
    case BlockKind::numbered_list: lists.push_back(part_of(block)); break;
    case BlockKind::item: items.push_back(part_of(block)); break;
    case BlockKind::table: tables.push_back(part_of(block)); break;
    default: break;
  }
  read_children(block);
}

// What they hold, and the contacts and dates among it.
void PageParts::see_texts() {
  static thread_local TextHolds reader;
  for (const PageText& one : texts) reader.add(one.block->text);
  const std::vector<uint16_t>& holds = reader.find();
  for (size_t i = 0; i < texts.size(); ++i) {
    PageText& one = texts[i];
    one.holds = holds[i];
    const Block& text = *one.block;
    if (!one.has(PageText::digit | PageText::at_sign) || text.place.line == 0) continue;
    add_contacts(text, one.around.link, one.around.holder, one.has(PageText::digit), one.has(PageText::at_sign), contacts);
    if (one.has(PageText::digit) && !page_.easy_read) dates.add_from({text.text, &text, {}});
  }
}

void PageParts::read_link(const Block& link) {
  const Block* words = link.first;
  const bool one_text = words != nullptr && words->next == nullptr && words->kind == BlockKind::text && link.text.empty() && words->text.find('\n') == std::string_view::npos;
  const size_t path = std::min(link.target.find('?'), link.target.find('#'));
  links.push_back({part_of(link), one_text ? words->text : arena_.copy(plain_text(link)), link.target.substr(0, path)});
  const Block* outside = around_.link;
  around_.link = &link;
  read_children(link);
  around_.link = outside;
}

}  // namespace offer
