// Files that cannot be used as they are, and files that only look as if they could not.
#include <doctest/doctest.h>

#include "base/text.h"
#include "load/extra_file.h"

namespace offer::load_files_test {

namespace {
std::string problems_of(std::string bytes) {
  return kit::build(kit::with_file(kit::inputs_of(""), "a.md", std::move(bytes))).problems();
}
}  // namespace

TEST_CASE("a file that is not in UTF-8 is told its line and column") {
  const kit::Built built =
      kit::build(kit::with_file(kit::inputs_of(""), "a.md", "---\ntitle: Caf\xE9\n---\n"));
  CHECK(built.problems() ==
        "a.md:2:11 files-not-in-utf8: this file was saved in a form other than UTF-8, so from here on its "
        "letters cannot be told\n");
  CHECK_FALSE(first_bad_utf8(built.printed()));
}

TEST_CASE("the column of a bad byte is counted in characters, as everywhere") {
  CHECK(problems_of("é\xE9") ==
        "a.md:1:2 files-not-in-utf8: this file was saved in a form other than UTF-8, so from here on its "
        "letters cannot be told\n");
}

TEST_CASE("a file in UTF-16 is told so at its first letter") {
  CHECK(problems_of(std::string("\xFF\xFE-\0-\0", 6)) ==
        "a.md:1:1 files-not-in-utf8: this file was saved in a form other than UTF-8, so from here on its "
        "letters cannot be told\n");
}

TEST_CASE("a NUL is reported at its place") {
  CHECK(problems_of(std::string("---\nti\0tle: x\n", 14)) ==
        "a.md:2:3 files-with-nul-bytes: byte 7 of this file is a NUL, which no text has\n");
}

TEST_CASE("a page that could not be read from the disk is reported in the disk's words") {
  Inputs inputs = kit::inputs_of("");
  inputs = kit::with_file(std::move(inputs), "circle.md", "", "this link leads in a circle");
  inputs = kit::with_file(std::move(inputs), "gone.md", "", "it vanished while we read the folder");
  inputs =
      kit::with_file(std::move(inputs), "plan.pdf", "", "we may not read it (permission denied)");
  CHECK(kit::build(std::move(inputs)).problems() ==
        "circle.md unreadable-files: this link leads in a circle\n"
        "gone.md unreadable-files: it vanished while we read the folder\n"
        "plan.pdf unreadable-files: we may not read it (permission denied)\n");
}

TEST_CASE(
    "a file of settings that could not be read is reported once, and nothing is guessed from its "
    "absence") {
  for (const std::string path : {"site.yml", "roles.yml", "topics.yml"}) {
    CAPTURE(path);
    CHECK(
        kit::build(kit::with_file(kit::inputs_of(""), path, "", "permission denied")).problems() ==
        path + " unreadable-files: permission denied\n");
  }
}

TEST_CASE("a picture that cannot be read is not published as an empty file") {
  const kit::Built built =
      kit::build(kit::with_file(kit::inputs_of(""), "photo.jpg", "", "permission denied"));
  CHECK_FALSE(built.files.contains("photo.jpg"));
}

TEST_CASE("an empty file is a page without settings") {
  CHECK(problems_of("") ==
        "a.md:1 missing-front-matter: this page does not begin with its settings\n");
  CHECK(problems_of("\n") ==
        "a.md:1 missing-front-matter: this page does not begin with its settings\n");
}

TEST_CASE("a page of settings only is a page") {
  CHECK(kit::build("-- a.md --\n---\ntitle: Ask us\n---\n").problems() == "");
  std::string bytes = kit::page_bytes("");
  bytes.pop_back();  // no line end after the last hyphens
  CHECK(problems_of(bytes) == "");
}

TEST_CASE("line ends of Windows change nothing: neither the page nor the places of messages") {
  const std::string body = "Ring us\nnow.\n\n- one\n- two\n\n[lost](lost.md) and JAM\n";
  const kit::Built unix_ends = kit::build_body(body);
  const kit::Built windows = kit::build(
      kit::with_file(kit::inputs_of(""), "a.md", replace_all(kit::page_bytes(body), "\n", "\r\n")));
  CHECK(unix_ends.problems() ==
        "a.md:16:1 broken-links: this link leads nowhere: there is no 'lost.md'\n"
        "a.md:16:21 unexplained-abbreviations: nothing explains 'JAM'\n");
  CHECK(windows.problems() == unix_ends.problems());
  CHECK(windows.page("/a/") == unix_ends.page("/a/"));
  CHECK(windows.printed() == unix_ends.printed());
}

TEST_CASE("mistakes in settings have the same places with line ends of Windows") {
  const std::string bytes = kit::page_bytes("");
  const std::string wrong = "---\ncolour: red\nstatus: drafft\n" + bytes.substr(4);
  const std::string expected =
      "a.md:2:1 unknown-fields: there is no setting called 'colour'\n"
      "a.md:3:9 unknown-choices: 'status' cannot be 'drafft'\n";
  CHECK(problems_of(wrong) == expected);
  CHECK(problems_of(replace_all(wrong, "\n", "\r\n")) == expected);
}

TEST_CASE("a byte order mark at the start of a page or of site.yml is passed over") {
  CHECK(problems_of("\xEF\xBB\xBF" + kit::page_bytes("Words.\n")) == "");
  CHECK(kit::build(kit::with_file(kit::inputs_of(""), "site.yml", "\xEF\xBB\xBFname: Test\n"))
            .problems() == "");
}

TEST_CASE("a data file that nobody asks for is reported") {
  CHECK(kit::build("-- extra.csv --\na,b\n-- role.yaml --\na: b\n").problems() ==
        "extra.csv unknown-files: no page uses this data file\n"
        "role.yaml unknown-files: no page uses this data file\n");
}

TEST_CASE(
    "a page whose ending is in capitals or spelt out is not published as raw text without a word") {
  for (const std::string path : {"a.MD", "a.Md", "a.markdown"}) {
    CAPTURE(path);
    const kit::Built built =
        kit::build(kit::with_file(kit::inputs_of(""), path, kit::page_bytes("Words.\n")));
    CHECK_FALSE(built.report.all().empty());
  }
}

TEST_CASE(
    "the README of the folder is for editors and no page; other files are published as they are") {
  const kit::Built built =
      kit::build("-- README.md --\n# as it is\nFor us.\n-- files/plan.txt --\nPlan\n");
  CHECK(built.problems() == "");
  CHECK_FALSE(built.files.contains("README/index.html"));
  CHECK(built.files.at("files/plan.txt").starts_with("Plan\n"));
}

}  // namespace offer::load_files_test
