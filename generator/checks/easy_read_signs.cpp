// Signs and letters of Easy Read: nothing that must be learned before it can be read.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "checks/easy_read_page.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

// I to XXXIX, but not the word "I".
bool is_roman_numeral(std::string_view word) {
  if (word.size() < 2 || word.find_first_not_of("IVX") != std::string_view::npos) return false;
  static const std::set<std::string_view> tens{"", "X", "XX", "XXX"};
  static const std::set<std::string_view> ones{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  for (size_t i = 0; i <= word.size(); ++i)
    if (tens.contains(word.substr(0, i)) && ones.contains(word.substr(i))) return true;
  return false;
}

bool may_be_capitals(const EasyPage& page, const EasyWord& word, std::string_view text) {
  const auto& known = page.site.settings().words_people_know;
  return word.term != none || word.address || std::find(known.begin(), known.end(), text) != known.end();
}

void roman_numerals(const EasyPage& page, Report& report) {
  for (const EasyLine& line : page.lines)
    for (const EasyWord& word : line.words)
      if (is_roman_numeral(line.text_of(word)) && !may_be_capitals(page, word, line.text_of(word)))
        report.add(codes::easy_read_roman_numerals, page.page.path, line.place_of(word),
                   fmt::format("'{}' is a Roman number", line.text_of(word)), "Write it as people count: 1, 2, 3.");
}

void hard_signs(const EasyPage& page, Report& report) {
  static const std::vector<std::pair<std::string_view, std::string_view>> short_words{{"etc", "Say what else there is, or leave it out."},
                                                                                      {"e.g", "Write: for example."},
                                                                                      {"eg", "Write: for example."},
                                                                                      {"i.e", "Write: this means."},
                                                                                      {"ie", "Write: this means."},
                                                                                      {"nb", "Leave it out."},
                                                                                      {"n.b", "Leave it out."}};
  const auto say = [&](const EasyLine& line, size_t start, size_t length, std::string_view help) {
    report.add(codes::easy_read_hard_signs, page.page.path, line.place_of(start, length),
               fmt::format("many people do not know '{}'", line.text.substr(start, length)), std::string(help));
  };
  for (const EasyLine& line : page.lines) {
    size_t passed = 0;  // words that end well before the place at hand
    const auto in_address = [&](size_t at) {
      while (passed < line.words.size() && line.words[passed].start + line.words[passed].length + 3 <= at) ++passed;
      for (size_t i = passed; i < line.words.size() && line.words[i].start < at + 3; ++i)
        if (line.words[i].address) return true;
      return false;
    };
    for (size_t at = 0; at < line.text.size(); ++at) {
      const char c = line.text[at];
      if (c == '&') say(line, at, 1, "Write: and.");
      if (c == '(' || c == '[' || c == '{') say(line, at, 1, "Make a sentence of its own of what stands between the brackets, or leave it out.");
      const bool in_numbers =
          at > 0 && at + 1 < line.text.size() && is_digit(line.text[at - 1]) && is_digit(line.text[at + 1]);  // a date or a fraction
      if ((c == '/' && !in_numbers && !in_address(at)) || c == '\\') say(line, at, 1, "Write: or.");
    }
    for (const EasyWord& word : line.words)
      for (const auto& [short_word, help] : short_words)
        if (word.lower == short_word && !word.address) say(line, word.start, word.length, help);
  }
}

void easy_italics(const EasyPage& page, Report& report) {
  walk(page.page.document(), [&](const Block& block) {
    if (block.kind == BlockKind::emphasis)
      report.add(codes::easy_read_italics, page.page.path, block.place,
                 fmt::format("'{}' is in italics, which are hard to read", plain_text(block)),
                 "Take the stars away. A hard word is bold: **plan**.");
  });
}

// Words that people know, in capitals: "YOU MUST". Initials are somebody else's business.
void easy_block_capitals(const EasyPage& page, Report& report) {
  for (const EasyLine& line : page.lines)
    for (size_t i = 0; i < line.words.size(); ++i) {
      const auto shouted = [&](size_t k) {
        const EasyWord& word = line.words[k];
        const std::string_view text = line.text_of(word);
        return word.length > 1 && word.lower != "ok" && std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || c == '\''; }) &&
               !may_be_capitals(page, word, text) && !is_roman_numeral(text) && page.rules.words.is_known(word.lower);
      };
      if (!shouted(i)) continue;
      size_t last = i;
      while (last + 1 < line.words.size() && shouted(last + 1)) ++last;
      const size_t start = line.words[i].start;
      const size_t length = line.words[last].start + line.words[last].length - start;
      const std::string words = line.text.substr(start, length);
      report.add(codes::easy_read_block_capitals, page.page.path, line.place_of(start, length),
                 fmt::format("'{}' is in capitals, which are hard to read", words),
                 fmt::format("Write: {}. For what matters most, make a row of its own.", lower(words)));
      i = last;
    }
}

}  // namespace

const std::vector<EasyReadCheck>& easy_read_sign_checks() {
  static const std::vector<EasyReadCheck> checks{
      {codes::easy_read_roman_numerals, roman_numerals},
      {codes::easy_read_hard_signs, hard_signs},
      {codes::easy_read_italics, easy_italics},
      {codes::easy_read_block_capitals, easy_block_capitals},
  };
  return checks;
}

}  // namespace offer
