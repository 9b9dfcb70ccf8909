#include "serve/shown_page.h"

#include <algorithm>

#include "base/escape.h"
#include "base/hash.h"
#include "base/text.h"
#include "diagnose/near_word.h"
#include "html/as_heard.h"
#include "serve/own_page.h"
#include "serve/problem_marks.h"
#include "serve/site_answer.h"

namespace offer {

namespace {

// The last of these tags; the end of the page if it has none.
size_t place_before(std::string_view html, std::string_view tag) { return std::min(html.rfind(tag), html.size()); }

size_t place_behind_start_of_body(std::string_view html) {
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, behind(html, *tag)))
    if (tag->name == "body" && !tag->closing) return tag->end;
  return std::string_view::npos;
}

void worst_first(std::vector<Diagnostic>& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.code->severity < b.code->severity; });
}

bool has_error(const std::vector<Diagnostic>& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const Diagnostic& one) { return one.code->severity == Severity::error; });
}

class Maker {
 public:
  Maker(const Desk& desk, const Question& question, const Asked& asked, const DeskFile* file, int status, const PageSurroundings& around)
      : desk_(desk), asked_(asked), way_(asked.way == nullptr ? std::string_view{} : asked.way->name), file_(file), around_(around), address_(question.address) {
    page_.status = status;
    page_.still_working = around.still_working;
    panel_.address = address_;
    panel_.asked = &asked;
    panel_.drafts_shown = asked.drafts.value_or(around.drafts);
  }

  ShownPage make() {
    gather_facts();
    if (page_.status == 503) {
      explain_nothing();
    } else if (page_.status == 404) {
      explain_missing();
    } else {
      gather_problems();
      compare();
      if (file_->last_good) explain_last_good();
    }
    if (file_ == nullptr) make_waiting_page();
    else if (way_ == "screen-reader") make_heard_page();
    else if (way_ == "narrow" && !asked_.framed) make_framing_page();
    else make_site_page();
    page_.news = file_ == nullptr ? "" : file_->fingerprint;
    for (const Diagnostic& one : panel_.problems) page_.news += fmt::format("\n{}:{}:{} {}", one.path, one.place.line, one.place.column, one.message);
    page_.news = short_content_hash(page_.news + panel_.trouble);
    make_live(page_, !asked_.framed, around_.files);
    return std::move(page_);
  }

 private:
  std::string_view html() const { return file_->file->bytes; }

  void gather_facts() {
    desk_.read([&](const SiteView& site) {
      panel_.today = site.today();
      if (page_.status != 200) return;
      std::string address = "/" + file_->file->path;
      if (address.ends_with("/index.html")) address.resize(address.size() - std::string_view("index.html").size());
      const Page* shown = address == "/404.html" ? site.page("not-found") : site.page_at(address);
      if (shown != nullptr && shown->path == file_->source) panel_.facts = facts_of(*shown, site, asked_.with_way(asked_.way).query());
    });
    if (panel_.facts) page_.page_id = panel_.facts->id;
  }

  // Of the page's own file and of the tables beside it.
  void gather_problems() {
    panel_.problems = desk_.problems_of(file_->source);
    if (panel_.facts)
      for (const std::string& table : panel_.facts->tables)
        for (Diagnostic& one : desk_.problems_of(table)) panel_.problems.push_back(std::move(one));
    worst_first(panel_.problems);
  }

  // In a few words: has the page changed since it was published?
  void compare() {
    const auto snapshot = around_.published.now();
    panel_.with_changes = true;
    if (!snapshot.known || snapshot.pages == nullptr) return;
    const auto before = snapshot.pages->find(file_->file->path);
    if (before == snapshot.pages->end()) panel_.compared = "This page has not been published yet.";
    else panel_.compared = before->second == main_of(html()) ? "Nothing has changed on this page since it was published." : "This page has changed since it was published.";
  }

  void explain_nothing() {
    panel_.trouble = "The site cannot be shown yet. Mend what is listed here and save: then this page shows it by itself.";
    for (Diagnostic& one : desk_.problems().all)
      if (one.code->severity == Severity::error) panel_.problems.push_back(std::move(one));
    std::stable_sort(panel_.problems.begin(), panel_.problems.end(), [](const Diagnostic& a, const Diagnostic& b) { return is_of_whole_site(a) && !is_of_whole_site(b); });
  }

  // The page is shown as it was when it could last be shown: what must be mended first.
  void explain_last_good() {
    panel_.trouble = "You see this page as it was when it could last be shown. Mend what is listed here and save: then it follows your changes again.";
    if (has_error(panel_.problems)) return;
    for (Diagnostic& one : desk_.problems().all)
      if (one.code->severity == Severity::error && is_of_whole_site(one)) panel_.problems.push_back(std::move(one));
    worst_first(panel_.problems);
  }

  // The address has no page: why, and where to go instead.
  void explain_missing() {
    panel_.trouble = "There is no page at this address.";
    std::string below = "/" + address_.substr(std::min(around_.base.size(), address_.size()));
    if (!below.ends_with('/')) below += '/';
    // A page that is written and that readers do not see yet.
    const std::string source = below.substr(1, below.size() - 2);
    for (const std::string& path : {source + ".md", source + "/index.md"}) {
      if (panel_.drafts_shown || desk_.source_text(path).empty()) continue;
      panel_.trouble = fmt::format("The page is written, in {}, but readers cannot see it yet: it is a draft, or it comes on a later day.", around_.links.name(path));
      Asked with_drafts = asked_;
      with_drafts.drafts = true;
      panel_.trouble_link = percent_encoded(address_) + "?" + with_drafts.query();
      panel_.trouble_link_words = "Show it with drafts";
      return;
    }
    const std::vector<DeskPage> pages = desk_.pages();
    std::vector<std::string_view> addresses;
    for (const DeskPage& page : pages) addresses.push_back(page.address);
    if (const auto near = near_word(below, addresses)) {
      panel_.trouble_link = around_.base + percent_encoded(near->substr(1));
      panel_.trouble_link_words = fmt::format("Did you mean {}?", *near);
    }
  }

  std::string panel_html_now() const {
    return panel_html(panel_, around_.links, [&](std::string_view path) { return desk_.source_text(path); });
  }

  void make_site_page() {
    std::vector<PageEdit> edits;
    // The panel of a framed page, with the problems that its marks lead to, stands around the frame.
    if (!asked_.framed && panel_.facts && !panel_.problems.empty() && !file_->last_good)
      panel_.marks = mark_problems(html(), desk_.marks_of(*file_), *panel_.facts, panel_.problems, desk_.source_text(file_->source), edits);
    edit_for_way(html(), asked_, around_.base, around_.files.address(fmt::format("as-{}.css", way_)), edits);
    if (!asked_.framed) {
      edits.push_back({place_before(html(), "</head>"), 0, panel_sheet(around_.files)});
      edits.push_back({place_behind_start_of_body(html()), 0, std::string(link_to_panel())});
    }
    page_.html = with_edits(html(), std::move(edits));
    if (!asked_.framed) page_.html.insert(place_before(page_.html, "</body>"), panel_html_now());
    if (asked_.framed) page_.rules = Rules::may_be_framed;
    else if (way_ == "no-scripts") page_.rules = Rules::no_scripts;
  }

  void make_own_page(std::string title, std::string body) { page_.html = own_page({.title = std::move(title), .body = std::move(body), .foot = panel_html_now()}, around_.base, around_.files); }

  std::string title() const { return panel_.facts ? panel_.facts->title : "The page at " + address_; }

  void make_waiting_page() {
    if (page_.status == 404) return make_own_page("There is no page here", fmt::format("<p>{}</p>\n", escaped(panel_.trouble)));
    make_own_page("The site cannot be shown yet", fmt::format("<p>{}</p>\n", panel_.problems.empty() ? "The site is being made. This page will show it by itself."
                                                                                                      : "Something in its files must be mended first. It is listed below."));
  }

  // With the site's style sheets put in: they say what nobody sees on a wide screen.
  std::string with_styles() const {
    std::string styles;
    for (auto tag = next_tag(html(), 0); tag && tag->name != "body"; tag = next_tag(html(), behind(html(), *tag))) {
      const auto href = attribute_of(html(), *tag, "href");
      const auto rel = attribute_of(html(), *tag, "rel");
      std::string path;
      if (!href || !rel || rel->value != "stylesheet" || attribute_of(html(), *tag, "media") || !file_path_of(around_.base, href->value, path)) continue;
      if (const auto sheet = desk_.file(path)) styles += fmt::format("<style>{}</style>\n", sheet->file->bytes);
    }
    std::string page(html());
    return page.insert(place_before(page, "</head>"), styles);
  }

  void make_heard_page() {
    const std::string styled = with_styles();
    const html::Page heard(styled);
    make_own_page(title() + ", as a screen reader tells it",
                  fmt::format("<p>{}</p>\n<pre class=\"lo-heard\" tabindex=\"0\">{}</pre>\n", asked_.way->says, escaped(html::heard_text(html::as_heard(heard)))));
  }

  void make_framing_page() {
    Asked inside = asked_;
    inside.framed = true;
    make_own_page(title() + ", 320 pixels wide",
                  fmt::format("<iframe class=\"lo-frame\" id=\"lo-frame\" title=\"The page, 320 pixels wide\" src=\"{}?{}\" width=\"320\" height=\"640\"></iframe>\n",
                              escaped(percent_encoded(address_)), escaped(inside.query())));
    page_.rules = Rules::may_frame;
  }

  const Desk& desk_;
  const Asked& asked_;
  const std::string_view way_;
  const DeskFile* file_;
  const PageSurroundings& around_;
  const std::string& address_;
  Panel panel_;
  ShownPage page_;
};

}  // namespace

bool is_of_whole_site(const Diagnostic& problem) { return problem.path == "site.yml" || problem.path.starts_with("theme/"); }

ShownPage shown_page(const Desk& desk, const Question& question, const Asked& asked, const DeskFile* file, int status, const PageSurroundings& around) {
  return Maker(desk, question, asked, file, status, around).make();
}

namespace {

std::string live_html(const ShownPage& page, bool with_messages, const PanelFiles& files) {
  std::string html = fmt::format("<div id=\"lo-live\" hidden=\"hidden\" data-have=\"{}\" data-news=\"{}\" data-page=\"{}\"{}></div>\n", page.have, page.news, escaped(page.page_id),
                                 page.still_working ? " data-still-working=\"yes\"" : "");
  html += fmt::format("<script src=\"{}\"></script>\n", files.address("live.js"));
  if (with_messages) html += fmt::format("<script src=\"{}\"></script>\n", files.address("panel.js"));
  return html;
}

}  // namespace

void make_live(ShownPage& page, bool with_messages, const PanelFiles& files) {
  page.have = short_content_hash(page.html);
  if (page.rules == Rules::no_scripts) return;
  page.html.insert(place_before(page.html, "</body>"), live_html(page, with_messages, files));
}

}  // namespace offer
