#include "base/affix_words.h"

#include <algorithm>

#include "base/eight_bytes.h"
#include "base/text.h"

namespace offer {

namespace {

uint64_t hash_of_word(std::string_view word) {
  uint64_t hash = word.size();
  const auto add = [&](uint64_t bytes) {
    hash = (hash ^ bytes) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 32;
  };
  size_t at = 0;
  for (; at + 8 <= word.size(); at += 8) add(eight_bytes(word.data() + at));
  uint64_t rest = 0;
  for (; at < word.size(); ++at) rest = rest << 8 | static_cast<unsigned char>(word[at]);
  add(rest);
  return hash;
}

// What may stand behind a stem. A backslash would say that the next sign belongs to it.
constexpr std::array<bool, 256> ends_stem = [] {
  std::array<bool, 256> table{};
  for (const char c : {'/', '\n', '\r', '\t', '\\'}) table[static_cast<uint8_t>(c)] = true;
  return table;
}();

std::string_view without_mark(std::string_view file) { return file.starts_with("\xEF\xBB\xBF") ? file.substr(3) : file; }

// "[^aeiou]y" as a set of bytes for each place.
bool read_condition(std::string_view words, std::vector<std::array<bool, 256>>& to) {
  if (words == ".") return true;
  for (size_t at = 0; at < words.size(); ++at) {
    std::array<bool, 256>& set = to.emplace_back();
    if (words[at] == '.') {
      set.fill(true);
    } else if (words[at] != '[') {
      set[static_cast<uint8_t>(words[at])] = true;
    } else {
      const size_t end = words.find(']', at);
      if (end == std::string_view::npos) return false;
      const bool others = at + 1 < end && words[at + 1] == '^';
      set.fill(others);
      for (size_t i = at + (others ? 2 : 1); i < end; ++i) set[static_cast<uint8_t>(words[i])] = !others;
      at = end;
    }
  }
  return true;
}

}  // namespace

std::optional<AffixWords> AffixWords::read(std::string_view affixes, std::string stems) {
  AffixWords words;
  words.stems_ = std::move(stems);
  if (!words.read_affixes(without_mark(affixes)) || !words.read_stems()) return std::nullopt;
  return words;
}

bool AffixWords::read_affixes(std::string_view affixes) {
  bool utf8 = false;
  bool known = true;
  for (const std::string_view line : split(affixes, '\n')) {
    const std::vector<std::string_view> parts = words_of(line);
    if (parts.empty() || parts.front().starts_with('#')) continue;
    const std::string_view name = parts.front();
    if (name == "SET") {
      utf8 = parts.size() > 1 && parts[1] == "UTF-8";
    } else if (name == "PFX" || name == "SFX") {
      known = known && read_affix(line);
    } else if (name == "ONLYINCOMPOUND") {
      known = known && parts.size() == 2 && parts[1].size() == 1;
      if (known) only_in_compounds_ = parts[1].front();
    } else if (name == "COMPOUNDRULE" || name == "COMPOUNDMIN") {
      // of numbers: of words with digits it is unsure
    } else {
      constexpr std::string_view of_no_matter[]{"TRY", "REP", "MAP", "KEY", "ICONV", "OCONV", "NOSUGGEST", "WORDCHARS", "LANG", "NAME", "HOME", "VERSION", "MAXNGRAMSUGS", "NOSPLITSUGS"};
      known = known && std::find(std::begin(of_no_matter), std::end(of_no_matter), name) != std::end(of_no_matter);
    }
  }
  return utf8 && known;
}

// The head of a class of affixes, "SFX S Y 9", or one of them.
bool AffixWords::read_affix(std::string_view line) {
  const std::vector<std::string_view> parts = words_of(line);
  if (parts.size() < 4 || parts[1].size() != 1) return false;
  const char flag = parts[1].front();
  if (parts.size() == 4 && (parts[2] == "Y" || parts[2] == "N") && std::all_of(parts[3].begin(), parts[3].end(), is_digit)) {
    if (parts[2] == "Y") crossing_.push_back(flag);
    return true;
  }
  if (!is_ascii(line) || line.find('/') != std::string_view::npos) return false;  // an affix that takes others
  Affix affix;
  affix.flag = flag;
  affix.crosses = std::find(crossing_.begin(), crossing_.end(), flag) != crossing_.end();
  if (parts[2] != "0") affix.goes = parts[2];
  if (parts[3] != "0") affix.comes = parts[3];
  if (parts.size() > 4 && !read_condition(parts[4], affix.stem)) return false;
  if (parts.front() == "PFX") prefixes_.push_back(std::move(affix));
  else if (affix.comes.empty()) return false;
  else suffixes_[static_cast<uint8_t>(affix.comes.back())].push_back(std::move(affix));
  return true;
}

bool AffixWords::read_stems() {
  table_.assign(1 << 18, {});
  size_t lines = 0;
  bool fits = stems_.size() < 0xFFFFFFFF;
  for (size_t at = stems_.find('\n'); at != std::string::npos && fits; at = stems_.find('\n', at)) {
    ++at;  // the first line is their number
    size_t end = at;
    while (end < stems_.size() && !ends_stem[static_cast<uint8_t>(stems_[end])]) ++end;
    if (end < stems_.size() && stems_[end] == '\\') return false;
    if (end == at) continue;
    fits = ++lines * 2 < table_.size();
    add_stem(at, std::string_view(stems_).substr(at, end - at));
  }
  return fits;
}

void AffixWords::add_stem(size_t at, std::string_view stem) {
  const uint64_t hash = hash_of_word(stem);
  size_t place = hash % table_.size();
  while (table_[place].at != 0) place = (place + 1) % table_.size();
  table_[place] = {static_cast<uint32_t>(hash >> 32), static_cast<uint32_t>(at)};
}

bool AffixWords::has_stem(std::string_view stem, char flag, char another) const {
  const uint64_t hash = hash_of_word(stem);
  for (size_t place = hash % table_.size(); table_[place].at != 0; place = (place + 1) % table_.size()) {
    if (table_[place].print != static_cast<uint32_t>(hash >> 32)) continue;
    std::string_view rest = std::string_view(stems_).substr(table_[place].at);
    if (!rest.starts_with(stem)) continue;
    rest.remove_prefix(stem.size());
    const char sign = rest.empty() ? '\n' : rest.front();
    if (sign != '/' && sign != '\n' && sign != '\t' && sign != '\r') continue;
    const std::string_view flags = sign != '/' ? std::string_view{} : rest.substr(1, rest.find_first_of("\n\t\r ") - 1);
    const auto has = [&](char one) { return one == 0 || flags.find(one) != std::string_view::npos; };
    if (has(flag) && has(another) && (only_in_compounds_ == 0 || !has(only_in_compounds_))) return true;
  }
  return false;
}

bool AffixWords::fits(const Affix& affix, std::string_view end) {
  for (size_t i = 0; i < affix.stem.size(); ++i)
    if (!affix.stem[i][static_cast<uint8_t>(end[i])]) return false;
  return true;
}

// prefix: the flag of what was taken off the word's beginning; 0: nothing was.
bool AffixWords::has_suffix(std::string_view word, char prefix) const {
  for (const Affix& affix : suffixes_[static_cast<uint8_t>(word.back())]) {
    if (word.size() <= affix.comes.size() || !word.ends_with(affix.comes) || (prefix != 0 && !affix.crosses)) continue;
    const std::string stem = std::string(word.substr(0, word.size() - affix.comes.size())) + affix.goes;
    if (stem.size() < affix.stem.size() || !fits(affix, std::string_view(stem).substr(stem.size() - affix.stem.size()))) continue;
    if (has_stem(stem, affix.flag, prefix)) return true;
  }
  return false;
}

bool AffixWords::accepts(std::string_view word) const {
  if (has_stem(word, 0, 0) || has_suffix(word, 0)) return true;
  for (const Affix& affix : prefixes_) {
    if (word.size() <= affix.comes.size() || !word.starts_with(affix.comes)) continue;
    const std::string stem = affix.goes + std::string(word.substr(affix.comes.size()));
    if (stem.size() < affix.stem.size() || !fits(affix, stem)) continue;
    if (has_stem(stem, affix.flag, 0) || (affix.crosses && has_suffix(stem, affix.flag))) return true;
  }
  return false;
}

AffixWords::Verdict AffixWords::judge(std::string_view word) const {
  if (word.empty() || word.find('.') != std::string_view::npos) return Verdict::unsure;  // Hunspell cuts full stops off
  if (const size_t hyphen = word.find('-'); hyphen != std::string_view::npos) return judge_parts(word, hyphen);
  const bool capital = is_upper(word.front());
  const std::string small = capital ? lower(word.substr(0, 1)) + std::string(word.substr(1)) : std::string(word);
  const bool plain = std::all_of(small.begin(), small.end(), [](char c) { return is_lower(c) || c == '\''; });
  if (!plain) return has_stem(word, 0, 0) || (capital && has_stem(small, 0, 0)) ? Verdict::right : Verdict::unsure;
  return accepts(word) || (capital && accepts(small)) ? Verdict::right : Verdict::wrong;
}

// "co-operate" stands in the dictionary; otherwise both parts are words, or it is none.
AffixWords::Verdict AffixWords::judge_parts(std::string_view word, size_t hyphen) const {
  if (hyphen == 0 || hyphen + 1 == word.size() || word.find('-', hyphen + 1) != std::string_view::npos) return Verdict::unsure;
  const Verdict first = judge(word.substr(0, hyphen)), second = judge(word.substr(hyphen + 1));
  if (first == Verdict::right && second == Verdict::right) return Verdict::right;
  const bool small = std::all_of(word.begin(), word.end(), [](char c) { return is_lower(c) || c == '-' || c == '\''; });
  if (!small || first == Verdict::unsure || second == Verdict::unsure) return Verdict::unsure;
  return accepts(word) ? Verdict::right : Verdict::wrong;
}

}  // namespace offer
