#include "diagnose/near_word.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace offer {

namespace {

// Which letters a word has, as bits; several share one.
uint64_t letters_of(std::string_view word) {
  uint64_t letters = 0;
  for (const char c : word) letters |= uint64_t{1} << ((is_upper(c) ? c | 0x20 : c) & 63);
  return letters;
}

unsigned char small_letter(char c) { return static_cast<unsigned char>(is_upper(c) ? c | 0x20 : c); }

// The distance of two words, a of 1 to 64 bytes, by bits (H. Hyyrö, 2003): each bit of these numbers is a row of the table that edit_distance
// fills where a word is longer, and one step a column. Gives up with limit + 1.
size_t distance_by_bits(std::string_view a, std::string_view b, size_t limit) {
  thread_local std::array<uint64_t, 256> places;  // of each letter in a; all of them 0 again in the end
  for (size_t i = 0; i < a.size(); ++i) places[small_letter(a[i])] |= uint64_t{1} << i;
  const uint64_t last = uint64_t{1} << (a.size() - 1);
  uint64_t more = ~uint64_t{0}, less = 0;  // than in the row above, in the last column
  uint64_t same = 0;                       // as diagonally before
  uint64_t before = 0;                     // places of the letter before
  size_t distance = a.size();
  size_t left = b.size();
  for (const char c : b) {
    if (distance > limit + left--) break;  // each column that is left can make it less by one
    const uint64_t here = places[small_letter(c)];
    const uint64_t swapped = ((~same & here) << 1) & before;
    same = (((here & more) + more) ^ more) | here | less | swapped;
    const uint64_t right_more = less | ~(same | more);
    const uint64_t right_less = more & same;
    if ((right_more & last) != 0) ++distance;
    if ((right_less & last) != 0) --distance;
    more = right_less << 1 | ~(same | (right_more << 1 | 1));
    less = (right_more << 1 | 1) & same;
    before = here;
  }
  for (const char c : a) places[small_letter(c)] = 0;
  return std::min(distance, limit + 1);
}

// Are there more bits than that?
bool has_more(uint64_t bits, size_t than) {
  for (; bits != 0 && than > 0; --than) bits &= bits - 1;
  return bits != 0;
}

// of_a: a's letters; of_b(): b's, asked for only where their lengths are near.
template <class Letters>
size_t distance_of(std::string_view a, uint64_t of_a, std::string_view b, const Letters& of_b, size_t limit) {
  const size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  // Each letter that only one of them has takes a change of its own.
  const uint64_t letters = of_b();
  if (has_more(of_a & ~letters, limit) || has_more(letters & ~of_a, limit)) return limit + 1;
  if (!a.empty() && a.size() <= 64) return distance_by_bits(a, b, limit);
  const std::string x = lower(a);
  const std::string y = lower(b);
  thread_local std::vector<size_t> before_last, last, now;
  for (std::vector<size_t>* row : {&before_last, &last, &now}) row->assign(y.size() + 1, 0);
  // Only as far from the diagonal as the limit: what lies further out takes more changes.
  const size_t too_many = limit + 1;
  for (size_t j = 0; j <= y.size(); ++j) last[j] = std::min(j, too_many);
  for (size_t i = 1; i <= x.size(); ++i) {
    const size_t first = i > limit ? i - limit : 1;
    const size_t end = std::min(y.size(), i + limit);
    now[first - 1] = first == 1 ? i : too_many;
    if (end < y.size()) now[end + 1] = too_many;
    size_t row_best = i;
    for (size_t j = first; j <= end; ++j) {
      const size_t change = last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
      now[j] = std::min({change, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
        now[j] = std::min(now[j], before_last[j - 2] + 1);
      row_best = std::min(row_best, now[j]);
    }
    if (row_best > limit) return limit + 1;
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return std::min(last[y.size()], limit + 1);
}

// letters(i): those of choices[i].
template <class Letters>
std::optional<std::string_view> nearest_of(std::string_view word, std::span<const std::string_view> choices, const Letters& letters) {
  if (word.empty()) return std::nullopt;
  std::optional<std::string_view> best;
  size_t best_distance = 0;
  const uint64_t of_word = letters_of(word);
  for (size_t i = 0; i < choices.size(); ++i) {
    const std::string_view choice = choices[i];
    const size_t longer = std::max(word.size(), choice.size());
    const size_t limit = std::clamp<size_t>(longer / 3, 1, 4);
    const size_t distance = distance_of(word, of_word, choice, [&] { return letters(i); }, limit);
    if (distance > limit || (best && distance >= best_distance)) continue;
    best = choice;
    best_distance = distance;
  }
  return best;
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  return distance_of(a, letters_of(a), b, [&] { return letters_of(b); }, limit);
}

std::optional<std::string> near_word(std::string_view word, const std::vector<std::string_view>& choices) {
  const auto near = nearest_of(word, choices, [&](size_t i) { return letters_of(choices[i]); });
  return near ? std::optional<std::string>(*near) : std::nullopt;
}

NearWords::NearWords(std::span<const std::string_view> choices) : choices_(choices) {
  for (const std::string_view one : choices) letters_.push_back(letters_of(one));
}

std::optional<std::string_view> NearWords::nearest(std::string_view word) const {
  return nearest_of(word, choices_, [&](size_t i) { return letters_[i]; });
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& choices) {
  const auto near = near_word(word, choices);
  return near ? fmt::format("Did you mean '{}'?", *near) : std::string();
}

}  // namespace offer
