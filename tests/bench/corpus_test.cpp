// The made site: the same for the same numbers, and one that editors could have written.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "bench/corpus_pages.h"
#include "kit.h"

namespace offer::corpus_test {

namespace {

std::map<std::string, std::string> made(bench::CorpusOptions options) {
  std::map<std::string, std::string> files;
  bench::make_corpus(options, [&](const std::string& path, const std::string& bytes) { CHECK(files.emplace(path, bytes).second); });
  return files;
}

std::string site_of(const std::map<std::string, std::string>& files) {
  std::string site = "\n";
  for (const auto& [path, bytes] : files) site += fmt::format("-- {} --\n{}", path, bytes);
  return site;
}

}  // namespace

TEST_CASE("a made site is the same every time, and another for another seed") {
  CHECK(made({.pages = 40}) == made({.pages = 40}));
  CHECK(made({.pages = 40}) != made({.pages = 40, .seed = 2}));
}

TEST_CASE("a made site of 200 pages has no errors, and less than one finding for ten pages") {
  const auto files = made({.pages = 200});
  size_t pages = 0, bytes = 0;
  for (const auto& [path, text] : files) {
    pages += path.ends_with(".md");
    bytes += text.size();
  }
  CHECK(pages > 200);
  CHECK(pages < 250);
  CHECK(bytes > 200 * 5'000);
  CHECK(bytes < 200 * 8'000);
  const kit::Built built = kit::build(site_of(files), {.plain_english = true});
  CHECK_MESSAGE(!built.report.has_errors(), built.errors());
  CHECK_MESSAGE(built.report.all().size() < 20, built.problems());
}

TEST_CASE("a made site has lists of at most a hundred pages, however large it is") {
  std::map<std::string, size_t> folders;
  for (const auto& [path, text] : made({.pages = 3'000}))
    if (path.ends_with(".md") && path.find('/') != std::string::npos) ++folders[path.substr(0, path.rfind('/'))];
  for (const auto& [folder, pages] : folders) CHECK_MESSAGE(pages <= 101, folder);  // with its own list page
}

TEST_CASE("the pages for Hugo have the same text") {
  const auto ours = made({.pages = 40});
  const auto theirs = made({.pages = 40, .hugo = true});
  size_t same = 0;
  for (const auto& [path, text] : ours)
    if (path.ends_with(".md") && path.find('/') != std::string::npos && !path.ends_with("index.md") && !path.starts_with("plans/")) {
      CHECK(theirs.at("content/" + path) == text);
      ++same;
    }
  CHECK(same > 35);
  CHECK(theirs.contains("layouts/_default/baseof.html"));
}

}  // namespace offer::corpus_test
