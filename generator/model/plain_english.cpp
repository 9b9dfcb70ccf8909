#include "model/plain_english.h"

#include <algorithm>
#include <atomic>

namespace offer {

namespace {

struct KnownStart {
  uint16_t facts;
  std::string_view words;
};

// The words that rules ask about by what they are, not by what they mean.
constexpr KnownStart grammar[]{
    {to_be, "am is are was were be been being isn't aren't wasn't weren't"},
    {participle,
     "bought brought built caught chosen cut done drawn driven eaten fed forgotten found given heard held hidden kept known laid led lent made "
     "paid put read said seen sent shown spent spoken taken taught thought told torn understood won worn written"},
    // "It is based in", "you are allowed to", "they are worried": nothing is done here.
    {state,
     "allowed annoyed ashamed based bored closed concerned confused disabled disappointed divorced educated excited experienced finished frightened "
     "interested involved isolated left linked located limited married mixed named needed overwhelmed pleased prepared qualified registered related relaxed "
     "retired satisfied scared shocked skilled supposed surprised tired trained trusted used varied worried advanced detailed dated aged delighted stressed "
     "connected committed complicated dedicated determined distressed embarrassed entitled exhausted experienced gifted joined-up meant open unrelated united"},
    {between, "not also always often never now only being been then still usually already fully still sometimes currently normally generally"},
    {negative, "not never nobody nothing none neither nor cannot without isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't "
               "haven't hadn't mustn't needn't"},
    {month, "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"},
    {first_month, "may march mar"},
    {number_word, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
                  "sixty seventy eighty ninety"},
    {unit, "minute minutes hour hours day days week weeks month months year years night nights pound pounds mile miles metre metres per percent"},
};

}  // namespace

uint64_t WordHash::of(std::string_view word) {
  WordHash hash;
  for (size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i, 3) == "’") {
      hash.add('\'');
      i += 2;
    } else {
      hash.add(word[i]);
    }
  }
  return hash.value();
}

namespace {
uint64_t next_edition() {
  static std::atomic<uint64_t> last{0};
  return ++last;
}
}  // namespace

PlainWords::PlainWords() : table_(1024), mask_(1023), edition_(next_edition()) {
  for (const KnownStart& known : grammar)
    for (const std::string_view word : words_of(known.words)) {
      Entry& one = made_entry(WordHash::of(word));
      one.facts = static_cast<uint16_t>(one.facts | known.facts);
    }
}

PlainWords::Entry& PlainWords::made_entry(uint64_t hash) {
  if ((used_ + 1) * 2 > table_.size()) {
    std::vector<Entry> old(table_.size() * 2);
    old.swap(table_);
    mask_ = table_.size() - 1;
    for (const Entry& one : old)
      if (one.hash != 0) {
        size_t at = one.hash & mask_;
        while (table_[at].hash != 0) at = (at + 1) & mask_;
        table_[at] = one;
      }
  }
  size_t at = hash & mask_;
  while (table_[at].hash != 0 && table_[at].hash != hash) at = (at + 1) & mask_;
  if (table_[at].hash == 0) {
    table_[at].hash = hash;
    ++used_;
  }
  return table_[at];
}

namespace {

PlainRow::Phrase phrase_of(std::string_view text) {
  PlainRow::Phrase phrase;
  const std::string plain = replace_all(lower(trim(text)), "-", " ");
  for (std::string_view word : words_of(plain)) {
    PlainRow::Token token;
    if (word == ".") {
      token.stops = true;
    } else if (word.size() > 1 && word.ends_with('*')) {
      word.remove_suffix(1);
      const Forms forms = forms_made_of(word);
      for (const std::string& form : {forms.plain, forms.third, forms.ing, forms.past, forms.participle}) token.hashes.push_back(WordHash::of(form));
    } else {
      token.hashes.push_back(WordHash::of(word));
    }
    phrase.push_back(std::move(token));
  }
  return phrase;
}

}  // namespace

bool PlainWords::add(PlainRow row, std::string_view unless) {
  for (const std::string_view words : split(row.words, '|'))
    if (auto phrase = phrase_of(words); !phrase.empty() && !phrase.front().stops) row.phrases.push_back(std::move(phrase));
  if (row.phrases.empty()) return false;
  for (const std::string_view words : split(unless, '|'))
    if (auto phrase = phrase_of(words); !phrase.empty()) row.unless.push_back(std::move(phrase));
  const auto same = std::find_if(rows_.begin(), rows_.end(), [&](const PlainRow& one) { return one.words == row.words; });
  if (same != rows_.end()) *same = std::move(row);
  else rows_.push_back(std::move(row));
  return true;
}

namespace {

// The bits of each word that may stand there; all bits if none need do.
uint64_t bits_at(const PlainRow::Phrase& phrase, size_t place) {
  if (phrase.size() <= place || phrase[place].stops) return ~uint64_t{0};
  uint64_t bits = 0;
  for (const uint64_t hash : phrase[place].hashes) bits |= PlainWords::word_bit(hash);
  return bits;
}

}  // namespace

void PlainWords::close() {
  std::vector<std::pair<uint64_t, Start>> all;
  for (uint32_t r = 0; r < rows_.size(); ++r) {
    if (rows_[r].finding == "none") continue;
    for (uint32_t p = 0; p < rows_[r].phrases.size(); ++p)
      for (const PlainRow::Phrase& phrase = rows_[r].phrases[p]; const uint64_t hash : phrase.front().hashes)
        all.push_back({hash, {r, p, bits_at(phrase, 1), phrase.size() > 1 && phrase[1].stops ? ~uint64_t{0} : bits_at(phrase, 2)}});
  }
  // Of phrases that begin alike the longest is looked for first.
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return rows_[a.second.row].phrases[a.second.phrase].size() > rows_[b.second.row].phrases[b.second.phrase].size();
  });
  starts_.clear();
  edition_ = next_edition();
  for (size_t i = 0; i < all.size(); ++i) {
    Entry& one = made_entry(all[i].first);
    if (i == 0 || all[i].first != all[i - 1].first) {
      one.first_row = static_cast<uint32_t>(i);
      one.rows = 0;
    }
    one.facts |= begins_phrase;
    ++one.rows;
    const Start& start = all[i].second;
    if (start.seconds == ~uint64_t{0}) one.facts |= is_phrase;
    else
      for (const uint64_t second : rows_[start.row].phrases[start.phrase][1].hashes) {
        const size_t bit = bit_of_pair(all[i].first, second);
        pairs_[bit / 64] |= uint64_t{1} << bit % 64;
      }
    starts_.push_back(start);
  }
}

bool PlainEnglish::is_left_out(std::string_view name) const {
  return std::any_of(leave_out.begin(), leave_out.end(), [&](const LeftOut& one) { return one.name == name || one.name == "all"; });
}

const std::vector<PlainNumber>& plain_numbers() {
  static const std::vector<PlainNumber> numbers{
      {"words_in_a_sentence", &PlainEnglish::words_in_a_sentence},
      {"words_in_a_sentence_never_over", &PlainEnglish::words_in_a_sentence_never_over},
      {"words_in_a_sentence_for_young_people", &PlainEnglish::words_in_a_sentence_for_young_people},
      {"words_on_average", &PlainEnglish::words_on_average},
      {"sentences_in_a_paragraph", &PlainEnglish::sentences_in_a_paragraph},
      {"words_in_a_paragraph", &PlainEnglish::words_in_a_paragraph},
      {"words_in_a_short_paragraph", &PlainEnglish::words_in_a_short_paragraph},
  };
  return numbers;
}

std::string in_the_same_form(const PlainRow& row, size_t choice, uint64_t found) {
  const std::string& instead = row.instead[choice];
  const size_t star = instead.find('*');
  if (star == std::string::npos) return instead;
  const std::string_view verb = std::string_view(instead).substr(0, star);
  const std::string rest = instead.substr(star + 1);
  const Forms forms = forms_made_of(verb);
  for (const PlainRow::Phrase& phrase : row.phrases) {
    const auto& hashes = phrase.front().hashes;
    if (hashes.size() != 5) continue;
    if (found == hashes[0]) return forms.plain + rest;
    if (found == hashes[1]) return forms.third + rest;
    if (found == hashes[2]) return forms.ing + rest;
    if (found == hashes[3] && (hashes[3] != hashes[4] || forms.past == forms.participle)) return forms.past + rest;
    if (found == hashes[4] && hashes[3] != hashes[4]) return forms.participle + rest;
  }
  return {};
}

}  // namespace offer
