// Easy Read: rows of one picture and a few short sentences.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::understand_easy_read_test {

namespace {

// A site with a full page and its Easy Read version, whose body begins at line 4.
kit::Built easy(std::string_view body, std::string_view more = "") {
  return kit::build(
      "-- glossary/plan.md --\n---\ntitle: EHC plan\nid: term-plan\nabbreviation: EHCP\neasy: It "
      "says what help you get.\n---\n"
      "-- glossary/send.md --\n---\ntitle: Special needs\nid: term-send\nabbreviation: SEND\neasy: "
      "You need more help.\n---\n"
      "-- other.md --\n-- other.easy.md --\n-- a.md --\n---\nid: a\n---\n## Ask\n-- a.easy.md "
      "--\n" +
      std::string(body) + "\n" + std::string(more));
}

// The page without the addresses of pictures.
std::string rows(const kit::Built& built) {
  std::string page = built.page("/a/easy-read/");
  page = page.substr(page.find("</h1>\n") + 6);
  for (size_t at = page.find("<img"); at != std::string::npos; at = page.find("<img", at + 1)) {
    const size_t name = page.find("/assets/pictures/", at) + 17;
    page.replace(at, page.find("/>", at) + 2 - at,
                 "[" + page.substr(name, page.find('.', name) - name) + "]");
  }
  while (page.ends_with('\n')) page.pop_back();
  return page;
}

}  // namespace

TEST_CASE("a picture and the sentences after it are one row, each line a sentence of its own") {
  const kit::Built built =
      easy("![](picture:talk)\nTalk to us.\nWe listen.\n\n![](picture:plan)\nMake a plan.");
  CHECK(built.problems() == "");
  CHECK(
      rows(built) ==
      "<div class=\"easy-row\">[talk]<div class=\"easy-words\"><p>Talk to us.</p>\n<p>We "
      "listen.</p>\n</div></div>\n"
      "<div class=\"easy-row\">[plan]<div class=\"easy-words\"><p>Make a plan.</p>\n</div></div>");
  CHECK(built.files.size() > 0);
}

TEST_CASE("a paragraph without a picture goes on with the row above it") {
  CHECK(rows(easy("![](picture:talk)\nTalk.\n\nThen rest.")) ==
        "<div class=\"easy-row\">[talk]<div class=\"easy-words\"><p>Talk.</p>\n<p>Then "
        "rest.</p>\n</div></div>");
}

TEST_CASE("headings stand between rows") {
  CHECK(rows(easy("## One\n\n![](picture:talk)\nTalk.\n\n## Two\n\n![](picture:plan)\nPlan.")) ==
        "<h2 id=\"one\">One</h2>\n<div class=\"easy-row\">[talk]<div "
        "class=\"easy-words\"><p>Talk.</p>\n</div></div>\n"
        "<h2 id=\"two\">Two</h2>\n<div class=\"easy-row\">[plan]<div "
        "class=\"easy-words\"><p>Plan.</p>\n</div></div>");
}

TEST_CASE("a hard word is followed by its meaning, the first time only") {
  CHECK(rows(easy("![](picture:talk)\nThis is an **EHC plan**.\nThe **EHC plan** helps.")) ==
        "<div class=\"easy-row\">[talk]<div class=\"easy-words\"><p>This is an <strong "
        "class=\"hard-word\">EHC plan</strong>.</p>\n"
        "<p class=\"easy-meaning\">It says what help you get.</p>\n"
        "<p>The <strong class=\"hard-word\">EHC plan</strong> helps.</p>\n</div></div>");
}

TEST_CASE("a hard word may be in the plural, or over a line end of its sentence's source") {
  CHECK(easy("![](picture:talk)\nThese are **EHCPs**.").problems() == "");
}

TEST_CASE("a hard word that the glossary does not have is reported where it stands") {
  CHECK(easy("![](picture:talk)\nGo to the **tribunal**.").problems() ==
        "a.easy.md:5:11 unexplained-hard-words: the hard word 'tribunal' is not in the glossary\n");
  CHECK(easy("![](picture:talk)\nPlease **send** it.").has("unexplained-hard-words"));
}

TEST_CASE("a picture that there is not gets the near name, or the picture for that word") {
  const kit::Built near = easy("![](picture:tallk)\nTalk.");
  CHECK(near.problems() == "a.easy.md:4:1 unknown-pictures: there is no picture called 'tallk'\n");
  CHECK(near.report.all().front().help == "Did you mean 'talk'?");
  CHECK(easy("![](picture:speak)\nTalk.").report.all().front().help ==
        "For that word there is 'talk'.");
}

TEST_CASE("words before any picture, and after a heading, are reported") {
  CHECK(easy("Talk to us.").problems() ==
        "a.easy.md:4:1 rows-without-picture: these words have no picture\n");
  CHECK(easy("![](picture:talk)\nTalk.\n\n## Two\n\nMore.").problems() ==
        "a.easy.md:9:1 rows-without-picture: these words have no picture\n");
  CHECK(easy("![](picture:talk)\nTalk.\n\n- one\n- two").has("rows-without-picture"));
}

TEST_CASE("a picture without words is reported, also at the end and before a heading") {
  CHECK(easy("![](picture:talk)\n\n![](picture:plan)\nPlan.").problems() ==
        "a.easy.md:4:1 rows-without-words: this picture has no words beside it\n");
  CHECK(easy("![](picture:talk)\n\n## Two").problems() ==
        "a.easy.md:4:1 rows-without-words: this picture has no words beside it\n");
  CHECK(easy("![](picture:talk)").problems() ==
        "a.easy.md:4:1 rows-without-words: this picture has no words beside it\n");
}

TEST_CASE("an Easy Read picture anywhere else never becomes a broken picture") {
  for (const std::string_view body :
       {"![](picture:talk)\nTalk ![](picture:plan) now.", "- ![](picture:talk) Talk.",
        "> ![](picture:talk)\n> Talk.", "## ![](picture:talk) Ask",
        "![](picture:talk) ![](picture:plan)\nBoth."}) {
    CAPTURE(body);
    const kit::Built built = easy(body);
    CHECK(built.report.has_errors());
  }
  const kit::Built full = kit::build("-- b.md --\n![](picture:talk)\n");
  CHECK(full.report.has_errors());
  CHECK(full.page("/b/").find("picture:") == std::string::npos);
}

TEST_CASE("an Easy Read page without a full page is reported") {
  CHECK(kit::build("-- b.easy.md --\n![](picture:talk)\nTalk.\n").problems() ==
        "b.easy.md easy-read-without-full-page: there is no full page b.md for this Easy Read "
        "page\n");
}

TEST_CASE("an Easy Read page whose full page cannot be read is not reported as well") {
  Inputs inputs = kit::inputs_of("-- b.md --\n-- b.easy.md --\n![](picture:talk)\nTalk.\n");
  for (SourceFile& file : inputs.content)
    if (file.path == "b.md") file.bytes = "\xFF";
  CHECK(kit::build(std::move(inputs)).problems() ==
        "b.md:1:1 files-not-in-utf8: this file was saved in a form other than UTF-8, so from here on its "
        "letters cannot be told\n");
}

TEST_CASE("an Easy Read page takes over the fields of its full page and may not set them") {
  const kit::Built built = kit::build(
      "-- b.md --\n-- b.easy.md --\n---\nowner: officer\n---\n![](picture:talk)\nTalk.\n");
  CHECK(built.problems() == "b.easy.md:2:1 unknown-fields: there is no setting called 'owner'\n");
  CHECK(built.report.all().front().help.starts_with("An Easy Read page can have: "));
}

TEST_CASE("mistakes in fields are reported for the full page only") {
  CHECK(
      kit::build("-- b.md --\n---\nowner: nobody\n---\n-- b.easy.md --\n![](picture:talk)\nTalk.\n")
          .problems() ==
      "b.md:2:8 unknown-references: 'owner' names a role 'nobody', and there is none of that "
      "name\n");
}

TEST_CASE(
    "links of Easy Read lead on in Easy Read where there is one, and to the full page where not") {
  const std::string page =
      rows(easy("![](picture:talk)\nRead [the other page](other.md).\nRead [the word "
                "list](glossary/plan.md)."));
  CHECK(page.find("<a href=\"/other/easy-read/\">the other page</a>") != std::string::npos);
  CHECK(page.find("<a href=\"/glossary/plan/\">the word list</a>") != std::string::npos);
}

TEST_CASE("a link to a heading of the full page leads to the full page, which has that heading") {
  CHECK(rows(easy("![](picture:talk)\nSee [the headings](a.md#ask).")).find("href=\"/a/#ask\"") !=
        std::string::npos);
}

}  // namespace offer::understand_easy_read_test
