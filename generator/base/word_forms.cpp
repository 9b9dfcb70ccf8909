#include "base/word_forms.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

namespace {

constexpr size_t shortest = 2;  // of a word without its ending: "goes"

bool is_double(std::string_view stem) { return stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2]; }

}  // namespace

std::vector<std::string> word_forms(std::string_view word) {
  std::vector<std::string> forms{std::string(word)};
  if (word.size() > 64) return forms;
  for (const std::string_view own : {"'s", "'re", "'ll", "'ve", "'d", "'m", "’s", "'", "’"})
    if (word.ends_with(own) && word.size() > own.size()) {
      word.remove_suffix(own.size());
      forms.emplace_back(word);
      break;
    }
  const auto add = [&](std::string_view stem, std::string_view ending = "") {
    if (stem.size() >= shortest) forms.push_back(std::string(stem).append(ending));
  };
  // What was put behind "stop", "write" or "worry" to make "stopped", "writing" or "worries".
  const auto without = [&](std::string_view ending) {
    if (!word.ends_with(ending) || word.size() <= ending.size()) return;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    add(stem);
    add(stem, "e");
    if (is_double(stem)) add(stem.substr(0, stem.size() - 1));
    if (stem.ends_with('i')) add(stem.substr(0, stem.size() - 1), "y");
  };
  if (!word.ends_with("ss")) {
    if (word.ends_with('s')) add(word.substr(0, word.size() - 1));
    if (word.ends_with("es")) without("es");
  }
  for (const std::string_view ending : {"ed", "ing", "er", "est", "ly", "n't", "n’t"}) without(ending);
  return forms;
}

bool is_form_of(std::string_view word, std::string_view plain) {
  if (word == plain) return true;
  // A form of a word of three letters or less is too often another word: "is" and "i".
  if (word.size() < 4 || plain.empty() || word.front() != plain.front() || word.size() + 1 < plain.size()) return false;
  const auto forms = word_forms(word);
  return std::find(forms.begin(), forms.end(), plain) != forms.end();
}

namespace {

struct Irregular {
  std::string_view plain, past, participle;
};
constexpr Irregular irregular[]{
    {"become", "became", "become"}, {"begin", "began", "begun"},   {"bring", "brought", "brought"}, {"build", "built", "built"},     {"buy", "bought", "bought"},
    {"choose", "chose", "chosen"},  {"come", "came", "come"},      {"cut", "cut", "cut"},           {"do", "did", "done"},           {"draw", "drew", "drawn"},
    {"drive", "drove", "driven"},   {"find", "found", "found"},    {"get", "got", "got"},           {"give", "gave", "given"},       {"go", "went", "gone"},
    {"grow", "grew", "grown"},      {"have", "had", "had"},        {"hear", "heard", "heard"},      {"hold", "held", "held"},        {"keep", "kept", "kept"},
    {"know", "knew", "known"},      {"lead", "led", "led"},        {"leave", "left", "left"},       {"let", "let", "let"},           {"lose", "lost", "lost"},
    {"make", "made", "made"},       {"meet", "met", "met"},        {"pay", "paid", "paid"},         {"put", "put", "put"},           {"read", "read", "read"},
    {"ring", "rang", "rung"},       {"run", "ran", "run"},         {"say", "said", "said"},         {"see", "saw", "seen"},          {"send", "sent", "sent"},
    {"set", "set", "set"},          {"show", "showed", "shown"},   {"speak", "spoke", "spoken"},    {"spend", "spent", "spent"},     {"stand", "stood", "stood"},
    {"take", "took", "taken"},      {"teach", "taught", "taught"}, {"tell", "told", "told"},        {"think", "thought", "thought"}, {"undertake", "undertook", "undertaken"},
    {"write", "wrote", "written"}};

bool is_plain_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "stop", "plan", "commit", "embed": their last letter is doubled before -ed and -ing.
bool doubles_its_end(std::string_view word) {
  static constexpr std::string_view long_ones[]{"begin", "commit", "embed", "refer", "prefer", "occur", "transfer", "permit", "admit", "submit"};
  if (std::find(std::begin(long_ones), std::end(long_ones), word) != std::end(long_ones)) return true;
  const size_t n = word.size();
  return n >= 3 && n <= 4 && !is_plain_vowel(word[n - 1]) && is_plain_vowel(word[n - 2]) && !is_plain_vowel(word[n - 3]) && std::string_view("wxy").find(word[n - 1]) == std::string_view::npos;
}

}  // namespace

Forms forms_made_of(std::string_view plain) {
  Forms forms{std::string(plain), {}, {}, {}, {}};
  if (plain.size() < 2) return forms;
  const std::string word(plain);
  const std::string without_last = word.substr(0, word.size() - 1);
  const bool changes_y = word.back() == 'y' && !is_plain_vowel(word[word.size() - 2]);
  const bool hisses = plain.ends_with('s') || plain.ends_with('x') || plain.ends_with('z') || plain.ends_with("ch") || plain.ends_with("sh") || plain == "go" || plain == "do";
  forms.third = plain == "have" ? "has" : changes_y ? without_last + "ies" : word + (hisses ? "es" : "s");
  const std::string stem = doubles_its_end(plain) ? word + word.back() : word;
  const bool silent_e = word.back() == 'e' && !plain.ends_with("ee");
  forms.ing = (silent_e ? without_last : stem) + "ing";
  forms.past = changes_y ? without_last + "ied" : word.back() == 'e' ? word + "d" : stem + "ed";
  forms.participle = forms.past;
  for (const Irregular& one : irregular)
    if (one.plain == plain) forms.past = one.past, forms.participle = one.participle;
  return forms;
}

}  // namespace offer
