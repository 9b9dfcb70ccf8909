// What is gathered of each page, and that it can be kept.
#include "search/gatherer.h"

#include <doctest/doctest.h>

#include <random>

#include "base/escape.h"
#include "base/text.h"
#include "kit.h"
#include "search/excerpts.h"
#include "search/pieces.h"

namespace offer::gatherer_test {

namespace {

struct Understood {
  Report report;
  Inputs inputs;
  Prepared prepared;
  SiteView view;

  explicit Understood(std::string_view site) : inputs(kit::inputs_of(site)), prepared(prepare(inputs, {*parse_date("2026-11-21"), false, 1}, report)), view(prepared.site, 2) {}
};

std::map<std::string, std::string> by_path(const std::vector<OutputFile>& files) {
  std::map<std::string, std::string> map;
  for (const OutputFile& file : files) map.emplace(file.path, file.bytes);
  return map;
}

std::string knows(std::string_view site) {
  const Understood understood(site);
  Vocabulary vocabulary;
  return Gatherer(understood.view, vocabulary).knows();
}

constexpr std::string_view search_words = "-- search-words.csv --\nsay,means,page\nspiky,hedgehog,a\n";
constexpr std::string_view other_pages = R"(
-- b.md --
Hedgehogs sleep in winter.
-- glossary/ehc-plan.md --
---
title: EHC plan
abbreviation: EHCP
also: ["Education, Health and Care Plan"]
---
-- search.md --
Search.
)";

// What Excerpts keeps, in the plainest way: [heading, sentences …] of each part.
struct PlainPart {
  std::string heading;
  std::vector<std::string> sentences;
};

std::string plainly_fitted(std::vector<PlainPart> parts, size_t room) {
  std::vector<size_t> kept(parts.size());
  size_t used = 0;
  bool more = true;
  for (size_t rank = 0; more && used < room; ++rank) {
    more = false;
    for (size_t p = 0; p < parts.size(); ++p) {
      const auto& [heading, sentences] = parts[p];
      const size_t size = (rank == 0 ? 2 * heading.size() + 10 : 0) + (rank < sentences.size() ? sentences[rank].size() + 1 : 0);
      if ((rank > 0 && rank >= sentences.size()) || kept[p] != rank || used + size > room) continue;
      used += size;
      kept[p] = rank + 1;
      more = true;
    }
  }
  std::string json = "[";
  for (size_t p = 0; p < parts.size(); ++p) {
    parts[p].sentences.resize(std::min(kept[p], parts[p].sentences.size()));
    if (kept[p] == 0 || (parts[p].sentences.empty() && parts[p].heading.empty())) continue;
    json += (json.size() > 1 ? ",[" : "[") + json_string(parts[p].heading) + "," + json_string(parts[p].heading) + "," + json_string(join(parts[p].sentences, "\n")) + "]";
  }
  return json + "]";
}

}  // namespace

TEST_SUITE("search/gatherer") {
  TEST_CASE("what was gathered before can be joined with what is gathered anew of a changed page, and gives the files of a whole new build") {
    const std::string before = std::string(search_words) + "-- a.md --\nWords about an EHC plan.\n" + std::string(other_pages);
    const std::string after = std::string(search_words) + "-- a.md --\nOther words, about an education, health and care plan.\n" + std::string(other_pages);
    const Understood first(before);
    Vocabulary vocabulary;
    std::map<std::string, PageWords> kept;
    {
      Gatherer gatherer(first.view, vocabulary);
      for (const Page* page : searched_pages(first.view)) kept[page->path] = gatherer.gather(*page);
    }
    const Understood second(after);
    Gatherer gatherer(second.view, vocabulary);
    std::vector<PageWords> words;
    for (const Page* page : searched_pages(second.view)) words.push_back(page->path == "a.md" ? gatherer.gather(*page) : kept.at(page->path));
    const auto files = search_files(join_search_index(second.view, gatherer.ideas(), vocabulary, words), words, second.view, gatherer.filters());
    CHECK(by_path(files) == by_path(make_search_files(second.view)));
    CHECK(by_path(files) != by_path(make_search_files(first.view)));
  }

  TEST_CASE("what gathering knows of the rest of the site changes with names, with what families say, and with topics, and not with the text of a page") {
    const std::string site = std::string(search_words) + "-- a.md --\nWords.\n" + std::string(other_pages);
    CHECK(knows(site) == knows(replace_all(site, "Words.", "Other words.")));
    CHECK(knows(site) != knows(replace_all(site, "spiky", "prickly")));
    CHECK(knows(site) != knows(replace_all(site, "Education, Health", "Learning, Health")));
    CHECK(knows(site) != knows(replace_all(site, "hedgehog,a", "hedgehogs; badger,a")));
    CHECK(knows(site) != knows(site + "-- topics.yml --\nhealth:\n  title: Feeling well\n"));
  }

  TEST_CASE("a thread that gathered other pages before gathers the same of a page as one that did not") {
    const Understood site("-- a.md --\n# A\n\nOne **two**three. Four\nfive.\n\n| A | B |\n| - | - |\n| six | 7 |\n-- b.md --\n## Part\n\nOne hundred 'times' won't do.\n\n- [Link](a.md) here\n");
    const auto texts = [](const PageWords& words, const Vocabulary& vocabulary) {
      std::vector<std::string> all;
      for (const Weighed& one : words.keys) all.push_back(fmt::format("{} {}", vocabulary.keys()[one.number()], one.weight()));
      for (const PageWords::Times& one : words.words) all.push_back(fmt::format("{} {}", vocabulary.words()[one.word], one.times));
      std::sort(all.begin(), all.end());
      return join(all, "|") + words.shown + words.choices;
    };
    Vocabulary one, other;
    Gatherer first(site.view, one), second(site.view, other);
    const auto pages = searched_pages(site.view);
    REQUIRE(pages.size() == 2);
    const std::string b_after_a = (first.gather(*pages[0]), texts(first.gather(*pages[1]), one));
    CHECK(b_after_a == texts(second.gather(*pages[1]), other));
    CHECK(b_after_a.find("wont 1") != std::string::npos);
    CHECK(texts(first.gather(*pages[0]), one).find("twothree 1") != std::string::npos);
  }

  TEST_CASE("on a site of any size every page may show some of its sentences, and a file of results stays short") {
    for (size_t pages = 1; pages < 300'000; pages = pages + 1 + pages / 50) {
      CHECK(room_of_a_page(pages) >= 200);
      CHECK(pages_in_a_piece(pages) * (room_of_a_page(pages) + 250) <= 12'000);
    }
  }

  TEST_CASE("the excerpts that are kept are the first sentence of every part, then the second, as long as there is room") {
    std::mt19937 random(1);
    for (int round = 0; round < 1500; ++round) {
      const size_t room = random() % 600;
      Excerpts excerpts(room);
      excerpts.begin();
      std::vector<PlainPart> parts(1);
      for (size_t step = 0; step < random() % 14; ++step) {
        if (random() % 3 == 0) {
          parts.push_back({std::string(random() % 30, 'h'), {}});
          excerpts.heading(parts.back().heading, parts.back().heading);
          continue;
        }
        std::string text;
        for (size_t s = 0; s <= random() % 4; ++s) {
          const std::string sentence = "S" + std::string(5 + random() % 60, 's') + ".";
          text += (text.empty() ? "" : " ") + sentence;
          parts.back().sentences.push_back(sentence);
        }
        if (excerpts.wants_more()) excerpts.text(text);
      }
      CAPTURE(round);
      REQUIRE(excerpts.json() == plainly_fitted(parts, room));
    }
  }

  TEST_CASE("a sentence that is too long is cut at a space and never inside a letter") {
    Excerpts excerpts(2000);
    excerpts.begin();
    excerpts.text(std::string(150, 'a') + " " + replace_all(std::string(150, 'x'), "x", "é") + " b.");
    CHECK(excerpts.json() == "[[\"\",\"\",\"" + std::string(150, 'a') + "…\"]]");
    excerpts.begin();
    excerpts.text("a" + replace_all(std::string(150, 'x'), "x", "é"));
    CHECK_FALSE(first_bad_utf8(excerpts.json()));
  }
}

}  // namespace offer::gatherer_test
