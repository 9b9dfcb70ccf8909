#include "checks/checks.h"

#include <doctest/doctest.h>

#include "kit.h"

namespace offer::output_test {

namespace {

std::string trouble(std::string_view path, std::string_view bytes) {
  Report report;
  check_output({std::string(path), std::string(bytes)}, "a.md", nullptr, report);
  std::string words;
  for (const Diagnostic& one : report.all())
    words += fmt::format("{} {}: {}\n", one.path, one.code->name, one.message);
  return words;
}

}  // namespace

TEST_CASE(
    "a page in XML syntax reads back, with a doctype, every letter of the world and numbered "
    "entities") {
  CHECK(trouble("a/index.html",
                "<!DOCTYPE html>\n<html lang=\"cy\"><body hidden=\"hidden\">ŵ &amp; &#39; 😀<br "
                "/></body></html>\n") == "");
  CHECK(trouble("feed.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"x\" />") ==
        "");
}

TEST_CASE(
    "a tag that is not closed, an attribute without quotes, an unknown entity and bad bytes do not "
    "read back") {
  CHECK(trouble("a/index.html", "<html>\n<p>words</html>") ==
        "a.md pages-that-do-not-parse: line 2 of a/index.html does not read back: "
        "Opening and ending tag mismatch: p line 2 and html\n");
  CHECK(trouble("a/index.html", "<html lang=en></html>") ==
        "a.md pages-that-do-not-parse: line 1 of a/index.html does not read back: AttValue: \" or "
        "' expected\n");
  CHECK(trouble("a.xml", "<a>&nbsp;</a>") ==
        "a.md pages-that-do-not-parse: line 1 of a.xml does not read back: Entity 'nbsp' not "
        "defined\n");
  CHECK(trouble("a.html", "<a>\x80</a>") != "");
  CHECK(trouble("a.html", "<a>\x01</a>") != "");
  CHECK(trouble("a.html", "<a id=\"1\" id=\"2\"></a>") != "");
  CHECK(trouble("a.html", "<a></a><b></b>") != "");
  CHECK(trouble("a.html", "") == "a.md pages-that-do-not-parse: a.html is empty\n");
}

TEST_CASE("files that are neither HTML nor XML are not read back") {
  CHECK(trouble("a.svg", "<svg>") == "");
  CHECK(trouble("a.pdf", "%PDF") == "");
  CHECK(trouble("_redirects", "/a/ /b/ 301") == "");
}

TEST_CASE("an entity of the file's own makes nothing big and reads no other file") {
  CHECK(trouble("a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")
            .find("root:") == std::string::npos);
  std::string bomb = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) bomb += fmt::format("<!ENTITY a{} \"&a{};&a{};\">", i, i - 1, i - 1);
  CHECK_NOTHROW(trouble("a.xml", bomb + "]><a>&a29;</a>"));
}

TEST_CASE("a theme that does not close what it opens is found on every page, and nothing else is") {
  CHECK(kit::build(R"(
-- theme/templates/page.html --
<html lang="en"><head><title>{{title}}</title></head>
<body><p>{{{body}}}</body></html>
-- a.md --
Words.
)")
            .problems() ==
        "a.md pages-that-do-not-parse: line 3 of a/index.html does not read back: "
        "Opening and ending tag mismatch: p line 2 and body\n");
}

TEST_CASE("files of the content folder are published as they are, and are not ours to judge") {
  const kit::Built built = kit::build(R"(
-- google123.html --
google-site-verification: google123.html
-- a.md --
Words.
)");
  CHECK(built.problems() == "");
  CHECK(built.files.at("google123.html") == "google-site-verification: google123.html\n");
}

}  // namespace offer::output_test
