#include "write/publish.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <thread>
#include <vector>

#include "base/failure.h"
#include "base/files.h"
#include "base/parallel.h"
#include "base/temporary_folder.h"
#include "base/text.h"

namespace offer::publish_test {

namespace fs = std::filesystem;

namespace {

using SiteFolder = std::map<std::string, std::string>;

const SiteFolder old_site{{"index.html", "old"}, {"a/index.html", "old a"}, {"only-old.css", "x"}};
const SiteFolder new_site{{"index.html", "new"}, {"a/b/index.html", "new b"}, {"c/d.svg", ""}};

void build(const fs::path& out, const SiteFolder& site) {
  Publication publication(out);
  for (const auto& [path, bytes] : site) publication.add({path, bytes});
  publication.publish();
}

// What readers find. (The mark is hidden, so not a part of it.)
SiteFolder site_in(const fs::path& out) {
  SiteFolder site;
  for (const SourceFile& file : read_tree(out)) site[file.path] = file.bytes;
  return site;
}

template <class Work>
std::string complaint(Work work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a site is published whole, with our mark, and nothing is left beside it but the lock") {
  const TemporaryFolder here;
  build(here / "deep/er/public", old_site);
  CHECK(site_in(here / "deep/er/public") == old_site);
  CHECK(here.bytes_of("deep/er/public/.local-offer") ==
        "This folder was made by local-offer and is replaced whole at each build.\n");
  build(here / "deep/er/public/", new_site);
  CHECK(site_in(here / "deep/er/public") == new_site);
  CHECK_FALSE(here.has("deep/er/.public.new"));
  CHECK_FALSE(here.has("deep/er/.public.old"));
}

TEST_CASE("a publication that is given up leaves the old site as it was") {
  const TemporaryFolder here;
  build(here / "public", old_site);
  {
    Publication publication(here / "public");
    publication.add({"index.html", "never seen"});
    CHECK(site_in(here / "public") == old_site);
  }
  CHECK(site_in(here / "public") == old_site);
  CHECK_FALSE(here.has(".public.new"));
}

TEST_CASE("a disk that fails at the n-th operation leaves the old site or the new one, whole") {
  for (const bool swap : {true, false}) {
    CAPTURE(swap);
    const TemporaryFolder here;
    int refusals = 0;
    int64_t operations = 0;
    for (int64_t n = 1; n <= operations + 1; ++n) {  // the last n is one that no build comes to
      CAPTURE(n);
      build(here / "public", old_site);
      pretend_no_swap(!swap);
      fail_disk_at(n);
      const std::string said = complaint([&] { build(here / "public", new_site); });
      operations = disk_operations();
      fail_disk_at(0);
      pretend_no_swap(false);
      if (!said.empty()) ++refusals;
      CHECK((said.empty() || said.ends_with("the disk is full")));
      CHECK(site_in(here / "public") == (said.empty() ? new_site : old_site));
    }
    CHECK(refusals > 10);
    CHECK(operations > refusals);  // some fail after the swap, when it no longer matters
    build(here / "public", new_site);
    CHECK(site_in(here / "public") == new_site);
    CHECK_FALSE(here.has(".public.new"));
    CHECK_FALSE(here.has(".public.old"));
  }
}

TEST_CASE("readers find the site at every moment of a build") {
  const TemporaryFolder here;
  build(here / "public", old_site);
  std::atomic<bool> done{false};
  int missing = 0;
  std::atomic<int> reads{0};
  {
    const std::jthread reader([&] {
      while (!done) {
        const std::string page = here.bytes_of("public/index.html");
        if (page != "old" && page != "new") ++missing;
        ++reads;
      }
    });
    while (reads == 0) std::this_thread::yield();
    for (int i = 0; i < 40; ++i) build(here / "public", i % 2 == 0 ? new_site : old_site);
    done = true;
  }
  CHECK(missing == 0);
}

TEST_CASE("a build that was killed is cleared up by the next") {
  const TemporaryFolder here;
  build(here / "public", old_site);
  SUBCASE("while it wrote the new tree") {
    here.put(".public.new/.local-offer", "");
    here.put(".public.new/half/a.html", "half");
  }
  SUBCASE("before the mark was in the new tree") {
    fs::create_directory(here / ".public.new");
  }
  SUBCASE("between the two renames of a file system that cannot swap") {
    fs::rename(here / "public", here / ".public.old");
    here.put(".public.new/.local-offer", "");
    {
      const Publication only_opened(here / "public");
      CHECK(site_in(here / "public") == old_site);
    }
  }
  SUBCASE("after those two renames") {
    here.put(".public.old/.local-offer", "");
    here.put(".public.old/index.html", "older");
  }
  build(here / "public", new_site);
  CHECK(site_in(here / "public") == new_site);
  CHECK_FALSE(here.has(".public.new"));
  CHECK_FALSE(here.has(".public.old"));
}

TEST_CASE("a program that is killed at any moment leaves the old site or the new one, whole") {
  const TemporaryFolder here;
  build(here / "public", old_site);
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0)
      for (int i = 0;; ++i) build(here / "public", i % 2 == 0 ? new_site : old_site);
    std::this_thread::sleep_for(std::chrono::microseconds(2000 + round * 370));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const SiteFolder found = site_in(here / "public");
    CHECK((found == old_site || found == new_site));
  }
  build(here / "public", new_site);
  CHECK(site_in(here / "public") == new_site);
  CHECK_FALSE(here.has(".public.new"));
}

TEST_CASE("a folder that we did not make is left alone") {
  const TemporaryFolder here;
  here.put("public/thesis.docx", "years of work");
  CHECK(complaint([&] { build(here / "public", new_site); }) ==
        "'" + (here / "public").string() + "' has files in it that local-offer did not make");
  CHECK(site_in(here / "public") == SiteFolder{{"thesis.docx", "years of work"}});
  CHECK_FALSE(here.has(".public.new"));
}

TEST_CASE("hidden files count as somebody's files") {
  const TemporaryFolder here;
  here.put("public/.env", "secret");
  CHECK_FALSE(complaint([&] { build(here / "public", new_site); }).empty());
  CHECK(here.bytes_of("public/.env") == "secret");
}

TEST_CASE("somebody's folder where our new tree should go is left alone") {
  const TemporaryFolder here;
  here.put(".public.new/thesis.docx", "years of work");
  CHECK(complaint([&] { build(here / "public", new_site); }) ==
        "'" + (fs::canonical(here.path()) / ".public.new").string() +
            "' is in the way, and local-offer did not make it");
  CHECK(here.bytes_of(".public.new/thesis.docx") == "years of work");
}

TEST_CASE("a marked folder that became a Git repository is left alone") {
  const TemporaryFolder here;
  build(here / "public", old_site);
  here.put("public/.git/HEAD", "ref: refs/heads/main");
  CHECK(complaint([&] {
          build(here / "public", new_site);
        }).ends_with("holds a Git repository, which a build would remove"));
  CHECK(site_in(here / "public") == old_site);
}

TEST_CASE("the folder that we are in, and those above it, are left alone") {
  const std::string words = "is the folder that you are in, or one above it";
  for (const fs::path& out : {fs::path("."), fs::path("./"), fs::path(".."), fs::path("/"),
                              fs::current_path(), fs::path("not-there/..")})
    CHECK(complaint([&] { const Publication publication(out); }).ends_with(words));
  CHECK(complaint([] { const Publication publication(""); }) ==
        "the folder for the site has no name");
}

TEST_CASE("an empty folder is fine") {
  const TemporaryFolder here;
  fs::create_directory(here / "public");
  build(here / "public", new_site);
  CHECK(site_in(here / "public") == new_site);
}

TEST_CASE("a file where the folder should be is said so and kept") {
  const TemporaryFolder here;
  here.put("public", "a file");
  CHECK(complaint([&] { build(here / "public", new_site); }).ends_with("is a file, not a folder"));
  CHECK(complaint([&] {
          build(here / "public/deep/er", new_site);
        }).ends_with("is a file, not a folder"));
  CHECK(here.bytes_of("public") == "a file");
}

TEST_CASE("a link to a folder stays a link, and the folder is replaced") {
  const TemporaryFolder here;
  fs::create_directories(here / "disk/site");
  fs::create_directory_symlink("disk/site", here / "public");
  build(here / "public", old_site);
  build(here / "public/", new_site);
  CHECK(fs::is_symlink(here / "public"));
  CHECK(site_in(here / "disk/site") == new_site);
  CHECK_FALSE(here.has("disk/.site.new"));
  fs::create_directory_symlink("nowhere", here / "astray");
  CHECK(complaint([&] {
          build(here / "astray", new_site);
        }).ends_with("is a link to a folder that is not there"));
}

TEST_CASE("two builds to one folder at once do not mix") {
  const TemporaryFolder here;
  {
    std::vector<std::jthread> builders;
    for (const SiteFolder* site : {&old_site, &new_site})
      builders.emplace_back([&here, site] {
        for (int i = 0; i < 5; ++i) build(here / "public", *site);
      });
  }
  const SiteFolder found = site_in(here / "public");
  CHECK((found == old_site || found == new_site));
  CHECK_FALSE(here.has(".public.new"));
}

TEST_CASE("what changed is put into the site that is there, what is gone goes with its empty folders, and the rest is not touched") {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "public";
  build(out, old_site);
  const auto untouched = fs::last_write_time(out / "index.html");
  const auto marked = fs::last_write_time(out / ".local-offer");
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  {
    Publication publication(out);
    publication.add({"a/b/index.html", "new b"});
    publication.add({"only-old.css", "y"});
    publication.publish_into({"a/index.html", "never/there.html", "../index.html"});
  }
  CHECK(site_in(out) == SiteFolder{{"index.html", "old"}, {"a/b/index.html", "new b"}, {"only-old.css", "y"}});
  CHECK(fs::last_write_time(out / "index.html") == untouched);
  CHECK(fs::last_write_time(out / ".local-offer") > marked);  // by its time the preview knows that something was published
  {
    Publication publication(out);
    publication.publish_into({"a/b/index.html"});
  }
  CHECK(site_in(out) == SiteFolder{{"index.html", "old"}, {"only-old.css", "y"}});
  CHECK_FALSE(fs::exists(out / "a"));
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) CHECK((entry.path() == out || entry.path().filename() == ".public.lock"));
}

TEST_CASE("new folders are put in whole, and old ones keep what did not change") {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "public";
  build(out, {{"index.html", "old"}, {"search/1/a.txt", "a1"}, {"search/1/b/c.txt", "c1"}, {"search/manifest.json", "1"}});
  {
    Publication publication(out);
    for (const auto& [path, bytes] : SiteFolder{{"search/2/a.txt", "a2"}, {"search/2/b/c.txt", "c2"}, {"search/manifest.json", "2"}, {"new/deep/index.html", "n"}, {"new/x.css", "x"}})
      publication.add({path, bytes});
    publication.publish_into({"search/1/a.txt", "search/1/b/c.txt"});
  }
  CHECK(site_in(out) == SiteFolder{{"index.html", "old"}, {"search/2/a.txt", "a2"}, {"search/2/b/c.txt", "c2"}, {"search/manifest.json", "2"}, {"new/deep/index.html", "n"}, {"new/x.css", "x"}});
  CHECK_FALSE(fs::exists(out / "search/1"));
}

TEST_CASE("changes are not put into a folder without a site of ours") {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "public";
  {
    Publication publication(out);
    publication.add({"index.html", "new"});
    CHECK_THROWS_AS(publication.publish_into({}), Failure);
  }
  CHECK_FALSE(fs::exists(out / "index.html"));
}

TEST_CASE("a disk that fails while changes are put in leaves each file old or new, whole") {
  for (int64_t n = 1; n < 60; ++n) {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "public";
    build(out, old_site);
    fail_disk_at(n);
    try {
      Publication publication(out);
      publication.add({"index.html", "new"});
      publication.add({"c/d.svg", "d"});
      publication.publish_into({"a/index.html"});
    } catch (const Failure&) {
    }
    fail_disk_at(0);
    const SiteFolder now = site_in(out);
    INFO(n);
    CHECK((now.at("index.html") == "old" || now.at("index.html") == "new"));
    CHECK(now.at("only-old.css") == "x");
    if (now.contains("c/d.svg")) CHECK(now.at("c/d.svg") == "d");
  }
}

TEST_CASE("files can be added from several threads") {
  const TemporaryFolder here;
  SiteFolder site;
  for (int i = 0; i < 300; ++i)
    site[fmt::format("{}/{}/page-{}.html", i % 3, i % 7, i)] = std::string(100, 'x');
  std::vector<OutputFile> files;
  for (const auto& [path, bytes] : site) files.push_back({path, bytes});
  Publication publication(here / "public");
  parallel_for(files.size(), 4, [&](size_t i) { publication.add(files[i]); });
  publication.publish();
  CHECK(site_in(here / "public") == site);
}

TEST_CASE("a path that leads out of the site is refused") {
  const TemporaryFolder here;
  Publication publication(here / "public");
  for (const std::string& path : {std::string("/etc/passwd"), std::string("../a"),
                                  std::string("a/../../b"), std::string("a//b"), std::string("./a"),
                                  std::string("a/"), std::string(), std::string("a\0b", 3)})
    CHECK_THROWS_AS(publication.add({path, "x"}), Failure);
}

TEST_CASE("two files of one name are refused, and a file that is also a folder") {
  const TemporaryFolder here;
  Publication publication(here / "public");
  publication.add({"a.html", "1"});
  CHECK_THROWS_AS(publication.add({"a.html", "2"}), Failure);
  CHECK_THROWS_AS(publication.add({"a.html/index.html", "2"}), Failure);
  CHECK_THROWS_AS(publication.add({".local-offer", "2"}), Failure);
}

}  // namespace offer::publish_test
