// Sentences, words and their forms.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "base/parallel.h"
#include "base/sentences.h"
#include "base/text.h"
#include "base/word_forms.h"
#include "kit.h"

namespace offer::sentences_test {

namespace {

std::string pieces(std::string_view text, const std::vector<Span>& spans) {
  std::string result;
  for (const Span& span : spans) result += fmt::format("[{}]", text.substr(span.start, span.length));
  return result;
}
std::string sentences(std::string_view text) { return pieces(text, sentences_in(text)); }
std::string words(std::string_view text) { return pieces(text, words_in(text)); }

bool has(std::string_view word, std::string_view plain) { return is_form_of(word, plain); }

}  // namespace

TEST_CASE("sentences end at full stops, question and exclamation marks, and not at every dot") {
  CHECK(sentences("Ask us. Do you? Yes!  We help") == "[Ask us.][Do you?][Yes!][We help]");
  CHECK(sentences("Ask Dr. Jones at 3.30 p.m. about it.") == "[Ask Dr. Jones at 3.30 p.m. about it.]");
  CHECK(sentences("“Ask us.” He said so.") == "[“Ask us.”][He said so.]");
  CHECK(sentences("") == "");
  CHECK(sentences("   ") == "");
}

TEST_CASE("words have their apostrophes and accents, and numbers their commas") {
  CHECK(words("Don’t ask the café for 3,000 e-mails.") == "[Don’t][ask][the][café][for][3,000][e][mails]");
  CHECK(words("…, – !") == "");
}

TEST_CASE("sentences and words are the same from several threads") {
  const std::string text = "You can’t ask at café 7. Do you? Yes!";
  std::vector<std::string> found(64);
  parallel_for(found.size(), 4, [&](size_t i) { found[i] = sentences(text) + words(text); });
  for (const std::string& one : found) CHECK(one == found.front());
}

TEST_CASE("the quick way through plain text gives what ICU gives") {
  constexpr std::string_view signs = "aaaaBBc  111.,;'!?-\"()/:_\n\t@&%$#";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = signs[random() % signs.size()];
    CAPTURE(text);
    REQUIRE(words(text) == pieces(text, words_by_icu(text)));
    REQUIRE(sentences(text) == pieces(text, sentences_by_icu(text)));
  }
}

TEST_CASE("the quick way gives what ICU gives for the sentences of real pages") {
  size_t lines = 0;
  for (const SourceFile& file : kit::real_inputs().content) {
    if (!file.path.ends_with(".md")) continue;
    for (const std::string_view line : split(file.bytes, '\n')) {
      if (line.empty()) continue;
      CAPTURE(line);
      REQUIRE(sentences(line) == pieces(line, sentences_by_icu(line)));
      ++lines;
    }
  }
  CHECK(lines > 5000);
}

TEST_CASE("the quick way knows every common word that ICU takes for a short form") {
  std::string wrong;
  for (const SourceFile& file : kit::real_inputs().easy_read)
    if (file.path == "words/known.txt")
      for (const std::string_view word : split(file.bytes, '\n')) {
        if (word.empty() || word.front() == '#') continue;
        const std::string text = fmt::format("They have {}. Then ask.", word);
        if (sentences(text) != pieces(text, sentences_by_icu(text))) wrong.append(word).append(" ");
      }
  CHECK(wrong == "");
}

TEST_CASE("verbs have their forms, irregular ones too") {
  const auto forms = [](std::string_view verb) {
    const Forms made = forms_made_of(verb);
    return fmt::format("{} {} {} {} {}", made.plain, made.third, made.ing, made.past, made.participle);
  };
  CHECK(forms("help") == "help helps helping helped helped");
  CHECK(forms("use") == "use uses using used used");
  CHECK(forms("try") == "try tries trying tried tried");
  CHECK(forms("stop") == "stop stops stopping stopped stopped");
  CHECK(forms("embed") == "embed embeds embedding embedded embedded");
  CHECK(forms("give") == "give gives giving gave given");
  CHECK(forms("get") == "get gets getting got got");
  CHECK(forms("reach") == "reach reaches reaching reached reached");
  CHECK(forms("pay") == "pay pays paying paid paid");
  CHECK(forms("a") == "a    ");
}

TEST_CASE("bad bytes and very long text do no harm") {
  CHECK(words_in("\xFF\xFE a").size() >= 1);
  CHECK(sentences_in(std::string(200'000, 'a')).size() == 1);
}

TEST_CASE("a word is a form of the one that it comes from") {
  CHECK(has("families", "family"));
  CHECK(has("stopped", "stop"));
  CHECK(has("writing", "write"));
  CHECK(has("parent's", "parent"));
  CHECK(has("parents’", "parent"));
  CHECK(has("happiest", "happy"));
  CHECK(has("quickly", "quick"));
  CHECK(has("goes", "go"));
  CHECK(has("don't", "do"));
  CHECK(has("you'll", "you"));
  CHECK_FALSE(has("is", "i"));
  CHECK_FALSE(has("party", "part"));
  CHECK_FALSE(has("class", "clas"));
}

TEST_CASE("whoever knows where the signs stand that end sentences gets the same sentences") {
  constexpr std::string_view signs = "aaaaabBBc  111.,;'!?-\"()/:";
  std::mt19937 random(9);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 60, ' ');
    for (char& c : text) c = signs[random() % signs.size()];
    CAPTURE(text);
    const auto offset = static_cast<uint32_t>(random() % 100);
    std::vector<uint32_t> ends;
    for (uint32_t i = 0; i < text.size(); ++i)
      if (text[i] == '.' || text[i] == '!' || text[i] == '?') ends.push_back(i + offset);
    std::vector<Span> found;
    find_sentences(text, ends, offset, found);
    REQUIRE(pieces(text, found) == sentences(text));
  }
}

}  // namespace offer::sentences_test
