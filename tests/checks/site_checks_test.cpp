// What no page shows on its own: orphans, duplicates, addresses that are gone, points of the law that nothing answers.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::site_checks_test {

namespace {

constexpr std::string_view begun = "\n-- site.yml --\nname: Test\nmenu: [menu-page]\n-- index.md --\nSee [one](one.md).\n-- menu-page.md --\nWords.\n-- one.md --\nSee [itself](#part).\n\n## Part\n";
constexpr std::string_view text =
    "You can ask for a short break at any time, and you do not need a plan or a diagnosis for it. We will ring you within five working days. Somebody will come and talk with you.";

}  // namespace

TEST_CASE("a page that nothing leads to is found, and pages in menus, lists, links and fields are not") {
  CHECK(kit::build(std::string(begun) + "-- glossary/index.md --\nWords.\n-- glossary/t.md --\nWords.\n").problems() ==
        "glossary/index.md:2:8 orphans: no other page, menu or list leads to 'A page about glossary-index'\n");
  CHECK(kit::build(std::string(begun) + "-- two.md --\n---\ntitle: Two\n---\nSee [two](two.md#part).\n\n## Part\n").problems() == "two.md:2:8 orphans: no other page, menu or list leads to 'Two'\n");
}

TEST_CASE("Easy Read versions, withdrawn pages and pages with a short address are no orphans") {
  CHECK(kit::build(std::string(begun) + "-- one.easy.md --\n![](picture:talk)\nTalk.\n-- two.md --\n---\nstatus: withdrawn\n---\nWords.\n-- three.md --\n---\nshort_address: /three-3/\n---\nWords.\n").problems() == "");
}

TEST_CASE("a site without a home page or a menu is only begun") {
  CHECK(kit::build("\n-- a.md --\nWords.\n-- b.md --\nWords.\n").problems() == "");
  CHECK(kit::build("\n-- index.md --\nWords.\n-- b.md --\nWords.\n").problems() == "");
}

TEST_CASE("a long paragraph on two pages is found at the second, whatever its capitals and line ends") {
  std::string broken(text);
  broken.replace(broken.find(" and you"), 1, "\n");
  broken[0] = 'y';
  CHECK(kit::build(fmt::format("\n-- a.md --\nWords.\n\n{}\n-- b.md --\n---\ntitle: B\n---\n> {}\n", text, broken)).problems() == "b.md:10:3 repeated-paragraphs: this paragraph stands in a.md too, on line 12\n");
}

TEST_CASE("short paragraphs, and a paragraph twice on one page, are fine") {
  CHECK(kit::build(fmt::format("\n-- a.md --\n{}\n\n{}\n\nRing us. We answer. Soon.\n-- b.md --\nRing us. We answer. Soon.\n", text, text)).problems() == "");
}

TEST_CASE("two titles or summaries that are the same are found at the second") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: Ask\nsummary: How.\n---\nA.\n-- b.md --\n---\ntitle: ask\nsummary: How.\n---\nB.\n-- c.md --\n---\ntitle: Ask\nstatus: superseded\n---\nC.\n").problems() ==
        "b.md:2:8 repeated-titles: a.md has the same title\n"
        "b.md:3:10 repeated-summaries: a.md has the same summary\n");
}

TEST_CASE("an address that readers were given leads somewhere, or the list says why not") {
  const std::string pages = "-- a.md --\n---\nwas: [/old-a/]\n---\nWords.\n-- new/camhs.md --\nWords.\n-- files/x.zip --\nbytes\n";
  CHECK(kit::build("\n-- addresses.txt --\n# all of them\n\n/a/\n/old-a/\n/files/x.zip\n/gone/ # the club closed\n/a\n" + pages).problems() == "");
  CHECK(kit::build("\n-- addresses.txt --\n/a/\n  /pathways/camhs/\n/lost/\nhttps://x.example/\n" + pages).printed() ==
        R"(addresses.txt:2:3: warning[addresses-that-are-gone]: readers were given /pathways/camhs/, and nothing stands there any more
      2 |   /pathways/camhs/
        |   ^^^^^^^^^^^^^^^^
    help: If it moved, put into the settings of new/camhs.md: was: [/pathways/camhs/]

addresses.txt:3:1: warning[addresses-that-are-gone]: readers were given /lost/, and nothing stands there any more
      3 | /lost/
        | ^^^^^^
    help: Put into the settings of the page that took its place: was: [/lost/]. If nothing did, say why here: /lost/ # the service ended

addresses.txt:4:1: error[wrong-values]: 'https://x.example/' is not an address of this site
      4 | https://x.example/
        | ^^^^^^^^^^^^^^^^^^
    help: An address begins and ends with a slash: /send/plans/

)");
  CHECK_FALSE(kit::build("\n-- addresses.txt --\n/a/\n" + pages).files.contains("addresses.txt"));
}

TEST_CASE("points of the law that no page answers are told where the site shows its coverage, and nowhere else") {
  CHECK(kit::build("\n-- a.md --\n---\nshows: coverage\ncovers: [S2.19]\n---\nWords.\n").problems() == "a.md:2:8 uncovered-points: no page answers point S2.1a of the law: Early years\n");
  CHECK(kit::build("\n-- a.md --\n---\ncovers: [S2.19]\n---\nWords.\n").problems() == "");
}

TEST_CASE("findings of the whole site are the same for any number of threads") {
  std::string site(begun);
  for (int i = 0; i < 60; ++i) site += fmt::format("-- p{}.md --\n---\ntitle: Same\n---\n{}\n", i, text);
  CHECK(kit::build(site, {.threads = 7}).problems() == kit::build(site, {.threads = 1}).problems());
}

}  // namespace offer::site_checks_test
