// What the search index holds, for small sites.
#include "search/index.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "kit.h"
#include "search/pieces.h"
#include "search/search_words.h"

namespace offer::index_test {

namespace {

// An index and the site that it speaks of.
struct Indexed {
  Report report;
  Inputs inputs;
  Prepared prepared;
  SiteView view;
  Vocabulary vocabulary;
  std::vector<PageWords> gathered;
  SearchIndex index;

  explicit Indexed(std::string_view site, unsigned threads = 1)
      : inputs(kit::inputs_of(site)), prepared(prepare(inputs, {*parse_date("2026-11-21"), false, threads}, report)), view(prepared.site, threads) {
    Gatherer gatherer(view, vocabulary);
    for (const Page* page : searched_pages(view)) gathered.push_back(gatherer.gather(*page));
    index = join_search_index(view, gatherer.ideas(), vocabulary, gathered);
  }

  const IndexEntry* entry(std::string_view key) const {
    for (const IndexEntry& one : index.entries)
      if (one.key == key) return &one;
    return nullptr;
  }
  // The ids of the pages that have a key, the weightiest first: "a b". Words as a reader types them.
  std::string found(std::string_view words) const {
    const IndexEntry* one = entry(join(search_stems_in(words), " "));
    if (one == nullptr) return "";
    const auto pages = index.postings_of(*one);
    std::vector<Weighed> best(pages.begin(), pages.end());
    std::stable_sort(best.begin(), best.end(), [](const Weighed& a, const Weighed& b) { return a.weight() > b.weight(); });
    std::vector<std::string> ids;
    for (const Weighed& posting : best) ids.push_back(index.pages[posting.number()]->id);
    return join(ids, " ");
  }
};

}  // namespace

TEST_CASE("search words are small letters without accents and apostrophes, cut at everything else") {
  CHECK(join(search_words_in("Won't the Child’s CAFÉ e-mail 'Œuvre' \xE2\x80\x9Cpost-16\xE2\x80\x9D?"), "|") == "wont|the|childs|cafe|e|mail|oeuvre|post|16");
  CHECK(join(search_words_in("\xF0\x9F\x98\x80 ok \xF0\x9F\x98\x80"), "|") == "ok");
  CHECK(join(search_words_in("' '' ’"), "|") == "");
  CHECK(join(search_words_in(""), "|") == "");
  CHECK(search_words_in(std::string(1000, 'a')).front().size() == longest_search_word);
  CHECK(join(search_words_in("\xD0\xBC\xD0\xB8\xD1\x80 العربية"), "|") == "\xD0\xBC\xD0\xB8\xD1\x80|العربية");
}

TEST_CASE("a search word that is too long is never cut inside a letter") {
  const std::string word = "a" + replace_all(std::string(60, 'x'), "x", "м");
  const std::string cut = search_words_in(word).front();
  CHECK(cut.size() <= longest_search_word);
  CHECK_FALSE(first_bad_utf8(cut));
}

TEST_CASE("a word in a title counts more than one in a heading, and that more than one in the text") {
  const Indexed site("-- title.md --\n---\ntitle: Swimming\n---\nWords.\n-- heading.md --\n## Swimming\n\nWords.\n-- text.md --\nThere is swimming on Monday.\n");
  CHECK(site.found("swims") == "title heading text");
}

TEST_CASE("an abbreviation finds the pages that have the full name, and the full name those with the abbreviation") {
  const Indexed site(R"(
-- glossary/ehc-plan.md --
---
title: EHC plan
abbreviation: EHCP
also: ["Education, Health and Care Plan"]
---
-- long.md --
Ask for an education, health and care plan.
-- short.md --
Ask for an EHCP.
-- other.md --
Plan your education and health.
)");
  CHECK(site.found("EHCP") == "glossary-ehc-plan short long");
  CHECK(site.found("education, health and care plan") == "glossary-ehc-plan short long");
  CHECK(site.entry("educ health care plan")->idea);
}

TEST_CASE("a board is found by the names that it had") {
  const Indexed site("-- boards/send.md --\n---\ntitle: SEND Partnership Board\nalso: [SEND Improvement Board]\n---\nIt meets.\n-- news/x.md --\nThe SEND Partnership Board met.\n");
  CHECK(site.found("SEND Improvement Board") == "boards-send news-x");
}

TEST_CASE("what families say finds the page that answers it and pages that say it otherwise") {
  const Indexed site(R"(
-- search-words.csv --
say,means,page
won't go to school; school refuser,emotionally based school avoidance,missing
-- missing.md --
Words.
-- avoidance.md --
This is called emotionally based school avoidance.
)");
  CHECK(site.report.all().empty());
  CHECK(site.found("wont go to school") == "missing avoidance");
  CHECK(site.found("School refusers") == "missing avoidance");
}

TEST_CASE("a row of search-words.csv that leads nowhere is an error at its cell") {
  const auto built = kit::build("-- search-words.csv --\nsay,means,page\nsad,,feelins\nhappy,,\n,x,\n-- feelings.md --\nWords.\n");
  CHECK(built.problems() ==
        "search-words.csv:2:6 unknown-references: 'page' names a page 'feelins', and there is none of that name\n"
        "search-words.csv:3 broken-data-files: nothing says what 'happy' means here\n"
        "search-words.csv:4 broken-data-files: this row does not say which words families use\n");
}

TEST_CASE("an Easy Read page is not found by itself: its words find the full page, which is marked") {
  const Indexed site("-- a.md --\nDifficult words.\n-- a.easy.md --\n![](picture:talk)\nWe talk about hedgehogs.\n");
  CHECK(site.found("hedgehog") == "a");
  const auto files = make_search_files(site.view);
  const auto piece = std::find_if(files.begin(), files.end(), [](const OutputFile& file) { return file.path.ends_with("/p0.json"); });
  CHECK(piece->bytes.starts_with("[[\"A page about a\",\"a/\",0,1,"));
}

TEST_CASE("drafts, pages of a later day, the not-found page and the search page are not found") {
  const Indexed site(R"(
-- draft.md --
---
status: draft
---
Hedgehogs.
-- later.md --
---
published: 2027-01-01
---
Hedgehogs.
-- not-found.md --
Hedgehogs.
-- search.md --
Hedgehogs.
)");
  CHECK(site.found("hedgehogs") == "");
}

TEST_CASE("a page that something newer replaced comes after it") {
  const Indexed site("-- a.md --\n---\nstatus: superseded\n---\nHedgehogs.\n-- b.md --\nHedgehogs.\n");
  CHECK(site.found("hedgehogs") == "b a");
}

TEST_CASE("what stands in fields and tables is found too") {
  const Indexed site("-- services/a.md --\n---\nprovider: Hedgehog Trust\n---\n## What it does\n\nIt helps.\n");
  CHECK(site.found("hedgehog") == "services-a");
}

TEST_CASE("a page without words, and a site without pages, give an index") {
  const Indexed site("-- a.md --\n");
  CHECK(site.index.pages.size() == 1);
  CHECK(site.gathered[0].shown.ends_with(",[]]"));
  const Indexed nothing("");
  CHECK(nothing.index.entries.empty());
  CHECK(make_search_files(nothing.view).size() == 2);
}

TEST_CASE("what results show is cut to the room: first the beginning of every part") {
  std::string page = "-- a.md --\n";
  for (int i = 0; i < 200; ++i) page += fmt::format("## Part {}\n\nFirst {}. Second {}. {}\n\n", i, i, i, std::string(300, 'x'));
  const Indexed site(page);
  const std::string& shown = site.gathered[0].shown;
  CHECK(shown.size() > 5'000);
  CHECK(shown.size() < 6'500);
  CHECK(shown.find("\"First 100.\"") != std::string::npos);
  CHECK(shown.find("Second") == std::string::npos);
}

TEST_CASE("numbers in the index are far from the one before, in base 32, the lowest digit first") {
  const auto text_of = [](uint32_t counting, const std::vector<Weighed>& pages) {
    std::string text = "before ";
    posting_text(counting, pages, text);
    return text.substr(7);
  };
  CHECK(text_of(2, {{0, 1}, {31, 63}}) == "ABf_");
  CHECK(text_of(1, {{32, 5}}) == "gBF");
  CHECK(text_of(40, {{0, 1}}) == "oB.AB");
  CHECK(text_of(1, {{67'000'000, 1}}) == "g218_BB");
}

TEST_CASE("many threads make the same index as one") {
  std::string site = "-- search-words.csv --\nsay,means,page\nspiky,hedgehog,page-3\n-- search.md --\nSearch.\n";
  for (int i = 0; i < 60; ++i) site += fmt::format("-- page-{}.md --\n---\ntitle: Page {} of hedgehogs\n---\nWord{} and word{} and hedgehog.\n\n## Part {}\n\nMore.\n", i, i, i * 7 % 13, i * 5 % 17, i % 9);
  const auto one = kit::build(site);
  const auto many = kit::build(site, {.threads = 7});
  CHECK(one.files.contains("search-index/manifest.json"));
  CHECK(one.files == many.files);
}

TEST_CASE("a site without a search page has no index, no form and no description") {
  const auto built = kit::build("-- a.md --\nWords.\n");
  for (const auto& [path, bytes] : built.files) CHECK_FALSE(path.starts_with("search"));
}

TEST_CASE("the description for browsers leads to the search page and holds any name") {
  const auto built = kit::build("-- site.yml --\nname: Ours & <theirs>, all of it\naddress: https://example.org/send/\n-- search.md --\nSearch.\n");
  const std::string& xml = built.files.at("search.xml");
  CHECK(xml.find("<ShortName>Local Offer</ShortName>") != std::string::npos);
  CHECK(xml.find("Search Ours &amp; &lt;theirs&gt;, all of it<") != std::string::npos);
  CHECK(xml.find("template=\"https://example.org/send/search/?q={searchTerms}\"") != std::string::npos);
}

TEST_CASE("words that could be taken for marks or for parts of an object are words") {
  const Indexed site("-- a.md --\n---\ntitle: \"</script> \\\"__proto__\\\" constructor\"\n---\ntoString \t hasOwnProperty =\n");
  CHECK(site.found("constructor") == "a");
  CHECK(site.found("__proto__") == "a");
  CHECK(site.found("hasOwnProperty") == "a");
  for (const IndexEntry& one : site.index.entries) CHECK(one.key.find_first_of("\t\n<\"") == std::string::npos);
}

TEST_CASE("the real index keeps to its sizes") {
  Report report;
  const Prepared prepared = prepare(kit::real_inputs(), {*parse_date("2026-11-21"), false, 2}, report);
  const SiteView view(prepared.site, 2);
  const auto files = make_search_files(view);
  size_t all = 0;
  for (const OutputFile& file : files) {
    all += file.bytes.size();
    CHECK_MESSAGE(file.bytes.size() < 40'000, file.path);
  }
  CHECK(files.size() <= 600);
  CHECK(all < 3'000'000);
}

TEST_CASE("a theme knows where the search is, and on which page it stands") {
  const auto built = kit::build(R"(
-- site.yml --
name: Test Offer
address: https://example.org/send/
-- theme/templates/page.html --
<!DOCTYPE html>
<html lang="en"><head><title>{{title}}</title></head><body><main>{{#search}}<a href="{{search}}">{{search_page}}</a><a href="{{search_index}}">{{search_description}}</a>{{/search}}</main></body></html>
-- search.md --
Words.
-- a.md --
Words.
)");
  CHECK(built.page("/a/").find(R"(<main><a href="/send/search/"></a><a href="/send/search-index/">/send/search.xml</a></main>)") != std::string::npos);
  CHECK(built.page("/search/").find(R"(<main><a href="/send/search/">yes</a><a href="/send/search-index/">/send/search.xml</a></main>)") != std::string::npos);
}

}  // namespace offer::index_test
