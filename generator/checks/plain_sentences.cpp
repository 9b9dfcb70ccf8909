// Sentences of plain English: short, and clear about who does what (PE-01, PE-02, PE-03, PE-08, PE-20).
#include <algorithm>

#include "base/text.h"
#include "checks/plain_page.h"

namespace offer {

namespace {

const Code long_sentences{"long-sentences", Severity::warning, "PE-01"};
const Code very_long_sentences{"very-long-sentences", Severity::error, "PE-01"};
const Code long_sentences_on_average{"long-sentences-on-average", Severity::warning, "PE-02"};
const Code long_paragraphs{"long-paragraphs", Severity::warning, "PE-03"};
const Code passive_sentences{"passive-sentences", Severity::look, "PE-08"};
const Code double_negatives{"double-negatives", Severity::warning, "PE-20"};
const Code negative_contractions{"negative-contractions", Severity::warning, "PE-20"};

unsigned most_sentence_words(const PlainPage& page) {
  return page.written_for == WrittenFor::young_people ? std::min(page.rules.words_in_a_sentence, page.rules.words_in_a_sentence_for_young_people)
                                                      : page.rules.words_in_a_sentence;
}

// Calls visit(part, sentence) for every sentence of the text, not for headings, labels, tables and lists of links.
template <class Visit>
void each_plain_sentence(const PlainPage& page, Visit visit) {
  for (const PlainPart& part : page.parts)
    if (part.is_prose())
      for (uint32_t s = part.first_sentence; s < part.sentences_end; ++s)
        if (!page.sentences[s].label) visit(part, page.sentences[s]);
}

void long_plain_ones(const PlainPage& page, Report& report) {
  const unsigned most = most_sentence_words(page);
  if (page.longest_sentence <= most) return;
  each_plain_sentence(page, [&](const PlainPart& part, const PlainSentence& sentence) {
    if (sentence.count > most && sentence.count <= page.rules.words_in_a_sentence_never_over)
      report.add(long_sentences, page.page.path, page.place_of(part, sentence.start, sentence.length),
                 fmt::format("this sentence has {} words; {} are the most", sentence.count, most),
                 "Make two sentences of it. Look for 'and', 'which' or a comma where the first can end. If it lists things, make it a list.");
  });
}

void very_long_ones(const PlainPage& page, Report& report) {
  if (page.longest_sentence <= page.rules.words_in_a_sentence_never_over) return;
  each_plain_sentence(page, [&](const PlainPart& part, const PlainSentence& sentence) {
    if (sentence.count > page.rules.words_in_a_sentence_never_over)
      report.add(very_long_sentences, page.page.path, page.place_of(part, sentence.start, sentence.length),
                 fmt::format("this sentence has {} words; it must never have more than {}", sentence.count, page.rules.words_in_a_sentence_never_over),
                 fmt::format("Make sentences of {} words or fewer of it. If it lists things, make it a list.", most_sentence_words(page)));
  });
}

void long_plain_average(const PlainPage& page, Report& report) {
  constexpr size_t fewest = 8;  // of fewer, one long sentence decides, and long-sentences names that
  size_t words = 0;
  size_t sentences = 0;
  each_plain_sentence(page, [&](const PlainPart& part, const PlainSentence& sentence) {
    if (part.kind != PartKind::paragraph) return;
    words += sentence.count;
    ++sentences;
  });
  if (sentences < fewest || words <= sentences * page.rules.words_on_average) return;
  report.add(long_sentences_on_average, page.page.path, {1, 0, 0},
             fmt::format("the sentences of this page have {} words on average; {} are the most", (words + sentences / 2) / sentences, page.rules.words_on_average),
             "Most sentences can be shorter, even if none is too long by itself. Read it aloud: where you take breath, a sentence can end.");
}

void long_paras(const PlainPage& page, Report& report) {
  for (const PlainPart& part : page.parts) {
    if (part.kind != PartKind::paragraph) continue;
    size_t sentences = 0;
    size_t words = 0;
    for (uint32_t s = part.first_sentence; s < part.sentences_end; ++s) {
      if (page.sentences[s].label) continue;
      ++sentences;
      words += page.sentences[s].count;
    }
    // Many very short sentences are easy to read.
    const bool many = sentences > page.rules.sentences_in_a_paragraph && words > page.rules.words_in_a_short_paragraph;
    if (!many && words <= page.rules.words_in_a_paragraph) continue;
    report.add(long_paragraphs, page.page.path, page.place_of(part, part.start, part.end - part.start),
               many ? fmt::format("this paragraph has {} sentences; {} are the most", sentences, page.rules.sentences_in_a_paragraph)
                    : fmt::format("this paragraph has {} words; {} are the most", words, page.rules.words_in_a_paragraph),
               "Leave an empty line where it comes to the next thing, or make a list of it.");
  }
}

bool is_plain_participle(const PlainPage& page, const PlainWord& word) {
  if (word.can(state)) return false;
  if (word.can(participle)) return true;
  const std::string_view text = page.text_of(word);
  return word.length > 4 && text.ends_with("ed") && !text.ends_with("eed") && word.marks == 0 && !text.starts_with("un");
}

// "You will be told", "is decided by the panel": what is clear enough to be worth a look.
void plain_passive(const PlainPage& page, Report& report) {
  static const uint64_t by = WordHash::of("by");
  static const uint64_t be = WordHash::of("be");
  static const uint64_t will = WordHash::of("will");
  static const uint64_t you = WordHash::of("you");
  static const std::vector<uint64_t> articles{WordHash::of("the"), WordHash::of("a"), WordHash::of("an"), WordHash::of("our"), WordHash::of("your")};
  // "by the end of May", "by the rules": no one does it.
  static const std::vector<uint64_t> no_one{WordHash::of("end"),   WordHash::of("date"), WordHash::of("day"),  WordHash::of("time"),   WordHash::of("start"),   WordHash::of("age"),
                                            WordHash::of("law"),   WordHash::of("rules"), WordHash::of("principles"), WordHash::of("deadline"), WordHash::of("summer"), WordHash::of("autumn"),
                                            WordHash::of("spring"), WordHash::of("beginning"), WordHash::of("middle"), WordHash::of("next"), WordHash::of("way"), WordHash::of("same")};
  const auto is_in = [](const std::vector<uint64_t>& list, uint64_t hash) { return std::find(list.begin(), list.end(), hash) != list.end(); };
  each_plain_sentence(page, [&](const PlainPart& part, const PlainSentence& sentence) {
    if ((sentence.facts & to_be) == 0) return;
    const size_t end = sentence.first_word + sentence.words;
    for (size_t i = sentence.first_word; i < end; ++i) {
      if (!page.words[i].can(to_be) || page.words[i].is(PlainWord::quoted)) continue;
      size_t next = i + 1;
      while (next < end && page.words[next].can(between)) ++next;
      if (next >= end || !is_plain_participle(page, page.words[next]) || page.gap_after(next - 1) != " ") continue;
      const bool says_who = page.words[i].hash != be && next + 3 < end && page.words[next + 1].hash == by && is_in(articles, page.words[next + 2].hash) &&
                            !is_in(no_one, page.words[next + 3].hash) && !page.words[next + 3].is(PlainWord::number);
      const bool will_be = page.words[i].hash == be && i >= sentence.first_word + 2 && page.words[i - 1].hash == will && page.words[i - 2].hash == you;
      if (!says_who && !will_be) continue;
      const size_t start = page.words[i].start;
      const size_t last = says_who ? next + 1 : next;
      const std::string words = page.words_from(i, last - i + 1);
      report.add(passive_sentences, page.page.path, page.place_of(part, start, page.words[last].start + page.words[last].length - start),
                 says_who ? fmt::format("'{}' tells who does it last", words) : fmt::format("'{}' does not say who does it", words),
                 says_who ? "Begin with who does it: not 'A plan is written by the council' but 'The council writes a plan'."
                          : "Say who: not 'You will be sent a letter' but 'We will send you a letter'.");
      return;
    }
  });
}

// "not uncommon": a word that "un" turns round.
bool is_turned_round(std::string_view word) {
  static constexpr std::string_view words[]{"uncommon", "unusual",    "unreasonable", "unlikely",  "unlike",      "unimportant", "unhelpful", "unaware",  "unfair",
                                            "unable",   "unwilling",  "unknown",      "impossible", "infrequent", "insignificant", "illegal",  "inappropriate", "unlawful"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

void two_negatives(const PlainPage& page, Report& report) {
  static const uint64_t without = WordHash::of("without");
  static const uint64_t fail = WordHash::of("fail");
  static const uint64_t unless = WordHash::of("unless");
  static const uint64_t not_hash = WordHash::of("not");
  static const uint64_t you = WordHash::of("you");
  static const uint64_t we = WordHash::of("we");
  static const std::vector<uint64_t> relative{WordHash::of("who"), WordHash::of("whoever"), WordHash::of("that"), WordHash::of("which")};
  static const std::vector<uint64_t> nothing{WordHash::of("nothing"), WordHash::of("nobody"), WordHash::of("none"), WordHash::of("never")};
  each_plain_sentence(page, [&](const PlainPart& part, const PlainSentence& sentence) {
    if ((sentence.facts & negative) == 0) return;
    const size_t end = sentence.first_word + sentence.words;
    for (size_t i = sentence.first_word; i < end; ++i) {
      const PlainWord& word = page.words[i];
      if (!word.can(negative) || word.hash == without || word.is(PlainWord::quoted)) continue;
      constexpr size_t reach = 5;
      // "You cannot go without a form": what somebody needs, said the wrong way round. "It could not go on without them" is only so.
      bool of_reader = false;
      for (size_t back = 1; back <= 2 && i >= sentence.first_word + back; ++back) of_reader = of_reader || page.words[i - back].hash == you || page.words[i - back].hash == we;
      // "Who cannot see it gets nothing": the second no belongs to the sentence around the clause.
      bool in_clause = false;
      for (size_t back = 1; back <= 3 && i >= sentence.first_word + back; ++back) in_clause = in_clause || std::find(relative.begin(), relative.end(), page.words[i - back].hash) != relative.end();
      for (size_t j = i + 1; j < end && j <= i + reach; ++j) {
        if (page.gap_after(j - 1) != " ") break;  // another clause, most often
        const PlainWord& other = page.words[j];
        const bool second = (!in_clause && std::find(nothing.begin(), nothing.end(), other.hash) != nothing.end()) || other.hash == fail || (of_reader && (other.hash == without || other.hash == unless)) ||
                            (j == i + 1 && word.hash == not_hash && is_turned_round(page.text_of(other)));
        if (!second || (other.hash == fail && j > i + 2)) continue;
        report.add(double_negatives, page.page.path, page.place_of(part, word.start, other.start + other.length - word.start),
                   fmt::format("'{}' says no twice", page.words_from(i, j - i + 1)), "Say what is so: not 'You cannot go without a form' but 'You need a form to go'.");
        return;
      }
    }
  });
}

void contractions(const PlainPage& page, Report& report) {
  for (const uint32_t i : page.negatives) {
    const PlainWord& word = page.words[i];
    if (word.length < 5 || word.is(PlainWord::quoted | PlainWord::name)) continue;
    const std::string text = replace_all(lower(page.text_of(word)), "’", "'");
    if (!text.ends_with("n't")) continue;
    const std::string verb = text == "can't" ? "can" : text == "won't" ? "will " : text.substr(0, text.size() - 3) + " ";
    report.add(negative_contractions, page.page.path, page.place_of(word.start, word.length), fmt::format("the 'not' in '{}' is easily missed", page.text_of(word)),
               fmt::format("Write '{}not'.", verb));
  }
}

}  // namespace

const std::vector<PlainCheck>& plain_sentence_checks() {
  static const std::vector<PlainCheck> checks{
      {long_sentences, long_plain_ones},       {very_long_sentences, very_long_ones}, {long_sentences_on_average, long_plain_average},
      {long_paragraphs, long_paras},     {passive_sentences, plain_passive},          {double_negatives, two_negatives},
      {negative_contractions, contractions},
  };
  return checks;
}

}  // namespace offer
