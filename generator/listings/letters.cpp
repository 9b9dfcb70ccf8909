#include "listings/letters.h"

#include <algorithm>

#include "base/text.h"
#include "model/builder.h"

namespace offer {

namespace {
std::string letter_of_entry(const LetterEntry& entry) {
  for (const char c : entry.words) {
    if (is_letter(c)) return std::string(1, static_cast<char>(c & ~0x20));
    if (is_digit(c)) break;
  }
  return "0 to 9";
}
}  // namespace

void add_letters(std::vector<LetterEntry> entries, Builder& to) {
  if (entries.empty()) return to.paragraph("Nothing is here yet.");
  std::stable_sort(entries.begin(), entries.end(), [](const LetterEntry& a, const LetterEntry& b) {
    const std::string x = letter_of_entry(a), y = letter_of_entry(b);
    return x != y ? x < y : lower(a.words) < lower(b.words);
  });
  std::vector<std::string> letters;
  for (const LetterEntry& entry : entries)
    if (letters.empty() || letters.back() != letter_of_entry(entry)) letters.push_back(letter_of_entry(entry));
  to.within(BlockKind::letters, [&] {
    for (const std::string& letter : letters) to.link(letter, "#list-" + slug(letter));
  });
  for (const std::string& letter : letters) {
    to.heading(2, letter, "list-" + slug(letter));
    to.within(BlockKind::bullet_list, [&] {
      for (const LetterEntry& entry : entries) {
        if (letter_of_entry(entry) != letter) continue;
        to.within(BlockKind::item, [&] {
          to.within(BlockKind::paragraph, [&] {
              to.link(entry.words, entry.address);
              if (!entry.more.empty()) to.add(BlockKind::text, entry.more);
            }).variant = static_cast<uint8_t>(ParagraphKind::tight);
        });
      }
    });
  }
}

}  // namespace offer
