// Placeholders: words that somebody meant to replace and did not ("new graphic to be added").
#include <array>

#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr std::array<std::string_view, 15> placeholder_phrases{"to be added",  "to be confirmed", "to be inserted", "to follow shortly", "lorem ipsum", "insert text", "insert name", "insert link",
                                                   "insert date",  "tbc",             "tba",            "todo",              "xxx",         "xx/xx",       "placeholder text"};

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

void placeholders(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  const auto search = [&](std::string_view written, auto&& place_of) {
    const std::string text = lower(written);
    for (const std::string_view phrase : placeholder_phrases)
      if (const size_t at = find_phrase(text, phrase); at != std::string_view::npos)
        report.add(codes::placeholders, page.path, place_of(at, static_cast<uint32_t>(phrase.size())), fmt::format("'{}' was meant to be replaced", written.substr(at, phrase.size())),
                   "Write what belongs there, or say plainly that it is not known.");
  };
  for (const PageText& text : parts.texts)
    if (text.has(PageText::placeholder)) search(text.block->text, [&](size_t offset, uint32_t length) { return place_in(*text.block, offset, length); });
  for (const Fields::Entry& entry : page.fields.all())
    if (const std::string* words = std::get_if<std::string>(&entry.value);
        words != nullptr && !(page.easy_read && entry.field != &shared::title) && (holds_of(*words) & PageText::placeholder) != 0)
      search(*words, [&](size_t, uint32_t) { return entry.place; });
}

}  // namespace

const std::vector<Check>& placeholder_checks() {
  static const std::vector<Check> checks{{codes::placeholders, placeholders}};
  return checks;
}

}  // namespace offer
