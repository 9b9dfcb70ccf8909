#include "search/pieces.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/escape.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "model/shared_fields.h"
#include "search/search_words.h"

namespace offer {

namespace {

constexpr size_t least_keys_piece = 14'000;  // bytes, before it is packed
constexpr size_t most_keys_pieces = 150;

void add_number(uint32_t number, std::string& to) {
  for (; number >= 32; number /= 32) to += search_digits[32 + number % 32];
  to += search_digits[number];
}

std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }

std::string json_list(const std::vector<std::string>& items) {
  std::string json = "[";
  for (const std::string& item : items) json += (json.size() > 1 ? "," : "") + json_string(item);
  return json + "]";
}

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

// Keys in files of about the same size; all keys that begin with the same word are in one.
std::vector<std::string> key_pieces(const SearchIndex& index, std::vector<std::string>& firsts, unsigned threads) {
  std::vector<std::string> lines(index.entries.size());
  parallel_for(threads, threads, [&](size_t t) {
    for (size_t i = t; i < lines.size(); i += threads) lines[i] = fmt::format("{}\t{}{}\n", index.entries[i].key, index.entries[i].idea ? "!" : "", posting_text(index.entries[i]));
  });
  size_t total = 0;
  for (const std::string& line : lines) total += line.size();
  const size_t size = std::max(least_keys_piece, total / most_keys_pieces + 1);
  std::vector<std::string> pieces;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view word = first_word(index.entries[i].key);
    const bool same_word = i > 0 && first_word(index.entries[i - 1].key) == word;
    if (pieces.empty() || (pieces.back().size() >= size && !same_word)) {
      pieces.emplace_back();
      firsts.emplace_back(word);
    }
    pieces.back() += lines[i];
  }
  return pieces;
}

std::string result_json(const Page& page, const std::vector<Section>& sections, const Kinds& kinds) {
  const bool old = page.fields.get(shared::status).word == "superseded" || page.fields.get(shared::status).word == "withdrawn";
  const int marks = (page.twin != none ? 1 : 0) + (old ? 2 : 0);
  std::string json = fmt::format("[{},{},{},{},{},[", json_string(page.title), json_string(percent_encoded(page.address.substr(1))), kinds.number_of.at(page.type), marks,
                                 json_string(page.summary));
  for (size_t s = 0; s < sections.size(); ++s)
    json += fmt::format("{}[{},{},{}]", s > 0 ? "," : "", json_string(sections[s].heading), json_string(sections[s].anchor), json_string(join(sections[s].sentences, "\n")));
  return json + "]]";
}

std::map<char, std::string> spelling_pieces(const SearchIndex& index) {
  std::map<char, std::string> pieces;
  for (const SpelledWord& one : index.words) {
    const char letter = is_lower(one.word.front()) ? one.word.front() : '_';
    const int common = std::min(9, static_cast<int>(std::log2(one.times)));
    pieces[letter] += fmt::format("{}{} ", one.word, common);
  }
  return pieces;
}

// Which of some choices a page has, as letters of six choices each.
class Choices6 {
 public:
  explicit Choices6(std::vector<std::string> names) : names_(std::move(names)) {}
  size_t letters() const { return (names_.size() + 5) / 6; }
  std::string of(const std::vector<std::string>& chosen) const {
    std::string bits(letters(), search_digits[0]);
    std::vector<uint32_t> sums(letters());
    for (const std::string& one : chosen) {
      const auto at = static_cast<size_t>(std::find(names_.begin(), names_.end(), one) - names_.begin());
      if (at < names_.size()) sums[at / 6] |= 1U << (at % 6);
    }
    for (size_t i = 0; i < sums.size(); ++i) bits[i] = search_digits[sums[i]];
    return bits;
  }

 private:
  std::vector<std::string> names_;
};

constexpr std::pair<std::string_view, Ages> age_groups[]{{"Birth to 5", {0, 5}}, {"5 to 11", {5, 11}}, {"11 to 16", {11, 16}}, {"16 to 25", {16, 25}}};

std::string filters_json(const SearchIndex& index, const SiteView& site, const Kinds& kinds) {
  const std::vector<std::pair<std::string, std::string>> readers{{"parents", "Parents and carers"}, {"young-people", "Young people"}, {"professionals", "Professionals"}};
  std::vector<std::string> reader_ids, reader_titles, age_titles, topic_ids, topic_titles, need_ids, need_titles;
  for (const auto& [id, title] : readers) reader_ids.push_back(id), reader_titles.push_back(title);
  for (const auto& [title, ages] : age_groups) age_titles.emplace_back(title);
  for (const auto& [id, title] : site.topics()) topic_ids.push_back(id), topic_titles.push_back(title);
  for (const auto& [id, title] : site.needs()) need_ids.push_back(id), need_titles.push_back(title);
  std::vector<std::string> kind_titles;
  for (const std::string& title : kinds.titles) kind_titles.push_back(title.empty() ? "Other pages" : title);
  std::vector<std::string> kind_ids;
  for (size_t i = 0; i < kind_titles.size(); ++i) kind_ids.push_back(fmt::format("{}", i));
  const Choices6 kind(kind_ids), reader(reader_ids), age(age_titles), topic(topic_ids), need(need_ids);
  std::string pages;
  for (const Page* page : index.pages) {
    pages += kind.of({fmt::format("{}", kinds.number_of.at(page->type))});
    std::vector<std::string> audience = page->fields.get(shared::audience).words;
    if (std::find(audience.begin(), audience.end(), "everyone") != audience.end()) audience = reader_ids;
    pages += reader.of(audience);
    std::vector<std::string> fitting;
    const Ages ages = page->fields.has(shared::ages) ? page->fields.get(shared::ages) : Ages{0, 120};
    for (const auto& [title, group] : age_groups)
      if (ages.from < group.to && ages.to > group.from) fitting.emplace_back(title);
    pages += age.of(fitting) + topic.of(page->fields.get(shared::topics).ids) + need.of(page->fields.get(shared::needs).ids);
  }
  const auto group = [](std::string_view title, const std::vector<std::string>& choices) { return fmt::format("[{},{}]", json_string(title), json_list(choices)); };
  return fmt::format("{{\"groups\":[{},{},{},{},{}],\"pages\":\"{}\"}}\n", group("Kind of page", kind_titles), group("For", reader_titles), group("Age", age_titles),
                     group("About", topic_titles), group("Need", need_titles), pages);
}

}  // namespace

std::string posting_text(const IndexEntry& entry) {
  std::string text;
  if (entry.pages != entry.postings.size()) {
    add_number(entry.pages, text);
    text += '.';
  }
  uint32_t before = 0;
  for (const Posting& one : entry.postings) {
    add_number(one.number - before, text);
    text += search_digits[one.weight];
    before = one.number;
  }
  return text;
}

std::vector<OutputFile> search_files(const SearchIndex& index, const SiteView& site) {
  const unsigned threads = std::max(1U, site.threads());
  const Kinds kinds = kinds_of(index);
  std::vector<OutputFile> files;
  std::vector<std::string> firsts;
  const std::vector<std::string> keys = key_pieces(index, firsts, threads);
  for (size_t i = 0; i < keys.size(); ++i) files.push_back({fmt::format("w{}.txt", i), keys[i]});
  const size_t in_a_piece = pages_in_a_piece(index.pages.size());
  std::vector<std::string> results((index.pages.size() + in_a_piece - 1) / in_a_piece);
  parallel_for(results.size(), threads, [&](size_t p) {
    std::string& json = results[p];
    for (size_t i = p * in_a_piece; i < std::min(index.pages.size(), (p + 1) * in_a_piece); ++i)
      json += (json.empty() ? "[" : ",\n") + result_json(*index.pages[i], index.sections[i], kinds);
    json += "]\n";
  });
  for (size_t i = 0; i < results.size(); ++i) files.push_back({fmt::format("p{}.json", i), std::move(results[i])});
  std::string letters;
  for (auto& [letter, words] : spelling_pieces(index)) {
    letters += letter;
    files.push_back({fmt::format("s-{}.txt", letter), std::move(words)});
  }
  files.push_back({"filters.json", filters_json(index, site, kinds)});

  std::vector<std::string> hashes(files.size());
  parallel_for(files.size(), threads, [&](size_t i) { hashes[i] = files[i].path + content_hash(files[i].bytes); });
  const std::string hash = short_content_hash(join(hashes, " "));
  for (OutputFile& file : files) file.path = fmt::format("search-index/{}/{}", hash, file.path);
  files.push_back({"search-index/manifest.json",
                   fmt::format("{{\"format\":1,\"pieces\":{},\"pages\":{},\"together\":{},\"letters\":{},\"kinds\":{},\"stop\":{},\"weak\":{},\"firsts\":{}}}\n", json_string(hash),
                               index.pages.size(), in_a_piece, json_string(letters), json_list(kinds.titles), json_string(stop_words()), json_string(weak_words()),
                               json_string(join(firsts, " ")))});
  return files;
}

}  // namespace offer
