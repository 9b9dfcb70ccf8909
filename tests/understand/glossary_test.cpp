// The glossary at work: the first use of each term on a page is marked, where a mark is not in the
// way.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::glossary_test {

namespace {

constexpr std::string_view terms = R"(
-- glossary/ehc-plan.md --
---
title: EHC plan
id: term-ehc-plan
abbreviation: EHCP
also: [education health and care plan]
---
-- glossary/review.md --
---
title: EHC plan review meeting
id: term-review
---
-- glossary/send.md --
---
title: Special educational needs
id: term-send
abbreviation: SEND
---
-- other.md --
)";

// The page with each marked term as «words»(id), meanings left out.
std::string marked(std::string_view body) {
  const kit::Built built =
      kit::build(fmt::format("{}-- a.md --\n{}\n", terms, body));
  std::string page = kit::with_words_named(built.page("/a/"));
  page = page.substr(page.find("</h1>\n") + 6);
  std::string result;
  for (size_t at = 0; at < page.size();) {
    if (page.compare(at, 20, "<div class=\"meaning\"") == 0) {
      at = page.find("</div>", at) + 6;
      while (at < page.size() && page[at] == '\n') ++at;
    } else if (page.compare(at, 7, "<button") == 0) {
      const size_t id = page.find("\"word-", at) + 6;
      const size_t start = page.find('>', at) + 1;
      const size_t end = page.find("</button>", start);
      result += "«" + page.substr(start, end - start) + "»(" +
                page.substr(id, page.find('"', id) - id) + ")";
      at = end + 9;
    } else {
      result += page[at++];
    }
  }
  while (result.ends_with('\n')) result.pop_back();
  return result;
}

}  // namespace

TEST_CASE("only the first use on a page is marked") {
  CHECK(marked("An EHC plan is a plan. The EHC plan helps.\n\nEHC plan.") ==
        "<p>An «EHC plan»(ehc-plan) is a plan. The EHC plan helps.</p>\n<p>EHC plan.</p>");
}

TEST_CASE("all spellings of a term count as one") {
  CHECK(marked("Your EHCP is an EHC plan, an education health and care plan.") ==
        "<p>Your «EHCP»(ehc-plan) is an EHC plan, an education health and care plan.</p>");
  CHECK(marked("An Education Health and Care Plan.") ==
        "<p>An «Education Health and Care Plan»(ehc-plan).</p>");
}

TEST_CASE("the longest spelling wins") {
  CHECK(marked("The EHC plan review meeting and the EHC plan.") ==
        "<p>The «EHC plan review meeting»(review) and the «EHC plan»(ehc-plan).</p>");
}

TEST_CASE("plural and possessive belong to the word") {
  CHECK(marked("Two EHCPs.") == "<p>Two «EHCPs»(ehc-plan).</p>");
  CHECK(marked("Two EHC plans.") == "<p>Two «EHC plans»(ehc-plan).</p>");
  CHECK(marked("The EHC plan's end.") == "<p>The «EHC plan»(ehc-plan)&#39;s end.</p>");
}

TEST_CASE("the marks of word processors do not hide a term") {
  CHECK(marked("The EHC plan’s end.") == "<p>The «EHC plan»(ehc-plan)’s end.</p>");
  CHECK(marked("The “EHCP”.") == "<p>The “«EHCP»(ehc-plan)”.</p>");
  CHECK(marked("An EHCP–not a plan.") == "<p>An «EHCP»(ehc-plan)–not a plan.</p>");
  CHECK(marked("An EHC\u00A0plan.") == "<p>An «EHC\u00A0plan»(ehc-plan).</p>");
  CHECK(marked("And so on…EHCP") == "<p>And so on…«EHCP»(ehc-plan)</p>");
}

TEST_CASE("part of a longer word is no term") {
  CHECK(marked("EHCPX and XEHCP and EHC planner and EHC planés") ==
        "<p>EHCPX and XEHCP and EHC planner and EHC planés</p>");
}

TEST_CASE("a spelling in capitals is meant in capitals only") {
  CHECK(marked("We send it. Send it. SEND is a word.") ==
        "<p>We send it. Send it. «SEND»(send) is a word.</p>");
}

TEST_CASE("a term may go over a line end and over several spaces") {
  CHECK(marked("An EHC\nplan.") == "<p>An «EHC\nplan»(ehc-plan).</p>");
  CHECK(marked("An EHC   plan.") == "<p>An «EHC   plan»(ehc-plan).</p>");
}

TEST_CASE(
    "a term is not marked in headings, links, lists of links, bold, code and quotations, and comes "
    "later instead") {
  CHECK(marked("## An EHC plan") == "<h2 id=\"an-ehc-plan\">An EHC plan</h2>");
  CHECK(marked("[An EHC plan](other.md), EHC plan.") ==
        "<p><a href=\"/other/\">An EHC plan</a>, «EHC plan»(ehc-plan).</p>");
  CHECK(marked("- [Other words](other.md): an EHC plan") ==
        "<ul>\n<li><a href=\"/other/\">Other words</a>: an EHC plan</li>\n</ul>");
  CHECK(marked("**EHC plan** and EHC plan.") ==
        "<p><strong>EHC plan</strong> and «EHC plan»(ehc-plan).</p>");
  CHECK(marked("`EHCP`") == "<p><code>EHCP</code></p>");
  CHECK(marked("> An EHC plan") == "<blockquote>\n<p>An EHC plan</p>\n</blockquote>");
}

TEST_CASE("a term is marked in lists, tables, emphasis and notices") {
  CHECK(marked("- an EHC plan") == "<ul>\n<li>an «EHC plan»(ehc-plan)</li>\n</ul>");
  CHECK(marked("*EHC plan*") == "<p><em>«EHC plan»(ehc-plan)</em></p>");
  CHECK(marked("| h |\n|---|\n| EHCP |").find("«EHCP»(ehc-plan)") != std::string::npos);
  CHECK(marked("> [!NOTE]\n> EHCP").find("«EHCP»(ehc-plan)") != std::string::npos);
}

TEST_CASE("several terms of one text are marked in order and nothing between them is lost") {
  CHECK(marked("EHCP SEND") == "<p>«EHCP»(ehc-plan) «SEND»(send)</p>");
  CHECK(marked("é EHCP é SEND é") == "<p>é «EHCP»(ehc-plan) é «SEND»(send) é</p>");
}

TEST_CASE("each mark has its meaning once on the page") {
  const std::string page = kit::with_words_named(
      kit::build(fmt::format("{}-- a.md --\nEHCP, EHCP.\n\n- EHCP\n", terms)).page("/a/"));
  const size_t first = page.find("id=\"word-ehc-plan\"");
  REQUIRE(first != std::string::npos);
  CHECK(page.find("id=\"word-ehc-plan\"", first + 1) == std::string::npos);
}

TEST_CASE("a term is not marked on its own page") {
  const kit::Built built = kit::build(
      "-- glossary/a.md --\n---\ntitle: Short break\nid: term-break\n---\nA short break is a "
      "rest.\n");
  CHECK(built.page("/glossary/a/").find("class=\"term\"") == std::string::npos);
}

TEST_CASE("two terms with one spelling are reported at the setting that has it") {
  const kit::Built built = kit::build(R"(
-- glossary/a.md --
---
title: Advice service
id: term-a
abbreviation: NHS
---
-- glossary/b.md --
---
title: Brief help
id: term-b
also: [quick help, advice  service]
---
-- glossary/c.md --
---
title: Care help
id: term-c
abbreviation: NHS
---
-- glossary/d.md --
---
title: brief help
id: term-d
---
-- glossary/e.md --
---
title: Brief help
id: term-e
---
)");
  CHECK(built.problems() ==
        "glossary/b.md:4:20 repeated-terms: 'advice  service' already means 'Advice service' "
        "(glossary/a.md)\n"
        "glossary/c.md:4:15 repeated-terms: 'NHS' already means 'Advice service' (glossary/a.md)\n"
        "glossary/d.md:2:8 repeated-terms: 'brief help' already means 'Brief help' "
        "(glossary/b.md)\n"
        "glossary/e.md:2:8 repeated-terms: 'Brief help' is explained already (glossary/b.md)\n");
}

TEST_CASE("a term that is a draft explains nothing") {
  CHECK(kit::build("-- glossary/a.md --\n---\ntitle: A meeting\nabbreviation: JAM\nstatus: "
                   "draft\n---\n-- a.md --\nThe JAM.\n")
            .has("unexplained-abbreviations"));
}

}  // namespace offer::glossary_test
