#include "search/gatherer.h"

#include <algorithm>
#include <array>

#include "base/escape.h"
#include "base/hash.h"
#include "base/text.h"
#include "model/open_bodies.h"
#include "model/plain_words.h"
#include "model/shared_fields.h"
#include "search/excerpts.h"
#include "search/search_words.h"
#include "search/word_counts.h"
#include "types/relations.h"
#include "types/term.h"

namespace offer {

namespace {

constexpr size_t usual_piece_files = 400;
constexpr size_t least_in_a_piece = 2;
constexpr size_t room_of_a_piece = 12'000;  // bytes: what a reader fetches for each result, before it is packed
constexpr size_t room_of_frame = 250;       // bytes of them for a page's title, address and summary
constexpr size_t least_room = 200;          // bytes of a page's sentences; a site of very many pages has more files instead
constexpr size_t most_in_a_piece = room_of_a_piece / (room_of_frame + least_room);

// Settings that say nothing of what a page is about.
bool is_about_the_file(const FieldInfo& field) {
  constexpr std::string_view names[]{"id", "title", "summary", "was", "allow", "short_address", "short_title", "also", "abbreviation", "easy", "accepted", "follows", "say"};
  return std::find(std::begin(names), std::end(names), field.name) != std::end(names);
}

bool is_old(const Page& page) {
  const std::string& status = page.fields.get(shared::status).word;
  return status == "superseded" || status == "withdrawn";
}

float weight_of(const Page& page) {
  float weight = static_cast<float>(page.type->weight_in_search) / 100;
  const std::string& status = page.fields.get(shared::status).word;
  if (status == "superseded") weight *= 0.55F;
  if (status == "withdrawn") weight *= 0.4F;
  return weight;
}

// The words of plain_text(block), without a copy of it. How many spaces stand between two words does not matter here, and a line end is as good as one.
void put_words(const Block& block, WordCounts& to) {
  if (block.kind == BlockKind::line_break) to.put_space();
  else if (block.kind != BlockKind::picture && block.kind != BlockKind::values) to.put(block.text);
  for (const Block& child : children(block)) {
    if (!holds_inlines(block.kind)) to.put_space();
    put_words(child, to);
  }
}

}  // namespace

struct Gatherer::Desk {
  WordCounts counts;
  Excerpts excerpts;
  std::string text;  // of a row
  std::string joined;  // words that do not stand in one piece

  Desk(const Phrases& phrases, Vocabulary& vocabulary, size_t room) : counts(phrases, vocabulary), excerpts(room) {}
};

std::vector<const Page*> searched_pages(const SiteView& site) {
  std::vector<const Page*> pages;
  for (const Page& page : site.all_pages())
    if (!page.easy_read && page.view == nullptr && page.id != "not-found" && page.id != "search") pages.push_back(&page);
  return pages;
}

size_t pages_in_a_piece(size_t pages) { return std::clamp((pages + usual_piece_files - 1) / usual_piece_files, least_in_a_piece, most_in_a_piece); }

size_t room_of_a_page(size_t pages) { return room_of_a_piece / pages_in_a_piece(pages) - room_of_frame; }

Gatherer::Gatherer(const SiteView& site, Vocabulary& vocabulary)
    : site_(site),
      vocabulary_(vocabulary),
      ideas_(ideas_of(site)),
      phrases_(ideas_, vocabulary),
      filters_(site),
      room_(room_of_a_page(searched_pages(site).size())) {
  for (const SearchWords& row : site.search_words())
    for (const std::string& id : row.pages)
      if (const Page* page = site.page(id))
        for (const std::string& words : row.say) said_of_[page->number].push_back(words);
}

Gatherer::~Gatherer() = default;

PageWords Gatherer::gather(const Page& page) {
  const auto mine = [&]() -> Desk* {
    const std::lock_guard lock(guard_);
    std::unique_ptr<Desk>& one = desks_[std::this_thread::get_id()];
    if (one == nullptr) one = std::make_unique<Desk>(phrases_, vocabulary_, room_);
    return one.get();
  };
  Desk* const desk = mine();
  const OpenBodies open;
  PageWords result;
  desk->excerpts.begin();
  desk->counts.add_name(page.title, Part::title);
  add_fields(page, *desk);
  add_block(page.document(), true, *desk);
  // The Easy Read pages say the same in other words, and these words find the full page.
  for (const size_t part : page.parts) add_block(site_.all_pages()[part].document(), false, *desk);
  desk->counts.weigh(weight_of(page), result);
  show(page, *desk, result);
  result.choices = filters_.letters_of(page);
  return result;
}

void Gatherer::add_fields(const Page& page, Desk& desk) const {
  WordCounts& counts = desk.counts;
  if (page.fields.has(shared::short_title)) counts.add_name(page.fields.get(shared::short_title), Part::name);
  if (page.fields.has(term::abbreviation)) counts.add_name(page.fields.get(term::abbreviation), Part::name);
  for (const std::string& one : page.fields.get(term::also)) counts.add_name(one, Part::name);
  if (page.type->name == "body")
    for (const std::string& one : names_of_body(page)) counts.add_name(one, Part::name);
  counts.add(page.summary, Part::summary);
  if (!page.type->folder.empty()) counts.add(page.type->title, Part::label);
  if (const auto words = said_of_.find(page.number); words != said_of_.end())
    for (const std::string_view one : words->second) counts.add(one, Part::said);
  for (const std::string& id : page.fields.get(shared::topics).ids) counts.add(site_.topic(id), Part::label);
  for (const std::string& id : page.fields.get(shared::needs).ids) counts.add(site_.need(id), Part::label);
  for (const Fields::Entry& entry : page.fields.all()) {
    if (is_about_the_file(*entry.field)) continue;
    if (const auto* words = std::get_if<std::string>(&entry.value)) counts.add(*words, Part::body);
    if (const auto* list = std::get_if<Words>(&entry.value))
      for (const std::string& words : *list) counts.add(words, Part::body);
  }
  for (const DataTable& table : page.tables)
    for (const DataRow& row : table.rows)
      for (const DataCell& cell : row.cells)
        if (!cell.text.empty() && !is_digit(cell.text.front())) counts.add(cell.text, Part::body);
}

void Gatherer::add_row(const Block& row, bool shown, Desk& desk) const {
  desk.text.clear();
  for (const Block& cell : children(row)) {
    const std::string_view words = plain_words(cell, desk.joined);
    if (!desk.text.empty() && !words.empty()) desk.text += ": ";
    desk.text += words;
  }
  desk.counts.add(desk.text, Part::body);
  const bool names_of_columns = row.number == 1;  // they are no sentence
  if (shown && !names_of_columns && desk.excerpts.wants_more()) desk.excerpts.text(desk.text);
}

// shown: results may show its sentences.
void Gatherer::add_block(const Block& block, bool shown, Desk& desk) const {
  if (block.kind == BlockKind::heading) {
    const std::string_view words = plain_words(block, desk.joined);
    desk.counts.add(words, shown ? Part::heading : Part::body);
    if (shown) desk.excerpts.heading(words, block.target);
  } else if (block.kind == BlockKind::row) {
    add_row(block, shown, desk);
  } else if (block.kind == BlockKind::paragraph) {
    if (shown && desk.excerpts.wants_more()) {
      const std::string_view words = plain_words(block, desk.joined);
      desk.counts.add(words, Part::body);
      desk.excerpts.text(words);
    } else {
      put_words(block, desk.counts);
      desk.counts.count(Part::body);
    }
  } else if (!holds_inlines(block.kind)) {
    for (const Block& child : children(block)) add_block(child, shown, desk);
  }
}

void Gatherer::show(const Page& page, Desk& desk, PageWords& to) const {
  const int marks = (page.twin != none ? 1 : 0) + (is_old(page) ? 2 : 0);
  std::string& shown = to.shown;
  shown = '[';
  add_json_string(page.title, shown);
  shown += ',';
  add_json_string(percent_encoded(page.address.substr(1)), shown);
  shown += ',';
  to.kind_at = shown.size();
  shown += fmt::format(",{},", marks);
  add_json_string(page.summary, shown);
  shown += ',';
  shown += desk.excerpts.json();
  shown += ']';
}

std::string Gatherer::knows() const {
  std::string all = fmt::format("{}\n{}\n", room_, stop_words());
  const auto add = [&](std::string_view name, const auto& words) {
    all += name;
    for (const auto& word : words) all += '\t', all += word;
    all += '\n';
  };
  for (const Idea& idea : ideas_) {
    all += "idea\n";
    for (const auto& stems : idea.told) add("told", stems);
  }
  for (const SearchWords& row : site_.search_words()) add("say", row.say), add("page", row.pages);
  for (const auto& [id, title] : site_.topics()) add("topic", std::array{id, title});
  for (const auto& [id, title] : site_.needs()) add("need", std::array{id, title});
  return content_hash(all);
}

}  // namespace offer
