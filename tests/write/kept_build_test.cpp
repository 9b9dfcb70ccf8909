// What a build writes down to know the next time that nothing changed: believed only when all of it is as it was.
#include "write/kept_build.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/temporary_folder.h"
#include "diagnose/codes.h"

namespace offer::kept_build_test {

namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

// Long ago, so that times alone tell of changes.
void make_old(const fs::path& file) { fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(5)); }

struct Kept {
  TemporaryFolder folder;
  fs::path site = folder.path() / "content";
  fs::path out = folder.path() / "public";

  Kept() {
    write(site / "site.yml", "name: Test\n");
    write(site / "pathways/ask.md", "One way to ask.\n");
    write(out / ".local-offer", "ours");
    write(out / "index.html", "<p>One");
    write(out / "pathways/ask/index.html", "<p>Two");
  }
  void keep(Report report = {}) {
    KeptBuild build;
    build.made_by = "us";
    build.read = see_files(site);
    build.pages = 2;
    build.theme_folder = "/themes/council/";
    build.report = std::move(report);
    build.written = as_left({{"pathways/ask/index.html", 6}, {"index.html", 6}});
    keep_build(std::move(build), out);
  }
  std::string why(const std::string& by = "us") const {
    const auto kept = read_kept_build(out);
    if (std::string why = why_of_no_use(kept, out, by); !why.empty()) return why;
    const std::string change = first_change(kept->read, see_files(site), site);
    return change.empty() ? "" : "'" + change + "' has changed";
  }
};

}  // namespace

TEST_CASE("what was kept of a build comes back as it was") {
  Kept kept;
  Report report;
  report.add(codes::broken_links, "pathways/ask.md", {3, 4, 5}, "a message with\nlines", "help");
  report.add(codes::unknown_files, "x.yml", {}, "another");
  kept.keep(report);
  const auto back = read_kept_build(kept.out);
  REQUIRE(back.has_value());
  CHECK(back->pages == 2);
  CHECK(back->theme_folder == "/themes/council/");
  REQUIRE(back->report.all().size() == 2);
  const Diagnostic& first = back->report.all().front();
  CHECK(first.code == &codes::broken_links);
  CHECK(first.path == "pathways/ask.md");
  CHECK(first.place == Place{3, 4, 5});
  CHECK(first.message == "a message with\nlines");
  CHECK(first.help == "help");
  CHECK(kept.why() == "");
}

TEST_CASE("a build is made anew after a change of any file, of the program, or of the site's folder") {
  Kept kept;
  kept.keep();
  CHECK(kept.why() == "");
  CHECK(kept.why("another") == "the program, its options or the day are not those of the earlier build");
  CHECK(kept.why("") != "");

  const std::string page = (kept.site / "pathways/ask.md").string();
  SUBCASE("other words") {
    write(page, "Another way.\n");
    CHECK(kept.why() == "'" + page + "' has changed");
  }
  SUBCASE("other words of the same length, with the time of the change set back") {
    const auto time = fs::last_write_time(page);
    write(page, "Two ways to ask\n");
    fs::last_write_time(page, time);
    CHECK(kept.why() == "'" + page + "' has changed");
  }
  SUBCASE("other words of the same length within one tick of the clock: the bytes are compared") {
    auto before = see_files(kept.site);
    auto now = before;
    for (SeenFile& file : before)
      if (file.listed.path == "site/pathways/ask.md") {
        REQUIRE(file.hash != "");
        file.hash = "of other bytes";
      }
    CHECK(first_change(before, now, kept.site) == page);
    for (SeenFile& file : now)
      if (file.listed.path == "site/pathways/ask.md") file.hash.clear();
    CHECK(first_change(before, now, kept.site) == page);
  }
  SUBCASE("a file more") {
    write(kept.site / "news/today.md", "News.\n");
    CHECK(kept.why() == "'" + (kept.site / "news").string() + "' has changed");
  }
  SUBCASE("a file less") {
    fs::remove(page);
    CHECK(kept.why() == "'" + page + "' has changed");
  }
  SUBCASE("a built file that somebody changed") {
    write(kept.out / "index.html", "<p>Me");
    CHECK(kept.why() == "'" + (kept.out / "index.html").string() + "' is not as it was left");
  }
  SUBCASE("a built file with as many other bytes") {
    write(kept.out / "index.html", "<p>Oho");
    CHECK(kept.why() == "'" + (kept.out / "index.html").string() + "' is not as it was left");
  }
  SUBCASE("a built file with as many other bytes, with the time of the change set back") {
    const auto time = fs::last_write_time(kept.out / "index.html");
    write(kept.out / "index.html", "<p>Oho");
    fs::last_write_time(kept.out / "index.html", time);
    CHECK(kept.why() == "'" + (kept.out / "index.html").string() + "' is not as it was left");
  }
  SUBCASE("a clock that was set back: later changes could look like earlier ones") {
    auto back = read_kept_build(kept.out);
    REQUIRE(back.has_value());
    back->left_at += int64_t{3600} * 1'000'000'000;
    CHECK(why_of_no_use(back, kept.out, "us") == "the clock shows a time before that of the earlier build");
  }
  SUBCASE("a built file that is gone") {
    fs::remove_all(kept.out / "pathways");
    CHECK(kept.why() == "'" + (kept.out / "pathways").string() + "' is not as it was left");
  }
  SUBCASE("a file that was put there") {
    write(kept.out / "zoo.html", "<p>Mine");
    CHECK(kept.why() == "'" + kept.out.string() + "' is not as it was left");
  }
  SUBCASE("a file that was put into a folder") {
    write(kept.out / "pathways/zoo.html", "<p>Mine");
    CHECK(kept.why() == "'" + (kept.out / "pathways").string() + "' is not as it was left");
  }
  SUBCASE("no folder any more") {
    fs::remove_all(kept.out);
    CHECK(kept.why() == "there is no site in '" + kept.out.string() + "'");
  }
}

TEST_CASE("what was put into a site that stayed is known by its own times, the rest by the time at which all was made") {
  Kept kept;
  kept.keep();
  auto build = read_kept_build(kept.out);
  REQUIRE(build.has_value());
  write(kept.out / "index.html", "<p>New one");
  build->written = as_changed(std::move(build->written), kept.out, {{"index.html", 10}}, {});
  keep_build(std::move(*build), kept.out);
  CHECK(kept.why() == "");
  std::string changed = "index.html";
  SUBCASE("the file that was put there changes") {}
  SUBCASE("another changes") { changed = "pathways/ask/index.html"; }
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  write(kept.out / changed, std::string(fs::file_size(kept.out / changed), 'x'));
  CHECK(kept.why() == "'" + (kept.out / changed).string() + "' is not as it was left");
}

TEST_CASE("a file that has been still for long is known by its times, without its bytes") {
  Kept kept;
  make_old(kept.site / "pathways/ask.md");
  // What is left of "touched" is the time of this test; so only the form is looked at.
  for (const SeenFile& file : see_files(kept.site))
    if (file.listed.path == "site/pathways/ask.md") CHECK(file.hash != "");
  for (const SeenFile& file : see_files(kept.site))
    if (file.listed.path.starts_with("themes/") && file.listed.folder) CHECK(file.hash == "");
}

TEST_CASE("a note that is cut short, changed or of another form is as good as none") {
  Kept kept;
  Report report;
  report.add(codes::broken_links, "pathways/ask.md", {3, 4, 5}, "a message", "help");
  kept.keep(report);
  const fs::path file = kept.folder.path() / ".public.kept";
  const std::string whole(read_file(file).bytes);
  REQUIRE(whole.size() > 200);
  for (size_t length = 0; length < whole.size(); length += 1 + whole.size() / 150) {
    write(file, whole.substr(0, length));
    CHECK_FALSE(read_kept_build(kept.out).has_value());
  }
  for (size_t at = 0; at < whole.size(); at += 1 + whole.size() / 150) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    write(file, changed);
    CHECK_FALSE(read_kept_build(kept.out).has_value());
  }
  write(file, whole);
  CHECK(read_kept_build(kept.out).has_value());
  fs::remove(file);
  CHECK(kept.why() == "there is no note of an earlier build");
}

TEST_CASE("a site that was built into the site's own folder is not among what is read") {
  Kept kept;
  write(kept.site / "public/.local-offer", "ours");
  write(kept.site / "public/index.html", "<p>");
  for (const SeenFile& file : see_files(kept.site)) CHECK_FALSE(file.listed.path.starts_with("site/public"));
}

}  // namespace offer::kept_build_test
