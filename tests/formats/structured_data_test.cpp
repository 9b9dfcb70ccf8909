// The data block for search engines: what it says, and that no words can get out of it.
#include <doctest/doctest.h>

#include "base/text.h"
#include "kit.h"

namespace offer::structured_data_test {

namespace {

constexpr std::string_view theme = R"(
-- theme/templates/page.html --
<html lang="{{language}}"><head><title>{{page_title}}</title>{{{structured_data}}}</head><body><main>
{{{body}}}
</main></body></html>
)";

// The data block of a page, without its element; nothing if there is none.
std::string data_of(const kit::Built& built, std::string_view address) {
  const auto found = built.files.find(std::string(address.substr(1)) + "index.html");
  if (found == built.files.end()) return "(there is no such page)";
  constexpr std::string_view open = "<script type=\"application/ld+json\">";
  const std::string& html = found->second;
  const size_t start = html.find(open);
  if (start == std::string::npos) return "";
  const size_t end = html.find("</script>", start);
  CHECK(html.find(open, start + 1) == std::string::npos);
  return html.substr(start + open.size(), end - start - open.size());
}

kit::Built build(std::string_view site) { return kit::build(std::string(theme) + std::string(site)); }

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

constexpr std::string_view service_body = "## What it does\n\nA.\n\n## Who can get it\n\nB.\n\n## If you do not qualify\n\nC.\n\n## How to get it\n\nD.\n";

}  // namespace

TEST_CASE("every page below another says where it stands, with whole addresses, and its own name last") {
  const kit::Built built = build("\n-- index.md --\n---\ntitle: Start\n---\nWords.\n-- x/index.md --\n---\ntitle: The list\n---\nWords.\n-- x/a.md --\n---\ntitle: One\n---\nWords.\n");
  CHECK(data_of(built, "/x/a/") ==
        R"({"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://test.example.org/"},)"
        R"({"@type":"ListItem","position":2,"name":"The list","item":"https://test.example.org/x/"},{"@type":"ListItem","position":3,"name":"One"}]}]})");
  CHECK(data_of(build("\n-- a.md --\nWords.\n"), "/a/") == "");
}

TEST_CASE("the way to an Easy Read page leads over Easy Read pages") {
  const kit::Built built = build("\n-- index.md --\nWords.\n-- index.easy.md --\n![](picture:talk)\nWords.\n-- a.md --\nWords.\n-- a.easy.md --\n![](picture:talk)\nWords.\n");
  CHECK(has(data_of(built, "/a/easy-read/"), R"("name":"Home","item":"https://test.example.org/easy-read/")"));
  CHECK(data_of(built, "/easy-read/") == "");
}

TEST_CASE("the home page says whose site it is") {
  const std::string data = data_of(build("\n-- site.yml --\nname: Our Offer\ncouncil: Our Council\naddress: https://x.example/send\n-- index.md --\nWords.\n"), "/");
  CHECK(has(data, R"({"@type":"WebSite","name":"Our Offer","url":"https://x.example/send/")"));
  CHECK(has(data, R"({"@type":"GovernmentOrganization","name":"Our Council")"));
}

TEST_CASE("a service of the council or the NHS is one of government; a charity's is not") {
  const auto type = [](std::string_view provider) {
    const std::string data = data_of(build(fmt::format("\n-- services/a.md --\n---\ntitle: Help\nprovider: {}\n---\n{}", provider, service_body)), "/services/a/");
    return has(data, "{\"@type\":\"GovernmentService\"") ? "government" : has(data, "{\"@type\":\"Service\"") ? "other" : "none";
  };
  CHECK(type("The council") == "government");
  CHECK(type("The council's team for young people") == "government");
  CHECK(type("Worcestershire County Council") == "government");
  CHECK(type("Health and Care NHS Trust") == "government");
  CHECK(type("NHS Integrated Care Board") == "government");
  CHECK(type("A charity, for the council") == "other");
  CHECK(type("Families in Partnership") == "other");
}

TEST_CASE("a service says who gives it, where, for whom, whom to ring, and a price only where it is free") {
  const auto data = [](std::string_view cost) {
    return data_of(build(fmt::format("\n-- services/a.md --\n---\ntitle: Help\nsummary: What it is.\nfor: Children\narea: Everywhere\ncost: {}\n---\n{}", cost, service_body)), "/services/a/");
  };
  CHECK(has(data("Free"), R"("name":"Help","description":"What it is.","url":"https://test.example.org/services/a/","provider":{"@type":"GovernmentOrganization","name":"The council"})"));
  CHECK(has(data("Free"), R"("areaServed":"Everywhere","audience":{"@type":"Audience","audienceType":"Children"})"));
  CHECK(has(data("Free"), R"("telephone":"01632 960 100")"));
  CHECK(has(data("Free"), R"("offers":{"@type":"Offer","price":0,"priceCurrency":"GBP"})"));
  CHECK_FALSE(has(data("Free up to Year 11"), "offers"));
}

TEST_CASE("a page is one of questions and answers only if every section asks and answers in words, and three do") {
  const auto is_faq = [](std::string_view body) { return has(data_of(build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", body)), "/a/"), "FAQPage"); };
  CHECK(is_faq("Words.\n\n## One?\n\nYes.\n\n- more\n\n## Two?\n\nNo.\n\n## Three?\n\nAsk.\n"));
  CHECK_FALSE(is_faq("## One?\n\nYes.\n\n## Two?\n\nNo.\n"));
  CHECK_FALSE(is_faq("## One?\n\nYes.\n\n## Two?\n\nNo.\n\n## Three\n\nAsk.\n"));
  CHECK_FALSE(is_faq("## One?\n\n- [A](a.md)\n\n## Two?\n\nNo.\n\n## Three?\n\nAsk.\n"));
  CHECK_FALSE(is_faq("## One?\n\nYes.\n\n## Two?\n\n## Three?\n\nAsk.\n"));
  CHECK_FALSE(is_faq("Words.\n"));
  CHECK(has(data_of(build("\n-- a.md --\n## One?\n\nYes, *you* can.\n\n## Two?\n\nNo.\n\n## Three?\n\nAsk.\n"), "/a/"),
            R"({"@type":"Question","name":"One?","acceptedAnswer":{"@type":"Answer","text":"Yes, you can."}})"));
}

TEST_CASE("only meetings to come, of a known day, are events") {
  const std::string data = data_of(build("\n-- boards/a.md --\nWords.\n-- boards/a.dates.csv --\ndate,kind,what,take_part_by,state,note\n2026-12-01,meeting,The board meets,,planned,\n"
                                         "2026-11-20,meeting,It met,,done,\n2026-12,meeting,Some day,,planned,\n2026-12-02,milestone,A paper,,planned,\n2026-12-03,meeting,Called off,,cancelled,\n"),
                                   "/boards/a/");
  CHECK(has(data, R"({"@type":"Event","name":"The board meets","startDate":"2026-12-01","url":"https://test.example.org/boards/a/","eventStatus":"https://schema.org/EventScheduled")"));
  CHECK(has(data, R"("name":"Called off","startDate":"2026-12-03","url":"https://test.example.org/boards/a/","eventStatus":"https://schema.org/EventCancelled")"));
  CHECK_FALSE(has(data, "It met"));
  CHECK_FALSE(has(data, "Some day"));
  CHECK_FALSE(has(data, "A paper"));
}

TEST_CASE("no title can end the data block or the page's XML, and every one can be read again") {
  for (const std::string_view title : {"</script><script>alert(1)</script>", "<!-- <script>", "]]> & &amp; <b>", "\\\"quoted\\\" \\\\ and 'more'", "\\u0001\\uFFFE\\uFFFF tab\\there", "😀 \\u2028 \\u2029 שלום"}) {
    CAPTURE(title);
    const kit::Built built = build(fmt::format("\n-- index.md --\nWords.\n-- a.md --\n---\ntitle: \"{}\"\n---\nWords.\n", title));
    CHECK_FALSE(built.has("pages-that-do-not-parse"));
    const std::string data = data_of(built, "/a/");
    for (const std::string_view raw : {"<", ">", "&"}) CHECK_FALSE(has(data, raw));
    CHECK(data.ends_with("]}]}"));
  }
  CHECK(has(data_of(build("\n-- index.md --\nWords.\n-- a.md --\n---\ntitle: \"</script>\"\n---\nWords.\n"), "/a/"), R"("name":"\u003c/script\u003e")"));
}

}  // namespace offer::structured_data_test
