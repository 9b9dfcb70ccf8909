#include "serve/ways.h"

#include <doctest/doctest.h>

namespace offer::ways_test {

namespace {

Asked asked(std::map<std::string, std::string, std::less<>> words) {
  return asked_of({.address = "/", .words = std::move(words)}, parse_date("2026-11-22").value(), false);
}

std::string shown(std::string_view html, std::map<std::string, std::string, std::less<>> words, std::string_view base = "/") {
  std::vector<PageEdit> edits;
  const Asked how = asked(std::move(words));
  edit_for_way(html, how, base, "/-/sheet.css", edits);
  return with_edits(html, std::move(edits));
}

}  // namespace

TEST_CASE("what is asked for is read, and what says nothing new is not") {
  CHECK(asked({{"as", "dark"}, {"today", "2027-01-10"}, {"drafts", "yes"}}).query() == "as=dark&today=2027-01-10&drafts=yes");
  CHECK(asked({{"as", "pink"}, {"today", "2026-11-22"}, {"drafts", "no"}, {"q", "help"}}).query().empty());
  CHECK(asked({{"today", "<b>soon"}}).unread_day == "<b>soon");
  CHECK(asked({{"today", "2027-02-30"}}).unread_day == "2027-02-30");
  CHECK(asked({{"framed", "yes"}}).query().empty());
  CHECK(asked({{"framed", "yes"}, {"as", "narrow"}}).query() == "as=narrow&framed=yes");
}

TEST_CASE("links to pages keep the way, others do not") {
  CHECK(shown("<a href=\"/news/\">", {{"as", "light"}}) == "<a href=\"/news/?as=light\">");
  CHECK(shown("<a href=\"/news/?topic=x#a\">", {{"as", "light"}, {"drafts", "yes"}}) == "<a href=\"/news/?topic=x&amp;as=light&amp;drafts=yes#a\">");
  for (const std::string same : {"<a href=\"#a\">", "<a href=\"https://example.org/\">", "<a href=\"//example.org/\">", "<a href=\"/feed.xml\">", "<a href=\"/-/pages/\">", "<a href=\"tel:1\">", "<a>"})
    CHECK(shown(same, {{"as", "light"}}) == same);
  CHECK(shown("<a href=\"/send/news/\"><a href=\"/other/\">", {{"as", "light"}}, "/send/") == "<a href=\"/send/news/?as=light\"><a href=\"/other/\">");
  CHECK(shown("<form action=\"/search/\" method=\"get\">", {{"as", "light"}}) == "<form action=\"/search/\" method=\"get\"><input type=\"hidden\" name=\"as\" value=\"light\" />");
  CHECK(shown("<a href=\"/news/\">", {{"as", "narrow"}, {"framed", "yes"}}) == "<a target=\"_top\" href=\"/news/?as=narrow\">");
}

TEST_CASE("pictures are replaced by their descriptions") {
  const std::map<std::string, std::string, std::less<>> as{{"as", "no-pictures"}};
  CHECK(shown("<p><img src=\"/a.svg\" alt=\"A &quot;door&quot;\" /></p>", as) == "<p><span class=\"lo-described\">A &quot;door&quot;</span></p>");
  CHECK(shown("<p><img src=\"/a.svg\" alt=\"\" /></p>", as) == "<p></p>");
  CHECK(shown("<p><img src=\"/a.svg\" /></p>", as) == "<p><span class=\"lo-described\">(a picture without a description)</span></p>");
  CHECK(shown("<svg aria-label=\"Bars\"><svg></svg><a href=\"/x/\">y</a></svg>z", as) == "<span class=\"lo-described\">Bars</span>z");
}

TEST_CASE("scripts are taken out, data blocks stay") {
  CHECK(shown("<script src=\"/a.js\" defer=\"defer\"></script><script type=\"application/ld+json\">{\"<p>\":1}</script>x", {{"as", "no-scripts"}}) ==
        "<script type=\"application/ld+json\">{\"<p>\":1}</script>x");
}

TEST_CASE("style sheets and colour schemes are those of the way") {
  CHECK(shown("<meta name=\"color-scheme\" content=\"light dark\" />", {{"as", "dark"}}) == "<meta name=\"color-scheme\" content=\"dark\" />");
  CHECK(shown("<link rel=\"stylesheet\" href=\"/a.css\" />", {{"as", "dark"}}) == "<link rel=\"stylesheet\" href=\"/a.css?as=dark\" />");
  CHECK(shown("<link rel=\"stylesheet\" href=\"/p.css\" media=\"print\" />", {{"as", "print"}}) == "<link rel=\"stylesheet\" href=\"/p.css?as=print\" media=\"all\" />");
  CHECK(shown("<link rel=\"stylesheet\" href=\"/p.css\" media=\"screen\" />", {{"as", "print"}}) == "<link rel=\"stylesheet\" href=\"/p.css?as=print\" media=\"not all\" />");
  CHECK(shown("<head></head>", {{"as", "large-print"}}) == "<head><link rel=\"stylesheet\" href=\"/-/sheet.css\" />\n</head>");
  CHECK(shown("<link rel=\"icon\" href=\"/i.svg\" /><link rel=\"stylesheet\" href=\"https://example.org/a.css\" />", {{"as", "dark"}}) ==
        "<link rel=\"icon\" href=\"/i.svg\" /><link rel=\"stylesheet\" href=\"https://example.org/a.css\" />");
}

TEST_CASE("conditions of style sheets hold as the way has them") {
  const Way& dark = *find_way("dark");
  CHECK(css_for_way("@media (prefers-color-scheme:dark){a{}}@media ( prefers-color-scheme : light ){b{}}", dark) == "@media (min-width:0){a{}}@media (max-width:0){b{}}");
  CHECK(css_for_way("a{content:\"prefers-color-scheme:dark\"}", dark) == "a{content:\"prefers-color-scheme:dark\"}");
  CHECK(css_for_way("prefers-color-scheme", dark) == "prefers-color-scheme");
  const Way& print = *find_way("print");
  CHECK(css_for_way("@media print{a{}}@media screen and (min-width:4em){b{}}@media(min-width:1em){c{}}", print) == "@media all{a{}}@media not all{b{}}@media (min-width:1em){c{}}");
  CHECK(css_for_way("@media only print, screen{a{}}@media not print{b{}}@media not screen{c{}}@media-x{}", print) == "@media all,not all{a{}}@media not all{b{}}@media all{c{}}@media-x{}");
  CHECK(css_for_way("@media (forced-colors:active){a{}}", *find_way("forced-colours")) == "@media (min-width:0){a{}}");
  CHECK(css_for_way("@media print", print) == "@media print");
}

}  // namespace offer::ways_test
