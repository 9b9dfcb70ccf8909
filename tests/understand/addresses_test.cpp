// Ids, addresses and redirects: each leads to one page.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::addresses_test {

TEST_CASE("an id that two pages have is reported at the second") {
  const kit::Built built =
      kit::build("-- a.md --\n---\nid: ask\n---\n-- b.md --\n---\ntitle: B\nid: ask\n---\n");
  CHECK(built.problems() == "b.md:3:5 repeated-ids: the id 'ask' is also that of a.md\n");
  CHECK(built.report.all().at(0).help ==
        "Give this page an id of its own. If you copied a page, change its id and its title.");
}

TEST_CASE("two files for one address are reported") {
  CHECK(kit::build("-- a.md --\n-- a/index.md --\n").problems() ==
        "a/index.md repeated-addresses: this file and a.md would both be /a/\n");
  CHECK(kit::build("-- a.md --\n-- a.easy.md --\n-- a/easy-read.md --\n").problems() ==
        "a/easy-read.md repeated-addresses: this file and a.easy.md would both be /a/easy-read/\n");
}

TEST_CASE("addresses that differ only in capitals are reported") {
  const kit::Built built =
      kit::build("-- Ask.md --\n---\nid: a\n---\n-- ask.md --\n---\nid: b\n---\n");
  CHECK(built.errors() ==
        "ask.md addresses-differing-by-case: this page and Ask.md have addresses that differ only "
        "in small and capital letters\n");
  CHECK(built.report.all().at(0).help ==
        "Windows servers cannot tell them apart. Give one of the two files another name.");
}

TEST_CASE("an old address sends readers on, with a page and with a rule for the server") {
  const kit::Built built =
      kit::build("-- a.md --\n---\nwas: [/old/, /older.html, /no-slash]\n---\n");
  CHECK(built.problems() == "");
  CHECK(built.files.at("old/index.html").find("url=/a/") != std::string::npos);
  CHECK(built.files.at("older.html").find("url=/a/") != std::string::npos);
  CHECK(built.files.contains("no-slash/index.html"));
  CHECK(built.files.at("_redirects") == "/no-slash/ /a/ 301\n/old/ /a/ 301\n/older.html /a/ 301\n");
}

TEST_CASE("an old address that is another page's address, or two pages' old address, is reported") {
  CHECK(kit::build("-- a.md --\n---\nwas: [/b/]\n---\n-- b.md --\n").problems() ==
        "a.md:2:6 repeated-addresses: the old address /b/ is the address of b.md now\n");
  CHECK(kit::build("-- a.md --\n---\nwas: [/old/]\n---\n-- b.md --\n---\nwas: [/old/]\n---\n")
            .problems() ==
        "b.md:2:6 repeated-addresses: the old address /old/ leads to /a/ already\n");
  CHECK(kit::build("-- a.md --\n---\nwas: [/a/]\n---\n").problems() ==
        "a.md:2:6 repeated-addresses: the old address /a/ is the address of a.md now\n");
}

TEST_CASE("an old address that is none of this site is reported and writes no file") {
  for (const std::string old :
       {"old/", "https://example.org/old/", "/../secret/", "'/a\\b/'", "//evil.example/x/",
        "\"/a\\0b/\"", "\"/a\\nb/\"", "/a b/", "/a//b/", "/./"}) {
    CAPTURE(old);
    const kit::Built built = kit::build("-- a.md --\n---\nwas: [" + old + "]\n---\n");
    CHECK(built.has("wrong-values"));
    CHECK_FALSE(built.files.contains("_redirects"));
  }
}

TEST_CASE("an old address cannot take the place of a file that we write") {
  for (const std::string old :
       {"/a/index.html", "/index.html", "/sitemap.xml", "/files/plan.txt", "/robots.txt"}) {
    CAPTURE(old);
    CHECK(kit::build("-- a.md --\n---\nwas: [" + old +
                     "]\n---\n-- index.md --\n-- files/plan.txt --\nx\n")
              .report.has_errors());
  }
}

TEST_CASE("a file of the site's folder cannot take the place of a page") {
  CHECK(kit::build("-- a.md --\n-- a/index.html --\n<p>mine</p>\n").report.has_errors());
  CHECK(kit::build("-- index.md --\n-- sitemap.xml --\n<x />\n").report.has_errors());
}

TEST_CASE(
    "a name of a file with letters that mean something in addresses still leads to its page") {
  const kit::Built built = kit::build(
      "-- index.md --\n[ask](what%3F%20now.md)\n-- what? now.md --\n---\nid: what\n---\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/").find("href=\"/what%3F%20now/\"") != std::string::npos);
}

TEST_CASE("ids of other things in settings get near names") {
  const kit::Built built = kit::build(R"(
-- a.md --
---
owner: oficer
help: nobody
topics: [health, helth]
covers: [S2.1aa]
---
)");
  CHECK(
      built.problems() ==
      "a.md:2:8 unknown-references: 'owner' names a role 'oficer', and there is none of that name\n"
      "a.md:3:7 unknown-references: 'help' names a role 'nobody', and there is none of that name\n"
      "a.md:4:18 unknown-references: 'topics' names a topic 'helth', and there is none of that "
      "name\n"
      "a.md:5:10 unknown-references: 'covers' names a point of Schedule 2 'S2.1aa', and there is "
      "none of that name\n");
  CHECK(built.report.all().at(0).help == "Did you mean 'officer'?");
  CHECK(built.report.all().at(1).help == "There is officer.");
  CHECK(built.report.all().at(2).help == "Did you mean 'health'?");
  CHECK(built.report.all().at(3).help == "Did you mean 'S2.1a'?");
}

TEST_CASE("ids of other pages in settings get near names") {
  const kit::Built built = kit::build(
      "-- glossary/a.md --\n---\nid: term-a\nreplaced_by: term-bb\n---\n-- glossary/b.md "
      "--\n---\nid: term-b\n---\n");
  CHECK(built.problems() ==
        "glossary/a.md:3:14 unknown-references: 'replaced_by' names a page 'term-bb', and there is "
        "none of that name\n");
  CHECK(built.report.all().at(0).help == "Did you mean 'term-b'?");
}

}  // namespace offer::addresses_test
