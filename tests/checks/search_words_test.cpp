// Rows of search-words.csv that find nothing.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::search_words_test {

namespace {

std::string problems(std::string_view rows, std::string_view pages, unsigned threads = 1) {
  return kit::build(std::string("-- search-words.csv --\nsay,means,page\n") + std::string(rows) + std::string(pages), {.threads = threads}).problems_of({"search-words-that-find-nothing"});
}

constexpr std::string_view avoidance = "-- missing.md --\nThis is called emotionally based school avoidance.\n";

}  // namespace

TEST_CASE("what search-words.csv means is looked for on all pages, in all forms of its words") {
  CHECK(problems("wont go,emotionally based school avoidance,\nscared,schools avoiding; based school,\n", std::string(avoidance) + "-- b.md --\nA school avoids it.\n") == "");
  CHECK(problems("wont go,hedgehogs,a\n", "-- a.md --\nWords.\n-- a.easy.md --\n![](picture:talk)\nWe talk about a hedgehog.\n") == "");
  CHECK(problems("wont go,Hedgehog Trust,a\n", "-- services/a.md --\n---\nid: a\nprovider: Hedgehog Trust\n---\nIt helps.\n") == "");
}

TEST_CASE("words that no page has are said at their cell, with the nearest word of the site") {
  CHECK(problems("wont go,school; emotionaly based,missing\n", avoidance) ==
        "search-words.csv:2:9 search-words-that-find-nothing: no page says 'emotionaly based', so it finds nothing for 'wont go'\n");
  const auto built = kit::build(std::string("-- search-words.csv --\nsay,means,page\nwont go,emotionaly based,\nspiky,based avoidance,\nq,zzyzx,\n") + std::string(avoidance));
  const std::string printed = built.printed();
  CHECK(printed.find("No page has the word 'emotionaly'. Did you mean 'emotionally'?") != std::string::npos);
  CHECK(printed.find("Its words are on the site, but nowhere side by side.") != std::string::npos);
  CHECK(printed.find("No page has the word 'zzyzx'. Write it as a page does") != std::string::npos);
}

TEST_CASE("what families say of a page is not what the page says") { CHECK(problems("hedgehogs,hedgehog,missing\n", avoidance) != ""); }

TEST_CASE("words that stand on every page, and more words than are looked for, find nothing") {
  CHECK(problems("who are you; wont go,\"what is it; one two three four five six seven eight nine; school\",\n", avoidance) ==
        "search-words.csv:2 search-words-that-find-nothing: 'what is it' has only words that stand on every page\n"
        "search-words.csv:2 search-words-that-find-nothing: 'who are you' has only words that stand on every page\n"
        "search-words.csv:2:22 search-words-that-find-nothing: 'one two three four five six seven eight nine' is longer than the search looks for\n");
}

TEST_CASE("several threads find the same unfound words as one") {
  std::string rows, pages;
  for (int i = 0; i < 40; ++i) rows += "say" + std::to_string(i) + ",word" + std::to_string(i) + ",\n";
  for (int i = 0; i < 40; i += 2) pages += "-- page-" + std::to_string(i) + ".md --\nHas word" + std::to_string(i) + ".\n";
  CHECK(problems(rows, pages) == problems(rows, pages, 7));
  CHECK(problems(rows, pages).find("'word39'") != std::string::npos);
  CHECK(problems(rows, pages).find("'word38'") == std::string::npos);
}

TEST_CASE("a site without search words, and one without pages, have nothing to find") {
  CHECK(problems("", avoidance) == "");
  CHECK(problems("a thing,a thing,\n", "") != "");
}

}  // namespace offer::search_words_test
