#include "search/reading.h"

#include <algorithm>

#include "base/text.h"
#include "model/shared_fields.h"
#include "search/search_words.h"
#include "types/relations.h"
#include "types/term.h"

namespace offer {

namespace {

// How much a word counts by where it stands; how much a long part of that kind makes each of its words count less (0: not at all, 1: fully); and
// how many words are usual there.
struct Weighing {
  float weight;
  float by_length;
  float usual;
};
constexpr Weighing weighings[]{
    {9.0F, 0.4F, 5.0F},     // title
    {8.0F, 0.2F, 6.0F},     // other and older names, the short form
    {2.5F, 0.5F, 25.0F},    // what families say, in search-words.csv
    {2.6F, 0.5F, 25.0F},    // headings
    {3.0F, 0.3F, 12.0F},    // summary
    {1.5F, 0.0F, 6.0F},     // topics, needs, and what kind of page it is
    {1.0F, 0.65F, 220.0F},  // the rest
};
constexpr float half = 4.0F;  // the sum at which a page has half of the most that it can have

// Settings that say nothing of what a page is about.
bool is_about_the_file(const FieldInfo& field) {
  constexpr std::string_view names[]{"id", "title", "summary", "was", "allow", "short_address", "short_title", "also", "abbreviation", "easy", "accepted", "follows", "say"};
  return std::find(std::begin(names), std::end(names), field.name) != std::end(names);
}

float type_weight(const Page& page) {
  float weight = static_cast<float>(page.type->weight_in_search) / 100;
  const std::string& status = page.fields.get(shared::status).word;
  if (status == "superseded") weight *= 0.55F;
  if (status == "withdrawn") weight *= 0.4F;
  return weight;
}

constexpr size_t longest_sentence = 220;  // bytes

// Where the sentence that begins at `from` ends.
size_t sentence_end(std::string_view text, size_t from) {
  for (size_t i = from; i < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    if (i + 1 == text.size()) return i + 1;
    if (text[i + 1] == ' ' && i + 2 < text.size() && !is_lower(text[i + 2]) && i > from + 3) return i + 1;
  }
  return text.size();
}

std::string cut_short(std::string_view sentence) {
  if (sentence.size() <= longest_sentence) return std::string(sentence);
  const size_t space = sentence.rfind(' ', longest_sentence);
  size_t end = space == std::string_view::npos ? longest_sentence : space;
  while (end > 0 && (sentence[end] & 0xC0) == 0x80) --end;
  return std::string(sentence.substr(0, end)) + "…";
}

}  // namespace

PageReader::PageReader(const SiteView& site, const std::vector<Idea>& ideas, size_t room) : site_(site), room_(room) {
  for (size_t i = 0; i < ideas.size(); ++i) {
    const uint32_t idea = vocabulary_.key(fmt::format("\x01{}", i));
    for (const auto& stems : ideas[i].told) {
      Phrase phrase{{}, idea};
      for (const std::string& stem : stems) phrase.keys.push_back(vocabulary_.key(stem));
      const uint32_t first = phrase.keys.front();
      if (phrases_.size() <= first) phrases_.resize(first + 1);
      phrases_[first].push_back(std::move(phrase));
    }
  }
  for (const SearchWords& row : site.search_words())
    for (const std::string& id : row.pages)
      if (const Page* page = site.page(id))
        for (const std::string& words : row.say) said_of_[page->number].push_back(words);
}

void PageReader::count(uint32_t key, Part part) {
  if (counts_.size() <= key) counts_.resize(key * 2 + 64);
  Count& here = counts_[key];
  if (here.of == Count{}.of) touched_.push_back(key);
  if (here.of[part] < UINT16_MAX) ++here.of[part];
}

void PageReader::add(std::string_view words, Part part) {
  run_.clear();
  while (next_search_word(words, word_)) {
    const uint32_t key = vocabulary_.key_of_word(word_);
    if (key == Vocabulary::nothing) continue;
    run_.push_back(key);
    count(key, part);
  }
  lengths_[part] += static_cast<uint32_t>(run_.size());
  for (size_t i = 0; i < run_.size(); ++i) {
    if (run_[i] >= phrases_.size()) continue;
    for (const Phrase& phrase : phrases_[run_[i]])
      if (phrase.keys.size() <= run_.size() - i && std::equal(phrase.keys.begin(), phrase.keys.end(), run_.begin() + static_cast<ptrdiff_t>(i))) count(phrase.idea, part);
  }
}

// Words that stand side by side in a title, and a title as a whole, are keys of their own: who types just these words means this page.
void PageReader::add_name(std::string_view words, Part part) {
  add(words, part);
  if (run_.empty()) return;
  const auto& keys = vocabulary_.keys();
  const std::vector<uint32_t> run = run_;
  std::string whole;
  for (size_t i = 0; i < run.size(); ++i) {
    if (i + 1 < run.size()) count(vocabulary_.key(keys[run[i]] + " " + keys[run[i + 1]]), part);
    whole += keys[run[i]] + " ";
  }
  if (run.size() <= 6) count(vocabulary_.key(whole + "="), part);
}

void PageReader::add_fields(const Page& page) {
  if (page.fields.has(shared::short_title)) add_name(page.fields.get(shared::short_title), name);
  if (page.fields.has(term::abbreviation)) add_name(page.fields.get(term::abbreviation), name);
  for (const std::string& one : page.fields.get(term::also)) add_name(one, name);
  if (page.type->name == "body")
    for (const std::string& one : names_of_body(page)) add_name(one, name);
  add(page.summary, summary);
  if (!page.type->folder.empty()) add(page.type->title, label);
  if (const auto words = said_of_.find(page.number); words != said_of_.end())
    for (const std::string_view one : words->second) add(one, said);
  for (const std::string& id : page.fields.get(shared::topics).ids) add(site_.topic(id), label);
  for (const std::string& id : page.fields.get(shared::needs).ids) add(site_.need(id), label);
  for (const Fields::Entry& entry : page.fields.all()) {
    if (is_about_the_file(*entry.field)) continue;
    if (const auto* words = std::get_if<std::string>(&entry.value)) add(*words, body);
    if (const auto* list = std::get_if<Words>(&entry.value))
      for (const std::string& words : *list) add(words, body);
  }
  for (const DataTable& table : page.tables)
    for (const DataRow& row : table.rows)
      for (const DataCell& cell : row.cells)
        if (!cell.text.empty() && !is_digit(cell.text.front())) add(cell.text, body);
}

void PageReader::keep_sentences(std::string_view text, Section& section) {
  size_t kept = 0;
  for (const std::string& one : section.sentences) kept += one.size();
  for (size_t at = 0; at < text.size() && kept < room_;) {
    const size_t end = sentence_end(text, at);
    const std::string_view sentence = trim(text.substr(at, end - at));
    at = end + 1;
    if (sentence.size() < 4) continue;
    section.sentences.push_back(cut_short(sentence));
    kept += section.sentences.back().size();
  }
}

void PageReader::add_document(const Page& page, std::vector<Section>* sections) {
  if (sections != nullptr) sections->emplace_back();
  const auto visit = [&](const auto& self, const Block& block) -> void {
    if (block.kind == BlockKind::heading) {
      const std::string words = plain_text(block);
      add(words, sections == nullptr ? body : heading);
      if (sections != nullptr) sections->push_back({words, std::string(block.target), {}});
      return;
    }
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::row) {
      std::string words;
      if (block.kind == BlockKind::row) {
        for (const Block& cell : children(block)) {
          const std::string one = plain_text(cell);
          if (!words.empty() && !one.empty()) words += ": ";
          words += one;
        }
        if (block.number == 1) return add(words, body);  // names of columns are no sentence
      } else {
        words = plain_text(block);
      }
      add(words, body);
      if (sections != nullptr) keep_sentences(words, sections->back());
      return;
    }
    if (holds_inlines(block.kind)) return;
    for (const Block& child : children(block)) self(self, child);
  };
  visit(visit, *page.document);
}

void PageReader::weigh(const Page& page, ReadPage& to) {
  const float weight = type_weight(page);
  std::array<float, parts> by_length{};
  for (size_t p = 0; p < parts; ++p)
    by_length[p] = weighings[p].weight / (1 - weighings[p].by_length + weighings[p].by_length * static_cast<float>(lengths_[p]) / weighings[p].usual);
  to.keys.reserve(touched_.size());
  for (const uint32_t key : touched_) {
    float sum = 0;
    for (size_t p = 0; p < parts; ++p) sum += by_length[p] * static_cast<float>(counts_[key].of[p]);
    to.keys.push_back({key, weight * sum / (sum + half)});
    counts_[key] = {};
  }
  touched_.clear();
  lengths_ = {};
}

ReadPage PageReader::read(const Page& page) {
  ReadPage result;
  add_name(page.title, title);
  add_fields(page);
  add_document(page, &result.sections);
  // The Easy Read pages say the same in other words, and these words find the full page.
  for (const size_t part : page.parts) add_document(site_.all_pages()[part], nullptr);
  weigh(page, result);
  return result;
}

}  // namespace offer
