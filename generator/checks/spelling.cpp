// Spelling: British English, by the machine's dictionary, the site's own words and our lists (PE-29).
#include <algorithm>
#include <unordered_set>

#include "base/language.h"
#include "base/spelling.h"
#include "base/text.h"
#include "checks/plain_page.h"
#include "checks/word_memory.h"

namespace offer {

namespace {

const Code spelling_mistakes{"spelling", Severity::warning, "PE-29"};

constexpr size_t most_of_a_page = 50;  // a page with more is in another language, and needs to say so

std::string small_word(std::string_view word) { return replace_all(lower(word), "’", "'"); }

constexpr std::string_view help_begins = "If it is right, add ";
constexpr size_t most_suggested = 20;  // of a build: looking for near words takes some milliseconds each

// "parent's", "parents'" without what makes them somebody's.
std::string_view without_own(std::string_view word) {
  for (const std::string_view own : {"'s", "’s"})
    if (word.ends_with(own)) return word.substr(0, word.size() - own.size());
  return word;
}

// Whether the dictionary can judge it: it has Latin letters only.
bool is_latin(std::string_view word) {
  for (size_t at = 0; at < word.size(); at += std::max<size_t>(character_length(word, at), 1))
    if (static_cast<unsigned char>(word[at]) >= 0x80 && script_of(character_at(word, at)) != Script::latin) return false;
  return true;
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_letter);
}

class SpellingSearch {
 public:
  SpellingSearch(const PlainPage& page, Report& report) : page_(page), report_(report), memory_(WordMemory::of(page.rules.words)) {}

  void search() {
    for (const PlainFind& found : page_.finds)
      if (found.row->finding == spelling_mistakes.name) say_listed(found);
    if (!can_spell()) return;
    for (const uint32_t i : page_.unspelled) {
      if (found_ == most_of_a_page) return;
      const PlainWord& word = page_.words[i];
      if (word.is(PlainWord::capitals | PlainWord::mixed | PlainWord::address | PlainWord::quoted)) continue;
      if (word.is(PlainWord::accented) && !is_latin(page_.text_of(word))) continue;  // words-in-another-script tells of it
      const uint64_t key = spelling_key(word.hash, word.is(PlainWord::capital), word.is(PlainWord::accented));
      Remembered known = remembered_spelling(key);
      if (known == Remembered::right) continue;
      // A word that is known here need not be looked for in the dictionary, which for some takes a while; unless British people write it otherwise.
      if (known == Remembered::nothing && !is_plain(page_.text_of(word)) && page_.text_of(word).find('z') == std::string_view::npos && is_known(i)) continue;
      if (known == Remembered::nothing) {
        known = is_spelled_right(as_looked_up(word), key) ? Remembered::right_with_z : Remembered::wrong;
        memory_.forget(word.hash);
      }
      if (known == Remembered::right_with_z) american(i);
      else if (!is_known(i)) say(i);
    }
  }

 private:
  // The dictionary's apostrophe is the straight one.
  std::string_view as_looked_up(const PlainWord& word) {
    const std::string_view text = page_.text_of(word);
    if (!word.is(PlainWord::curly)) return text;
    straight_ = replace_all(std::string(text), "’", "'");
    return straight_;
  }

  // "child(ren)"
  bool is_end_of_word(const PlainWord& word) const { return word.start >= 2 && page_.text[word.start - 1] == '(' && is_letter(page_.text[word.start - 2]); }

  bool is_listed(std::string_view word) const { return page_.rules.right.contains(word) || page_.site.is_site_word(word); }

  // Words that the dictionary does not have: ours, those with another's ending, and parts of a word with hyphens.
  bool is_known(size_t i) {
    const PlainWord& word = page_.words[i];
    const std::string text = small_word(page_.text_of(word));
    const std::string_view own = without_own(text);
    const bool listed = is_listed(text) || is_listed(own) || (own.ends_with('s') && is_listed(own.substr(0, own.size() - 1)));
    if (listed || std::any_of(own.begin(), own.end(), is_digit)) {  // "B2b"
      if (text.find('z') == std::string::npos) memory_.let_pass(word.hash);  // of those with one, american() is asked too
      return true;
    }
    if (is_end_of_word(word)) return true;
    if (own.size() < 2) return true;  // "the 4 P's"
    if (word.is(PlainWord::capital) && word.is(PlainWord::accented)) return true;  // a name from another language: "Tŷ"
    if (word.length <= 3 && text.find('.') != std::string::npos) return true;  // "e.g"
    const bool before = word.is(PlainWord::joined);
    const bool after = i + 1 < page_.words.size() && page_.words[i + 1].is(PlainWord::joined);
    if (!before && !after) return false;
    const size_t first = before ? i - 1 : i;
    const std::string whole = small_word(page_.words_from(first, 2));
    return is_listed(whole) || is_spelled_right(whole, WordHash::of(whole));
  }

  void add(size_t i, std::string help) {
    const PlainWord& word = page_.words[i];
    if (!seen_.insert(word.hash).second) return;
    ++found_;
    report_.add(spelling_mistakes, page_.page.path, page_.place_of(word.start, word.length), fmt::format("is '{}' spelled right?", page_.text_of(word)), std::move(help));
  }

  // "color": a row of the lists knows the right word.
  void say_listed(const PlainFind& found) {
    const std::string better = found.row->instead.empty() ? std::string() : in_the_same_form(*found.row, 0, page_.words[found.first_word].hash);
    add(found.first_word, better.empty() ? found.row->advice : fmt::format("Write '{}'.", better));
  }

  void say(size_t i) {
    const PlainWord& word = page_.words[i];
    if (seen_.contains(word.hash)) return;
    add(i, fmt::format("{}'{}' to known-words.txt in your site.", help_begins, without_own(page_.text_of(word))));
  }

  // "organize": the dictionary has both, and Britain's public bodies write -ise.
  void american(size_t i) {
    const PlainWord& word = page_.words[i];
    const std::string_view text = page_.text_of(word);
    const size_t at = text.rfind("iz");
    if (at == std::string_view::npos || at < 3 || word.is(PlainWord::name | PlainWord::accented)) return;
    static constexpr std::string_view endings[]{"ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations", "izational"};
    static constexpr std::string_view right[]{"size", "sizes", "sized", "sizing", "prize", "prizes", "prized", "seize", "seizes", "seized", "seizing", "capsize", "capsized", "downsize", "downsized", "downsizing", "resize", "resized", "oversized", "citizen"};
    const std::string plain = small_word(text);
    if (std::find(std::begin(endings), std::end(endings), std::string_view(plain).substr(at)) == std::end(endings)) return;
    if (std::find(std::begin(right), std::end(right), plain) != std::end(right) || is_listed(plain)) return;
    std::string british(text);
    british[at + 1] = 's';
    if (is_spelled_right(british, WordHash::of(british))) add(i, fmt::format("Write '{}', as people in Britain do.", british));
  }

  const PlainPage& page_;
  Report& report_;
  WordMemory& memory_;
  std::unordered_set<uint64_t> seen_;
  size_t found_ = 0;
  std::string straight_;
};

void check_spelling(const PlainPage& page, Report& report) { SpellingSearch(page, report).search(); }

}  // namespace

void suggest_spellings(Report& report) {
  const auto is_unknown = [](const Diagnostic& one) { return one.code == &spelling_mistakes && one.help.starts_with(help_begins); };
  if (std::none_of(report.all().begin(), report.all().end(), is_unknown)) return;
  Report suggested;
  size_t asked = 0;
  for (const Diagnostic& one : report.all()) {
    std::string near;
    if (is_unknown(one) && asked++ < most_suggested) {
      const size_t start = one.message.find('\'') + 1;
      const std::string word = replace_all(one.message.substr(start, one.message.rfind('\'') - start), "’", "'");
      for (const std::string& like : spelled_like(word, 3)) near += fmt::format("{}'{}'", near.empty() ? "Did you mean " : " or ", like);
      if (!near.empty()) near += "? ";
    }
    suggested.add(*one.code, one.path, one.place, one.message, near + one.help);
  }
  report = std::move(suggested);
}

const std::vector<PlainCheck>& spelling_checks() {
  static const std::vector<PlainCheck> checks{{spelling_mistakes, check_spelling}};
  return checks;
}

}  // namespace offer
