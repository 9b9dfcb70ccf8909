#include "search/pieces.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/escape.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "search/search_words.h"

namespace offer {

namespace {

constexpr size_t least_keys_piece = 14'000;  // bytes, before it is packed
constexpr size_t most_keys_pieces = 150;
constexpr size_t parts_for_a_thread = 8;     // so that one with dear keys does not keep the others waiting

char* put_number(uint32_t number, char* to) {
  for (; number >= 32; number /= 32) *to++ = search_digits[32 + number % 32];
  *to++ = search_digits[number];
  return to;
}

std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }

struct Kinds {
  std::vector<std::string> titles;
  std::map<const ContentType*, size_t> number_of;
};

Kinds kinds_of(const SearchIndex& index) {
  Kinds kinds;
  for (const Page* page : index.pages)
    if (kinds.number_of.emplace(page->type, kinds.titles.size()).second) kinds.titles.emplace_back(page->type->folder.empty() ? "" : page->type->title);
  return kinds;
}

// The lines of some entries after each other.
struct PieceLines {
  size_t first = 0;          // entry
  std::string text;
  std::vector<size_t> ends;  // of each line in the text
};

// All lines, made by several threads.
std::vector<PieceLines> piece_lines(const SearchIndex& index, unsigned threads) {
  const size_t count = std::max<size_t>(1, std::min<size_t>(index.entries.size(), threads * parts_for_a_thread));
  std::vector<PieceLines> parts(count);
  // Parts with about as many postings each.
  size_t all = 0;
  for (const IndexEntry& one : index.entries) all += one.size;
  size_t entry = 0;
  size_t before = 0;  // postings of the entries before it
  for (size_t p = 0; p < count; ++p) {
    parts[p].first = entry;
    for (; entry < index.entries.size() && before * count < all * (p + 1); ++entry) before += index.entries[entry].size;
  }
  parallel_for(count, threads, [&](size_t p) {
    PieceLines& lines = parts[p];
    const size_t end = p + 1 < count ? parts[p + 1].first : index.entries.size();
    for (size_t i = lines.first; i < end; ++i) {
      const IndexEntry& one = index.entries[i];
      lines.text += one.key;
      lines.text += '\t';
      if (one.idea) lines.text += '!';
      posting_text(one.pages, index.postings_of(one), lines.text);
      lines.text += '\n';
      lines.ends.push_back(lines.text.size());
    }
  });
  return parts;
}

// Keys in files of about the same size; all keys that begin with the same word are in one.
std::vector<std::string> key_pieces(const SearchIndex& index, std::vector<std::string>& firsts, unsigned threads) {
  const std::vector<PieceLines> parts = piece_lines(index, threads);
  size_t total = 0;
  for (const PieceLines& lines : parts) total += lines.text.size();
  const size_t size = std::max(least_keys_piece, total / most_keys_pieces + 1);
  // What each piece is put together of; by all threads, as of a large site it is much.
  std::vector<std::vector<std::string_view>> texts;
  size_t last_has = 0;  // bytes
  for (const PieceLines& lines : parts) {
    const std::string_view text = lines.text;
    size_t from = 0;  // of the lines that are not in a piece yet
    const auto add_up_to = [&](size_t end) {
      if (!texts.empty()) texts.back().push_back(text.substr(from, end - from)), last_has += end - from;
      from = end;
    };
    for (size_t k = 0; k < lines.ends.size(); ++k) {
      const size_t begins = k > 0 ? lines.ends[k - 1] : 0;
      const bool full = texts.empty() || last_has + (begins - from) >= size;
      if (!full) continue;
      const size_t i = lines.first + k;
      const std::string_view word = first_word(index.entries[i].key);
      if (!texts.empty() && first_word(index.entries[i - 1].key) == word) continue;
      add_up_to(begins);
      texts.emplace_back();
      last_has = 0;
      firsts.emplace_back(word);
    }
    add_up_to(text.size());
  }
  std::vector<std::string> pieces(texts.size());
  parallel_for(pieces.size(), threads, [&](size_t p) {
    size_t all = 0;
    for (const std::string_view text : texts[p]) all += text.size();
    pieces[p].reserve(all);
    for (const std::string_view text : texts[p]) pieces[p] += text;
  });
  return pieces;
}

std::vector<std::string> result_pieces(const SearchIndex& index, std::span<const PageWords> words, const Kinds& kinds, unsigned threads) {
  const size_t in_a_piece = pages_in_a_piece(index.pages.size());
  std::vector<std::string> pieces((index.pages.size() + in_a_piece - 1) / in_a_piece);
  parallel_for(pieces.size(), threads, [&](size_t p) {
    std::string& json = pieces[p];
    for (size_t i = p * in_a_piece; i < std::min(index.pages.size(), (p + 1) * in_a_piece); ++i) {
      const PageWords& page = words[i];
      json += json.empty() ? "[" : ",\n";
      json.append(page.shown, 0, page.kind_at);
      json += std::to_string(kinds.number_of.at(index.pages[i]->type));
      json.append(page.shown, page.kind_at);
    }
    json += "]\n";
  });
  return pieces;
}

std::map<char, std::string> spelling_pieces(const SearchIndex& index) {
  std::map<char, std::string> pieces;
  for (const SpelledWord& one : index.words) {
    std::string& piece = pieces[is_lower(one.word.front()) ? one.word.front() : '_'];
    piece += one.word;
    piece += static_cast<char>('0' + std::min(9, static_cast<int>(std::log2(one.times))));
    piece += ' ';
  }
  return pieces;
}

std::string filters_json(const SearchIndex& index, std::span<const PageWords> words, const Kinds& kinds, const Filters& filters) {
  std::vector<std::string> titles;
  std::vector<std::string> letters;  // of each kind
  for (const std::string& title : kinds.titles) {
    letters.push_back(Filters::letters(kinds.titles.size(), {titles.size()}));
    titles.push_back(title.empty() ? "Other pages" : title);
  }
  std::string pages;
  for (size_t i = 0; i < index.pages.size(); ++i) {
    pages += letters[kinds.number_of.at(index.pages[i]->type)];
    pages += words[i].choices;
  }
  return filters.json(titles, pages);
}

}  // namespace

void posting_text(uint32_t counting, std::span<const Weighed> pages, std::string& to) {
  constexpr size_t most_digits = 7;  // of a number of 32 bits
  const size_t before = to.size();
  to.resize(before + (pages.size() + 1) * (most_digits + 1));
  char* at = to.data() + before;
  if (counting != pages.size()) {
    at = put_number(counting, at);
    *at++ = '.';
  }
  uint32_t last = 0;
  for (const Weighed& one : pages) {
    at = put_number(one.number() - last, at);
    *at++ = search_digits[one.weight()];
    last = one.number();
  }
  to.resize(static_cast<size_t>(at - to.data()));
}

std::vector<OutputFile> search_files(const SearchIndex& index, std::span<const PageWords> words, const SiteView& site, const Filters& filters) {
  const unsigned threads = std::max(1U, site.threads());
  const Kinds kinds = kinds_of(index);
  std::vector<OutputFile> files;
  std::vector<std::string> firsts;
  for (std::string& piece : key_pieces(index, firsts, threads)) files.push_back({fmt::format("w{}.txt", files.size()), std::move(piece)});
  const size_t before = files.size();
  for (std::string& piece : result_pieces(index, words, kinds, threads)) files.push_back({fmt::format("p{}.json", files.size() - before), std::move(piece)});
  std::string letters;
  for (auto& [letter, piece] : spelling_pieces(index)) {
    letters += letter;
    files.push_back({fmt::format("s-{}.txt", letter), std::move(piece)});
  }
  files.push_back({"filters.json", filters_json(index, words, kinds, filters)});

  std::vector<std::string> hashes(files.size());
  parallel_for(files.size(), threads, [&](size_t i) { hashes[i] = files[i].path + content_hash(files[i].bytes); });
  const std::string hash = short_content_hash(join(hashes, " "));
  for (OutputFile& file : files) file.path = fmt::format("search-index/{}/{}", hash, file.path);
  files.push_back({"search-index/manifest.json",
                   fmt::format("{{\"format\":1,\"pieces\":{},\"pages\":{},\"together\":{},\"letters\":{},\"kinds\":{},\"stop\":{},\"weak\":{},\"firsts\":{}}}\n", json_string(hash),
                               index.pages.size(), pages_in_a_piece(index.pages.size()), json_string(letters), json_list(kinds.titles), json_string(stop_words()),
                               json_string(weak_words()), json_string(join(firsts, " ")))});
  return files;
}

SearchMaker::SearchMaker(const SiteView& site) : site_(site), gatherer_(site, vocabulary_), places_(site.all_pages().size(), none) {
  const std::vector<const Page*> pages = searched_pages(site);
  for (size_t i = 0; i < pages.size(); ++i) places_[pages[i]->number] = i;
  words_.resize(pages.size());
}

void SearchMaker::gather(const Page& page, std::string* kept) {
  const size_t place = places_[page.number];
  if (place == none) return;
  PageWords& words = words_[place] = gatherer_.gather(page);
  if (kept != nullptr) *kept = packed(words);
  words.phrases = {};  // the index has no use for them
  words.shown.shrink_to_fit();
  const auto mine = [&]() -> WordTimes& {
    const std::lock_guard lock(guard_);
    return times_[std::this_thread::get_id()];
  };
  add_times(std::exchange(words.words, {}), mine());
}

std::vector<OutputFile> SearchMaker::files() {
  all_times_.resize(vocabulary_.words().size());
  for (const auto& [thread, times] : times_)
    for (size_t word = 0; word < std::min(all_times_.size(), times.size()); ++word) all_times_[word] += times[word];
  const SearchIndex index = join_search_index(site_, gatherer_.ideas(), vocabulary_, words_, all_times_);
  return search_files(index, words_, site_, gatherer_.filters());
}

bool SearchMaker::take_back_vocabulary(std::span<const std::string_view> packed, std::string_view times) {
  for (const std::string_view part : packed)
    if (!unpack(part, vocabulary_)) return false;
  before_ = size_of(vocabulary_);
  std::optional<WordTimes> all = unpacked_times(times, vocabulary_.words().size());
  if (!all) return false;
  all_times_ = std::move(*all);
  return true;
}

bool SearchMaker::take_back(const Page& page, std::string_view kept) {
  const size_t place = places_[page.number];
  if (place == none) return false;
  std::optional<PageWords> words = unpacked(kept, vocabulary_, gatherer_);
  if (!words) return false;
  words_[place] = std::move(*words);
  return true;
}

bool SearchMaker::forget(const Page& page, std::string_view kept) {
  const std::optional<std::vector<PageWords::Times>> times = times_in(kept);
  if (places_[page.number] == none || !times) return false;
  for (const PageWords::Times& one : *times) {
    if (one.word >= all_times_.size() || all_times_[one.word] < one.times) return false;
    all_times_[one.word] -= one.times;
  }
  return true;
}

std::string SearchMaker::packed_vocabulary() const { return packed(vocabulary_, before_); }
std::string SearchMaker::packed_times() const { return packed(all_times_); }

std::vector<OutputFile> make_search_files(const SiteView& site) {
  SearchMaker maker(site);
  const std::vector<Page>& pages = site.all_pages();
  parallel_for(pages.size(), site.threads(), [&](size_t i) { maker.gather(pages[i]); });
  return maker.files();
}

}  // namespace offer
