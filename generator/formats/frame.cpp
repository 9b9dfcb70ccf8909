#include "formats/frame.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "formats/frame_values.h"
#include "formats/structured_data.h"
#include "model/following.h"
#include "model/plain_words.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

std::string_view yes_if(bool condition) { return condition ? "yes" : ""; }

// In `room`, until that holds another one.
std::string_view href_in(std::string& room, std::string_view address, const SiteView& site) {
  room.clear();
  site.add_href(address, room);
  return room;
}

std::string_view status_words(const Page& page) {
  const std::string& status = page.fields.get(shared::status).word;
  if (status == "superseded") return "This is an older page. Something newer has taken its place.";
  if (status == "withdrawn") return "This page has been withdrawn. Do not rely on it.";
  if (status == "in-consultation") return "This is not settled yet. It may still change.";
  if (status == "draft") return "This is a draft. Readers cannot see it yet.";
  return {};
}

void fill_links(Filling& to, FrameName list, const std::vector<std::string>& ids, const Page& page, const SiteView& site) {
  std::string room;
  for (const std::string& id : ids) {
    const Page* linked = site.page(id);
    if (linked == nullptr) continue;
    Filling::Item item = to.add(list);
    const std::string& short_title = linked->fields.get(shared::short_title);
    item.set("title", short_title.empty() ? linked->title : short_title).set("address", href_in(room, linked->address, site));
    const bool inside = linked->address.size() > 1 && page.address.starts_with(linked->address);
    if (list.slot == FrameName("menu").slot) item.set("current", yes_if(inside));
    to.put(std::move(item));
  }
}

void fill_ways(Filling& to, const Page& page, const SiteView& site) {
  const Page* twin = site.twin(page);
  if (twin == nullptr) return;
  const Page& full = page.easy_read ? *twin : page;
  const Page& easy = page.easy_read && site.twin(*twin) != nullptr ? *site.twin(*twin) : page.easy_read ? page : *twin;
  for (const Page* one : {&full, &easy}) {
    Filling::Item item = to.add("other_ways");
    item.set("title", one == &full ? "Full page" : "Easy Read")
        .set("address", site.href(one->address))
        .set("current", yes_if((one == &easy) == page.easy_read))
        .set("language", site.language_of(*one));
    to.put(std::move(item));
  }
}

void fill_contents(Filling& to, const Block& root) {
  std::vector<const Block*> sections;
  const auto add = [&](const Block& block) {
    if (block.kind == BlockKind::heading && block.number == 2 && !block.target.empty()) sections.push_back(&block);
  };
  for (const Block& block : children(root)) {
    if (block.kind == BlockKind::letters) return;  // the A to Z is its own list of contents
    add(block);
    if (block.kind == BlockKind::narrowed)
      for (const Block& inside : children(block)) add(inside);
  }
  if (sections.size() < 3) return;
  std::string room;
  for (const Block* section : sections) {
    Filling::Item item = to.add("contents");
    (room = '#') += section->target;
    item.set("address", room);
    item.set("title", plain_words(*section, room));
    to.put(std::move(item));
  }
}

constexpr size_t most_related = 5;
constexpr size_t most_related_in_easy_read = 3;

// A page that readers may want next.
struct Candidate {
  const Page* page;
  std::string_view address;  // the page's
  std::string_view term;     // its id if it explains a glossary word
  bool known = false;
};

// Each page once, and none above this page. From Easy Read to Easy Read only.
std::vector<Candidate> candidates_of(const Page& page, const std::vector<const Page*>& above, const SiteView& site) {
  std::vector<Candidate> candidates;
  const Page* full = page.easy_read ? site.twin(page) : &page;
  if (full == nullptr || page.view != nullptr) return candidates;
  for (const Page* one : site.related(*full)) {
    if (page.easy_read) one = site.twin(*one);
    if (one == nullptr || one == &page) continue;
    const std::string_view address = one->address;
    if (std::any_of(above.begin(), above.end(), [&](const Page* other) { return other->address == address; })) continue;
    if (std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) { return other.address == address; })) continue;
    const Page* explains = site.term(one->id) != nullptr ? site.page(one->id) : nullptr;
    candidates.push_back({one, address, explains != nullptr && explains->address == address ? std::string_view(one->id) : std::string_view{}});
  }
  return candidates;
}

constexpr uint64_t bit_of(BlockKind kind) { return uint64_t{1} << static_cast<unsigned>(kind); }
static_assert(static_cast<unsigned>(BlockKind::tag) < 64);  // the last
// Most Blocks say nothing of what is asked below.
constexpr uint64_t telling = bit_of(BlockKind::link) | bit_of(BlockKind::card) | bit_of(BlockKind::word) | bit_of(BlockKind::term) | bit_of(BlockKind::deadlines) | bit_of(BlockKind::filters);

// What a page shows, as far as its frame must know: one walk over its Blocks.
struct Shown {
  bool dates = false;
  bool filters = false;

  // Marks those candidates that the text leads to.
  Shown(const Block& root, std::vector<Candidate>& candidates) {
    uint64_t lengths = 0;  // of their addresses, a bit each: most links lead elsewhere
    for (const Candidate& one : candidates) lengths |= bit_of_length(one.address);
    walk(root, [&](const Block& block) {
      if ((bit_of(block.kind) & telling) == 0) return;
      if (block.kind == BlockKind::link || block.kind == BlockKind::card || block.kind == BlockKind::word) {
        const std::string_view target = block.target.substr(0, block.target.find('#'));
        if ((lengths & bit_of_length(target)) != 0)
          for (Candidate& one : candidates) one.known = one.known || target == one.address;
      }
      if (block.kind == BlockKind::term)
        for (Candidate& one : candidates) one.known = one.known || (!one.term.empty() && block.target == one.term);
      dates = dates || block.kind == BlockKind::deadlines;
      filters = filters || block.kind == BlockKind::filters;
    });
  }

  static uint64_t bit_of_length(std::string_view address) { return uint64_t{1} << (address.size() & 63); }
};

void fill_related(Filling& to, const Page& page, const std::vector<Candidate>& candidates, const SiteView& site) {
  size_t left = page.easy_read ? most_related_in_easy_read : most_related;
  std::string room;
  for (const Candidate& one : candidates) {
    if (left == 0 || one.known) continue;
    Filling::Item item = to.add("related");
    item.set("title", one.page->title).set("address", href_in(room, one.address, site));
    to.put(std::move(item));
    to.set("has_related", "yes");
    --left;
  }
}

void fill_help(Filling& to, const Page& page, const SiteView& site) {
  const std::string& named = page.fields.get(shared::help).id;
  const Role* role = site.role(named.empty() ? site.settings().help : named);
  if (const Page* contact = site.page("contact")) to.set("contact_address", site.href(contact->address));
  if (role == nullptr) return;
  to.set("help_title", role->title).set("help_words", role->can_help_with).set("help_hours", role->hours);
  if (!role->phone.empty()) to.set("help_phone", role->phone).set("help_phone_address", phone_address(role->phone));
  if (!role->email.empty()) to.set("help_email", role->email).set("help_email_address", "mailto:" + role->email);
}

void fill_easy_read(Filling& to, const Page& page, const SiteView& site) {
  if (!page.easy_read) return;
  std::string checked = "People with a learning disability have not checked this page yet.";
  if (page.fields.has(shared::checked_by)) {
    checked = "Checked by " + page.fields.get(shared::checked_by);
    if (page.fields.has(shared::checked_on)) checked += " on " + in_words(page.fields.get(shared::checked_on));
    checked += ".";
  }
  to.set("checked_words", std::move(checked));
  if (const Page* full = site.twin(page); full != nullptr && full->parts.size() > 1) {
    to.set("part_words", fmt::format("Part {} of {}", page.part, full->parts.size()));
    for (const size_t number : full->parts) {
      const Page& part = site.all_pages()[number];
      Filling::Item item = to.add("parts");
      item.set("title", fmt::format("Part {}: {}", part.part, part.title)).set("address", site.href(part.address)).set("current", yes_if(&part == &page));
      to.put(std::move(item));
    }
  }
  if (const Page* full = site.twin(page); full != nullptr && drift_of(page, *full)) {
    // An editor who changed a word may not have reviewed the whole page: then the day is not known.
    const Date changed = full->fields.get(shared::reviewed);
    const bool dated = full->fields.has(shared::reviewed) && (!page.fields.has(shared::accepted_on) || changed >= page.fields.get(shared::accepted_on));
    to.set("drift_words", fmt::format("The full page {}. We are bringing this Easy Read page up to date.", dated ? "changed on " + in_words(changed) : "has changed"));
  }
  for (const uint32_t place : page.terms) {
    const Term& term = site.terms()[place];
    if (term.easy.empty()) continue;
    Filling::Item item = to.add("words");
    item.set("word", term.name).set("meaning", term.easy);
    to.put(std::move(item));
  }
}

// Only the styles and scripts that the page can use; a script only adds to what works without it.
void fill_extras(Filling& to, const Page& page, const Shown& shown, const SiteView& site, const Theme& theme) {
  const bool search = page.id == "search";
  for (const auto& [name, wanted] :
       {std::pair<std::string_view, bool>{"easy-read.css", page.easy_read}, {"dates.css", shown.dates}, {"filters.css", shown.filters}, {"search.css", search}, {"print.css", true}}) {
    if (!wanted) continue;
    const auto style = theme.styles.find(name);
    if (style == theme.styles.end() || style->second.empty()) continue;
    Filling::Item item = to.add("styles");
    item.set("address", site.href(style->second)).set("paper", yes_if(name == "print.css"));
    to.put(std::move(item));
  }
  for (const auto& [name, wanted] : {std::pair<std::string_view, bool>{"dates.js", shown.dates}, {"filters.js", shown.filters}, {"easy-read.js", page.easy_read},
                                     {"search-words.js", search}, {"search-index.js", search}, {"search.js", search}}) {
    if (!wanted) continue;
    const auto script = theme.scripts.find(name);
    if (script == theme.scripts.end() || script->second.empty()) continue;
    Filling::Item item = to.add("scripts");
    item.set("address", site.href(script->second));
    to.put(std::move(item));
  }
}

}  // namespace

const Schema& frame_schema() {
  static const Schema schema = [] {
    Schema made;
    for (const FrameSlot& slot : frame_slots) {
      Slot& one = made.emplace_back(Slot{slot.name, slot.kind});
      for (const FrameItem& item : slot.items) one.items.push_back({item.name, item.kind});
    }
    return made;
  }();
  return schema;
}

std::string in_frame(const Page& page, const Block& root, std::string_view body, const SiteView& site, const Theme& theme,
                     std::vector<OutputMark>* marks) {
  const Settings& settings = site.settings();
  const bool home = page.address == "/";
  thread_local Arena words;
  words.clear();
  Filling to(words);
  const std::string& language = site.language_of(page);
  const std::vector<const Page*> trail = site.breadcrumbs(page);
  std::vector<Candidate> candidates = candidates_of(page, trail, site);
  const Shown shown(root, candidates);
  const std::string data = structured_data(page, root, trail, site);
  const std::string part = page.part > 1 ? fmt::format(", part {}", page.part) : "";
  to.set("language", settings.language)
      .set("other_language", language == settings.language ? "" : language)
      .set("right_to_left", yes_if(right_to_left(script_of_language(language))))
      .set("title", page.title)
      .set("page_title", page.title + (page.easy_read ? ": Easy Read" + part : "") + " – " + settings.name)
      .set("summary", page.easy_read ? "" : page.summary)
      .set("description", page.easy_read ? "Easy Read: " + page.title : page.summary)
      .set("canonical", page.id == "not-found" ? "" : site.whole_address(page.address))
      .set("root", settings.base_path)
      .set("stylesheet", site.href(theme.stylesheet))
      .set("icon", site.href(theme.icon))
      .set("feed", site.href("/feed.xml"))
      .set("feed_json", site.href("/feed.json"))
      .set_lasting("structured_data", data)
      .set("noindex", yes_if(!settings.index))
      .set("site_name", settings.name)
      .set("council", settings.council)
      .set("demonstration", settings.draft.empty() || settings.demonstration.empty() ? settings.draft + settings.demonstration
                                                                                     : settings.draft + " " + settings.demonstration)
      .set("home", yes_if(home))
      .set("easy_read", yes_if(page.easy_read))
      .set("kind", page.type->name)
      .set("kind_title", page.type->folder.empty() ? "" : page.type->title)
      .set_lasting("body", body)
      .set("status_words", status_words(page));
  if (page.fields.has(shared::reviewed)) to.set("reviewed", in_words(page.fields.get(shared::reviewed)));
  if (page.fields.has(shared::review_by)) {
    to.set("review_by", in_words(page.fields.get(shared::review_by)));
    to.set("review_overdue", yes_if(page.fields.get(shared::review_by) < site.today()));
  }
  if (const Role* owner = site.role(page.fields.get(shared::owner).id)) to.set("owner", owner->title);
  if (const Page* formats = site.page("other-formats")) to.set("other_formats_address", site.href(formats->address));
  to.set("has_ways", yes_if(site.page("other-formats") != nullptr || site.twin(page) != nullptr));
  if (const Page* search = site.page("search")) {
    to.set("search", site.href(search->address))
        .set("search_page", yes_if(search == &page))
        .set("search_index", site.href("/search-index/"))
        .set("search_description", site.href("/search.xml"));
  }
  fill_links(to, "menu", settings.menu, page, site);
  fill_links(to, "footer", settings.footer, page, site);
  for (const Page* above : trail) {
    Filling::Item item = to.add("breadcrumbs");
    const bool is_home = above->address == "/" || (above->easy_read && site.twin(*above) != nullptr && site.twin(*above)->address == "/");
    item.set("title", is_home ? "Home" : above->title).set("address", site.href(above->address));
    to.put(std::move(item));
  }
  fill_ways(to, page, site);
  if (!home) fill_contents(to, root);
  fill_related(to, page, candidates, site);
  fill_help(to, page, site);
  fill_easy_read(to, page, site);
  fill_extras(to, page, shown, site, theme);
  if (marks == nullptr) return theme.page.fill(to.values());
  std::vector<OutputMark> of_frame;
  std::string whole = theme.page.fill(to.values(), &of_frame);
  if (const size_t start = whole.find(body); start != std::string::npos) {
    for (OutputMark& mark : *marks) mark.offset += start;
    marks->insert(marks->begin(), OutputMark{start, page.path, {}});  // what the program made of settings and tables has no line
    const auto after = std::upper_bound(of_frame.begin(), of_frame.end(), start, [](size_t at, const OutputMark& mark) { return at < mark.offset; });
    of_frame.insert(after, marks->begin(), marks->end());
  }
  *marks = std::move(of_frame);
  return whole;
}

}  // namespace offer
