#include "search/kept_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "kit.h"
#include "search/gatherer.h"
#include "search/pieces.h"

namespace offer::kept_words_test {

namespace {

constexpr std::string_view site_text = R"(
-- search-words.csv --
say,means,page
spiky; prickly,hedgehog,a
-- a.md --
Hedgehogs and hedgehogs sleep in winter. Zażółć, 字.
-- b.md --
## Winter

A hedgehog's winter.
-- glossary/ehc-plan.md --
---
title: EHC plan
abbreviation: EHCP
---
-- search.md --
Search.
)";

struct Gathered {
  Report report;
  Inputs inputs;
  Prepared prepared;
  SiteView view;
  Vocabulary vocabulary;
  std::vector<PageWords> words;

  Gathered() : inputs(kit::inputs_of(site_text)), prepared(prepare(inputs, {*parse_date("2026-11-21"), false, 1}, report)), view(prepared.site, 2) {
    Gatherer gatherer(view, vocabulary);
    for (const Page* page : searched_pages(view)) words.push_back(gatherer.gather(*page));
  }
};

}  // namespace

TEST_SUITE("search/kept_words") {
  TEST_CASE("what was kept as bytes is joined to the same files in another run of the program") {
    const Gathered gathered;
    const std::string vocabulary_bytes = packed(gathered.vocabulary);
    std::vector<std::string> pages;
    WordTimes times;
    for (const PageWords& words : gathered.words) {
      pages.push_back(packed(words));
      add_times(times_in(pages.back()).value(), times);
    }

    const Gathered other;  // another run reads the site again, but gathers nothing
    Vocabulary vocabulary;
    REQUIRE(unpack(vocabulary_bytes, vocabulary));
    std::vector<PageWords> words;
    Gatherer gatherer(other.view, vocabulary);
    for (const std::string& bytes : pages) words.push_back(unpacked(bytes, vocabulary, gatherer).value());
    const auto files = search_files(join_search_index(other.view, gatherer.ideas(), vocabulary, words, times), words, other.view, gatherer.filters());
    const auto whole = make_search_files(other.view);
    REQUIRE(files.size() == whole.size());
    for (size_t i = 0; i < files.size(); ++i) {
      CHECK(files[i].path == whole[i].path);
      CHECK(files[i].bytes == whole[i].bytes);
    }
  }

  TEST_CASE("bytes that were cut off or changed are refused or harmless, whatever they say") {
    Gathered gathered;
    const Gatherer gatherer(gathered.view, gathered.vocabulary);
    const std::string page = packed(gathered.words.front());
    const std::string vocabulary_bytes = packed(gathered.vocabulary);
    for (size_t size = 0; size < page.size(); ++size) CHECK_FALSE(times_in(page.substr(0, size)).has_value());
    CHECK_FALSE(times_in(page + "x").has_value());
    for (size_t size = 0; size < vocabulary_bytes.size(); ++size) {
      Vocabulary vocabulary;
      CHECK_FALSE(unpack(vocabulary_bytes.substr(0, size), vocabulary));
    }
    std::mt19937 random(2);
    for (int round = 0; round < 3000; ++round) {
      std::string changed = page;
      for (int k = 0; k < 3; ++k) changed[random() % changed.size()] = static_cast<char>(random());
      const auto words = unpacked(changed, gathered.vocabulary, gatherer);
      if (!words) continue;
      CHECK(words->kind_at <= words->shown.size());
      CHECK(std::all_of(words->keys.begin(), words->keys.end(), [&](const Weighed& one) { return one.number() < gathered.vocabulary.keys().size() && one.weight() > 0; }));
      CHECK(std::all_of(words->ideas.begin(), words->ideas.end(), [&](const Weighed& one) { return one.number() < gatherer.ideas().size(); }));
    }
    CHECK_FALSE(unpacked(page, Vocabulary(), gatherer).has_value());  // numbers of another vocabulary
  }
}

}  // namespace offer::kept_words_test
