#include "serve/panel.h"

#include <algorithm>

#include "base/escape.h"
#include "base/text.h"

namespace offer {

namespace {

class PanelWriter {
 public:
  PanelWriter(const Panel& panel, const SourceLinks& links, const std::function<std::string(std::string_view)>& source_text)
      : panel_(panel), asked_(*panel.asked), links_(links), source_text_(source_text) {}

  std::string write() {
    html_ += fmt::format("<aside class=\"lo-panel\" id=\"lo-panel\" aria-labelledby=\"lo-panel-title\" tabindex=\"-1\" lang=\"en-GB\" dir=\"ltr\" data-said=\"{}\">\n", escaped(said()));
    html_ += fmt::format("<details class=\"lo-fold\" id=\"lo-fold\"{}>\n", panel_.problems.empty() && panel_.trouble.empty() ? "" : " open=\"open\"");
    write_bar();
    html_ += fmt::format("<div class=\"lo-inside{}\">\n", panel_.problems.empty() ? " lo-calm" : "");
    write_problems();
    html_ += "<div class=\"lo-beside\">\n";
    write_ways();
    write_facts();
    html_ += "</div>\n</div>\n</details>\n<p class=\"lo-said\" id=\"lo-said\" role=\"status\"></p>\n</aside>\n";
    return std::move(html_);
  }

 private:
  // What is told after a change, in one sentence.
  std::string said() const {
    if (!panel_.trouble.empty()) return panel_.trouble;
    if (!panel_.facts) return "";
    return panel_.problems.empty() ? "No problems on this page." : fmt::format("{} on this page.", problems_counted(panel_.problems.size()));
  }

  void write_bar() {
    html_ += "<summary class=\"lo-bar\"><h2 class=\"lo-title\" id=\"lo-panel-title\">Preview</h2> ";
    Severity worst = Severity::look;
    for (const Diagnostic& one : panel_.problems) worst = std::min(worst, one.code->severity);
    if (!panel_.problems.empty()) html_ += fmt::format("<span class=\"lo-count lo-{}\">{}</span> ", severity_class(worst), problems_counted(panel_.problems.size()));
    else if (panel_.facts && panel_.trouble.empty()) html_ += "<span class=\"lo-count lo-fine\">No problems on this page</span> ";
    if (!panel_.trouble.empty()) html_ += fmt::format("<span class=\"lo-chip lo-attention\">{}</span> ", panel_.facts ? "Not shown as it is now" : "No page");
    if (panel_.facts && !panel_.facts->state.empty()) html_ += fmt::format("<span class=\"lo-chip\">{}</span> ", escaped(panel_.facts->state));
    if (asked_.way != nullptr) html_ += fmt::format("<span class=\"lo-chip\">Shown as: {}</span> ", lower_first(asked_.way->title));
    if (asked_.today) html_ += fmt::format("<span class=\"lo-chip\">As on {}</span> ", in_words(*asked_.today));
    if (asked_.drafts) html_ += fmt::format("<span class=\"lo-chip\">{}</span> ", *asked_.drafts ? "With drafts" : "Without drafts");
    html_ += "</summary>\n";
  }

  static std::string lower_first(std::string_view words) {
    std::string result(words);
    if (!result.empty() && is_upper(result.front())) result.front() = static_cast<char>(result.front() - 'A' + 'a');
    return result;
  }

  void write_problems() {
    html_ += "<section class=\"lo-part lo-part-problems\" aria-labelledby=\"lo-problems-title\">\n";
    html_ += fmt::format("<h3 id=\"lo-problems-title\">{}</h3>\n", panel_.facts ? "Problems on this page" : "What is wrong");
    if (!panel_.trouble.empty()) {
      html_ += fmt::format("<p class=\"lo-trouble\">{}", escaped(panel_.trouble));
      if (!panel_.trouble_link.empty()) html_ += fmt::format(" <a href=\"{}\">{}</a>", escaped(panel_.trouble_link), escaped(panel_.trouble_link_words));
      html_ += "</p>\n";
    }
    if (!panel_.problems.empty()) html_ += problem_list({panel_.problems, links_, source_text_, panel_.marks});
    else if (panel_.trouble.empty()) html_ += "<p class=\"lo-none\">Our checks found nothing to mend here. They cannot tell whether what the page says is true, or whether families understand it.</p>\n";
    html_ += "</section>\n";
  }

  void write_facts() {
    html_ += "<section class=\"lo-part\" aria-labelledby=\"lo-facts-title\">\n";
    html_ += fmt::format("<h3 id=\"lo-facts-title\">{}</h3>\n", panel_.facts ? "About this page" : "The whole site");
    if (panel_.facts) {
      html_ += "<dl class=\"lo-facts\">\n";
      for (const PageFact& fact : panel_.facts->facts) write_fact(fact);
      if (const auto words = unexplained_words(panel_.problems); !words.empty())
        write_fact({.name = "Words not explained", .words = join(words, ", "), .attention = true, .link = {}, .link_words = {}});
      html_ += "</dl>\n";
      const std::string whole = links_.whole(panel_.facts->path);
      html_ += fmt::format("<p><a href=\"{}\">Open {} in your editor</a> <span class=\"lo-path\" data-path=\"{}\">The whole path: <code>{}</code></span></p>\n",
                           escaped(links_.address(panel_.facts->path, {1, 1, 0})), escaped(links_.name(panel_.facts->path)), escaped(whole), escaped(whole));
    }
    if (!panel_.compared.empty()) html_ += fmt::format("<p>{}</p>\n", escaped(panel_.compared));
    html_ += "<ul class=\"lo-more\">\n";
    if (panel_.with_changes) html_ += fmt::format("<li><a href=\"/-/changes{}\">What has changed on this page since it was published</a></li>\n", escaped(percent_encoded(panel_.address)));
    html_ += "<li><a href=\"/-/pages/\">All pages and their problems</a></li>\n<li><a href=\"/-/changed/\">All pages that have changed since they were published</a></li>\n</ul>\n</section>\n";
  }

  void write_fact(const PageFact& fact) {
    html_ += fmt::format("<div{}><dt>{}</dt><dd>{}", fact.attention ? " class=\"lo-attention\"" : "", escaped(fact.name), escaped(fact.words));
    if (!fact.link.empty()) html_ += fmt::format(" <a href=\"{}\">{}</a>", escaped(fact.link), escaped(fact.link_words));
    html_ += "</dd></div>\n";
  }

  std::string address_with(const Asked& asked) const {
    const std::string query = asked.query();
    return escaped(percent_encoded(panel_.address) + (query.empty() ? "" : "?" + query));
  }

  void write_way(const Way* way, std::string_view title) {
    const bool current = asked_.way == way;
    html_ += fmt::format("<li><a href=\"{}\"{}>{}</a></li>\n", address_with(asked_.with_way(way)), current ? " aria-current=\"true\"" : "", title);
  }

  void write_ways() {
    html_ += "<section class=\"lo-part\" aria-labelledby=\"lo-ways-title\">\n<h3 id=\"lo-ways-title\">Show as</h3>\n<ul class=\"lo-ways\">\n";
    write_way(nullptr, "As it is");
    if (panel_.facts && !panel_.facts->twin.empty())
      html_ += fmt::format("<li><a href=\"{}\">{}</a></li>\n", escaped(panel_.facts->twin), panel_.facts->easy_read ? "Full page" : "Easy Read");
    for (const Way& way : all_ways()) write_way(&way, way.title);
    html_ += "</ul>\n";
    if (asked_.way != nullptr) html_ += fmt::format("<p class=\"lo-way-says\">{}</p>\n", escaped(asked_.way->says));
    html_ += fmt::format("<form class=\"lo-day\" action=\"{}\" method=\"get\">\n", escaped(percent_encoded(panel_.address)));
    if (asked_.way != nullptr) html_ += fmt::format("<input type=\"hidden\" name=\"as\" value=\"{}\" />\n", asked_.way->name);
    if (asked_.drafts) html_ += fmt::format("<input type=\"hidden\" name=\"drafts\" value=\"{}\" />\n", *asked_.drafts ? "yes" : "no");
    html_ += fmt::format("<label for=\"lo-today\">As on the day</label> <input type=\"date\" id=\"lo-today\" name=\"today\" value=\"{}\" /> <button type=\"submit\">Show</button>\n</form>\n",
                         iso(panel_.today));
    if (!asked_.unread_day.empty())
      html_ += fmt::format("<p class=\"lo-trouble\">“{}” is no day. Write the year, the month and the day, for example 2027-01-10.</p>\n", escaped(asked_.unread_day));
    html_ += "<ul class=\"lo-more\">\n";
    if (asked_.today) {
      Asked other = asked_;
      other.today.reset();
      html_ += fmt::format("<li><a href=\"{}\">Back to today</a></li>\n", address_with(other));
    }
    Asked other = asked_;
    other.drafts = asked_.drafts ? std::nullopt : std::optional<bool>(!panel_.drafts_shown);
    html_ += fmt::format("<li><a href=\"{}\">{}</a></li>\n</ul>\n</section>\n", address_with(other),
                         panel_.drafts_shown ? "Hide drafts and pages of a later day" : "Show drafts and pages of a later day too");
  }

  const Panel& panel_;
  const Asked& asked_;
  const SourceLinks& links_;
  const std::function<std::string(std::string_view)>& source_text_;
  std::string html_;
};

}  // namespace

std::string panel_html(const Panel& panel, const SourceLinks& links, const std::function<std::string(std::string_view)>& source_text) {
  return PanelWriter(panel, links, source_text).write();
}

std::string panel_sheet(const PanelFiles& files) { return fmt::format("<link rel=\"stylesheet\" href=\"{}\" />\n", files.address("panel.css")); }

std::string_view link_to_panel() { return "\n<a class=\"lo-skip\" href=\"#lo-panel\" lang=\"en-GB\">Skip to the preview panel</a>"; }

}  // namespace offer
