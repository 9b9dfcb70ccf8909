#include "serve/watch.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/temporary_folder.h"

namespace offer::watch_test {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

// Whether a change is seen within `patience`; at once if there was one already.
bool sees(Watch& watch, milliseconds patience = milliseconds(1500)) {
  std::atomic<bool> stopped{false};
  std::atomic<bool> ended{false};
  const std::jthread clock([&] {
    const auto end = steady_clock::now() + patience;
    while (!ended && steady_clock::now() < end) std::this_thread::sleep_for(milliseconds(2));
    stopped = true;
  });
  const bool seen = watch.wait(stopped);
  ended = true;
  return seen;
}

// How long after `change` it is told; a second or more if it never is.
template <class Change>
milliseconds time_to_see(Watch& watch, Change change) {
  std::atomic<bool> stopped{false};
  std::atomic<bool> ended{false};
  steady_clock::time_point changed;
  std::jthread editor([&] {
    std::this_thread::sleep_for(milliseconds(30));
    changed = steady_clock::now();
    change();
    while (!ended && steady_clock::now() < changed + milliseconds(1500)) std::this_thread::sleep_for(milliseconds(2));
    stopped = true;
  });
  watch.wait(stopped);
  const auto seen = steady_clock::now();
  ended = true;
  editor.join();
  return std::chrono::duration_cast<milliseconds>(seen - changed);
}

void rest() { std::this_thread::sleep_for(milliseconds(220)); }  // longer than a burst

constexpr milliseconds quiet{10};
constexpr milliseconds briefly{40};  // long enough to see what inotify has already queued

}  // namespace

TEST_CASE("a change of a file is seen once, and nothing without one") {
  const TemporaryFolder here;
  here.put("a/page.md", "one");
  Watch watch({here.path()}, quiet);
  CHECK(watch.look() == Look::when_told);
  CHECK_FALSE(sees(watch, briefly));
  here.put("a/page.md", "two");
  CHECK(sees(watch));
  CHECK_FALSE(sees(watch, briefly));
  fs::remove(here / "a/page.md");
  CHECK(sees(watch));
}

TEST_CASE("a change that comes while nobody waits is not lost") {
  const TemporaryFolder here;
  Watch watch({here.path()}, quiet);
  here.put("page.md", "one");
  std::this_thread::sleep_for(milliseconds(20));
  CHECK(sees(watch));
}

TEST_CASE("a change below a new folder is seen, also deep in folders made at once") {
  const TemporaryFolder here;
  Watch watch({here.path()}, quiet);
  fs::create_directories(here / "a/b/c/d");
  CHECK(sees(watch));
  here.put("a/b/c/d/page.md", "text");
  CHECK(sees(watch));
  CHECK_FALSE(sees(watch, briefly));
}

TEST_CASE("a change below a folder that was moved is seen, outside it no longer") {
  const TemporaryFolder here;
  const TemporaryFolder outside;
  here.put("a/deep/page.md", "one");
  Watch watch({here.path()}, quiet);
  fs::rename(here / "a", here / "b");
  CHECK(sees(watch));
  here.put("b/deep/page.md", "two");
  CHECK(sees(watch));
  fs::rename(here / "b", outside / "b");
  CHECK(sees(watch));
  outside.put("b/deep/page.md", "three");
  CHECK_FALSE(sees(watch, briefly));
  fs::rename(outside / "b", here / "c");
  CHECK(sees(watch));
  here.put("c/deep/page.md", "four");
  CHECK(sees(watch));
}

TEST_CASE("a save by writing another file and renaming it is seen") {
  const TemporaryFolder here;
  here.put("page.md", "one");
  Watch watch({here.path()}, quiet);
  here.put(".page.md.swp", "two");
  CHECK_FALSE(sees(watch, briefly));
  fs::rename(here / ".page.md.swp", here / "page.md");
  CHECK(sees(watch));
}

TEST_CASE("a save is told at once when it is whole, whichever way the editor saves") {
  const TemporaryFolder here;
  here.put("page.md", "one");
  Watch watch({here.path()}, milliseconds(400));  // so that waiting for quiet would show
  const auto written = time_to_see(watch, [&] { here.put("page.md", "two"); });
  CHECK(written < milliseconds(200));
  rest();
  const auto renamed = time_to_see(watch, [&] {
    here.put("page.md.tmp", "three");
    fs::rename(here / "page.md.tmp", here / "page.md");
  });
  CHECK(renamed < milliseconds(200));
  rest();
  const auto moved_away_first = time_to_see(watch, [&] {
    fs::rename(here / "page.md", here / "page.md~");
    std::this_thread::sleep_for(milliseconds(20));  // nobody is told that the page is gone
    here.put("page.md", "four");
    fs::remove(here / "page.md~");
  });
  CHECK(moved_away_first >= milliseconds(20));
  CHECK(moved_away_first < milliseconds(200));
  CHECK(here.bytes_of("page.md") == "four");
}

TEST_CASE("a file that was emptied or taken away is told only when nothing follows") {
  const TemporaryFolder here;
  here.put("page.md", "one");
  Watch watch({here.path()}, milliseconds(60));
  CHECK(time_to_see(watch, [&] { here.put("page.md", ""); }) >= milliseconds(60));
  rest();
  const auto twice = time_to_see(watch, [&] {
    here.put("page.md", "");
    std::this_thread::sleep_for(milliseconds(20));
    here.put("page.md", "two");
  });
  CHECK(twice < milliseconds(60));
  rest();
  CHECK(time_to_see(watch, [&] { fs::remove(here / "page.md"); }) >= milliseconds(60));
}

TEST_CASE("a sync client that writes twice is heard twice, and the second time is the end") {
  const TemporaryFolder here;
  here.put("page.md", "one");
  Watch watch({here.path()}, quiet);
  CHECK(time_to_see(watch, [&] { here.put("page.md", "half"); }) < milliseconds(200));
  CHECK(time_to_see(watch, [&] { here.put("page.md", "half and half"); }) >= quiet);
  CHECK_FALSE(sees(watch, briefly));
}

TEST_CASE("which files changed is known, unless folders changed or nobody tells us") {
  const TemporaryFolder here;
  here.put("a/page.md", "one");
  here.put("b.md", "one");
  Watch watch({here.path()}, quiet);
  using Files = std::vector<fs::path>;
  here.put("a/page.md", "two");
  REQUIRE(sees(watch));
  CHECK(watch.changed_files() == Files{here / "a/page.md"});
  here.put("c.md", "new");
  fs::rename(here / "b.md", here / "a/b.md");
  fs::remove(here / "a/page.md");
  REQUIRE(sees(watch));
  CHECK(watch.changed_files() == Files{here / "a/b.md", here / "a/page.md", here / "b.md", here / "c.md"});
  fs::rename(here / "a", here / "z");
  REQUIRE(sees(watch));
  CHECK(watch.changed_files() == std::nullopt);
  Watch looks({here.path()}, quiet, Look::twice_a_second);
  here.put("c.md", "newer");
  REQUIRE(sees(looks));
  CHECK(looks.changed_files() == std::nullopt);
}

TEST_CASE("hidden files and editors' leftovers are not seen") {
  const TemporaryFolder here;
  here.put(".git/objects/a", "x");
  Watch watch({here.path()}, quiet);
  for (const char* name : {".hidden", ".git/objects/b", ".new/a", "page.md~", "4913", "page.tmp"})
    here.put(name, "x");
  CHECK_FALSE(sees(watch, briefly));
}

TEST_CASE("a file that is still being written waits until it is closed") {
  const TemporaryFolder here;
  Watch watch({here.path()}, quiet);
  std::ofstream file(here / "page.md");
  file << "half" << std::flush;
  CHECK_FALSE(sees(watch, briefly));
  file.close();
  CHECK(sees(watch));
}

TEST_CASE("links are seen: to a file, and to a folder with what changes in it") {
  const TemporaryFolder here;
  const TemporaryFolder elsewhere;
  here.put("page.md", "one");
  Watch watch({here.path()}, quiet);
  fs::create_symlink("page.md", here / "link.md");
  CHECK(sees(watch));
  fs::create_directory_symlink(elsewhere.path(), here / "linked");
  CHECK(sees(watch));
  elsewhere.put("other.md", "text");
  CHECK(sees(watch));
  fs::create_directory_symlink(here.path(), here / "circle");
  CHECK(sees(watch));
  CHECK_FALSE(sees(watch, briefly));
}

TEST_CASE("a file that becomes readable is seen") {
  const TemporaryFolder here;
  here.put("page.md", "one");
  fs::permissions(here / "page.md", fs::perms::none);
  Watch watch({here.path()}, quiet);
  fs::permissions(here / "page.md", fs::perms::all);
  CHECK(sees(watch));
}

TEST_CASE("a watched folder may go away and come back") {
  const TemporaryFolder here;
  here.put("content/page.md", "one");
  here.put("themes/style.css", "p{}");
  Watch watch({here / "content", here / "themes"}, quiet);
  fs::remove_all(here / "content");
  CHECK(sees(watch));
  CHECK_FALSE(sees(watch, briefly));
  here.put("content/page.md", "two");
  CHECK(sees(watch));
  here.put("content/page.md", "three");
  CHECK(sees(watch));
  here.put("themes/style.css", "p{x:y}");
  CHECK(sees(watch));
}

TEST_CASE("the first of a burst of changes is told at once, and all others as one") {
  const TemporaryFolder here;
  Watch watch({here.path()}, milliseconds(150));
  const std::jthread editor([&] {
    for (int i = 0; i < 8; ++i) {
      here.put("page-" + std::to_string(i) + ".md", "x");
      std::this_thread::sleep_for(milliseconds(3));
    }
  });
  CHECK(sees(watch));
  CHECK(sees(watch));
  CHECK_FALSE(sees(watch, briefly));
}

TEST_CASE("changes without an end are told within a second, again and again") {
  const TemporaryFolder here;
  Watch watch({here.path()});
  std::atomic<bool> done{false};
  const std::jthread writer([&] {
    while (!done) {
      here.put("log.md", "x");
      std::this_thread::sleep_for(milliseconds(5));
    }
  });
  for (int i = 0; i < 3; ++i) {
    const auto begin = steady_clock::now();
    CHECK(sees(watch));
    CHECK(steady_clock::now() - begin < milliseconds(1000));
  }
  done = true;
}

TEST_CASE("waiting ends soon after it is told to stop") {
  const TemporaryFolder here;
  for (const Look look : {Look::when_told, Look::twice_a_second}) {
    Watch watch({here.path()}, milliseconds(30), look);
    const auto begin = steady_clock::now();
    CHECK_FALSE(sees(watch, milliseconds(10)));
    CHECK(steady_clock::now() - begin < milliseconds(300));
  }
}

TEST_CASE("without inotify, changes are found by looking") {
  const TemporaryFolder here;
  here.put("a/page.md", "one");
  Watch watch({here.path()}, milliseconds(5), Look::twice_a_second);
  CHECK(watch.look() == Look::twice_a_second);
  here.put("a/.hidden", "x");
  here.put("a/page.md", "other");
  CHECK(sees(watch));
}

TEST_CASE("a folder that is not there yet can be watched") {
  const TemporaryFolder here;
  Watch watch({here / "later"}, quiet);
  CHECK_FALSE(sees(watch, briefly));
  here.put("later/page.md", "text");
  CHECK(sees(watch));
}

}  // namespace offer::watch_test
