// Long words for which there is a short one that always fits: whilst -> while. The list is easy-read/plain-english/words.csv (PE-07).
#include "mend/easier_words.h"

#include <algorithm>
#include <unordered_map>

#include "load/csv.h"
#include "mend/words_in.h"

namespace offer {

namespace {

// The word before `at` in the same line is "a" or "an", which would have to change with it.
bool after_article(std::string_view bytes, size_t at) {
  const std::string_view before = bytes.substr(0, at);
  for (const std::string_view article : {"a ", "an ", "A ", "An "})
    if (before.ends_with(article) && word_begins_at(bytes, at - article.size())) return true;
  return false;
}

// The word before `at` in the same line is one behind which a noun stands: "the purchase".
bool before_noun(std::string_view bytes, size_t at) {
  constexpr std::string_view signs[]{"a",    "an",    "the",  "this", "that",  "these", "those", "any",   "each", "every", "some", "no",   "of",   "for",   "in",    "on",  "by",
                                     "with", "after", "from", "our",  "your",  "their", "its",   "his",   "her",  "my",    "such", "new",  "all",  "other", "first", "last"};
  size_t end = at;
  while (end > 0 && bytes[end - 1] == ' ') --end;
  size_t start = end;
  while (start > 0 && is_letter(bytes[start - 1])) --start;
  const std::string word = lower(bytes.substr(start, end - start));
  return end < at && std::find(std::begin(signs), std::end(signs), word) != std::end(signs);
}

// A capital here begins a sentence, so it says nothing of the word.
bool begins_sentence(const MendSource& source, const Stretch& stretch, size_t at) {
  if (at == stretch.from) return stretch.begins_block;
  size_t before = at;
  while (before > stretch.from && source.bytes[before - 1] == ' ') --before;
  return before > stretch.from && std::string_view(".!?").find(source.bytes[before - 1]) != std::string_view::npos;
}

void find_easier_words(const MendSource& source, std::vector<Edit>& edits) {
  if (source.rules.easier_words.empty()) return;
  // By the first word in small letters.
  std::unordered_multimap<std::string, const EasierWord*> by_word;
  for (const EasierWord& one : source.rules.easier_words) by_word.emplace(lower(words_of(one.words).front()), &one);
  for (const Stretch& stretch : source.stretches) {
    if (stretch.kind != StretchKind::prose && stretch.kind != StretchKind::setting) continue;
    for (size_t at = stretch.from; at < stretch.to;) {
      size_t length = 0;
      while (at + length < stretch.to && !word_ends_at(source.bytes, at + length)) length += word_length(source.bytes, at + length);
      if (length == 0) {
        at += character_length(source.bytes, at);
        continue;
      }
      const size_t start = at;
      at += length;
      if (!word_begins_at(source.bytes, start) || (start > 0 && source.bytes[start - 1] == '-')) continue;
      const EasierWord* best = nullptr;
      const auto [first, last] = by_word.equal_range(lower(source.bytes.substr(start, length)));
      for (auto one = first; one != last; ++one) {
        const std::string_view words = one->second->words;
        const size_t end = start + words.size();
        if (end > stretch.to || !equal_ignoring_case(source.bytes.substr(start, words.size()), words) || !word_ends_at(source.bytes, end)) continue;
        if (end < source.bytes.size() && source.bytes[end] == '-') continue;
        if (best == nullptr || words.size() > best->words.size()) best = one->second;
      }
      if (best == nullptr || (best->verb && before_noun(source.bytes, start))) continue;
      const std::string_view found = source.bytes.substr(start, best->words.size());
      const bool capital = is_upper(found.front());
      // A name, a title, capitals for loudness: not ours to change.
      if (capital && !begins_sentence(source, stretch, start)) continue;
      if (lower(found.substr(1)) != found.substr(1)) continue;
      if (after_article(source.bytes, start)) continue;
      std::string instead = best->instead;
      if (capital && is_lower(instead.front())) instead.front() = static_cast<char>(instead.front() - 'a' + 'A');
      edits.push_back({start, start + found.size(), std::move(instead)});
      at = start + found.size();
    }
  }
}

}  // namespace

std::vector<EasierWord> easier_words_in(const std::vector<SourceFile>& files) {
  std::vector<EasierWord> words;
  for (const SourceFile& file : files) {
    if (file.path != "plain-english/words.csv") continue;
    const Csv csv = parse_csv(file.bytes);
    if (csv.rows.empty()) continue;
    std::map<std::string, size_t> columns;
    for (size_t i = 0; i < csv.rows.front().cells.size(); ++i) columns.emplace(lower(trim(csv.rows.front().cells[i])), i);
    const auto cell = [&](const CsvRow& row, const std::string& column) {
      const auto found = columns.find(column);
      return found == columns.end() || found->second >= row.cells.size() ? std::string() : std::string(trim(row.cells[found->second]));
    };
    for (size_t i = 1; i < csv.rows.size(); ++i) {
      const CsvRow& row = csv.rows[i];
      // Exceptions need a person, and so does a choice or a whole sentence of advice.
      std::string instead = cell(row, "instead");
      if (cell(row, "fix") != "yes" || !cell(row, "unless").empty() || instead.empty() || instead.find_first_of("|.") != std::string::npos) continue;
      // "commence*" is a verb: of its forms only the plain one is surely right, "to commence" and "you commence".
      const bool verb = instead.find('*') != std::string::npos;
      instead = replace_all(std::move(instead), "*", "");
      const std::string phrases = cell(row, "words");
      for (const std::string_view one : split(phrases, '|')) {
        std::string phrase(trim(one));
        if (phrase.empty() || phrase.find('.') != std::string::npos || verb != (phrase.find('*') != std::string::npos)) continue;
        words.push_back({replace_all(std::move(phrase), "*", ""), instead, verb});
      }
    }
  }
  return words;
}

const Mend easier_word_mend{.name = "easier-words", .says = "long words for which a short one always fits", .find = find_easier_words};

}  // namespace offer
