// Links: what editors write becomes an address, and what leads nowhere is reported with what was
// meant.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::understand_links_test {

namespace {

// A site with pages to link to, and pathways/from.md with this body, whose first line is line 10
// + 3.
kit::Built linked(std::string_view body) {
  return kit::build(R"(
-- index.md --
-- contact.md --
---
id: contact-us
---
## Ring us

## Write to us
-- help/money.md --
---
id: money
---
-- help/plan.pdf --
x
-- hidden.md --
---
title: Not yet
id: hidden
status: draft
---
-- help/from.md --
)" + std::string(body) +
                    "\n");
}

std::string href_of(std::string_view target) {
  const kit::Built built = linked("[Words](" + std::string(target) + ")");
  if (!built.errors().empty()) return built.errors();
  const std::string page = built.page("/help/from/");
  const size_t start = page.find("href=\"") + 6;
  return page.substr(start, page.find('"', start) - start);
}

std::string help_of(std::string_view target) {
  const kit::Built built = linked("[Words](" + std::string(target) + ")");
  return built.report.all().empty() ? "" : built.report.all().front().help;
}

}  // namespace

TEST_CASE("a link may be a path, an id or an address, each with a heading") {
  CHECK(href_of("../contact.md") == "/contact/");
  CHECK(href_of("money.md") == "/help/money/");
  CHECK(href_of("./money.md") == "/help/money/");
  CHECK(href_of("/contact.md") == "/contact/");
  CHECK(href_of("/help/money.md") == "/help/money/");
  CHECK(href_of("contact-us") == "/contact/");
  CHECK(href_of("/contact/") == "/contact/");
  CHECK(href_of("/contact") == "/contact/");
  CHECK(href_of("/") == "/");
  CHECK(href_of("../index.md") == "/");
  CHECK(href_of("../contact.md#ring-us") == "/contact/#ring-us");
  CHECK(href_of("contact-us#ring-us") == "/contact/#ring-us");
  CHECK(href_of("/contact/#write-to-us") == "/contact/#write-to-us");
}

TEST_CASE("a heading alone is one of this page") {
  CHECK(linked("## Ask\n\n[Words](#ask)").page("/help/from/").find("<a href=\"#ask\">") !=
        std::string::npos);
  CHECK(href_of("#ask") ==
        "help/from.md:10:1 broken-anchors: there is no heading '#ask' on this page\n");
}

TEST_CASE("a file of the site is found by its path, and keeps what follows the #") {
  CHECK(href_of("plan.pdf") == "/help/plan.pdf");
  CHECK(href_of("/help/plan.pdf") == "/help/plan.pdf");
  CHECK(href_of("plan.pdf#page=2") == "/help/plan.pdf#page=2");
}

TEST_CASE("a file with a space in its name is found as Markdown writes it") {
  const kit::Built built = kit::build(
      "-- our plan.pdf --\nx\n-- a.md --\n[The plan](our%20plan.pdf) and [again](<our "
      "plan.pdf>)\n");
  CHECK(built.errors() == "");
  const std::string page = built.page("/a/");
  CHECK(page.find("<a href=\"/our%20plan.pdf\">The plan</a>") != std::string::npos);
  CHECK(page.find("<a href=\"/our%20plan.pdf\">again</a>") != std::string::npos);
}

TEST_CASE("addresses of the web, of mail and of telephones stay as they are") {
  CHECK(href_of("https://www.gov.uk/a?b=c&d=e#f") == "https://www.gov.uk/a?b=c&amp;d=e#f");
  CHECK(href_of("http://example.org") == "http://example.org");
  CHECK(href_of("mailto:a@example.org") == "mailto:a@example.org");
  CHECK(href_of("tel:01632960100") == "tel:01632960100");
  CHECK(href_of("HTTPS://example.org/") == "HTTPS://example.org/");
}

TEST_CASE("addresses of the site begin with its base path") {
  const kit::Built built = kit::build(
      "-- site.yml --\nname: T\naddress: https://x.example/send/\n-- a.md --\n[Here we "
      "are](/b/)\n-- b.md --\n");
  CHECK(built.page("/a/").find("href=\"/send/b/\"") != std::string::npos);
}

TEST_CASE("a link that leads nowhere names what it sought and what is near") {
  CHECK(href_of("../contakt.md") ==
        "help/from.md:10:1 broken-links: this link leads nowhere: there is no 'contakt.md'\n");
  CHECK(help_of("../contakt.md") == "Did you mean 'contact.md'?");
  CHECK(help_of("monye.md") == "Did you mean 'help/money.md'?");
  CHECK(href_of("/contakt/") ==
        "help/from.md:10:1 broken-links: this link leads nowhere: there is no '/contakt/'\n");
  CHECK(help_of("/contakt/") == "Did you mean '/contact/'?");
  CHECK(href_of("contct-us") ==
        "help/from.md:10:1 broken-links: this link leads nowhere: there is no 'contct-us'\n");
  CHECK(help_of("contct-us") == "Did you mean 'contact-us'?");
  CHECK(help_of("plam.pdf") == "Did you mean 'help/plan.pdf'?");
  CHECK(help_of("zzzzzzzz") == "Name a page's file or id. 'local-offer list' shows all of them.");
}

TEST_CASE("a link without an address says so") {
  CHECK(href_of("") == "help/from.md:10:1 broken-links: this link has no address\n");
  CHECK(href_of("#") == "help/from.md:10:1 broken-links: this link has no address\n");
}

TEST_CASE("a path that leads out of the site's folder leads nowhere") {
  CHECK(linked("[Words](../../../etc/passwd)").has("broken-links"));
  CHECK(linked("[Words](../../contact.md)").has("broken-links"));
}

TEST_CASE("a heading that there is not gets the nearest, or all there are") {
  CHECK(href_of("../contact.md#ring-uss") ==
        "help/from.md:10:1 broken-anchors: there is no heading '#ring-uss' in contact.md\n");
  CHECK(help_of("../contact.md#ring-uss") == "Did you mean '#ring-us'?");
  CHECK(help_of("../contact.md#postcode") == "Its headings are: #ring-us, #write-to-us");
}

TEST_CASE("a link to a page that readers cannot see yet says so, however it is written") {
  const std::string words =
      "help/from.md:10:1 links-to-unpublished-pages: this link leads to 'Not yet', which readers "
      "cannot see yet\n";
  CHECK(href_of("../hidden.md") == words);
  CHECK(href_of("/hidden.md#x") == words);
  CHECK(href_of("hidden") == words);
  CHECK(href_of("/hidden/") == words);
}

TEST_CASE("an old address in a link gets the new one") {
  const kit::Built built =
      kit::build("-- a.md --\n[Old words](/old/)\n-- b.md --\n---\nwas: [/old/]\n---\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/a/").find("<a href=\"/b/\">Old words</a>") != std::string::npos);
}

TEST_CASE("several links of a paragraph are reported at their own lines and columns") {
  CHECK(linked("One [a word](x1.md) and\nthen [b word](x2.md),\n\n- é [c word](x3.md)\n\n| h "
               "|\n|---|\n| [d word](x4.md) |")
            .errors() ==
        "help/from.md:10:5 broken-links: this link leads nowhere: there is no 'help/x1.md'\n"
        "help/from.md:11:6 broken-links: this link leads nowhere: there is no 'help/x2.md'\n"
        "help/from.md:13:5 broken-links: this link leads nowhere: there is no 'help/x3.md'\n"
        "help/from.md:17:3 broken-links: this link leads nowhere: there is no 'help/x4.md'\n");
}

TEST_CASE("a broken link as an editor sees it") {
  CHECK(
      linked("Ring [the office](../contakt.md).").printed() ==
      "help/from.md:10:6: error[broken-links]: this link leads nowhere: there is no 'contakt.md'\n"
      "     10 | Ring [the office](../contakt.md).\n"
      "        |      ^\n"
      "    help: Did you mean 'contact.md'?\n"
      "\n");
}

TEST_CASE("pictures are files of the site with a description") {
  const kit::Built built = kit::build(
      "-- photos/door.jpg --\nx\n-- a.md --\n![Our \"door\" <1>](photos/door.jpg "
      "\"t\\\"><b>\")\n\n![Door](photos/dor.jpg)\n");
  CHECK(built.problems_of({"broken-links"}) == "a.md:12:1 broken-links: there is no picture 'photos/dor.jpg'\n");
  CHECK(built.report.all().back().help == "Did you mean 'photos/door.jpg'?");
  CHECK(built.page("/a/").find(
            "<img src=\"/photos/door.jpg\" alt=\"Our &quot;door&quot; &lt;1&gt;\" />") !=
        std::string::npos);
}

}  // namespace offer::understand_links_test
