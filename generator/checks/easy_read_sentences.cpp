// Sentences of Easy Read: short, one idea each, and who does what.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/word_forms.h"
#include "checks/easy_read_page.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

template <size_t n>
bool is_in_array(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Calls visit(line, sentence) for every sentence beside a picture.
template <class Visit>
void each_easy_sentence(const EasyPage& page, Visit visit) {
  for (const EasyLine& line : page.lines)
    if (line.kind == LineKind::row)
      for (const EasySentence& sentence : line.sentences) visit(line, sentence);
}

template <class Visit>
void each_word_of_sentence(const EasyLine& line, const EasySentence& sentence, Visit visit) {
  for (size_t i = 0; i < sentence.words; ++i) visit(sentence.first_word + i, line.words[sentence.first_word + i]);
}

void long_easy_sentences(const EasyPage& page, Report& report) {
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    if (sentence.count > page.rules.words_in_a_sentence && sentence.count <= page.rules.words_in_a_sentence_never_over)
      report.add(codes::easy_read_long_sentences, page.page.path, line.place_of(sentence),
                 fmt::format("this sentence has {} words; {} are the most, and 10 are better", sentence.count, page.rules.words_in_a_sentence),
                 "Make two sentences of it, each on its own line.");
  });
}

void very_long_easy_sentences(const EasyPage& page, Report& report) {
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    if (sentence.count > page.rules.words_in_a_sentence_never_over)
      report.add(
          codes::easy_read_very_long_sentences, page.page.path, line.place_of(sentence),
          fmt::format("this sentence has {} words; it must never have more than {}", sentence.count, page.rules.words_in_a_sentence_never_over),
          fmt::format("Make sentences of {} words or fewer of it, each on its own line.", page.rules.words_in_a_sentence));
  });
}

void long_easy_average(const EasyPage& page, Report& report) {
  size_t words = 0;
  size_t sentences = 0;
  each_easy_sentence(page, [&](const EasyLine&, const EasySentence& sentence) {
    words += sentence.count;
    ++sentences;
  });
  if (sentences < 3 || words <= sentences * page.rules.words_on_average) return;
  report.add(codes::easy_read_long_sentences_on_average, page.page.path, {1, 0, 0},
             fmt::format("the sentences of this page have {} words on average; {} are the most", (words + sentences / 2) / sentences,
                         page.rules.words_on_average),
             "'local-offer easy-read suggest' shows how long each one is. Make the longest shorter.");
}

// A word that joins two clauses: "because" wherever it stands inside, "and" and "or" only before a new subject.
bool joins_sentences(const EasyLine& line, const EasySentence& sentence, size_t at) {
  static constexpr std::array<std::string_view, 8> always{"because", "which", "although", "whereas", "but", "unless", "while", "therefore"};
  static constexpr std::array<std::string_view, 3> before_a_subject{"and", "or", "so"};
  static constexpr std::array<std::string_view, 10> subjects{"you", "we", "they", "he", "she", "it", "i", "there", "this", "then"};
  if (at == sentence.first_word) return false;
  const std::string& word = line.words[at].lower;
  if (is_in_array(always, word)) return true;
  return is_in_array(before_a_subject, word) && at + 1 < sentence.first_word + sentence.words && is_in_array(subjects, line.words[at + 1].lower);
}

void two_ideas(const EasyPage& page, Report& report) {
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    if (sentence.count <= page.rules.words_with_two_ideas) return;
    for (size_t i = sentence.first_word; i < sentence.first_word + sentence.words; ++i)
      if (joins_sentences(line, sentence, i)) {
        report.add(codes::easy_read_sentences_with_two_ideas, page.page.path, line.place_of(line.words[i]),
                   fmt::format("this sentence says two things, joined by '{}'", line.text_of(line.words[i])),
                   "Say the first. End the sentence. Then say the second.");
        return;
      }
  });
}

constexpr std::array<std::string_view, 8> forms_of_be{"am", "is", "are", "was", "were", "be", "been", "being"};

// Third forms of verbs that do not end in -ed.
constexpr std::array<std::string_view, 46> participles{
    "bought", "brought", "built",  "caught",  "chosen", "cut",  "done",       "drawn", "driven", "eaten",  "fed",  "forgotten",
    "found",  "given",   "heard",  "held",    "hidden", "kept", "known",      "laid",  "led",    "left",   "lent", "made",
    "meant",  "paid",    "put",    "read",    "run",    "said", "seen",       "sent",  "set",    "shown",  "shut", "spent",
    "spoken", "taken",   "taught", "thought", "told",   "torn", "understood", "won",   "worn",   "written"};

// What people are, not what is done to them: "you are worried", "it is called", "you are allowed to", "it is based in".
constexpr std::array<std::string_view, 41> state_verbs{
    "allowed",      "annoyed",  "ashamed", "autistic",  "based",      "bored",      "called",   "closed",  "concerned", "confused", "disabled",
    "disappointed", "divorced", "excited", "finished",  "frightened", "interested", "involved", "left",    "linked",    "locked",   "married",
    "named",        "needed",   "pleased", "prepared",  "registered", "related",    "relaxed",  "retired", "scared",    "shocked",  "surprised",
    "supposed",     "tired",    "worried", "satisfied", "delighted",  "qualified",  "trained",  "used"};

bool is_easy_participle(const std::string& word) {
  if (is_in_array(state_verbs, word)) return false;
  if (is_in_array(participles, word)) return true;
  static constexpr std::array<std::string_view, 6> no_verbs{"need", "bed", "red", "hundred", "speed", "indeed"};
  return word.size() > 4 && word.ends_with("ed") && !is_in_array(no_verbs, word);
}

void easy_passive(const EasyPage& page, Report& report) {
  static constexpr std::array<std::string_view, 9> between{"not", "also", "always", "often", "never", "now", "only", "being", "been"};
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    const size_t end = sentence.first_word + sentence.words;
    for (size_t i = sentence.first_word; i < end; ++i) {
      if (!is_in_array(forms_of_be, line.words[i].lower)) continue;
      size_t next = i + 1;
      while (next < end && is_in_array(between, line.words[next].lower)) ++next;
      if (next >= end || !is_easy_participle(line.words[next].lower)) continue;
      if (line.words[next].lower == "made" && next + 1 < end && line.words[next + 1].lower == "up") continue;  // not real
      const EasyWord& last = line.words[next];
      const size_t start = line.words[i].start;
      report.add(codes::easy_read_passive_sentences, page.page.path, line.place_of(start, last.start + last.length - start),
                 fmt::format("'{}' does not say who does it", line.text.substr(start, last.start + last.length - start)),
                 "Say who: not 'You will be sent a letter' but 'We send you a letter'.");
      return;
    }
  });
}

bool is_negative(const EasyLine& line, size_t at) {
  static constexpr std::array<std::string_view, 9> negatives{"not", "never", "nobody", "nothing", "none", "neither", "nor", "cannot", "without"};
  static constexpr std::array<std::string_view, 6> sayings{"say", "says", "said", "answer", "means", "or"};
  const std::string& word = line.words[at].lower;
  if (word == "no") return at + 1 < line.words.size() && !(at > 0 && is_in_array(sayings, line.words[at - 1].lower));
  return is_in_array(negatives, word) || word.ends_with("n't");
}

void easy_double_negatives(const EasyPage& page, Report& report) {
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    size_t found = 0;
    each_word_of_sentence(line, sentence, [&](size_t at, const EasyWord& word) {
      if (is_negative(line, at) && ++found == 2)
        report.add(codes::easy_read_double_negatives, page.page.path, line.place_of(word),
                   fmt::format("'{}' is the second 'no' in this sentence", line.text_of(word)),
                   "Say what is so: not 'You cannot go without a form' but 'You need a form'.");
    });
  });
}

// "Do not …", "Never …", "You must not …"
void negative_orders(const EasyPage& page, Report& report) {
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    const auto word = [&](size_t i) {
      return i < sentence.words ? std::string_view(line.words[sentence.first_word + i].lower) : std::string_view{};
    };
    size_t length = 0;
    if ((word(0) == "do" && word(1) == "not") || (word(0) == "never" && word(1) != "mind")) length = word(0) == "do" ? 2 : 1;
    else if (word(0) == "don't") length = 1;
    else if (word(0) == "you" && (word(1) == "must" || word(1) == "should") && word(2) == "not") length = 3;
    if (length == 0 || (word(0) == "do" && word(2) == "worry") || word(1) == "worry") return;
    const EasyWord& last = line.words[sentence.first_word + length - 1];
    report.add(codes::easy_read_negative_orders, page.page.path, line.place_of(sentence.start, last.start + last.length - sentence.start),
               "this says what not to do", "Say what to do: not 'Do not be late' but 'Come on time'.");
  });
}

void semicolons(const EasyPage& page, Report& report) {
  for (const EasyLine& line : page.lines)
    for (size_t at = line.text.find(';'); at != std::string::npos; at = line.text.find(';', at + 1))
      report.add(codes::easy_read_semicolons, page.page.path, line.place_of(at, 1), "many people do not know this sign, the semi-colon",
                 "End the sentence with a full stop, and begin a new one.");
}

void many_commas(const EasyPage& page, Report& report) {
  each_easy_sentence(page, [&](const EasyLine& line, const EasySentence& sentence) {
    const std::string_view text = line.text_of(sentence);
    size_t commas = 0;
    for (size_t i = 0; i < text.size(); ++i)
      if (text[i] == ',' && !(i + 1 < text.size() && is_digit(text[i + 1]))) ++commas;  // not the one of 1,000
    if (commas > page.rules.commas_in_a_sentence)
      report.add(codes::easy_read_many_commas, page.page.path, line.place_of(sentence),
                 fmt::format("this sentence has {} commas; {} are the most", commas, page.rules.commas_in_a_sentence),
                 "Make more sentences of it, or a row for each thing.");
  });
}

}  // namespace

const std::vector<EasyReadCheck>& easy_read_sentence_checks() {
  static const std::vector<EasyReadCheck> checks{
      {codes::easy_read_long_sentences, long_easy_sentences},
      {codes::easy_read_very_long_sentences, very_long_easy_sentences},
      {codes::easy_read_long_sentences_on_average, long_easy_average},
      {codes::easy_read_sentences_with_two_ideas, two_ideas},
      {codes::easy_read_passive_sentences, easy_passive},
      {codes::easy_read_double_negatives, easy_double_negatives},
      {codes::easy_read_negative_orders, negative_orders},
      {codes::easy_read_semicolons, semicolons},
      {codes::easy_read_many_commas, many_commas},
  };
  return checks;
}

}  // namespace offer
