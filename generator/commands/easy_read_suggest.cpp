// easy-read suggest: for each sentence its length, its hard words with easier ones, and pictures that fit. Writes nothing.
#include <iostream>

#include "base/sentences.h"
#include "base/text.h"
#include "checks/easy_read_page.h"
#include "commands/easy_read.h"
#include "model/picture_index.h"

namespace offer {

namespace {

std::string pictures_for(const EasyLine& line, const EasySentence& sentence, const PictureIndex& index) {
  constexpr size_t most = 5;
  std::vector<std::string> words;
  for (size_t i = 0; i < sentence.words; ++i) words.push_back(line.words[sentence.first_word + i].lower);
  std::vector<std::string> parts;
  for (const PictureIndex::Fit& fit : index.that_fit(words)) {
    if (parts.size() == most) break;
    parts.push_back(fit.concept_name == lower(fit.word) ? fit.concept_name : fmt::format("{} ({})", fit.concept_name, fit.word));
  }
  return parts.empty() ? "none has a word of this sentence" : join(parts, ", ");
}

void print_hard_words(const EasyPage& page, const EasyLine& line, const EasySentence& sentence) {
  const size_t end = sentence.first_word + sentence.words;
  for (size_t i = sentence.first_word; i < end; ++i) {
    const EasyWord& word = line.words[i];
    const EasyPhrase* phrase = nullptr;
    for (const EasyPhrase& one : line.phrases)
      if (one.first_word == i) phrase = &one;
    if (phrase != nullptr) {
      const EasyWord& last = line.words[i + phrase->words - 1];
      std::cout << fmt::format("      hard: {} -> {}\n", line.text.substr(word.start, last.start + last.length - word.start),
                               phrase->phrase->easier.empty() ? "say it in other words" : phrase->phrase->easier);
      i += phrase->words - 1;
    } else if (!word.number && !word.address && word.length > 1 && word.term == none && !(is_upper(line.text[word.start]) && !word.first) &&
               !page.rules.words.is_known(word.lower)) {
      std::cout << fmt::format("      hard: {} (not in the list of words that people know)\n", line.text_of(word));
    }
  }
}

void print_sentence(const EasyPage& page, const EasyLine& line, const EasySentence& sentence, const PictureIndex& index, bool first_of_row) {
  const std::string_view too_long = sentence.count > page.rules.words_in_a_sentence ? ": too long" : "";
  std::cout << fmt::format("  {:>4} | {}\n      {}{}\n", line.place_of(sentence).line, line.text_of(sentence),
                           count_of(sentence.count, "word", "words"), too_long);
  print_hard_words(page, line, sentence);
  if (!first_of_row) return;
  const std::string_view now = page.rows[line.row].block->text;
  std::cout << fmt::format("      pictures: {}{}\n", pictures_for(line, sentence, index), now.empty() ? "" : fmt::format("; now: {}", now));
}

}  // namespace

int suggest_easier_words(const Arguments& arguments) {
  BuildOptions options = build_options(arguments);
  options.drafts = true;
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  const Page* easy = find_easy_read_page(prepared.site, arguments.page, arguments);
  if (easy == nullptr) return exit_status::usage;
  const SiteView site(prepared.site);
  const EasyPage page(*easy, site);
  const PictureIndex index(site.pictures());
  std::cout << fmt::format("{}: {}\n", easy->path, easy->title);
  size_t sentences = 0;
  size_t words = 0;
  for (const EasyLine& line : page.lines) {
    if (line.kind == LineKind::title) continue;
    if (line.kind == LineKind::heading) std::cout << fmt::format("\n  {:>4} | ## {}\n", line.place.line, line.text);
    if (line.kind != LineKind::row) continue;
    for (const EasySentence& sentence : line.sentences) {
      const bool first_of_row = &line == &page.lines[page.rows[line.row].lines.front()] && &sentence == &line.sentences.front();
      if (first_of_row) std::cout << "\n";
      print_sentence(page, line, sentence, index, first_of_row);
      ++sentences;
      words += sentence.count;
    }
  }
  std::cout << fmt::format("\n{} in {}, with {:.1f} words on average. Nothing was written.\n", count_of(sentences, "sentence", "sentences"),
                           count_of(page.rows.size(), "row", "rows"),
                           sentences == 0 ? 0.0 : static_cast<double>(words) / static_cast<double>(sentences));
  return exit_status::fine;
}

}  // namespace offer
