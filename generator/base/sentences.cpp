#include "base/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "base/failure.h"
#include "base/text.h"

namespace offer {

namespace {

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

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Whether a sign between two letters or two digits keeps them in one word: "don't", "e.g", "3,000".
bool joins(char before, char sign, char after) {
  const bool letters = is_letter(before) && is_letter(after);
  const bool digits = is_digit(before) && is_digit(after);
  return ((sign == '.' || sign == '\'') && (letters || digits)) || ((sign == ',' || sign == ';') && digits);
}

}  // namespace

std::vector<Span> sentences_in(std::string_view text) {
  // Without a sign that can end a sentence before the last place, the text is one sentence. (A quotation mark may stand behind the sign.)
  const std::string_view trimmed = trim(text);
  const size_t end = trimmed.find_first_of(".!?\n\r\v\f");
  if (!is_ascii(text) || (end != std::string_view::npos && end + 1 < trimmed.size())) return sentences_by_icu(text);
  if (trimmed.empty()) return {};
  return {{static_cast<size_t>(trimmed.data() - text.data()), trimmed.size()}};
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
      else if (end + 1 < text.size() && joins(text[end - 1], text[end], text[end + 1])) end += 2;
      else break;
    }
    result.push_back({at, end - at});
    at = end;
  }
  return result;
}

}  // namespace offer
