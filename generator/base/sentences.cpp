#include "base/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "base/eight_bytes.h"
#include "base/failure.h"
#include "base/text.h"

namespace offer {

namespace {

// The first sign from here on that can end a sentence; npos: there is none.
size_t first_end(std::string_view text, size_t from) {
  for (; from + 8 <= text.size(); from += 8) {
    const uint64_t eight = eight_bytes(text.data() + from);
    if (const uint64_t ends = bytes_that_are(eight, '.') | bytes_that_are(eight, '!') | bytes_that_are(eight, '?'); ends != 0) return from + first_of(ends);
  }
  while (from < text.size() && text[from] != '.' && text[from] != '!' && text[from] != '?') ++from;
  return from < text.size() ? from : std::string_view::npos;
}

// One iterator of a kind for this thread, and the text that it looks at.
class Breaks {
 public:
  explicit Breaks(icu::BreakIterator* (*make)(const icu::Locale&, UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    breaks_.reset(make(icu::Locale("en_GB@ss=standard"), status));
    if (U_FAILURE(status) || breaks_ == nullptr)
      throw Failure("the Unicode rules for words and sentences could not be read", "Install the package libicu72 again.");
  }
  ~Breaks() { utext_close(&text_); }
  Breaks(const Breaks&) = delete;
  Breaks& operator=(const Breaks&) = delete;

  // Calls piece(start, end, is_word) for each piece of the text, in order.
  template <class Piece>
  void each(std::string_view text, Piece piece) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<int64_t>(text.size()), &status);
    breaks_->setText(&text_, status);
    if (U_FAILURE(status)) return;
    int32_t start = breaks_->first();
    for (int32_t end = breaks_->next(); end != icu::BreakIterator::DONE; start = end, end = breaks_->next())
      piece(static_cast<size_t>(start), static_cast<size_t>(end), breaks_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT);
  }

 private:
  UText text_ = UTEXT_INITIALIZER;
  std::unique_ptr<icu::BreakIterator> breaks_;
};

// What ICU's list of short words leaves out, because in other countries they may end a sentence.
bool ends_with_short_word(std::string_view sentence) {
  for (const std::string_view word : {"Dr.", "St."})
    if (sentence.ends_with(word) && (sentence.size() == word.size() || sentence[sentence.size() - word.size() - 1] == ' ')) return true;
  return false;
}

}  // namespace

std::vector<Span> sentences_by_icu(std::string_view text) {
  static thread_local Breaks breaks(icu::BreakIterator::createSentenceInstance);
  std::vector<Span> result;
  breaks.each(text, [&](size_t start, size_t end, bool) {
    const std::string_view sentence = trim(text.substr(start, end - start));
    if (sentence.empty()) return;
    const auto from = static_cast<size_t>(sentence.data() - text.data());
    if (!result.empty() && ends_with_short_word(text.substr(result.back().start, result.back().length)))
      result.back().length = from + sentence.size() - result.back().start;
    else result.push_back({from, sentence.size()});
  });
  return result;
}

std::vector<Span> words_by_icu(std::string_view text) {
  static thread_local Breaks breaks(icu::BreakIterator::createWordInstance);
  std::vector<Span> result;
  breaks.each(text, [&](size_t start, size_t end, bool is_word) {
    if (is_word) result.push_back({start, end - start});
  });
  return result;
}

namespace {

// Whether a sign between two letters or two digits keeps them in one word: "don't", "e.g", "3,000".
bool joins_words(char before, char sign, char after) {
  const bool letters = is_letter(before) && is_letter(after);
  const bool digits = is_digit(before) && is_digit(after);
  return ((sign == '.' || sign == '\'') && (letters || digits)) || ((sign == ',' || sign == ';') && digits);
}

// Letters, signs and quotation marks of Latin script whose part in sentences is known here: for all others ICU is asked.
bool is_everyday_text(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    for (; i + 8 <= text.size(); i += 8) {
      const uint64_t eight = eight_bytes(text.data() + i);
      if (const uint64_t others = bytes_below(eight, 0x20) | bytes_that_are(eight, 0x7f) | bytes_not_ascii(eight); others != 0) {
        i += first_of(others);
        break;
      }
    }
    if (i >= text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      if (c == '\n' || c == '\r' || c == '\v' || c == '\f' || (c < 0x20 && c != '\t') || c == 0x7f) return false;
    } else if (c == 0xE2 && i + 2 < text.size() && text[i + 1] == '\x80') {
      const auto last = static_cast<unsigned char>(text[i + 2]);
      if (last != 0x93 && last != 0x94 && last != 0x98 && last != 0x99 && last != 0x9C && last != 0x9D) return false;  // – — ‘ ’ “ ”
      i += 2;
    } else if (i + 1 < text.size() && (c == 0xC3 || (c == 0xC2 && static_cast<unsigned char>(text[i + 1]) == 0xA3))) {  // é, £
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

// How many bytes a closing sign at `at` has: ) ] } " ' ’ ”.
size_t closing_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  switch (text[at]) {
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'': return 1;
    case '\xE2': return text.substr(at, 3) == "’" || text.substr(at, 3) == "”" ? 3 : 0;
    default: return 0;
  }
}

enum class SentenceEnd { yes, no, unsure };

// Whether the full stop at `at` can end a sentence, going by the word before it. Short forms ("Dr.", "vs.", "Dec.") are for ICU to know.
SentenceEnd ends_after_word(std::string_view text, size_t at) {
  size_t start = at;
  while (start > 0 && is_lower(text[start - 1])) --start;
  if (at - start > 6 && (start == 0 || text[start - 1] == ' ')) return SentenceEnd::yes;  // most words; no short form is so long
  while (start > 0 && (is_letter(text[start - 1]) || is_digit(text[start - 1]))) --start;
  const std::string_view word = text.substr(start, at - start);
  if (word.empty() || (start > 0 && text[start - 1] != ' ' && text[start - 1] != '-' && text[start - 1] != '(')) return SentenceEnd::unsure;
  if (std::all_of(word.begin(), word.end(), is_digit)) return SentenceEnd::yes;
  if (word.size() >= 3 && std::all_of(word.begin(), word.end(), is_upper)) return SentenceEnd::yes;  // "SEND"
  if (!std::all_of(word.begin() + 1, word.end(), is_lower)) return SentenceEnd::unsure;
  static constexpr std::string_view of_two[]{"it", "us", "so", "to", "me", "up", "on", "in", "do", "go", "we", "he", "be", "of", "by", "at", "is", "my"};
  if (word.size() == 2 && is_lower(word.front()))
    return std::find(std::begin(of_two), std::end(of_two), word) != std::end(of_two) ? SentenceEnd::yes : SentenceEnd::unsure;
  if (is_lower(word.front()))
    return word.size() < 3 || word == "app" || word == "exec" || word == "etc" || word == "approx" || word == "est" || word == "dept" ? SentenceEnd::unsure : SentenceEnd::yes;
  return is_upper(word.front()) && word.size() >= 5 && word != "Approx" ? SentenceEnd::yes : SentenceEnd::unsure;
}

// Whether a sentence ends with the sign at `at`, and if so where what belongs to it stops. By the rules SB6 to SB11 of UAX 29.
SentenceEnd ends_at(std::string_view text, size_t at, size_t& end) {
  size_t next = at + 1;
  while (const size_t length = closing_at(text, next)) next += length;
  end = next;
  if (next >= text.size()) return SentenceEnd::yes;
  if (text[at] == '.' && next == at + 1 && (is_letter(text[next]) || is_digit(text[next]))) {
    if (at == 0) return SentenceEnd::unsure;
    const char before = text[at - 1];
    if (is_lower(text[next]) || is_digit(text[next]) || is_letter(before)) return SentenceEnd::no;  // "gov.uk", "3.5", "U.S"
    return SentenceEnd::unsure;
  }
  if (text[next] != ' ') return SentenceEnd::unsure;
  while (next < text.size() && text[next] == ' ') ++next;
  if (next >= text.size()) return SentenceEnd::yes;
  if (!is_upper(text[next]) && (std::string_view(",-:;.!?\t").find(text[next]) != std::string_view::npos || text.substr(next, 2) == "\xE2\x80")) return SentenceEnd::unsure;
  if (text[at] != '.') return SentenceEnd::yes;
  // "of Year 11. 5 people came" goes on: after signs and digits a small letter comes first.
  for (size_t i = next; i < text.size(); ++i) {
    if (is_lower(text[i])) return SentenceEnd::no;
    if (is_upper(text[i])) break;
    if (static_cast<unsigned char>(text[i]) >= 0x80 || std::string_view(".!?").find(text[i]) != std::string_view::npos) return SentenceEnd::unsure;
  }
  return ends_after_word(text, at);
}

size_t skip_blanks(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

// False where only ICU can tell. next_end(from): the first sign from there on that can end a sentence, asked from left to right; npos: there is none.
template <class NextEnd>
bool quick_sentences(std::string_view text, const NextEnd& next_end, std::vector<Span>& to) {
  size_t start = skip_blanks(text, 0);
  for (size_t at = next_end(0); at != std::string_view::npos;) {
    size_t end = 0;
    const SentenceEnd ends = ends_at(text, at, end);
    if (ends == SentenceEnd::unsure || start == std::string_view::npos || at < start) return false;
    if (ends == SentenceEnd::yes) {
      to.push_back({start, end - start});
      start = skip_blanks(text, end);
    }
    at = next_end(ends == SentenceEnd::yes ? end : at + 1);
  }
  if (start != std::string_view::npos && start < text.size()) to.push_back({start, trim(text.substr(start)).size()});
  return true;
}

}  // namespace

void find_sentences(std::string_view text, std::vector<Span>& to) {
  to.clear();
  if (!is_everyday_text(text) || !quick_sentences(text, [&](size_t from) { return first_end(text, from); }, to)) to = sentences_by_icu(text);
}

void find_sentences(std::string_view text, std::span<const uint32_t> ends, size_t offset, std::vector<Span>& to) {
  to.clear();
  auto end = ends.begin();
  const auto next_end = [&](size_t from) {
    while (end != ends.end() && *end < from + offset) ++end;
    return end == ends.end() ? std::string_view::npos : *end - offset;
  };
  if (!quick_sentences(text, next_end, to)) to = sentences_by_icu(text);
}

std::vector<Span> sentences_in(std::string_view text) {
  std::vector<Span> result;
  find_sentences(text, result);
  return result;
}

std::vector<Span> words_in(std::string_view text) {
  if (!is_ascii(text) || text.find_first_of(":_@") != std::string_view::npos) return words_by_icu(text);
  std::vector<Span> result;
  for (size_t at = 0; at < text.size();) {
    if (!is_letter(text[at]) && !is_digit(text[at])) {
      ++at;
      continue;
    }
    size_t end = at + 1;
    while (end < text.size()) {
      if (is_letter(text[end]) || is_digit(text[end])) ++end;
      else if (end + 1 < text.size() && joins_words(text[end - 1], text[end], text[end + 1])) end += 2;
      else break;
    }
    result.push_back({at, end - at});
    at = end;
  }
  return result;
}

}  // namespace offer
