// Addresses that could do a reader harm, and text that tries to break out of an attribute.
#include <doctest/doctest.h>

#include "base/text.h"
#include "load/extra_file.h"

namespace offer::unsafe_links_test {

TEST_CASE("a link cannot run a script or leave the site by a back door, however it is written") {
  for (const std::string_view link : {"[x y](javascript:alert(1))",
                                      "[x y](JaVaScRiPt:alert(1))",
                                      "[x y](javascript&#58;alert(1))",
                                      "[x y](javascript&colon;alert(1))",
                                      "[x y](&#106;avascript:alert(1))",
                                      "[x y](<java\tscript:alert(1)>)",
                                      "[x y](java&#10;script:alert(1))",
                                      "[x y](&#1;javascript:alert(1))",
                                      "[x y](<  javascript:alert(1)>)",
                                      "[x y](javascript\\:alert(1))",
                                      "[x y](data:text/html;base64,PHNjcmlwdD4=)",
                                      "[x y](vbscript:msgbox)",
                                      "[x y](//evil.example/)",
                                      "[x y](\\\\\\\\evil.example\\\\x)",
                                      "[x y](/\\\\evil.example)",
                                      "[x y](file:///etc/passwd)",
                                      "[x y](blob:x)",
                                      "<javascript:alert(1)>",
                                      "[x y][r]\n\n[r]: javascript:alert(1)",
                                      "![x y](data:image/svg+xml,x)",
                                      "![x y](https://evil.example/x.png)",
                                      "![x y](//evil.example/x.png)",
                                      "[x y](/&#9;/evil.example)",
                                      "[x y](view-source:x)",
                                      "[x y](feed:javascript:alert(1))"}) {
    CAPTURE(link);
    const kit::Built built = kit::build_body(std::string(link) + "\n");
    CHECK(built.report.has_errors());
    CHECK_FALSE(built.has("pages-that-do-not-parse"));
  }
}

TEST_CASE("an unsafe address does not reach the preview either, which shows pages with errors") {
  for (const std::string_view link : {"[x y](javascript:alert(1))", "[x y](//evil.example/)",
                                      "![x y](https://evil.example/x.png)"}) {
    CAPTURE(link);
    const std::string page = kit::build_body(std::string(link) + "\n").page("/a/");
    CHECK(page.find("\"javascript:") == std::string::npos);
    CHECK(page.find("evil") == std::string::npos);
  }
}

TEST_CASE("an unsafe address is reported at its link, shortened") {
  CHECK(kit::build_body("Go [there now](javascript:alert(1)).\n").problems() ==
        "a.md:10:4 unsafe-addresses: a link cannot lead to 'javascript:alert(1)'\n");
  CHECK(
      kit::build_body("![Map](https://maps.example/x.png)\n").problems() ==
      "a.md:10:1 unsafe-addresses: the picture 'https://maps.example/x.png' is on another site\n");
  const kit::Built built = kit::build_body("[x y](data:" + std::string(5000, 'A') + ")\n");
  CHECK(built.problems().size() < 200);
}

TEST_CASE("a long address is shortened between letters, not inside one") {
  std::string address = "data:";
  for (int i = 0; i < 100; ++i) address += "€";
  const kit::Built built = kit::build_body("[x y](" + address + ")\n");
  CHECK_FALSE(first_bad_utf8(built.problems()));
  const kit::Built html = kit::build_body("<b title=\"" + std::string(49, 'x') + address + "\">\n");
  CHECK_FALSE(first_bad_utf8(html.problems()));
}

TEST_CASE("nothing that an editor writes breaks out of an attribute") {
  struct Case {
    std::string_view markdown;
    std::string_view html;
  };
  const std::vector<Case> cases{
      {"[x](https://e.org/\"onmouseover=\"alert)",
       "<a href=\"https://e.org/&quot;onmouseover=&quot;alert\">x</a>"},
      {"[x](<https://e.org/'\\>\\<script\\>>)",
       "<a href=\"https://e.org/&#39;&gt;&lt;script&gt;\">x</a>"},
      {"[x](https://e.org/&quot;&gt;&lt;b&gt;)",
       "<a href=\"https://e.org/&quot;&gt;&lt;b&gt;\">x</a>"},
      {"[x](https://e.org/ \"t\\\" onclick=\\\"alert\")", "<a href=\"https://e.org/\">x</a>"},
      {"[a\"><b](https://e.org/)", "<a href=\"https://e.org/\">a&quot;&gt;&lt;b</a>"},
      {"[x](https://e.org/?a=1&copy=2)", "<a href=\"https://e.org/?a=1&amp;copy=2\">x</a>"},
      {"## A \"<b\" heading & more",
       "<h2 id=\"a-b-heading-more\">A &quot;&lt;b&quot; heading &amp; more</h2>"},
      {"``` \"><script>\nx\n```", "<pre><code>x\n</code></pre>"},
      {"`\"><script>`", "<code>&quot;&gt;&lt;script&gt;</code>"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.markdown);
    const kit::Built built = kit::build_body(std::string(one.markdown) + "\n");
    CHECK_MESSAGE(built.page("/a/").find(one.html) != std::string::npos, built.page("/a/"));
    CHECK_FALSE(built.has("pages-that-do-not-parse"));
    CHECK(built.page("/a/").find("<script") == std::string::npos);
  }
}

TEST_CASE("settings with signs of HTML are words and nothing else") {
  const kit::Built built =
      kit::build("-- a.md --\n---\ntitle: '</title><script>x</script> \"&amp;'\n---\n");
  CHECK(built.files.at("a/index.html").find("<script") == std::string::npos);
  CHECK(built.page("/a/").find(
            "<h1>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; &quot;&amp;amp;</h1>") !=
        std::string::npos);
}

TEST_CASE("headers of a table are escaped where they stand as labels of cells") {
  const kit::Built built = kit::build_body("| a\"><b | c |\n|---|---|\n| 1 | 2 |\n");
  CHECK(built.page("/a/").find("data-label=\"a&quot;&gt;&lt;b\"") != std::string::npos);
}

TEST_CASE(
    "percent signs in an address do not bring bytes that no text has into a message or a page") {
  for (const std::string_view link :
       {"[x y](%FF%FE.md)", "[x y](%00.md)", "[x y](#%C3)", "[x y](%2F%2Fevil.example/)",
        "![x y](%ff.png)", "[x y](..%2F..%2Fetc/passwd)", "[x y](java%73cript:alert)", "[x y](%)",
        "[x y](a%2)"}) {
    CAPTURE(link);
    const kit::Built built = kit::build_body(std::string(link) + "\n");
    CHECK(built.report.has_errors());
    CHECK_FALSE(first_bad_utf8(built.problems()));
    CHECK_FALSE(built.has("pages-that-do-not-parse"));
  }
}

}  // namespace offer::unsafe_links_test
