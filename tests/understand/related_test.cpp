// "You may also want": pages that share topics, needs, words and relations.
#include <doctest/doctest.h>

#include <chrono>

#include "base/text.h"
#include "kit.h"

namespace offer::related_test {

namespace {

constexpr std::string_view theme = R"(
-- theme/templates/page.html --
<html lang="{{language}}"><head><title>{{title}}</title></head><body><main>
<h1>{{title}}</h1>
{{{body}}}
{{#has_related}}also:{{/has_related}}{{#related}} {{address}}{{/related}}
</main></body></html>
)";

constexpr std::string_view topics = R"(
-- topics.yml --
health:
  title: Health
school:
  title: School
-- needs.yml --
autism:
  title: Autism
sight:
  title: Sight
)";

// Twelve pages that share nothing, so that what two pages share is rare.
std::string others() {
  std::string site;
  for (int i = 0; i < 12; ++i) site += fmt::format("-- other-{}.md --\nWords.\n", i);
  return site;
}

std::string page(std::string_view path, std::string_view settings, std::string_view words = "Words.\n") { return fmt::format("-- {} --\n---\n{}\n---\n{}", path, settings, words); }

std::string also(const kit::Built& built, std::string_view address) {
  const std::string html = built.page(address);
  const size_t at = html.find("also:");
  if (at == std::string::npos) return "";
  return std::string(trim(html.substr(at + 5)));
}

kit::Built build(const std::string& site) {
  const kit::Built built = kit::build(std::string(theme) + std::string(topics) + others() + site);
  CHECK(built.problems() == "");
  return built;
}

}  // namespace

TEST_CASE("pages that share more, and rarer things, come first; a page that shares nothing is not there") {
  const kit::Built built = build(page("a.md", "topics: [school]\nneeds: [sight]") + page("b.md", "topics: [school]\nneeds: [sight]") + page("c.md", "needs: [sight]") +
                                 page("d.md", "topics: [health]\nneeds: [autism]"));
  CHECK(also(built, "/a/") == "/b/ /c/");
  CHECK(also(built, "/d/") == "");
}

TEST_CASE("what the text links to, what stands above and the page itself are left out") {
  const kit::Built built = build(page("x/index.md", "topics: [school]") + page("x/a.md", "topics: [school]\nneeds: [sight]", "[B](../b.md#part) and more.\n") +
                                 page("b.md", "topics: [school]\nneeds: [sight]", "## Part\n\nWords.\n") + page("c.md", "topics: [school]\nneeds: [sight]"));
  CHECK(also(built, "/x/a/") == "/c/");
  CHECK(also(built, "/x/") == "");  // a list leads on by itself
}

TEST_CASE("an editor's own choice comes first, also where nothing is shared, and an id that nobody has is found") {
  const kit::Built built = build(page("a.md", "topics: [school]\nneeds: [sight]\nrelated: [z]") + page("b.md", "topics: [school]\nneeds: [sight]") + page("z.md", "id: z"));
  CHECK(also(built, "/a/").starts_with("/z/ /b/"));
  CHECK(kit::build("\n-- a.md --\n---\nrelated: [nobody]\n---\nWords.\n").has("unknown-references"));
}

TEST_CASE("no more than five are shown, in the same order on every build and for any number of threads") {
  std::string site;
  for (int i = 0; i < 9; ++i) site += page(fmt::format("s{}.md", i), "topics: [school]\nneeds: [sight]");
  const kit::Built built = build(site);
  CHECK(also(built, "/s0/") == "/s1/ /s2/ /s3/ /s4/ /s5/");
  const std::string whole = std::string(theme) + std::string(topics) + others() + site;
  CHECK(kit::build(whole, {.threads = 4}).files == kit::build(whole).files);
}

TEST_CASE("nobody is led to an older page, to old news or to what is only for professionals") {
  const std::string both = "topics: [school]\nneeds: [sight]\n";
  const kit::Built built = build(page("a.md", both + "audience: [parents]") + page("old.md", both + "status: superseded") + page("gone.md", both + "status: withdrawn") +
                                 page("news/n.md", both + "on: 2025-01-01\nexpires: 2026-01-01") + page("staff.md", both + "audience: [professionals]") +
                                 page("staff-too.md", both + "audience: [professionals]"));
  CHECK(also(built, "/a/") == "");
  CHECK(also(built, "/staff/") == "/a/ /staff-too/");
}

TEST_CASE("from an Easy Read page readers are led to Easy Read pages only") {
  const std::string both = "topics: [school]\nneeds: [sight]";
  const kit::Built built = build(page("a.md", both) + "-- a.easy.md --\n![](picture:talk)\nWords.\n" + page("b.md", both) + page("c.md", both) + "-- c.easy.md --\n![](picture:talk)\nWords.\n");
  CHECK(also(built, "/a/") == "/b/ /c/");
  CHECK(also(built, "/a/easy-read/") == "/c/easy-read/");
}

TEST_CASE("two pages that name the same page are near") {
  const kit::Built built = build(page("a.md", "id: a") + page("x.md", "related: [a]") + page("y.md", "related: [a]"));
  CHECK(also(built, "/x/") == "/a/ /y/");
}

TEST_CASE("fifteen hundred pages that share everything are related in good time") {
  std::string site = std::string(theme) + std::string(topics);
  for (int i = 0; i < 1500; ++i) site += page(fmt::format("p{}.md", i), "topics: [school, health]\nneeds: [sight, autism]");
  const Inputs inputs = kit::inputs_of(site);
  const auto start = std::chrono::steady_clock::now();
  Report report;
  const Prepared prepared = prepare(inputs, {parse_date("2026-11-21").value(), false, 1}, report);
  const auto time = std::chrono::steady_clock::now() - start;
  CHECK(prepared.site.related.size() == prepared.site.pages.size());
  CHECK(time < std::chrono::seconds(20));
}

}  // namespace offer::related_test
