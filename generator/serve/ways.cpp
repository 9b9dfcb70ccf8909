#include "serve/ways.h"

#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "html/entities.h"

namespace offer {

const std::vector<Way>& all_ways() {
  static const std::vector<Way> ways{
      {.name = "large-print", .title = "Large print", .says = "Words are twice as large, as for a reader who has set the browser so.", .has_sheet = true},
      {.name = "print",
       .title = "On paper",
       .says = "The rules for paper, on the screen. Your browser’s print preview shows the pages themselves.",
       .has_sheet = true,
       .other_css = true},
      {.name = "dark", .title = "Dark", .says = "As on a device that is set to dark colours.", .other_css = true},
      {.name = "light", .title = "Light", .says = "As on a device that is set to light colours.", .other_css = true},
      {.name = "forced-colours",
       .title = "Forced colours",
       .says = "An imitation of the contrast themes of Windows: a few colours for everything. A real one may differ a little.",
       .has_sheet = true,
       .other_css = true},
      {.name = "no-pictures", .title = "No pictures", .says = "Each picture is replaced by its description. Pictures that only decorate are gone.", .has_sheet = true},
      {.name = "no-scripts",
       .title = "No scripts",
       .says = "As for a reader whose browser runs no scripts. This page does not follow your changes by itself either: load it again to see them."},
      {.name = "narrow", .title = "320 pixels", .says = "As on a small phone, or zoomed to 400 %. Nothing should need scrolling sideways."},
      {.name = "screen-reader",
       .title = "Screen reader",
       .says = "What a screen reader tells of the page, as text: names, headings, lists and tables. Each screen reader words it a little differently."},
  };
  return ways;
}

const Way* find_way(std::string_view name) {
  for (const Way& way : all_ways())
    if (way.name == name) return &way;
  return nullptr;
}

std::string Asked::query() const {
  std::string words;
  const auto add = [&](std::string_view name, std::string_view value) { words += fmt::format("{}{}={}", words.empty() ? "" : "&", name, value); };
  if (way != nullptr) add("as", way->name);
  if (framed) add("framed", "yes");
  if (today) add("today", iso(*today));
  if (drafts) add("drafts", *drafts ? "yes" : "no");
  return words;
}

Asked Asked::with_way(const Way* other) const {
  Asked result = *this;
  result.way = other;
  result.framed = false;
  return result;
}

Asked asked_of(const Question& question, Date today, bool drafts) {
  const auto word = [&](std::string_view name) -> std::string_view {
    const auto found = question.words.find(name);
    return found == question.words.end() ? std::string_view{} : trim(found->second);
  };
  Asked asked;
  asked.way = find_way(word("as"));
  asked.framed = word("framed") == "yes" && asked.way != nullptr && asked.way->name == "narrow";
  if (const std::string_view day = word("today"); !day.empty()) {
    asked.today = parse_date(day);
    if (!asked.today) asked.unread_day = std::string(day.substr(0, 40));
    else if (*asked.today == today) asked.today.reset();
  }
  if (const std::string_view shown = word("drafts"); (shown == "yes" && !drafts) || (shown == "no" && drafts)) asked.drafts = shown == "yes";
  return asked;
}

namespace {

// A page of this site that a link leads to: "/news/", "/news/#a", "/news/?topic=x", "/404.html"; not "/feed.xml", nor "//elsewhere/".
bool leads_to_page(std::string_view href, std::string_view base) {
  if (!href.starts_with(base) || href.starts_with("//") || href.starts_with("/-/")) return false;
  const std::string_view path = href.substr(0, href.find_first_of("?#"));
  const std::string_view last = path.substr(path.rfind('/') + 1);
  return last.find('.') == std::string_view::npos || last.ends_with(".html");
}

std::string described(std::string_view escaped_words) {
  return trim(escaped_words).empty() ? std::string() : fmt::format("<span class=\"lo-described\">{}</span>", escaped_words);
}

// One page, tag by tag.
class WayEditor {
 public:
  WayEditor(std::string_view html, const Asked& asked, std::string_view base, std::string_view sheet, std::vector<PageEdit>& edits)
      : html_(html), asked_(asked), way_(asked.way == nullptr ? std::string_view{} : asked.way->name), base_(base), sheet_(sheet), edits_(edits) {
    kept_ = asked.query();
    if (asked.framed) kept_ = asked.with_way(asked.way).query();  // a link in the frame leads to the next page with its own frame
    query_ = escaped(kept_);
  }

  void edit() {
    for (auto tag = next_tag(html_, 0); tag; tag = next_tag(html_, std::max(done_, behind(html_, *tag)))) {
      if (tag->closing) {
        if (tag->name == "head" && asked_.way != nullptr && asked_.way->has_sheet)
          put_in(tag->start, fmt::format("<link rel=\"stylesheet\" href=\"{}\" />\n", sheet_));
      } else if (tag->name == "a") {
        edit_link(*tag);
      } else if (tag->name == "form") {
        edit_form(*tag);
      } else if (tag->name == "link") {
        edit_sheet(*tag);
      } else if (tag->name == "meta") {
        edit_meta(*tag);
      } else if (way_ == "no-scripts" && tag->name == "script") {
        // Data blocks stay: they are no scripts, and part of the page.
        if (attribute_of(html_, *tag, "src")) take_out(*tag, "");
      } else if (way_ == "no-pictures") {
        edit_picture(*tag);
      }
    }
  }

 private:
  void put_in(size_t at, std::string text) { edits_.push_back({at, 0, std::move(text)}); }
  void replace(const TagAttribute& value, std::string text) { edits_.push_back({value.value_start, value.value.size(), std::move(text)}); }
  void take_out(const PageTag& tag, std::string text) {
    done_ = end_of_element(html_, tag);
    edits_.push_back({tag.start, done_ - tag.start, std::move(text)});
  }

  // Links keep the way that is chosen.
  void edit_link(const PageTag& tag) {
    const auto href = attribute_of(html_, tag, "href");
    if (kept_.empty() || !href || !leads_to_page(href->value, base_)) return;
    const size_t hash = std::min(href->value.find('#'), href->value.size());
    const std::string_view before = href->value.substr(0, hash);
    replace(*href, fmt::format("{}{}{}{}", before, before.find('?') == std::string_view::npos ? "?" : "&amp;", query_, href->value.substr(hash)));
    if (asked_.framed) put_in(href->start, "target=\"_top\" ");
  }

  // A form's own words take the place of the query in its address.
  void edit_form(const PageTag& tag) {
    if (kept_.empty()) return;
    std::string fields;
    for (const std::string_view word : split(kept_, '&')) {
      const size_t sign = word.find('=');
      fields += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\" />", word.substr(0, sign), word.substr(sign + 1));
    }
    put_in(tag.end, fields);
    if (asked_.framed) put_in(tag.start + 1 + tag.name.size(), " target=\"_top\"");
  }

  void edit_sheet(const PageTag& tag) {
    const auto rel = attribute_of(html_, tag, "rel");
    const auto href = attribute_of(html_, tag, "href");
    if (!rel || !href || rel->value != "stylesheet" || asked_.way == nullptr || !asked_.way->other_css) return;
    if (href->value.starts_with(base_)) replace(*href, fmt::format("{}{}as={}", href->value, href->value.find('?') == std::string_view::npos ? "?" : "&amp;", way_));
    const auto media = attribute_of(html_, tag, "media");
    if (!media) return;
    const std::string rule = css_for_way(fmt::format("@media {}{{", html::decoded(media->value, true)), *asked_.way);
    const std::string_view condition = std::string_view(rule).substr(std::string_view("@media").size());
    replace(*media, escaped(trim(condition.substr(0, condition.size() - 1))));
  }

  void edit_meta(const PageTag& tag) {
    if (way_ != "dark" && way_ != "light" && way_ != "print") return;
    const auto name = attribute_of(html_, tag, "name");
    const auto content = attribute_of(html_, tag, "content");
    if (name && content && name->value == "color-scheme") replace(*content, way_ == "dark" ? "dark" : "light");
  }

  void edit_picture(const PageTag& tag) {
    if (tag.name == "img") {
      const auto alt = attribute_of(html_, tag, "alt");
      take_out(tag, alt ? described(alt->value) : "<span class=\"lo-described\">(a picture without a description)</span>");
    } else if (tag.name == "svg") {
      const auto label = attribute_of(html_, tag, "aria-label");
      take_out(tag, label ? described(label->value) : "");
    } else if (tag.name == "source") {
      take_out(tag, "");
    }
  }

  std::string_view html_;
  const Asked& asked_;
  std::string_view way_;
  std::string_view base_;
  std::string_view sheet_;
  std::vector<PageEdit>& edits_;
  std::string kept_;   // the query that links keep
  std::string query_;  // the same, escaped
  size_t done_ = 0;    // behind what was taken out
};

constexpr std::string_view always_shown = "(min-width:0)";
constexpr std::string_view never_shown = "(max-width:0)";

// "(prefers-color-scheme:dark)" and its like, whatever white space stands in them.
std::string with_feature(std::string css, std::string_view feature, std::string_view value_that_holds) {
  for (size_t at = css.find(feature); at != std::string::npos; at = css.find(feature, at + 1)) {
    const size_t open = css.find_last_not_of(" \t\r\n", at == 0 ? 0 : at - 1);
    const size_t close = css.find_first_of("){;", at);
    if (open == std::string::npos || css[open] != '(' || close == std::string::npos || css[close] != ')') continue;
    std::string_view value = trim(std::string_view(css).substr(at + feature.size(), close - at - feature.size()));
    if (!value.starts_with(':')) continue;
    value = trim(value.substr(1));
    const std::string_view now = value == value_that_holds ? always_shown : never_shown;
    css.replace(open, close + 1 - open, now);
    at = open + now.size() - 1;
  }
  return css;
}

// One part of a list of media queries, as if the screen were paper: "print" holds, "screen" does not.
std::string on_paper(std::string_view query) {
  const std::string_view whole = trim(query);
  std::string_view rest = whole;
  const auto take = [&](std::string_view word) {
    const bool there = rest.size() >= word.size() && equal_ignoring_case(rest.substr(0, word.size()), word) && (rest.size() == word.size() || !is_word_byte(rest[word.size()]));
    if (there) rest = trim(rest.substr(word.size()));
    return there;
  };
  take("only");
  const bool negated = take("not");
  for (const auto& [type, holds] : {std::pair<std::string_view, bool>{"print", true}, {"screen", false}}) {
    if (!take(type)) continue;
    if (negated && rest.empty()) return holds ? "not all" : "all";
    if (negated) return std::string(whole);  // "not screen and (…)": too rare to guess at
    return holds ? fmt::format("all{}{}", rest.empty() ? "" : " ", rest) : "not all";
  }
  return std::string(whole);
}

std::string with_paper(std::string_view css) {
  std::string result;
  size_t done = 0;
  constexpr std::string_view rule = "@media";
  for (size_t at = css.find(rule); at != std::string_view::npos; at = css.find(rule, at + 1)) {
    const size_t start = at + rule.size();
    const size_t brace = css.find('{', start);
    if (brace == std::string_view::npos || start >= css.size() || is_word_byte(css[start]) || css[start] == '-') continue;
    result.append(css.substr(done, start - done)).append(" ");
    std::string_view between;
    for (const std::string_view part : split(css.substr(start, brace - start), ',')) {
      result.append(between).append(on_paper(part));
      between = ",";
    }
    done = brace;
  }
  return result.append(css.substr(done));
}

}  // namespace

void edit_for_way(std::string_view html, const Asked& asked, std::string_view base, std::string_view sheet, std::vector<PageEdit>& edits) {
  if (asked.query().empty()) return;
  WayEditor(html, asked, base, sheet, edits).edit();
}

std::string css_for_way(std::string_view css, const Way& way) {
  if (way.name == "dark" || way.name == "light") return with_feature(std::string(css), "prefers-color-scheme", way.name);
  if (way.name == "forced-colours") return with_feature(with_feature(std::string(css), "forced-colors", "active"), "prefers-color-scheme", "dark");
  if (way.name == "print") return with_feature(with_paper(css), "prefers-color-scheme", "light");
  return std::string(css);
}

}  // namespace offer
