// Renewal: whatever is edited, a build that takes over what it can has the bytes and the findings of a build that makes everything.
#include "renew/renewal.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

#include "base/byte_record.h"
#include "base/mapped_file.h"
#include "base/temporary_folder.h"
#include "base/text.h"
#include "commands/command.h"
#include "edited_site.h"
#include "keep/page_pieces.h"
#include "kit.h"

namespace offer::renewal_test {

using namespace offer::edited;
namespace fs = std::filesystem;

namespace offer {
extern const Command build_command;
}

namespace {

// What a run of `build` gave.
struct Run {
  int status = 0;
  std::string said;   // on the standard output
  std::string found;  // on the standard error
};

class Captured {
 public:
  explicit Captured(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(to_.rdbuf())) {}
  ~Captured() { stream_.rdbuf(before_); }
  std::string text() const { return to_.str(); }

 private:
  std::ostream& stream_;
  std::ostringstream to_;
  std::streambuf* before_;
};

struct Folders {
  TemporaryFolder folder;
  fs::path site = folder.path() / "site";
  fs::path out = folder.path() / "public";
  fs::path fresh = folder.path() / "others";  // as long a name

  Folders() { make_site(site); }

  Run build(const fs::path& to, bool anew) const {
    Arguments arguments;
    arguments.site = site.string();
    arguments.out = to.string();
    arguments.today = "2026-11-21";
    arguments.threads = 2;
    arguments.why = true;
    arguments.all = true;
    arguments.anew = anew;
    const Captured said(std::cout), found(std::cerr);
    const int status = build_command.run(arguments);
    return {status, said.text(), replace_all(found.text(), to.string(), "OUT")};
  }
  void first() const {
    const Run run = again();
    INFO(run.found);
    REQUIRE(run.status == 0);
  }
  Run again() const { return build(out, false); }
  Run anew() const { return build(fresh, true); }

  // The first file in which the two differ; empty: none.
  std::string difference() const {
    const auto here = read_tree(out), there = read_tree(fresh);
    for (size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
      if (i == here.size() || i == there.size() || here[i].path != there[i].path) return i < here.size() ? here[i].path : there[i].path;
      if (here[i].bytes != there[i].bytes) return here[i].path;
    }
    return {};
  }
  void add(const std::string& name, const std::string& text) const { write(site / name, read(site / name) + text); }
};

bool was_renewed(const Run& run) { return run.said.find(" made again because ") != std::string::npos; }
bool was_made_anew(const Run& run) { return run.said.starts_with("The site is made anew because "); }
std::string why(const Run& run) { return run.said.substr(0, run.said.find('\n')); }

}  // namespace

TEST_CASE("after each of 200 random edits a build has the bytes and the findings of a build that makes everything") {
  Folders folders;
  Editor editor(folders.site, 11);
  folders.first();
  int renewed = 0, failed = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string did = i % 10 == 9 ? editor.edit().first : editor.edit_text().first;
    INFO(i << " " << did);
    const Run again = folders.again();
    INFO(again.said);
    const Run anew = folders.anew();
    REQUIRE(again.status == anew.status);
    REQUIRE(again.found == anew.found);
    if (again.status == 0) {
      REQUIRE(folders.difference() == "");
      renewed += was_renewed(again) ? 1 : 0;
    } else {
      ++failed;
      make_site(folders.site);  // somebody mends it all
    }
  }
  CHECK(renewed > 80);
  CHECK(failed > 5);
}

TEST_CASE("so it is with the real content, whatever texts are changed in it") {
  Folders folders;
  fs::remove_all(folders.site);
  fs::copy(fs::path(kit::source_folder()) / "content", folders.site, fs::copy_options::recursive);
  std::vector<fs::path> pages;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folders.site))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  folders.first();
  std::mt19937 random(4);
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 15; ++i) {
      const fs::path& page = pages[random() % pages.size()];
      const std::string text = read(page);
      const bool easy = page.string().find(".easy") != std::string::npos;
      const std::string added[]{"\nOne more sentence about EHC plans and short breaks.\n", "\nSENDIASS can help.\n", "\nThe last line of this page is a long one, so that it may stand somewhere else too.\n"};
      write(page, easy ? replace_all(text, "You can", "You may") : text + added[random() % std::size(added)]);
    }
    const Run again = folders.again();
    INFO(round << " " << again.said);
    CHECK(was_renewed(again));
    const Run anew = folders.anew();
    CHECK(again.status == anew.status);
    CHECK(again.found == anew.found);
    CHECK(folders.difference() == "");
  }
}

TEST_CASE("after a change of its text only the page and what shows it are made again, by several threads") {
  Folders folders;
  folders.first();
  folders.add("services/s3.md", "\nOne thing more.\n");
  const Run run = folders.again();
  CHECK(why(run) == "1 page was made again because '" + (folders.site / "services/s3.md").string() + "' has changed.");
  folders.anew();
  CHECK(folders.difference() == "");

  SUBCASE("an Easy Read page is made again with its full page, which says whether the two still agree") {
    folders.add("pathways/ask.md", "\nAnd one thing here.\n");
    CHECK(was_renewed(folders.again()));
    folders.anew();
    CHECK(folders.difference() == "");
  }
  SUBCASE("several pages at once") {
    folders.add("services/s3.md", "\nTwo things more.\n");
    folders.add("services/s5.md", "\nThree things more.\n");
    CHECK(was_renewed(folders.again()));
    folders.anew();
    CHECK(folders.difference() == "");
  }
  SUBCASE("a build with an error publishes nothing, and the next one goes on from the last good site") {
    folders.add("services/s3.md", "\n[x](nowhere.md)\n");
    CHECK(folders.again().status == 1);
    CHECK(folders.anew().status == 1);
    for (const fs::directory_entry& entry : fs::directory_iterator(folders.folder.path())) CHECK_FALSE(entry.path().string().ends_with(".new"));  // no half note stays
    folders.add("services/s4.md", "\nAnother page.\n");
    CHECK(folders.again().status == 1);
    CHECK(folders.difference() == "");
    write(folders.site / "services/s3.md", replace_all(read(folders.site / "services/s3.md"), "\n[x](nowhere.md)\n", ""));
    const Run mended = folders.again();
    CHECK(mended.status == 0);
    CHECK(was_renewed(mended));
    folders.anew();
    CHECK(folders.difference() == "");
  }
}

TEST_CASE("it is noted that an Easy Read page shows what is related to its full page") {
  Folders folders;
  folders.first();
  const MappedFile kept(folders.folder.path() / ".public.pages");
  size_t pages = 0;
  std::map<std::string, uint32_t> numbers;
  for (size_t most = 10; most < 100 && numbers.empty(); most += 1)
    if (const auto pieces = KeptPieces::read(kept.bytes(), most, 1)) {
      pages = most;
      for (uint32_t page = 0; page < most; ++page)
        if (const std::string_view* piece = pieces->of(PieceKind::settings, page)) numbers.emplace(RecordReader(*piece).text(), page);
    }
  REQUIRE(numbers.contains("pathways/ask.easy.md"));
  const auto pieces = KeptPieces::read(kept.bytes(), pages, 1);
  const auto reads = unpacked_files(*pieces->of(PieceKind::files, numbers.at("pathways/ask.easy.md"))).value().reads;
  const uint32_t full = numbers.at("pathways/ask.md");
  CHECK(std::find(reads.begin(), reads.end(), full) != reads.end());
  CHECK(std::find(reads.begin(), reads.end(), full | BodyReads::related_to) != reads.end());
}

TEST_CASE("what more than texts depends on makes the site anew, and it is said why") {
  Folders folders;
  folders.first();
  const std::string s3 = (folders.site / "services/s3.md").string();
  SUBCASE("settings") {
    write(s3, replace_all(read(s3), "title: Service 3", "title: Service C"));
    CHECK(why(folders.again()) == "The site is made anew because the settings of '" + s3 + "' have changed.");
  }
  SUBCASE("headings, to which other pages may link") {
    folders.add("services/s3.md", "\n## One more\n\nHere.\n");
    CHECK(why(folders.again()) == "The site is made anew because '" + s3 + "' has other headings.");
  }
  SUBCASE("a page more") {
    write(folders.site / "services/s77.md", replace_all(read(s3), "services-s3", "services-s77"));
    CHECK(was_made_anew(folders.again()));
  }
  SUBCASE("a file that is no page") {
    write(folders.site / "topics.yml", read(folders.site / "topics.yml") + "home:\n  title: Home\n");
    CHECK(was_made_anew(folders.again()));
  }
  folders.anew();
  CHECK(folders.difference() == "");
}

TEST_CASE("notes of an earlier build that are damaged, cut short, of another build or gone make the site anew") {
  Folders folders;
  folders.first();
  const fs::path pages = folders.folder.path() / ".public.pages";
  const std::string whole = read(pages);
  REQUIRE(whole.size() > 1000);
  folders.add("services/s3.md", "\nOne thing more.\n");
  SUBCASE("gone") {
    fs::remove(pages);
    CHECK(why(folders.again()).ends_with(", and there is no note of what each page was made of."));
  }
  SUBCASE("cut short") {
    write(pages, whole.substr(0, whole.size() - 1));
    CHECK(was_made_anew(folders.again()));
  }
  SUBCASE("of another build, as long") {
    std::string other = whole;
    std::swap_ranges(other.begin() + 100, other.begin() + 300, other.begin() + 500);
    write(pages, other);
    CHECK(why(folders.again()) == "The site is made anew because what was kept of the earlier build is damaged.");
  }
  SUBCASE("a single bit") {
    for (size_t at = 0; at < whole.size(); at += 1 + whole.size() / 7) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ 4);
      write(pages, damaged);
      CHECK(was_made_anew(folders.again()));
      CHECK(was_renewed((folders.add("services/s3.md", "\nMore.\n"), folders.again())));
      folders.add("services/s3.md", "\nMore.\n");
      write(pages, read(pages));
    }
  }
  SUBCASE("that may not be read") {
    fs::remove(pages);
    fs::create_directory(pages);
    CHECK(was_made_anew(folders.again()));
    fs::remove_all(pages);
  }
  CHECK(folders.again().status == 0);
  folders.anew();
  CHECK(folders.difference() == "");
}

}  // namespace offer::renewal_test
