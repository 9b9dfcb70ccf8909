#include "serve/preview.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "base/escape.h"
#include "base/hash.h"
#include "base/text.h"
#include "diagnose/near_word.h"
#include "html/as_heard.h"
#include "serve/code_pages.h"
#include "serve/other_desks.h"
#include "serve/own_page.h"
#include "serve/page_changes.h"
#include "serve/pages_by_problems.h"
#include "serve/panel.h"
#include "serve/panel_files.h"
#include "serve/problem_marks.h"
#include "serve/published_site.h"
#include "serve/site_answer.h"

namespace offer {

namespace {

constexpr const char* html_type = "text/html; charset=utf-8";

// A page as it is answered.
struct ShownPage {
  int status = 200;
  std::string html;
  std::string have;     // the fingerprint of all that can be seen in it
  std::string page_id;  // of the site's page; or empty
  Rules rules = Rules::usual;
  bool still_working = false;  // it says that it will know more without a change of any file
};

// What stands at an address of the site, in one state of it.
struct Found {
  std::shared_ptr<const DeskFile> file;
  int status = 200;
};

// "/news/", "/news", "/a.html": what a person would look at; not "/style.css".
bool is_page(std::string_view address) {
  const std::string_view last = address.substr(address.rfind('/') + 1);
  return last.find('.') == std::string_view::npos || last.ends_with(".html");
}

std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) { return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
      result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

// "/news/?as=dark" as a question of its own.
Question question_of(std::string_view address) {
  Question question;
  const size_t sign = std::min(address.find('?'), address.size());
  question.address = percent_decoded(replace_all(std::string(address.substr(0, sign)), "+", "%2B"));
  if (sign == address.size()) return question;
  for (const std::string_view word : split(address.substr(sign + 1), '&')) {
    const size_t is = std::min(word.find('='), word.size());
    question.words.emplace(percent_decoded(word.substr(0, is)), is == word.size() ? "" : percent_decoded(word.substr(is + 1)));
  }
  return question;
}

std::string_view word_of(const Question& question, std::string_view name) {
  const auto found = question.words.find(name);
  return found == question.words.end() ? std::string_view{} : std::string_view(found->second);
}

// Where something of the page can be put: before the end of its body or its head, or at its end.
size_t place_before(std::string_view html, std::string_view tag) {
  const size_t at = html.rfind(tag);
  return at == std::string_view::npos ? html.size() : at;
}

}  // namespace

struct Preview::State {
  State(Desk& desk_, PreviewSettings settings_)
      : desk(desk_), settings(std::move(settings_)), links(settings.folders), others(desk, settings.site, settings.options), published(settings.published) {}

  Desk& desk;
  PreviewSettings settings;
  SourceLinks links;
  PanelFiles files;
  CodePages codes;
  OtherDesks others;
  PublishedSite published;

  // Pages as they were last answered: two tabs on one page, or the same tab that asks whether something is new, need not make it twice.
  struct Kept {
    uint64_t edition;
    const void* published;
    std::shared_ptr<const ShownPage> page;
  };
  static constexpr size_t most_kept = 64;
  std::mutex guard;
  std::map<std::string, Kept> kept;

  std::shared_ptr<const ShownPage> page_at(const Question& question);
  std::shared_ptr<const ShownPage> make(const Question& question);
  Answer answer_file(const Question& question);
  Answer wait(const Question& question);

  Found find(const Desk& from, const Question& question) const;
  ShownPage site_page(const Desk& from, const Question& question, const Asked& asked, const Found& found);
  ShownPage own(const Question& question);
  std::string changes(std::string_view address, std::string& title);
  std::string all_changes();

  void explain_missing(const Desk& from, const Question& question, Panel& panel) const;
  void explain_trouble(const Desk& from, Panel& panel) const;
  void compare(const DeskFile& file, Panel& panel);
  void finish(ShownPage& page, bool with_panel) const;
};

Found Preview::State::find(const Desk& from, const Question& question) const {
  std::string path;
  if (!file_path_of(settings.base, question.address, path) || !is_page(question.address)) return {};
  if (const auto file = from.file(path)) return {file, 200};
  if (from.file(path + "/index.html") != nullptr) return {};  // a redirect
  return {from.file("404.html"), 404};
}

// What is no page of the site: its files, redirects, and what is not there and would be no page.
Answer Preview::State::answer_file(const Question& question) {
  Answer answer = site_answer(desk, settings.base, question);
  const Way* way = find_way(word_of(question, "as"));
  if (way == nullptr || !way->other_css || !std::string_view(answer.type).starts_with("text/css")) return answer;
  return own_answer(answer.status, answer.type, css_for_way(answer.bytes, *way));
}

// The address has no page: why, and where to go instead.
void Preview::State::explain_missing(const Desk& from, const Question& question, Panel& panel) const {
  panel.trouble = "There is no page at this address.";
  std::string below = "/" + question.address.substr(std::min(settings.base.size(), question.address.size()));
  if (!below.ends_with('/')) below += '/';
  // A page that is written and that readers do not see yet.
  const std::string source = below.substr(1, below.size() - 2);
  for (const std::string& path : {source + ".md", source + "/index.md"}) {
    if (from.source_text(path).empty()) continue;
    panel.trouble = fmt::format("The page is written in {}, but readers cannot see it yet: it is a draft, or it comes on a later day.", links.name(path));
    Asked with_drafts = *panel.asked;
    with_drafts.drafts = true;
    panel.trouble_link = percent_encoded(panel.address) + "?" + with_drafts.query();
    panel.trouble_link_words = "Show it with drafts";
    panel.problems = from.problems_of(path);
    return;
  }
  std::vector<std::string> addresses;
  for (DeskPage& page : from.pages()) addresses.push_back(std::move(page.address));
  if (const auto near = near_word(below, {addresses.begin(), addresses.end()})) {
    panel.trouble_link = settings.base + percent_encoded(near->substr(1));
    panel.trouble_link_words = fmt::format("Did you mean {}?", *near);
  }
}

// The page is shown as it was when it could last be shown: what must be mended first.
void Preview::State::explain_trouble(const Desk& from, Panel& panel) const {
  panel.trouble = "You see this page as it was when it could last be shown. Mend what is listed here and save: then it follows your changes again.";
  const bool own_errors = std::any_of(panel.problems.begin(), panel.problems.end(), [](const Diagnostic& one) { return one.code->severity == Severity::error; });
  if (own_errors) return;
  for (Diagnostic& one : from.problems().all)
    if (one.code->severity == Severity::error && (one.path == "site.yml" || one.path.starts_with("theme/"))) panel.problems.push_back(std::move(one));
  std::stable_sort(panel.problems.begin(), panel.problems.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.code->severity < b.code->severity; });
}

// In a few words: has the page changed since it was published?
void Preview::State::compare(const DeskFile& file, Panel& panel) {
  const auto snapshot = published.now();
  panel.with_changes = true;
  if (!snapshot.known || snapshot.pages == nullptr) return;
  const auto before = snapshot.pages->find(file.file->path);
  if (before == snapshot.pages->end()) panel.compared = "This page has not been published yet.";
  else panel.compared = before->second == main_of(file.file->bytes) ? "Nothing has changed on this page since it was published." : "This page has changed since it was published.";
}

// The fingerprint is of the page with its panel, so that a new problem is news too.
void Preview::State::finish(ShownPage& page, bool with_panel) const {
  page.have = short_content_hash(page.html);
  if (page.rules == Rules::no_scripts) return;
  page.html.insert(place_before(page.html, "</body>"), live_html(page.have, page.page_id, page.still_working, with_panel, files));
}

ShownPage Preview::State::site_page(const Desk& from, const Question& question, const Asked& asked, const Found& found) {
  ShownPage page;
  Panel panel;
  panel.address = question.address;
  panel.asked = &asked;
  panel.drafts_shown = asked.drafts.value_or(settings.options.drafts);
  const std::string_view way = asked.way == nullptr ? std::string_view{} : asked.way->name;
  std::string_view html;
  std::string body;
  if (found.file != nullptr) {
    const DeskFile& file = *found.file;
    page.status = found.status;
    html = file.file->bytes;
    std::vector<PageEdit> edits;
    from.read([&](const SiteView& site) {
      panel.today = site.today();
      std::string address = "/" + file.file->path;
      if (address.ends_with("/index.html")) address.resize(address.size() - std::string_view("index.html").size());
      const Page* shown = found.status == 200 ? site.page_at(address) : nullptr;
      if (shown != nullptr && shown->path == file.source) panel.facts = facts_of(*shown, site, asked.with_way(way == "screen-reader" ? nullptr : asked.way).query());
    });
    if (found.status == 404) {
      explain_missing(from, question, panel);
    } else if (panel.facts) {
      page.page_id = panel.facts->id;
      panel.problems = from.problems_of(panel.facts->path);
      for (const std::string& table : panel.facts->tables)
        for (Diagnostic& one : from.problems_of(table)) panel.problems.push_back(std::move(one));
      std::stable_sort(panel.problems.begin(), panel.problems.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.code->severity < b.code->severity; });
      if (!panel.problems.empty() && !file.last_good) panel.marks = mark_problems(html, from.marks_of(file), *panel.facts, panel.problems, edits);
      compare(file, panel);
    }
    if (file.last_good) explain_trouble(from, panel);
    if (asked.framed) edits.clear();  // its panel stands around the frame
    edit_for_way(html, asked, settings.base, files.address(fmt::format("as-{}.css", way)), edits);
    edits.push_back({place_before(html, "</head>"), 0, panel_sheet(files)});
    if (!asked.framed) {
      if (const size_t start = html.find("<body"); start != std::string_view::npos) edits.push_back({std::min(html.find('>', start), html.size() - 1) + 1, 0, std::string(link_to_panel())});
    }
    body = with_edits(html, std::move(edits));
  } else {
    from.read([&](const SiteView& site) { panel.today = site.today(); });
    panel.trouble = "The site cannot be shown yet. Mend what is listed here and save: then this page shows it by itself.";
    for (Diagnostic& one : from.problems().all)
      if (one.code->severity == Severity::error) panel.problems.push_back(std::move(one));
    page.status = 503;
  }
  const auto panel_now = [&] { return panel_html(panel, links, [&](std::string_view path) { return from.source_text(path); }); };
  if (found.file == nullptr || way == "screen-reader" || (way == "narrow" && !asked.framed)) {
    const std::string title = panel.facts ? panel.facts->title : "The page at " + question.address;
    OwnPage own_one{.title = {}, .body = {}, .foot = panel_now()};
    if (found.file == nullptr) {
      own_one.title = "The site cannot be shown yet";
      own_one.body = fmt::format("<p>{}</p>\n", panel.problems.empty() ? "The site is being made. This page will show it by itself." : "Something in its files must be mended first. It is listed below.");
    } else if (way == "screen-reader") {
      const html::Page heard(html);
      own_one.title = title + ", as a screen reader tells it";
      own_one.body = fmt::format("<p>{}</p>\n<pre class=\"lo-heard\" tabindex=\"0\">{}</pre>\n", asked.way->says, escaped(html::heard_text(html::as_heard(heard))));
    } else {
      Asked inside = asked;
      inside.framed = true;
      own_one.title = title + ", 320 pixels wide";
      own_one.body = fmt::format("<iframe class=\"lo-frame\" id=\"lo-frame\" title=\"The page, 320 pixels wide\" src=\"{}?{}\" width=\"320\" height=\"640\"></iframe>\n",
                                 escaped(percent_encoded(question.address)), escaped(inside.query()));
      page.rules = Rules::may_frame;
    }
    page.html = own_page(own_one, settings.base, files);
    finish(page, true);
    return page;
  }
  page.html = std::move(body);
  if (asked.framed) page.rules = Rules::may_be_framed;
  else page.html.insert(place_before(page.html, "</body>"), panel_now());
  if (way == "no-scripts") page.rules = Rules::no_scripts;
  finish(page, !asked.framed);
  return page;
}

std::string Preview::State::changes(std::string_view address, std::string& title) {
  std::string path;
  const auto file = file_path_of(settings.base, address, path) ? desk.file(path) : nullptr;
  title = fmt::format("What has changed on {}", address);
  desk.read([&](const SiteView& site) {
    const Page* page = address.size() >= settings.base.size() ? site.page_at("/" + std::string(address.substr(settings.base.size()))) : nullptr;
    if (page != nullptr && !page->title.empty()) title = fmt::format("What has changed: {}", page->title);
  });
  const std::string to_page = fmt::format("<p><a href=\"{0}\">See the page {1}</a></p>\n", escaped(percent_encoded(address)), escaped(address));
  const auto snapshot = published.now(std::chrono::seconds(10));
  if (snapshot.pages == nullptr)
    return fmt::format("<p>Nothing to compare with: {}. Publish the site with <code>local-offer build</code>, or start the preview with <code>--out</code> and the folder that it was published to.</p>\n{}",
                       settings.published.empty() ? "no folder of a published site is named" : fmt::format("there is no published site in the folder <code>{}</code>", escaped(settings.published)), to_page);
  const auto before = snapshot.pages->find(path);
  const bool was_there = before != snapshot.pages->end();
  if (file == nullptr) return was_there ? fmt::format("<p>This page is published and will be taken away: it is not in the files any more. It said:</p>\n{}", changes_html(page_changes(before->second, "")))
                                        : "<p>There is no page at this address, now or published.</p>\n";
  if (!was_there) return to_page + "<p>This page has not been published yet: all of it is new.</p>\n" + changes_html(page_changes("", main_of(file->file->bytes)));
  const PageChanges changed = page_changes(before->second, main_of(file->file->bytes));
  if (changed.none())
    return to_page + (before->second == main_of(file->file->bytes) ? "<p>Nothing has changed since it was published.</p>\n"
                                                                    : "<p>Not a word has changed since it was published. Something has that is no word: a picture, the order of a menu, how the page is built.</p>\n");
  return to_page + fmt::format("<p>{} new, {} taken out, compared with what was last published.</p>\n", count_of(changed.added, "sentence is", "sentences are"),
                               changed.removed == 1 ? "1 was" : fmt::format("{} were", changed.removed)) + changes_html(changed);
}

std::string Preview::State::all_changes() {
  const auto snapshot = published.now(std::chrono::seconds(10));
  if (snapshot.pages == nullptr) {
    std::string ignored;
    return changes(settings.base, ignored);
  }
  std::vector<std::pair<std::string, std::string>> found;  // address, and what happened to it
  PublishedSite::Pages gone = *snapshot.pages;
  for (const DeskPage& page : desk.pages()) {
    const auto file = desk.file(page.address.substr(1) + "index.html");
    if (file == nullptr) continue;
    const auto before = snapshot.pages->find(file->file->path);
    gone.erase(file->file->path);
    if (before == snapshot.pages->end()) found.emplace_back(page.address, "new");
    else if (before->second != main_of(file->file->bytes)) found.emplace_back(page.address, "changed");
  }
  for (const auto& [path, main] : gone)
    if (path.ends_with("index.html") && main.find("<main") == 0 && desk.file(path) == nullptr) found.emplace_back("/" + path.substr(0, path.size() - std::string_view("index.html").size()), "taken away");
  std::sort(found.begin(), found.end());
  if (found.empty()) return "<p>No page has changed since the site was published.</p>\n";
  std::string html = fmt::format("<p>{} since the site was published.</p>\n<ul>\n", count_of(found.size(), "page has changed", "pages have changed"));
  for (const auto& [address, what] : found)
    html += fmt::format("<li><a href=\"/-/changes{0}{1}\">{0}{1}</a>: {2}</li>\n", escaped(settings.base), escaped(percent_encoded(std::string_view(address).substr(1))), what);
  return html + "</ul>\n";
}

ShownPage Preview::State::own(const Question& question) {
  ShownPage page;
  OwnPage own_one{.title = {}, .body = {}, .foot = {}};
  const std::string_view address = question.address;
  constexpr std::string_view codes_at = "/-/codes/", changes_at = "/-/changes";
  if (address == "/-/" || address == "/-/pages/") {
    size_t from = 0;
    for (const char c : word_of(question, "from"))
      if (is_digit(c) && from < 10'000'000) from = from * 10 + static_cast<size_t>(c - '0');
    own_one.title = "All pages and their problems";
    own_one.body = pages_by_problems(desk, settings.base, links, from);
    page.still_working = !desk.problems().complete;
  } else if (address == codes_at) {
    own_one.title = "All findings";
    own_one.body = codes.list();
  } else if (address.starts_with(codes_at) && address.ends_with('/')) {
    const std::string_view code = address.substr(codes_at.size(), address.size() - codes_at.size() - 1);
    bool there = false;
    desk.read([&](const SiteView& site) { there = codes.page(code, site, own_one.title, own_one.body); });
    if (!there) page.status = 404;
  } else if (address == "/-/changes/" && settings.base != "/") {
    own_one.title = "All pages that have changed";
    own_one.body = all_changes();
  } else if (address == "/-/changes/" && word_of(question, "home").empty()) {
    own_one.title = "All pages that have changed";
    own_one.body = all_changes();
  } else if (address.starts_with(changes_at) && address.substr(changes_at.size()).starts_with('/')) {
    own_one.body = changes(address.substr(changes_at.size()), own_one.title);
  } else {
    page.status = 404;
  }
  if (page.status == 404) {
    own_one.title = "There is nothing here";
    own_one.body = "<p>The preview has no page at this address.</p>\n";
  }
  page.html = own_page(own_one, settings.base, files);
  finish(page, false);
  return page;
}

std::shared_ptr<const ShownPage> Preview::State::make(const Question& question) {
  if (question.address.starts_with("/-/")) return std::make_shared<const ShownPage>(own(question));
  const Asked asked = asked_of(question, settings.options.today, settings.options.drafts);
  std::shared_ptr<const Desk> other;
  if (asked.today || asked.drafts) other = others.with(asked.today.value_or(settings.options.today), asked.drafts.value_or(settings.options.drafts));
  const Desk& from = other != nullptr ? *other : desk;
  const Found found = find(from, question);
  const bool nothing_to_show = found.file == nullptr && is_page(question.address) && from.files().empty();
  // Files that send readers on to another page are no pages.
  if (!nothing_to_show && (found.file == nullptr || found.file->source.empty())) return nullptr;
  return std::make_shared<const ShownPage>(site_page(from, question, asked, found));
}

std::shared_ptr<const ShownPage> Preview::State::page_at(const Question& question) {
  const uint64_t edition = desk.edition();
  const void* compared_with = published.now().pages.get();
  const std::string key = question.address + "?" + asked_of(question, settings.options.today, settings.options.drafts).query() + "?" + std::string(word_of(question, "today")) + "?" +
                          std::string(word_of(question, "from")) + std::string(word_of(question, "home"));
  {
    const std::lock_guard lock(guard);
    const auto found = kept.find(key);
    if (found != kept.end() && found->second.edition == edition && found->second.published == compared_with) return found->second.page;
  }
  std::shared_ptr<const ShownPage> page = make(question);
  if (page == nullptr || page->still_working) return page;
  const std::lock_guard lock(guard);
  if (kept.size() >= most_kept) std::erase_if(kept, [&](const auto& one) { return one.second.edition != edition; });
  if (kept.size() >= most_kept) kept.clear();
  kept.insert_or_assign(key, Kept{edition, compared_with, page});
  return page;
}

// "/-/wait?for=/news/&have=1f2e3d4c5b&page=news": answers when the page is not that any more.
Answer Preview::State::wait(const Question& question) {
  const Question asked = question_of(word_of(question, "for"));
  const std::string_view id = word_of(question, "page");
  const auto page = page_at(asked);
  std::string moved;
  if (!id.empty() && (page == nullptr || page->page_id != id)) {
    for (const DeskPage& one : desk.pages())
      if (one.id == id && moved.empty()) moved = settings.base + percent_encoded(one.address.substr(1));
    if (const std::string query = asked_of(asked, settings.options.today, settings.options.drafts).query(); !moved.empty() && !query.empty()) moved += "?" + query;
  }
  const std::string have = page == nullptr ? "" : page->have;
  if (moved.empty() && have == word_of(question, "have") && !question.last) {
    Answer later;
    later.later = true;
    return later;
  }
  return own_answer(200, "application/json; charset=utf-8", fmt::format("{{\"have\":{},\"moved\":{}}}\n", json_string(have), json_string(moved)));
}

Preview::Preview(Desk& desk, PreviewSettings settings) : state_(std::make_unique<State>(desk, std::move(settings))) {}

Preview::~Preview() = default;

Answer Preview::answer(const Question& question) {
  State& s = *state_;
  constexpr std::string_view own_addresses = "/-/";
  if (question.address == "/-/wait") return s.wait(question);
  if (question.address.starts_with(own_addresses) && question.address.find('.') != std::string::npos && !question.address.starts_with("/-/changes/"))
    return s.files.answer(std::string_view(question.address).substr(own_addresses.size()));
  const auto page = s.page_at(question);
  if (page == nullptr) return s.answer_file(question);
  Answer answer{.status = page->status, .type = html_type, .bytes = page->html, .keep = page};
  answer.rules = page->rules;
  return answer;
}

}  // namespace offer
