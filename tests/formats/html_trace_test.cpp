// HTML trace: a place in a built page leads back to the line that it was made from.
#include "formats/html_trace.h"

#include <doctest/doctest.h>

#include "kit.h"

namespace offer::html_trace_test {

namespace {

struct Traced {
  std::string html;
  std::vector<OutputMark> marks;
  std::string paths;  // keeps what the marks point to

  // "pathways/camhs.md:7" for the first place where the words stand.
  std::string origin_of(std::string_view words) const {
    const size_t at = html.find(words);
    REQUIRE_MESSAGE(at != std::string::npos, words, " is not in ", html);
    const OutputMark mark = mark_at(marks, at);
    return fmt::format("{}:{}", mark.path, mark.place.line);
  }
};

constexpr std::string_view site = R"(
-- pathways/camhs.md --
---
title: Help with feelings
---
Some words first.

## Who can help

Your [school](../school.md) can help.

| Who | When |
| --- | --- |
| Nurse | Mondays |
-- school.md --
---
title: School
---
Words.
-- theme/theme.yml --
name: Small
stylesheet: small.css
icon: icon.svg
-- theme/templates/page.html --
<!DOCTYPE html>
<html lang="{{language}}">
<head>
  <title>{{page_title}}</title>
</head>
<body>
  <header>{{>top}}</header>
  <main>
    <h1>{{title}}</h1>
    {{{body}}}
  </main>
  <footer>The end</footer>
</body>
</html>
-- theme/templates/top.html --
<p>Top</p>
<nav>
  {{#menu}}
  <a href="{{address}}">{{title}}</a>
  {{/menu}}
</nav>
)";

}  // namespace

TEST_CASE("a place in a built page leads to the line of Markdown or of the theme that it was made from") {
  Report report;
  const Inputs inputs = kit::inputs_of(site);
  const Prepared prepared = prepare(inputs, {.today = parse_date("2026-11-21").value()}, report);
  const SiteView view(prepared.site);
  const Page* page = view.page("pathways-camhs");
  REQUIRE(page != nullptr);
  Traced traced;
  traced.marks = trace_html(*page, view, prepared.theme);
  produce(prepared, {.today = parse_date("2026-11-21").value()},
          [&](OutputFile&& file) {
            if (file.path == "pathways/camhs/index.html") traced.html = file.bytes;
          },
          report);

  CHECK(traced.origin_of("<!DOCTYPE") == "theme/templates/page.html:1");
  CHECK(traced.origin_of("<title>") == "theme/templates/page.html:4");
  CHECK(traced.origin_of("<p>Top</p>") == "theme/templates/top.html:1");
  CHECK(traced.origin_of("<nav>") == "theme/templates/top.html:2");
  CHECK(traced.origin_of("<h1>") == "theme/templates/page.html:9");
  CHECK(traced.origin_of("<p>Some words") == "pathways/camhs.md:13");
  CHECK(traced.origin_of("Who can help") == "pathways/camhs.md:15");
  CHECK(traced.origin_of("<a href=\"/school/\"") == "pathways/camhs.md:17");
  CHECK(traced.origin_of("Nurse") == "pathways/camhs.md:21");
  CHECK(traced.origin_of("</main>") == "theme/templates/page.html:11");
  CHECK(traced.origin_of("The end") == "theme/templates/page.html:12");
}

TEST_CASE("a page without marks leads nowhere, and says so by an empty path") { CHECK(mark_at({}, 12).path.empty()); }

}  // namespace offer::html_trace_test
