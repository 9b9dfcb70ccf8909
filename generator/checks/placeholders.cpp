// Placeholders: words that somebody meant to replace and did not ("new graphic to be added").
#include <array>

#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr std::array<std::string_view, 15> phrases{"to be added",  "to be confirmed", "to be inserted", "to follow shortly", "lorem ipsum", "insert text", "insert name", "insert link",
                                                   "insert date",  "tbc",             "tba",            "todo",              "xxx",         "xx/xx",       "placeholder text"};

// Whether a word begins as one of them does: "to b", "tb", "xx". Nearly all texts are done with this.
bool may_hold_placeholder(std::string_view text) {
  char before = ' ';
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    const char first = static_cast<char>(text[i] | 0x20);
    const bool begins = !is_word_byte(before);
    before = text[i];
    if (!begins) continue;
    const auto next = [&](size_t k) { return i + k < text.size() ? static_cast<char>(text[i + k] | 0x20) : ' '; };
    switch (first) {
      case 't':
        if (next(1) == 'b' || (next(1) == 'o' && (next(2) == 'd' || (next(2) == ' ' && (next(3) == 'b' || next(3) == 'f'))))) return true;
        break;
      case 'l':
        if (next(1) == 'o' && next(2) == 'r') return true;
        break;
      case 'i':
        if (next(1) == 'n' && next(2) == 's') return true;
        break;
      case 'x':
        if (next(1) == 'x') return true;
        break;
      case 'p':
        if (next(1) == 'l' && next(2) == 'a' && next(3) == 'c' && next(4) == 'e' && next(5) == 'h') return true;
        break;
      default: break;
    }
  }
  return false;
}

// Where one of them stands as words of its own, or nothing.
size_t find_phrase(std::string_view text, std::string_view phrase) {
  for (size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = at + phrase.size() == text.size() || !is_word_byte(text[at + phrase.size()]);
    // "You can ask for a note to be added to the file" is no placeholder: such words end what they stand in.
    const bool closes = !phrase.starts_with("to be ") || at + phrase.size() == text.size() || std::string_view(".)]\n").find(text[at + phrase.size()]) != std::string_view::npos;
    const size_t sentence = text.substr(0, at).rfind('.') == std::string_view::npos ? 0 : text.substr(0, at).rfind('.');
    const bool asked_for = phrase.starts_with("to be ") && text.substr(sentence, at - sentence).find(" for ") != std::string_view::npos;  // "Ask for it to be added."
    if (begins && ends && closes && !asked_for) return at;
  }
  return std::string_view::npos;
}

void placeholders(const Page& page, const SiteView&, Report& report) {
  const auto search = [&](std::string_view written, auto&& place_of) {
    if (!may_hold_placeholder(written)) return;
    const std::string text = lower(written);
    for (const std::string_view phrase : phrases)
      if (const size_t at = find_phrase(text, phrase); at != std::string_view::npos)
        report.add(codes::placeholders, page.path, place_of(at, static_cast<uint32_t>(phrase.size())), fmt::format("'{}' was meant to be replaced", written.substr(at, phrase.size())),
                   "Write what belongs there, or say plainly that it is not known.");
  };
  walk(*page.document, [&](const Block& block) {
    if (block.kind == BlockKind::text) search(block.text, [&](size_t offset, uint32_t length) { return place_in(block, offset, length); });
  });
  for (const Fields::Entry& entry : page.fields.all())
    if (const std::string* words = std::get_if<std::string>(&entry.value); words != nullptr && !(page.easy_read && entry.field != &shared::title))
      search(*words, [&](size_t, uint32_t) { return entry.place; });
}

}  // namespace

const std::vector<Check>& placeholder_checks() {
  static const std::vector<Check> checks{{codes::placeholders, placeholders}};
  return checks;
}

}  // namespace offer
