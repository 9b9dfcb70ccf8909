#include "formats/frame.h"

#include <algorithm>
#include <set>

#include "base/language.h"
#include "base/text.h"
#include "formats/structured_data.h"
#include "model/following.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// The values of one page, by name. Unknown names stop the program: they are our mistake, not an editor's.
class Filling {
 public:
  explicit Filling(const Schema& schema) : values_(schema), schema_(schema) {}
  Filling& set(std::string_view name, std::string value) {
    values_.texts[slot_index(schema_, name)] = std::move(value);
    return *this;
  }
  Filling add(std::string_view list) const { return Filling(schema_[slot_index(schema_, list)].items); }
  void put(std::string_view list, Filling item) {
    values_.lists[slot_index(schema_, list)].push_back(std::move(item.values_));
  }
  const Values& values() const { return values_; }

 private:
  Values values_;
  const Schema& schema_;
};

std::string yes_if(bool condition) { return condition ? "yes" : ""; }

std::string status_words(const Page& page) {
  const std::string& status = page.fields.get(shared::status).word;
  if (status == "superseded") return "This is an older page. Something newer has taken its place.";
  if (status == "withdrawn") return "This page has been withdrawn. Do not rely on it.";
  if (status == "in-consultation") return "This is not settled yet. It may still change.";
  if (status == "draft") return "This is a draft. Readers cannot see it yet.";
  return {};
}

void fill_links(Filling& to, std::string_view list, const std::vector<std::string>& ids, const Page& page, const SiteView& site) {
  for (const std::string& id : ids) {
    const Page* linked = site.page(id);
    if (linked == nullptr) continue;
    Filling item = to.add(list);
    const std::string& short_title = linked->fields.get(shared::short_title);
    item.set("title", short_title.empty() ? linked->title : short_title).set("address", site.href(linked->address));
    const bool inside = linked->address.size() > 1 && page.address.starts_with(linked->address);
    if (list == "menu") item.set("current", yes_if(inside));
    to.put(list, std::move(item));
  }
}

void fill_ways(Filling& to, const Page& page, const SiteView& site) {
  const Page* twin = site.twin(page);
  if (twin == nullptr) return;
  const Page& full = page.easy_read ? *twin : page;
  const Page& easy = page.easy_read && site.twin(*twin) != nullptr ? *site.twin(*twin) : page.easy_read ? page : *twin;
  for (const Page* one : {&full, &easy}) {
    Filling item = to.add("other_ways");
    item.set("title", one == &full ? "Full page" : "Easy Read")
        .set("address", site.href(one->address))
        .set("current", yes_if((one == &easy) == page.easy_read))
        .set("language", site.language_of(*one));
    to.put("other_ways", std::move(item));
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
  for (const Block* section : sections) {
    Filling item = to.add("contents");
    item.set("title", plain_text(*section)).set("address", "#" + std::string(section->target));
    to.put("contents", std::move(item));
  }
}

constexpr size_t most_related = 5;
constexpr size_t most_related_in_easy_read = 3;

// Pages that readers may want next, but none that the text leads to already, and none above this page. From Easy Read to Easy Read only.
void fill_related(Filling& to, const Page& page, const Block& root, const SiteView& site) {
  const Page* full = page.easy_read ? site.twin(page) : &page;
  if (full == nullptr || page.view != nullptr) return;
  const std::vector<const Page*> related = site.related(*full);
  if (related.empty()) return;
  std::set<std::string_view> known;
  walk(root, [&](const Block& block) {
    if (block.kind == BlockKind::link || block.kind == BlockKind::card || block.kind == BlockKind::word) known.insert(block.target.substr(0, block.target.find('#')));
    if (block.kind == BlockKind::term)
      if (const Page* term = site.page(block.target)) known.insert(term->address);
  });
  for (const Page* above : site.breadcrumbs(page)) known.insert(above->address);
  size_t room = page.easy_read ? most_related_in_easy_read : most_related;
  for (const Page* one : related) {
    if (page.easy_read) one = site.twin(*one);
    if (room == 0 || one == nullptr || one == &page || !known.insert(one->address).second) continue;
    Filling item = to.add("related");
    item.set("title", one->title).set("address", site.href(one->address));
    to.put("related", std::move(item));
    to.set("has_related", "yes");
    --room;
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
      Filling item = to.add("parts");
      item.set("title", fmt::format("Part {}: {}", part.part, part.title)).set("address", site.href(part.address)).set("current", yes_if(&part == &page));
      to.put("parts", std::move(item));
    }
  }
  if (const Page* full = site.twin(page); full != nullptr && drift_of(page, *full)) {
    // An editor who changed a word may not have reviewed the whole page: then the day is not known.
    const Date changed = full->fields.get(shared::reviewed);
    const bool dated = full->fields.has(shared::reviewed) && (!page.fields.has(shared::accepted_on) || changed >= page.fields.get(shared::accepted_on));
    to.set("drift_words", fmt::format("The full page {}. We are bringing this Easy Read page up to date.", dated ? "changed on " + in_words(changed) : "has changed"));
  }
  for (const std::string& id : page.terms) {
    const Term* term = site.term(id);
    if (term == nullptr || term->easy.empty()) continue;
    Filling item = to.add("words");
    item.set("word", term->name).set("meaning", term->easy);
    to.put("words", std::move(item));
  }
}

// Only the styles and scripts that the page can use; a script only adds to what works without it.
void fill_extras(Filling& to, const Page& page, const Block& root, const SiteView& site, const Theme& theme) {
  bool dates = false, filters = false;
  walk(root, [&](const Block& block) {
    dates = dates || block.kind == BlockKind::deadlines;
    filters = filters || block.kind == BlockKind::filters;
  });
  const bool search = page.id == "search";
  for (const auto& [name, wanted] :
       {std::pair<std::string_view, bool>{"easy-read.css", page.easy_read}, {"dates.css", dates}, {"filters.css", filters}, {"search.css", search}, {"print.css", true}}) {
    const auto style = theme.styles.find(name);
    if (!wanted || style == theme.styles.end() || style->second.empty()) continue;
    Filling item = to.add("styles");
    item.set("address", site.href(style->second)).set("paper", yes_if(name == "print.css"));
    to.put("styles", std::move(item));
  }
  for (const auto& [name, wanted] : {std::pair<std::string_view, bool>{"dates.js", dates}, {"filters.js", filters}, {"easy-read.js", page.easy_read},
                                     {"search-words.js", search}, {"search-index.js", search}, {"search.js", search}}) {
    const auto script = theme.scripts.find(name);
    if (!wanted || script == theme.scripts.end() || script->second.empty()) continue;
    Filling item = to.add("scripts");
    item.set("address", site.href(script->second));
    to.put("scripts", std::move(item));
  }
}

}  // namespace

const Schema& frame_schema() {
  static const Schema schema{
      {"language", SlotKind::text},
      {"other_language", SlotKind::text},  // of the page, if it is not the site's
      {"right_to_left", SlotKind::text},   // the page is written so
      {"page_title", SlotKind::text},
      {"title", SlotKind::text},
      {"summary", SlotKind::text},
      {"description", SlotKind::text},
      {"canonical", SlotKind::address},
      {"root", SlotKind::address},
      {"stylesheet", SlotKind::address},
      {"icon", SlotKind::address},
      {"feed", SlotKind::address},
      {"feed_json", SlotKind::address},
      {"structured_data", SlotKind::html},
      {"noindex", SlotKind::text},
      {"site_name", SlotKind::text},
      {"council", SlotKind::text},
      {"demonstration", SlotKind::text},
      {"home", SlotKind::text},
      {"easy_read", SlotKind::text},
      {"kind", SlotKind::text},
      {"kind_title", SlotKind::text},
      {"menu", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}, {"current", SlotKind::text}}},
      {"breadcrumbs", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}}},
      {"has_ways", SlotKind::text},
      {"other_ways", SlotKind::list,
       {{"title", SlotKind::text}, {"address", SlotKind::address}, {"current", SlotKind::text}, {"language", SlotKind::text}}},
      {"other_formats_address", SlotKind::address},
      {"contents", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}}},
      {"body", SlotKind::html},
      {"has_related", SlotKind::text},
      {"related", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}}},
      {"status_words", SlotKind::text},
      {"reviewed", SlotKind::text},
      {"review_by", SlotKind::text},
      {"review_overdue", SlotKind::text},
      {"owner", SlotKind::text},
      {"help_title", SlotKind::text},
      {"help_words", SlotKind::text},
      {"help_phone", SlotKind::text},
      {"help_phone_address", SlotKind::address},
      {"help_email", SlotKind::text},
      {"help_email_address", SlotKind::address},
      {"help_hours", SlotKind::text},
      {"contact_address", SlotKind::address},
      {"footer", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}}},
      {"checked_words", SlotKind::text},
      {"styles", SlotKind::list, {{"address", SlotKind::address}, {"paper", SlotKind::text}}},
      {"scripts", SlotKind::list, {{"address", SlotKind::address}}},
      {"search", SlotKind::address},
      {"search_page", SlotKind::text},
      {"search_index", SlotKind::address},
      {"search_description", SlotKind::address},
      {"drift_words", SlotKind::text},
      {"part_words", SlotKind::text},
      {"parts", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}, {"current", SlotKind::text}}},
      {"words", SlotKind::list, {{"word", SlotKind::text}, {"meaning", SlotKind::text}}},
  };
  return schema;
}

std::string in_frame(const Page& page, const Block& root, const std::string& body, const SiteView& site, const Theme& theme,
                     std::vector<OutputMark>* marks) {
  const Settings& settings = site.settings();
  const bool home = page.address == "/";
  Filling to(frame_schema());
  const std::string& language = site.language_of(page);
  to.set("language", settings.language)
      .set("other_language", language == settings.language ? "" : language)
      .set("right_to_left", yes_if(right_to_left(script_of_language(language))))
      .set("title", page.title)
      .set("page_title", fmt::format("{}{} – {}", page.title, page.easy_read ? (page.part > 1 ? fmt::format(": Easy Read, part {}", page.part) : ": Easy Read") : "", settings.name))
      .set("summary", page.easy_read ? "" : page.summary)
      .set("description", page.easy_read ? "Easy Read: " + page.title : page.summary)
      .set("canonical", page.id == "not-found" ? "" : site.whole_address(page.address))
      .set("root", settings.base_path)
      .set("stylesheet", site.href(theme.stylesheet))
      .set("icon", site.href(theme.icon))
      .set("feed", site.href("/feed.xml"))
      .set("feed_json", site.href("/feed.json"))
      .set("structured_data", structured_data(page, root, site))
      .set("noindex", yes_if(!settings.index))
      .set("site_name", settings.name)
      .set("council", settings.council)
      .set("demonstration", settings.draft.empty() || settings.demonstration.empty() ? settings.draft + settings.demonstration
                                                                                     : settings.draft + " " + settings.demonstration)
      .set("home", yes_if(home))
      .set("easy_read", yes_if(page.easy_read))
      .set("kind", std::string(page.type->name))
      .set("kind_title", page.type->folder.empty() ? "" : std::string(page.type->title))
      .set("body", body)
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
  for (const Page* above : site.breadcrumbs(page)) {
    Filling item = to.add("breadcrumbs");
    const bool is_home = above->address == "/" || (above->easy_read && site.twin(*above) != nullptr && site.twin(*above)->address == "/");
    item.set("title", is_home ? "Home" : above->title).set("address", site.href(above->address));
    to.put("breadcrumbs", std::move(item));
  }
  fill_ways(to, page, site);
  if (!home) fill_contents(to, root);
  fill_related(to, page, root, site);
  fill_help(to, page, site);
  fill_easy_read(to, page, site);
  fill_extras(to, page, root, site, theme);
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
