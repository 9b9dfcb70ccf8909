// The desk: what is asked for is there first, and after any change all of it is what a build would make.
#include "serve/desk.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "edited_site.h"
#include "load/inputs.h"
#include "serve/live_site.h"
#include "understand/understand.h"

namespace offer::desk_test {

using namespace offer::edited;
namespace fs = std::filesystem;

namespace {

BuildOptions options_for_tests() { return {.today = Date{std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{21}}}, .threads = 2}; }

std::map<std::string, std::string> built(const fs::path& site) {
  Report report;
  std::map<std::string, std::string> files;
  for (OutputFile& file : build_in_memory(read_inputs(site), options_for_tests(), report)) files.emplace(std::move(file.path), std::move(file.bytes));
  return files;
}

// All is read, related and checked: what is asked for before that may lack what other pages give it.
void finish(Desk& desk) {
  for (int wait = 0; wait < 600 && !desk.problems().complete; ++wait) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  REQUIRE(desk.problems().complete);
}

}  // namespace

TEST_CASE("a live site is, after each of 200 random edits and once it is finished, what a build makes of the same files") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  make_site(site);
  LiveSite live(options_for_tests());
  live.take_in(read_inputs(site));
  Editor editor(site, 7);
  size_t quick = 0;
  for (int i = 0; i < 200; ++i) {
    const auto [did, file] = editor.edit();
    INFO(i << " " << did);
    bool done = false;
    if (file && live.is_finished()) {
      SourceFile changed = read_file(*file);
      changed.path = fs::relative(*file, site).generic_string();
      if (const auto change = live.change_body(changed)) {
        done = true;
        ++quick;
        if (change->anchors)
          for (const size_t one : live.pages_that_link_into(change->pages.front())) live.read_again(one);
        live.set_related(related_pages(live.site(), 1));
      }
    }
    if (!done) live.take_in(read_inputs(site));
    while (live.read_on(5)) {}
    if (!live.is_finished()) live.finish(related_pages(live.site(), 1));
    if (i % 4 != 3) continue;  // the edits between add up
    std::map<std::string, std::string> files;
    Report report;
    const SiteView view(live.site());
    const Write keep = [&](OutputFile&& made) { files.emplace(std::move(made.path), std::move(made.bytes)); };
    for (const Page& one : live.site().pages) produce_page(one, view, live.theme(), live.options(), keep, report);
    std::map<std::string, std::string> expected;
    for (auto& [path, bytes] : built(site))
      if (files.contains(path)) expected.emplace(path, bytes);
    REQUIRE(files.size() == expected.size());
    for (const auto& [path, bytes] : files) {
      INFO(path);
      REQUIRE(bytes == expected.at(path));
    }
  }
  CHECK(quick > 50);  // most edits are to one page's text
}

TEST_CASE("a desk answers from the first page on, and after edits gives every file as a fresh build has it, in several threads") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  make_site(site);
  Desk desk(site.string(), options_for_tests());
  desk.take_in();
  CHECK(desk.edition() == 1);
  REQUIRE(desk.file("index.html") != nullptr);
  CHECK(desk.file("no/such/page/index.html") == nullptr);
  Editor editor(site, 3);
  std::atomic<bool> stop{false};
  std::jthread reader([&] {
    while (!stop) {
      desk.file("services/s1/index.html");
      desk.file("services/index.html");
      desk.problems_of("services/s2.md");
    }
  });
  for (int round = 0; round < 4; ++round) {
    for (int i = 0; i < 12; ++i) {
      const auto [did, file] = editor.edit();
      desk.take_in(file ? std::optional(std::vector<fs::path>{*file}) : std::nullopt);
    }
    finish(desk);
    const auto expected = built(site);
    for (const std::string& path : desk.files()) {
      INFO(round << " " << path);
      const auto file = desk.file(path);
      REQUIRE(file != nullptr);
      if (file->last_good) continue;
      REQUIRE(expected.contains(path));
      CHECK(file->file->bytes == expected.at(path));
    }
    for (const auto& [path, bytes] : expected) {
      INFO(path);
      CHECK(desk.file(path) != nullptr);
    }
  }
  stop = true;
}

TEST_CASE("a page whose settings are broken is shown as it was last, until it is mended") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  make_site(site);
  Desk desk(site.string(), options_for_tests());
  desk.take_in();
  finish(desk);
  const fs::path file = site / "services/s3.md";
  const std::string good = desk.file("services/s3/index.html")->file->bytes;
  write(file, "---\ntitle: [broken\n---\nWords.\n");
  desk.take_in(std::vector<fs::path>{file});
  REQUIRE(desk.file("services/s3/index.html") != nullptr);
  CHECK(desk.file("services/s3/index.html")->last_good);
  CHECK(desk.file("services/s3/index.html")->file->bytes == good);
  CHECK_FALSE(desk.problems_of("services/s3.md").empty());
  write(file, page("title: Mended\nsummary: Again.\n", "## What it does\n\nA.\n\n## Who can get it\n\nB.\n\n## How to get it\n\nC.\n\n## If you do not qualify\n\nD."));
  desk.take_in(std::vector<fs::path>{file});
  CHECK_FALSE(desk.file("services/s3/index.html")->last_good);
  CHECK(desk.file("services/s3/index.html")->file->bytes.find("Mended") != std::string::npos);
}

TEST_CASE("when site.yml or the theme cannot be read, all pages stay as they were, and the findings say why") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  make_site(site);
  Desk desk(site.string(), options_for_tests());
  desk.take_in();
  write(site / "site.yml", "name: [broken\n");
  desk.take_in(std::vector<fs::path>{site / "site.yml"});
  REQUIRE(desk.file("services/index.html") != nullptr);
  CHECK(desk.file("services/index.html")->last_good);
  CHECK_FALSE(desk.problems().all.empty());
  write(site / "site.yml", "name: Test\naddress: https://example.org/\n");
  desk.take_in(std::vector<fs::path>{site / "site.yml"});
  CHECK_FALSE(desk.file("services/index.html")->last_good);
}

TEST_CASE("a theme that changes is seen at once, without a text read again, and a theme that cannot be used leaves the pages as they were") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  make_site(site);
  fs::copy(home_folder() / "themes/council", site / "theme", fs::copy_options::recursive);
  LiveSite live(options_for_tests());
  live.take_in(read_inputs(site));
  while (live.read_on(100)) {}
  live.finish(related_pages(live.site(), 1));
  CHECK(live.change_theme(read_tree(site / "theme")));
  CHECK(live.bodies_are_read());
  CHECK(live.is_finished());

  Desk desk(site.string(), options_for_tests());
  desk.take_in();
  finish(desk);
  const fs::path file = site / "theme/templates/footer.html";
  const std::string good(read_file(file).bytes);
  write(file, "<p>A line of the new theme</p>\n" + good);
  desk.take_in(std::vector<fs::path>{file});
  CHECK(desk.file("services/s3/index.html")->file->bytes.find("A line of the new theme") != std::string::npos);
  for (const auto& [path, bytes] : built(site)) {
    INFO(path);
    REQUIRE(desk.file(path) != nullptr);
    CHECK(desk.file(path)->file->bytes == bytes);
  }
  write(file, "{{#if}} never closed");
  desk.take_in(std::vector<fs::path>{file});
  CHECK(desk.file("services/s3/index.html")->last_good);
  CHECK(desk.file("services/s3/index.html")->file->bytes.find("A line of the new theme") != std::string::npos);
  const auto problems = desk.problems().all;
  CHECK(std::any_of(problems.begin(), problems.end(), [](const Diagnostic& one) { return one.path == "theme/templates/footer.html"; }));
  write(file, good);
  desk.take_in(std::vector<fs::path>{file});
  CHECK_FALSE(desk.file("services/s3/index.html")->last_good);
  CHECK(desk.file("services/s3/index.html")->file->bytes.find("A line of the new theme") == std::string::npos);
}

TEST_CASE("an edit of one page's text makes that page anew, and neither its neighbours nor the reading of other pages") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  make_site(site);
  LiveSite live(options_for_tests());
  live.take_in(read_inputs(site));
  while (live.read_on(100)) {}
  live.finish(related_pages(live.site(), 1));
  SourceFile file = *find_in_order(live.inputs().content, "services/s5.md");
  file.bytes = std::string(file.bytes) + "\nOne more sentence.\n";
  const auto change = live.change_body(file);
  REQUIRE(change.has_value());
  CHECK_FALSE(change->anchors);
  CHECK_FALSE(change->words);
  for (const size_t number : change->pages) {
    const Page& one = live.site().pages[number];
    CHECK_MESSAGE((one.path == "services/s5.md" || one.is_index || one.type->name == "page"), one.path);
  }
}

}  // namespace offer::desk_test
