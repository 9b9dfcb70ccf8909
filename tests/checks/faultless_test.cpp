// Faultless: a page that surely_faultless passes reads back, and no check on HTML finds anything in it, whatever was done to the page.
#include "checks/faultless.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "checks/checks.h"
#include "checks/html_checks.h"
#include "html/judge.h"
#include "html/well_formed.h"
#include "kit.h"

namespace offer::faultless_test {

namespace {

// What the long way says of a page that was passed: nothing, if all is well.
std::string missed(std::string_view source) {
  if (!surely_faultless(source)) return {};
  Report report;
  if (!html::surely_well_formed(html::Tree(source)) || !read_back({"a.html", std::string(source)}, "a.md", report)) return "it does not read back";
  return html::codes_in(source, true);
}

constexpr std::string_view begin =
    "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
    "<title>Short breaks</title>\n<script type=\"application/ld+json\">{\"a\":[1]}</script>\n</head>\n<body class=\"page\">\n<a class=\"skip\" href=\"#main\">Skip</a>\n"
    "<header class=\"top\"><a href=\"/\"><img src=\"/a.svg\" alt=\"\" width=\"48\" /><span>Home</span></a>\n"
    "<form role=\"search\" action=\"/search/\"><label for=\"q\">Search</label><input type=\"search\" id=\"q\" name=\"q\" autocomplete=\"off\" /><button type=\"submit\">Go</button></form>\n"
    "<nav aria-label=\"Main menu\"><ul>\n<li><a href=\"/a/\" aria-current=\"page\">A</a></li>\n</ul></nav></header>\n<main id=\"main\" tabindex=\"-1\">\n<h1>Short breaks</h1>\n";
constexpr std::string_view end = "\n</main>\n<footer><nav aria-labelledby=\"foot\"><p id=\"foot\">About us</p><ol><li>1</li></ol></nav></footer>\n</body>\n</html>\n";

std::string page_of(std::string_view body) { return std::string(begin) + std::string(body) + std::string(end); }

// All that the quick way knows.
constexpr std::string_view rich =
    "<nav class=\"contents\" aria-label=\"On this page\"><details><summary>On this page</summary><ul><li><a href=\"#a\">A</a></li></ul></details></nav>\n"
    "<h2 id=\"a\">A &amp; B</h2>\n<p lang=\"cy\">Ŵy <em>a</em> <b>b</b>, €5 <button type=\"button\" class=\"term\" popovertarget=\"w\">SEN</button></p>\n"
    "<div class=\"meaning\" popover=\"auto\" id=\"w\"><p><strong>SEN</strong> words</p><button type=\"button\" popovertarget=\"w\">Close</button></div>\n"
    "<dl><div><dt>Cost</dt><dd>Free</dd></div><dt>Where</dt><dd>Here</dd></dl>\n"
    "<div class=\"table\" role=\"region\" aria-label=\"Table: times\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Time</th></tr></thead>\n"
    "<tbody><tr><th scope=\"row\">Monday</th><td data-label=\"Time\">10am</td></tr></tbody></table></div>\n"
    "<p><a href=\"tel:0123\"><img src=\"/b.svg\" alt=\"The door\" /></a><br />words</p>\n<nav hidden=\"hidden\" aria-label=\"Filters\"><p>None</p></nav>\n"
    "<svg class=\"c\" aria-hidden=\"true\" viewBox=\"0 0 1 1\" xmlns=\"http://www.w3.org/2000/svg\"><rect x=\"1\" /><g><text>two</text></g></svg>\n"
    "<svg role=\"img\" aria-label=\"A chart\"><path d=\"M0\" /></svg><span aria-hidden=\"true\">*</span><hr />\n"
    "<section aria-labelledby=\"help\"><h2 id=\"help\">Who can help</h2><h3>Us</h3><blockquote><p>words</p></blockquote><p class=\"a\">12&#160;pm</p></section>";

}  // namespace

TEST_CASE("pages of our own kind are known to be faultless at once") {
  CHECK(faultless_knows_all_checks());
  CHECK(surely_faultless(page_of("")));
  CHECK(surely_faultless(page_of(rich)));
  CHECK(missed(page_of(rich)) == "");
}

TEST_CASE("what a check on HTML finds is never passed") {
  for (const std::string_view body :
       {"<img src=\"a.png\" />", "<p><img src=\"a.png\" alt=\" \" /></p>", "<a href=\"/a/\"></a>", "<a href=\"/a/\"> &#160;<br /></a>", "<a href=\"/a/\"><span aria-hidden=\"true\">*</span></a>",
        "<a href=\"/a/\"><span hidden=\"hidden\">a</span></a>", "<a href=\"/a/\"><svg><text>a</text></svg></a>", "<a href=\"#gone\">a</a>", "<a href=\"java&#115;cript:a\">a</a>", "<a href=\" javascript:a\">a</a>",
        "<a href=\"/a/\" target=\"_blank\">a</a>", "<button type=\"button\"></button>", "<button type=\"button\">a<a href=\"/a/\">a</a></button>", "<button type=\"button\">a<span tabindex=\"0\">a</span></button>",
        "<h2></h2>", "<h2><span hidden=\"hidden\">a</span></h2>", "<h1>again</h1>", "<main>again</main>", "<nav><p>a</p></nav>", "<nav aria-label=\"MAIN Menu\"><p>a</p></nav>", "<nav aria-label=\"Main  menu\"><p>a</p></nav>",
        "<nav aria-labelledby=\"foot\"><p>a</p></nav>", "<nav aria-label=\"About us\"><p>a</p></nav>", "<nav aria-labelledby=\"gone\"><p>a</p></nav>", "<p id=\"main\">a</p>", "<p aria-label=\"a\">a</p>", "<div aria-label=\"a\">a</div>",
        "<p role=\"nothing\">a</p>", "<p aria-nothing=\"a\">a</p>", "<a href=\"/a/\" aria-current=\"pages\">a</a>", "<p aria-checked=\"true\">a</p>", "<p tabindex=\"2\">a</p>", "<p onclick=\"a\">a</p>", "<p style=\"color: red\">a</p>",
        "<p lang=\"english\">a</p>", "<ul><div>a</div></ul>", "<aside>a</aside><aside>b</aside>", "<li>a</li>", "<dt>a</dt>", "<dd>a</dd>", "<div><dt>a</dt></div>", "<input type=\"text\" id=\"x\" />", "<input type=\"text\" />",
        "<label for=\"gone\">a</label>", "<label for=\"x\"></label><input type=\"text\" id=\"x\" />", "<label for=\"x y\">a</label><input type=\"text\" id=\"x y\" />", "<input type=\"image\" src=\"a.png\" />", "<input type=\"radio\" name=\"a\" />",
        "<p autofocus=\"autofocus\">a</p>", "<script>a</script>", "<script type=\"module\">a</script>", "<style>a</style>", "<iframe src=\"/a/\"></iframe>", "<video src=\"a.mp4\"></video>", "<object data=\"a.png\"></object>",
        "<table><tbody><tr><th scope=\"col\">a</th></tr></tbody></table>", "<table><tbody><tr><th scope=\"row\">a</th></tr></tbody></table>", "<table><tbody><tr><td>a</td><th scope=\"row\">a</th></tr></tbody></table>",
        "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>", "<table><thead><tr><th scope=\"col\"></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>",
        "<table role=\"none\"><tbody><tr><td>a</td></tr></tbody></table>", "<table><tbody></tbody></table>", "<table><tbody><tr><td headers=\"x\">a</td></tr></tbody></table>", "<details><summary></summary>a</details>",
        "<span aria-hidden=\"true\"><a href=\"/a/\">a</a></span>", "<svg role=\"img\"><path d=\"a\" /></svg>", "<p xmlns=\"http://www.w3.org/2000/xmlns/\">a</p>", "<svg viewBox=\"a\" viewbox=\"b\"></svg>", "<p class=\"a\" class=\"b\">a</p>"}) {
    CAPTURE(body);
    CHECK_FALSE(surely_faultless(page_of(body)));
  }
}

TEST_CASE("tags that browsers put elsewhere than they stand are left to the tree") {
  for (const std::string_view body :
       {"<p><div>a</div></p>", "<p><ul><li>a</li></ul></p>", "<p><h2>a</h2></p>", "<p><em><p>a</p></em></p>", "<a href=\"/a/\">a<b><a href=\"/a/\">b</a></b></a>", "<div />", "<br></br>", "<p><table><tbody><tr><td>a</td></tr></tbody></table></p>",
        "<table><tr><td>a</td></tr></table>", "<table>a<tbody><tr><td>a</td></tr></tbody></table>", "<table><tbody><tr><div>a</div><td>a</td></tr></tbody></table>", "<tr><td>a</td></tr>", "<h2>a<h3>b</h3></h2>", "<svg><p>a</p></svg>", "<ul><span>a</span></ul>",
        "<select><option>a</option></select>", "<textarea></textarea>", "<noscript><p>a</p></noscript>", "<template><p>a</p></template>", "<body>a</body>", "<head></head>", "<title>a</title>", "<!-- a -->", "<p>a</b>", "<P>a</P>",
        "<p class=a>a</p>", "<p class='a'>a</p>", "<p>&nbsp;</p>", "<p>&</p>", "<p>a ]]> b</p>", "<p>\x01</p>", "<p>\xC3</p>", "<math></math>"}) {
    CAPTURE(body);
    CHECK_FALSE(surely_faultless(page_of(body)));
  }
  for (const std::string_view source : {"", "<", "<!DOCTYPE html>", "<!DOCTYPE html><html lang=\"en\"></html>", "<!DOCTYPE html>\n<html lang=\"en\"", "<p>a</p>"}) CHECK_FALSE(surely_faultless(source));
  CHECK_FALSE(surely_faultless(page_of(rich) + "a"));
  CHECK_FALSE(surely_faultless(page_of(rich) + "<p>a</p>"));
}

TEST_CASE("a page cut off anywhere, or with any byte of it changed, is never passed when it should not be") {
  const std::string page = page_of(rich);
  for (size_t i = 0; i < page.size(); ++i) {
    CAPTURE(i);
    CHECK(missed(std::string_view(page).substr(0, i)) == "");
    for (const char c : std::string_view("<>&\"/= a1\x80", 10)) {
      std::string changed = page;
      changed[i] = c;
      CHECK_MESSAGE(missed(changed) == "", changed);
    }
  }
}

TEST_CASE("whatever is taken out of a page, doubled, moved or put in, the quick way never passes what the checks would not") {
  constexpr std::string_view pieces[]{
      " hidden=\"hidden\"", " aria-hidden=\"true\"", " tabindex=\"0\"", " tabindex=\"-1\"", " role=\"region\"", " role=\"group\"", " role=\"none\"", " aria-label=\"On this page\"", " aria-label=\"Main menu\"", " aria-label=\" \"",
      " aria-labelledby=\"a\"", " aria-labelledby=\"help\"", " aria-labelledby=\"w\"", " aria-describedby=\"a\"", " aria-current=\"true\"", " id=\"x\"", " id=\"a\"", " title=\"a\"", " alt=\"\"", " alt=\"a\"", " lang=\"cy\"", " lang=\"\"",
      " scope=\"row\"", " scope=\"col\"", " href=\"#a\"", " for=\"q\"", " style=\"a\"", " colspan=\"2\"", "&#160;", "&amp;", "\xC2\xA0", "\xE2\x80\x8B", " ", "\n", "a", "<p>a</p>", "<h1>a</h1>", "<h2>a</h2>", "<p></p>", "<a href=\"/a/\">a</a>", "<a href=\"/a/\">",
      "</a>", "<span hidden=\"hidden\">", "<span aria-hidden=\"true\">", "</span>", "<span>", "<div>", "</div>", "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<li>a</li>", "<tr><td>a</td></tr>", "<td>a</td>", "<th scope=\"col\">a</th>", "<th scope=\"row\">a</th>",
      "<img src=\"a\" alt=\"\" />", "<img src=\"a\" alt=\"a\" />", "<button type=\"button\">a</button>", "<br />", "<dt>a</dt>", "<svg><path d=\"a\" /></svg>", "<main>a</main>", "<aside>a</aside>", "<nav>a</nav>", "<section aria-label=\"a\">a</section>",
      "<header>a</header>", "<summary>a</summary>", "<input type=\"text\" id=\"q\" />", "<label for=\"q\">a</label>", "<table><tbody><tr><td>a</td></tr></tbody></table>"};
  const std::string page = page_of(rich);
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same pages each time
  const auto any = [&](size_t less_than) { return static_cast<size_t>(random()) % less_than; };
  // Places where something begins or ends: tags, attributes, texts.
  const auto edge = [&](const std::string& source) {
    const size_t found = source.find_first_of("<> ", any(source.size()));
    return found == std::string::npos ? source.size() : found + (source[found] == '>' ? 1 : 0);
  };
  size_t passed = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string changed = page;
    for (size_t steps = 1 + any(3); steps > 0 && !changed.empty(); --steps) {
      size_t from = edge(changed);
      size_t to = edge(changed);
      if (from > to) std::swap(from, to);
      if (any(2) == 0) to = from + changed.substr(from + (from < changed.size()), 200).find_first_of("<> ") + 1;
      const std::string piece = changed.substr(std::min(from, changed.size()), to - from);
      switch (any(5)) {
        case 0: changed.erase(std::min(from, changed.size()), to - from); break;
        case 1: if (piece.size() < 2000) changed.insert(edge(changed), piece); break;
        default: changed.insert(edge(changed), pieces[any(std::size(pieces))]); break;
      }
    }
    const std::string trouble = missed(changed);
    CHECK_MESSAGE(trouble == "", trouble << " in\n" << changed);
    passed += surely_faultless(changed) ? 1 : 0;
  }
  CHECK(passed > 2000);
}

TEST_CASE("an element that was met before is judged as one that was not, wherever it stands") {
  constexpr std::string_view elements[]{
      "<div class=\"meaning\" popover=\"auto\" id=\"w\"><p><strong id=\"s\">SEN</strong> words</p><button type=\"button\" popovertarget=\"w\">Close</button></div>",
      "<div class=\"meaning\" popover=\"auto\" id=\"v\"><p><strong>EHC plan</strong> other words that are many</p></div>",
      "<nav class=\"contents\" aria-label=\"On this page\"><ul><li><a href=\"#w\">What the word means here</a></li></ul></nav>",
      "<nav class=\"contents\" aria-label=\"On that page\"><ul><li><a href=\"#v\">What the word means there</a></li></ul></nav>",
      "<section class=\"help\" aria-labelledby=\"help\"><h2 id=\"help\">On this page</h2><p>Somebody who can help you with it</p></section>",
      "<section class=\"help\" aria-labelledby=\"s\"><h3>A heading</h3><p>Somebody who can help you with that instead</p></section>",
      "<form action=\"/ask/\" class=\"one-of-two\"><label for=\"x\">Ask</label><input type=\"text\" id=\"x\" name=\"x\" /></form>",
      "<form action=\"/ask/\" class=\"two-of-two\"><label for=\"y\">Ask</label><p>There is no field that this would be for</p></form>",
      "<div class=\"a-long-name-of-a-class-so-that-it-is-kept\" hidden=\"hidden\"><p>Nobody hears this, but it is there</p></div>",
      "<div class=\"a-long-name-of-a-class-so-that-it-is-kept\"><table><tbody><tr><th scope=\"row\">a</th><td>b</td></tr></tbody></table></div>",
      "<div class=\"a-long-name-of-a-class-so-that-it-is-kept\"><span aria-hidden=\"true\">* * * * * * * * * *</span></div>",
      "<div class=\"a-long-name-of-a-class-so-that-it-is-kept\"><header>Only one of these may be on a page</header></div>",
  };
  constexpr std::pair<std::string_view, std::string_view> around[]{
      {"", ""}, {"<ul><li>", "</li></ul>"}, {"<p>", "</p>"}, {"<details><summary>a</summary>", "</details>"}, {"<table><tbody><tr><td>", "</td></tr></tbody></table>"}, {"<button type=\"button\">", "</button>"},
      {"<a href=\"/a/\">", "</a>"}, {"<h2>", "</h2>"}, {"<span aria-hidden=\"true\">", "</span>"}, {"<p hidden=\"hidden\">a</p><div>", "</div>"}, {"<dl>", "<dt>a</dt><dd>b</dd></dl>"}, {"<ul>", "</ul>"}};
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same pages each time
  size_t passed = 0;
  for (int round = 0; round < 6000; ++round) {
    std::string body = round % 3 == 0 ? "<p id=\"help\">a</p>" : "<p id=\"w\">a</p>";
    if (round % 4 != 0) body.clear();
    for (size_t count = 1 + random() % 4; count > 0; --count) {
      const auto& [before, after] = around[random() % 3 == 0 ? random() % std::size(around) : 0];
      ((body += before) += elements[random() % std::size(elements)]) += after;
    }
    const std::string page = page_of(body);
    bool anew = false;
    std::thread([&] { anew = surely_faultless(page); }).join();  // a thread that knows nothing
    const bool again = surely_faultless(page);
    CHECK_MESSAGE(again == anew, page);
    passed += again ? 1 : 0;
  }
  CHECK(passed > 500);
  CHECK(passed < 5500);
}

TEST_CASE("nearly every page that we build is known to be faultless at once, and is") {
  size_t pages = 0;
  size_t quick = 0;
  for (const auto& [path, bytes] : kit::build(kit::real_inputs()).files) {
    if (!path.ends_with(".html")) continue;
    ++pages;
    quick += surely_faultless(bytes) ? 1 : 0;
    CHECK_MESSAGE(missed(bytes) == "", path);
  }
  CHECK(pages > 500);
  CHECK(quick * 100 > pages * 97);
}

TEST_CASE("hostile pages take no longer than their length") {
  std::string many;
  for (int i = 0; i < 200000; ++i) many += "<p id=\"" + std::to_string(i) + "\">a</p>";
  CHECK_FALSE(surely_faultless(page_of(many)));
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  CHECK_FALSE(surely_faultless(page_of(deep)));
  std::string wide = "<p";
  for (int i = 0; i < 200000; ++i) wide += " data-a" + std::to_string(i) + "=\"\"";
  CHECK_FALSE(surely_faultless(page_of(wide + ">a</p>")));
  CHECK_FALSE(surely_faultless(page_of(std::string(3000000, ' ') + "<a href=\"#b\">" + std::string(3000000, '&') + "</a>")));
  std::string links;
  for (int i = 0; i < 100000; ++i) links += "<a href=\"#main\">a</a>";
  CHECK(surely_faultless(page_of(links)));
}

}  // namespace offer::faultless_test
