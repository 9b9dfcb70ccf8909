// The desk: what is asked for is there first, and after any change all of it is what a build would make.
#include "serve/desk.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "load/inputs.h"
#include "serve/live_site.h"
#include "understand/understand.h"

using namespace offer;
namespace fs = std::filesystem;

namespace {

BuildOptions options_for_tests() { return {.today = Date{std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{21}}}, .threads = 2}; }

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

std::string page(const std::string& settings, const std::string& text) { return "---\n" + settings + "---\n" + text + "\n"; }

// A small site with what depends on other pages: lists, terms, twins, pages made of others, links to headings, related pages.
void make_site(const fs::path& site) {
  write(site / "site.yml", "name: Test\ncouncil: Test Council\naddress: https://example.org/\nmenu: [services, glossary]\n");
  write(site / "topics.yml", "health:\n  title: Health\nschool:\n  title: School\n");
  write(site / "index.md", page("title: Home\n", "Welcome to the EHC plan pages.\n\n- [Services](services/index.md)"));
  write(site / "services/index.md", page("id: services\ntitle: Services\n", "All that there is."));
  write(site / "glossary/index.md", page("id: glossary\ntitle: Words\n", "What words mean."));
  write(site / "glossary/ehc-plan.md", page("title: EHC plan\nsummary: A legal paper that says what help a child gets.\n", "It is for people up to 25."));
  write(site / "glossary/panel.md", page("title: Panel\nsummary: People who decide.\n", "They meet each week."));
  for (int i = 0; i < 12; ++i)
    write(site / fmt::format("services/s{}.md", i),
          page(fmt::format("title: Service {}\nsummary: Help number {}.\ntopics: [{}]\n", i, i, i % 2 == 0 ? "health" : "school"),
               fmt::format("## What it does\n\nIt helps. See [the next](s{}.md#what-it-does).\n\n## Who can get it\n\nEverybody{}.\n\n## How to get it\n\nAsk.\n\n## If you do not qualify\n\nAsk us.", (i + 1) % 12,
                           i % 3 == 0 ? " with an EHC plan" : i % 3 == 1 ? " whom the panel sends" : "")));
  write(site / "pathways/ask.md", page("title: Ask\nsummary: How to ask.\n", "## In short\n\n- Ask.\n\n## Steps\n\n### 1. Write\n\nWrite to us.\n\n**When:** any time\n\n**What you do:** Write.\n\n**What they do:** Read.\n\n"
                                                                             "**If it is late:** Ring.\n\n**If the answer is no:** Ask again."));
  write(site / "pathways/ask.easy.md", page("title: Ask\n", "You can ask.\n\nWe will help."));
}

std::map<std::string, std::string> built(const fs::path& site) {
  Report report;
  std::map<std::string, std::string> files;
  for (OutputFile& file : build_in_memory(read_inputs(site), options_for_tests(), report)) files.emplace(std::move(file.path), std::move(file.bytes));
  return files;
}

// Something that an editor might do.
class Editor {
 public:
  Editor(fs::path site, unsigned seed) : site_(std::move(site)), random_(seed) {}

  // What it did, and the file that it changed if it is one that was there before.
  std::pair<std::string, std::optional<fs::path>> edit() {
    const std::string name = fmt::format("services/s{}.md", number(14));
    const fs::path file = site_ / name;
    const bool there = fs::exists(file);
    switch (number(9)) {
      case 0:
        if (!there) break;
        fs::remove(file);
        return {"removed " + name, std::nullopt};
      case 1: return rewrite(name, [&](std::string text) { return replace_all(text, "title: ", fmt::format("title: New{} ", number(100))); });
      case 2: return rewrite(name, [&](std::string text) { return replace_all(text, "## What it does", fmt::format("## What it does {}", number(100))); });
      case 3: return rewrite(name, [&](std::string text) { return replace_all(text, "It helps", number(2) == 0 ? "The panel helps" : "An EHC plan helps"); });
      case 4: return rewrite("pathways/ask.md", [&](std::string text) { return text.find("## Steps") != std::string::npos ? replace_all(text, "## Steps", "## Other") : replace_all(text, "## Other", "## Steps"); });
      case 5: return rewrite("glossary/panel.md", [&](std::string text) { return replace_all(text, "summary: People", fmt::format("summary: {} People", number(50))); });
      case 6: return rewrite("pathways/ask.easy.md", [&](std::string text) { return text + fmt::format("\nLine {}.\n", number(100)); });
      case 7: return rewrite(name, [&](std::string text) { return text.starts_with("---\n") ? text.substr(4) : "---\n" + text; });  // breaks its settings, or mends them
      default: break;
    }
    return rewrite(name, [&](std::string text) { return text + fmt::format("\nMore words {}.\n", number(1000)); });
  }

 private:
  size_t number(size_t below) { return random_() % below; }

  template <class Change>
  std::pair<std::string, std::optional<fs::path>> rewrite(const std::string& name, Change change) {
    const fs::path file = site_ / name;
    const bool there = fs::exists(file);
    std::string text = page("title: Again\nsummary: Back.\ntopics: [health]\n", "## What it does\n\nIt helps.\n\n## Who can get it\n\nAll.\n\n## How to get it\n\nAsk.\n\n## If you do not qualify\n\nAsk.");
    if (there) {
      std::ifstream in(file, std::ios::binary);
      text.assign(std::istreambuf_iterator<char>(in), {});
    }
    write(file, change(text));
    return {"changed " + name, there ? std::optional<fs::path>(file) : std::nullopt};
  }

  fs::path site_;
  std::mt19937 random_;
};

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
    for (int wait = 0; wait < 600 && !desk.problems().complete; ++wait) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    REQUIRE(desk.problems().complete);
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
  for (int wait = 0; wait < 600 && !desk.problems().complete; ++wait) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  REQUIRE(desk.problems().complete);
  const fs::path file = site / "theme/templates/footer.html";
  const std::string good = read_file(file).bytes;
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
  file.bytes += "\nOne more sentence.\n";
  const auto change = live.change_body(file);
  REQUIRE(change.has_value());
  CHECK_FALSE(change->anchors);
  CHECK_FALSE(change->words);
  for (const size_t number : change->pages) {
    const Page& one = live.site().pages[number];
    CHECK_MESSAGE((one.path == "services/s5.md" || one.is_index || one.type->name == "page"), one.path);
  }
}
