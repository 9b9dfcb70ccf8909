#include "serve/preview.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "load/inputs.h"
#include "write/publish.h"

namespace offer::preview_test {

namespace {

std::string page(std::string_view id, std::string_view title, std::string_view body, std::string_view more = "") {
  return fmt::format("---\nid: {}\ntitle: {}\nsummary: What {} is about.\naudience: [parents]\nowner: officer\nreviewed: 2026-09-14\nreview_by: 2027-09-14\n{}---\n\n{}", id, title, id, more, body);
}

constexpr std::string_view site_yml = "name: Small\ncouncil: A council\naddress: https://small.example.org/\nmenu: [ask]\nhelp: officer\n";

// A site in a folder of its own, with a preview of it.
using Files = std::map<std::string, std::string>;

class Bench {
 public:
  explicit Bench(const Files& files = {}, std::string_view address = "https://small.example.org/") {
    put("site.yml", replace_all(std::string(site_yml), "https://small.example.org/", address));
    put("roles.yml", "officer:\n  title: Officer\n  phone: \"01632 960 100\"\n");
    put("index.md", page("home", "Home", "Words.\n\n- [Ask](ask.md)\n- [More](more.md)\n"));
    put("ask.md", page("ask", "Ask", "Ask us.\n"));
    put("more.md", page("more", "More", "More words.\n"));
    put("not-found.md", page("not-found", "Nothing", "Look elsewhere.\n"));
    for (const auto& [path, text] : files) put(path, text);
    desk_.emplace((folder_ / "site").string(), options());
    desk_->take_in();
    base_ = address.ends_with("/send/") ? "/send/" : "/";
    preview_.emplace(*desk_, PreviewSettings{.base = base_,
                                             .folders = {.site = "content/", .theme = "themes/council/", .rules = ""},
                                             .site = (folder_ / "site").string(),
                                             .options = options(),
                                             .published = (folder_ / "published").string()});
  }

  static BuildOptions options() { return {.today = parse_date("2026-11-22").value()}; }
  void put(std::string_view path, std::string_view text) { folder_.put("site/" + std::string(path), text); }
  void save(std::string_view path, std::string_view text) {
    put(path, text);
    desk_->take_in();
  }
  void publish() {
    const Inputs inputs = read_inputs(folder_ / "site");
    Report report;
    Publication publication(folder_ / "published");
    for (const OutputFile& file : build_in_memory(inputs, options(), report)) publication.add(file);
    publication.publish();
  }

  Answer ask(std::string_view address, bool from_here = true, bool last = false) {
    Question question;
    const size_t sign = std::min(address.find('?'), address.size());
    question.address = address.substr(0, sign);
    for (const std::string_view word : split(address.substr(std::min(sign + 1, address.size())), '&'))
      if (const size_t is = word.find('='); is != std::string_view::npos) question.words.emplace(word.substr(0, is), word.substr(is + 1));
    question.from_here = from_here;
    question.last = last;
    return preview_->answer(question);
  }
  std::string text(std::string_view address) { return std::string(ask(address).bytes); }
  std::string have(std::string_view address) {
    const std::string html = text(address);
    const size_t at = html.find("data-have=\"");
    return at == std::string::npos ? "" : html.substr(at + 11, 10);
  }
  Desk& desk() { return *desk_; }

 private:
  TemporaryFolder folder_;
  std::string base_;
  std::optional<Desk> desk_;
  std::optional<Preview> preview_;
};

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

}  // namespace

TEST_CASE("a previewed page is the page that build writes, with the panel before its end") {
  Bench bench;
  const Answer answer = bench.ask("/ask/");
  CHECK(answer.status == 200);
  CHECK(answer.type == std::string_view("text/html; charset=utf-8"));
  CHECK(answer.rules == Rules::usual);
  const std::string_view html = answer.bytes;
  CHECK(has(html, "<p>Ask us.</p>"));
  CHECK(html.find("<aside class=\"lo-panel\"") > html.find("</footer>"));
  CHECK(html.find("<aside class=\"lo-panel\"") < html.find("</body>"));
  CHECK(html.find("/-/panel.css") < html.find("</head>"));
  // What the Desk holds has nothing of it.
  const auto file = bench.desk().file("ask/index.html");
  REQUIRE(file != nullptr);
  CHECK_FALSE(has(file->file->bytes, "lo-"));
  CHECK_FALSE(has(file->file->bytes, "/-/"));
}

TEST_CASE("files of the site are answered as they are") {
  Bench bench(Files{{"paper.txt", "plain"}});
  CHECK(bench.text("/paper.txt") == "plain");
  CHECK(bench.ask("/sitemap.xml").type == std::string_view("application/xml; charset=utf-8"));
  CHECK_FALSE(has(bench.text("/sitemap.xml"), "lo-"));
  CHECK(bench.ask("/ask").status == 301);
  CHECK(bench.ask("/ask").location == "/ask/");
  CHECK(bench.ask("/missing.css").status == 404);
}

TEST_CASE("a guest of a shared preview sees the site and nothing of the editor's") {
  Bench bench({{"ask.md", page("ask", "Ask", "Read [the form](gone.md).\n")}});
  const auto file = bench.desk().file("ask/index.html");
  CHECK(bench.ask("/ask/", false).bytes == file->file->bytes);
  for (const std::string_view own : {"/-/", "/-/pages/", "/-/panel.js", "/-/wait?for=/ask/&have=x", "/-/changes/ask/", "/-/codes/broken-links/"}) {
    const Answer answer = bench.ask(own, false);
    CHECK(answer.status == 404);
    CHECK_FALSE(has(answer.bytes, "lo-"));
  }
  CHECK(bench.ask("/ask/?as=dark", false).bytes == file->file->bytes);
}

TEST_CASE("the panel tells problems with their lines, and the page has marks at their sentences") {
  Bench bench({{"ask.md", page("ask", "Ask", "First words. Then *read* [the form](gone.md) and more. At last [the plan](lost.md).\n\n- a\n- see\n  [the list](away.md)\n")}});
  const std::string html = bench.text("/ask/");
  CHECK(has(html, "<span class=\"lo-count lo-error\">3 problems</span>"));
  CHECK(has(html, "First words. <a class=\"lo-mark lo-mark-error\" id=\"lo-mark-1\" href=\"#lo-problem-1\" aria-label=\"Problem 1: This link leads nowhere: there is no &#39;gone.md&#39;.\" "
                  "lang=\"en-GB\" dir=\"ltr\">1</a>Then <em>read</em>"));
  CHECK(has(html, "and more. <a class=\"lo-mark lo-mark-error\" id=\"lo-mark-2\""));
  CHECK(has(html, "<li><a class=\"lo-mark lo-mark-error\" id=\"lo-mark-3\""));
  CHECK(has(html, "<mark>[the form](gone.md)</mark>"));
  CHECK(has(html, "Open content/ask.md, line 1"));
  CHECK(has(html, "<a href=\"/-/codes/broken-links/\">"));
  CHECK(has(html, "href=\"#lo-mark-2\">Show it in the page</a>"));
}

TEST_CASE("a problem of the title is marked at the title, one of another setting only told") {
  Bench bench({{"ask.md", page("ask", "Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask", "Ask us.\n", "colour: red\n")}});
  const std::string html = bench.text("/ask/");
  CHECK(has(html, "<h1><a class=\"lo-mark lo-mark-warning\""));
  CHECK(has(html, "There is no setting called"));
}

TEST_CASE("no mark stands inside a link or a button, in headings and tables they do no harm") {
  Bench bench({{"ask.md", page("ask", "Ask", "## See [gone](gone.md)\n\n| Day | What |\n| --- | --- |\n| Monday | [lost](lost.md) |\n\n[away](away.md)\n")}});
  const std::string html = bench.text("/ask/");
  CHECK(has(html, "<h2 id=\"see-gone\"><a class=\"lo-mark"));
  CHECK(has(html, "<td data-label=\"What\"><a class=\"lo-mark"));
  CHECK(has(html, "<p><a class=\"lo-mark"));
  for (size_t at = html.find("class=\"lo-mark "); at != std::string::npos; at = html.find("class=\"lo-mark ", at + 1)) {
    const std::string_view before = std::string_view(html).substr(0, at - 3);
    CHECK(before.rfind("<a ") < before.rfind("</a>"));
  }
}

TEST_CASE("titles, lines and addresses that look like HTML are shown as they are written") {
  const std::string evil = "\"><script>x</script><b a='";
  Bench bench({{"ask.md", page("ask", "'\"><script>x</script><b a=''''", "Read [<script>y</script>](gone.md) <script>z</script>\n")}});
  for (const std::string& address : {std::string("/ask/"), std::string("/ask/?as=screen-reader"), std::string("/ask/?as=narrow"), std::string("/-/pages/"), std::string("/-/changes/ask/"),
                                    "/" + evil + "/", "/ask/?today=" + evil, "/-/changes/" + evil, "/-/codes/" + evil + "/", "/-/pages/?from=" + evil}) {
    const Answer answer = bench.ask(address);
    std::string html(answer.bytes);
    CHECK_MESSAGE(!has(html, "<script>"), address);
    CHECK_MESSAGE(!has(html, "<b a="), address);
  }
}

TEST_CASE("a question that waits is answered when the page is not what it was, and not before") {
  Bench bench;
  const std::string have = bench.have("/ask/");
  REQUIRE(have.size() == 10);
  const std::string wait = "/-/wait?for=/ask/&page=ask&have=";
  CHECK(bench.ask(wait + have).later);
  CHECK(bench.ask(wait + have, true, true).bytes == fmt::format("{{\"have\":\"{}\",\"moved\":\"\"}}\n", have));
  CHECK(bench.ask(wait + "older").bytes == fmt::format("{{\"have\":\"{}\",\"moved\":\"\"}}\n", have));
  bench.save("more.md", page("more", "More", "Quite other words.\n"));
  CHECK(bench.ask(wait + bench.have("/ask/")).later);
  bench.save("ask.md", page("ask", "Ask", "Ask them.\n"));
  const Answer answer = bench.ask(wait + have);
  CHECK_FALSE(answer.later);
  CHECK(has(answer.bytes, fmt::format("\"have\":\"{}\"", bench.have("/ask/"))));
  // A new problem alone is news too, and so is a way of its own.
  CHECK(bench.ask("/-/wait?for=%2Fask%2F%3Fas%3Ddark&page=ask&have=" + bench.have("/ask/?as=dark")).later == false);  // not decoded twice
  CHECK(bench.ask("/-/wait?for=/nowhere/&page=&have=" + bench.have("/nowhere/")).later);
}

TEST_CASE("a page that moved is found by its id") {
  Bench bench({{"far.md", page("far", "Far", "Far away.\n")}});
  const std::string have = bench.have("/far/");
  bench.put("folder/near.md", page("far", "Far", "Far away.\n"));
  bench.save("far.md", page("other", "Other", "Another page.\n"));
  const Answer answer = bench.ask("/-/wait?for=/far/&page=far&have=" + have);
  CHECK(has(answer.bytes, "\"moved\":\"/folder/near/\""));
}

TEST_CASE("a page that cannot be read stays as it was, with what to mend") {
  Bench bench;
  bench.text("/ask/");
  bench.save("ask.md", "---\nid: ask\ntitle: \"Ask\nsummary: x\n---\n\nAsk us.\n");
  const std::string html = bench.text("/ask/");
  CHECK(has(html, "<p>Ask us.</p>"));
  CHECK(has(html, "Not shown as it is now"));
  CHECK(has(html, "You see this page as it was when it could last be shown."));
  CHECK(has(html, "lo-problem lo-error"));
  CHECK_FALSE(has(html, "class=\"lo-mark "));
  bench.save("ask.md", page("ask", "Ask", "Ask us again.\n"));
  CHECK_FALSE(has(bench.text("/ask/"), "Not shown as it is now"));
}

TEST_CASE("while site.yml is broken the last good pages stay, and at the start a page says what to mend") {
  Bench bench;
  bench.text("/ask/");
  bench.save("site.yml", "name: [\n");
  CHECK(has(bench.text("/ask/"), "<p>Ask us.</p>"));
  CHECK(has(bench.text("/ask/"), "content/site.yml"));
  CHECK(has(bench.text("/more/"), "More words."));

  Bench broken(Files{{"site.yml", "name: [\n"}});
  const Answer answer = broken.ask("/ask/");
  CHECK(answer.status == 503);
  CHECK(has(answer.bytes, "The site cannot be shown yet"));
  CHECK(has(answer.bytes, "content/site.yml"));
  broken.save("site.yml", site_yml);
  CHECK(broken.ask("/ask/").status == 200);
}

TEST_CASE("an address without a page says so, names a near one, and knows pages that readers cannot see yet") {
  Bench bench({{"plan.md", page("plan", "Plan", "A plan.\n", "status: draft\n")}, {"late.md", page("late", "Late", "Late.\n", "published: 2027-06-01\n")}});
  const Answer missing = bench.ask("/aks/");
  CHECK(missing.status == 404);
  CHECK(has(missing.bytes, "Look elsewhere."));
  CHECK(has(missing.bytes, "There is no page at this address. <a href=\"/ask/\">Did you mean /ask/?</a>"));
  CHECK(has(bench.text("/plan/"), "The page is written, in content/plan.md, but readers cannot see it yet"));
  CHECK(has(bench.text("/plan/"), "href=\"/plan/?drafts=yes\""));
  CHECK(has(bench.text("/plan/?drafts=yes"), "<p>A plan.</p>"));
  CHECK(has(bench.text("/plan/?drafts=yes"), "<span class=\"lo-chip\">Draft</span>"));
  CHECK(bench.ask("/late/").status == 404);
  CHECK(bench.ask("/late/?today=2027-05-31").status == 404);
  CHECK(has(bench.text("/late/?today=2027-06-01"), "<p>Late.</p>"));
  // They follow changes too, and more than two of them are not kept.
  bench.save("late.md", page("late", "Late", "Later still.\n", "published: 2027-06-01\n"));
  CHECK(has(bench.text("/late/?today=2027-06-01"), "<p>Later still.</p>"));
  for (const std::string_view day : {"2027-06-02", "2027-06-03", "2027-06-04", "2027-06-01"}) CHECK(bench.ask(fmt::format("/late/?today={}", day)).status == 200);
  CHECK(has(bench.text("/ask/?today=tomorrow"), "“tomorrow” is no day."));
}

TEST_CASE("a site without a page for what is not there gets one of the preview's own") {
  Bench bench;
  bench.save("not-found.md", page("gone", "Gone", "x\n"));
  const Answer answer = bench.ask("/aks/");
  CHECK(answer.status == 404);
  CHECK(has(answer.bytes, "<h1>There is no page here</h1>"));
  CHECK(has(answer.bytes, "Did you mean /ask/?"));
}

TEST_CASE("each way has its rules") {
  Bench bench;
  CHECK(bench.ask("/ask/?as=no-scripts").rules == Rules::no_scripts);
  CHECK_FALSE(has(bench.text("/ask/?as=no-scripts"), "<script src"));
  CHECK(has(bench.text("/ask/?as=no-scripts"), "lo-panel"));
  CHECK(bench.ask("/ask/?as=narrow").rules == Rules::may_frame);
  CHECK(has(bench.text("/ask/?as=narrow"), "src=\"/ask/?as=narrow&amp;framed=yes\""));
  CHECK(bench.ask("/ask/?as=narrow&framed=yes").rules == Rules::may_be_framed);
  CHECK_FALSE(has(bench.text("/ask/?as=narrow&framed=yes"), "lo-panel"));
  CHECK(bench.ask("/ask/?as=dark").rules == Rules::usual);
  CHECK(bench.ask("/ask/?framed=yes").rules == Rules::usual);
  CHECK(bench.ask("/-/pages/").rules == Rules::usual);
}

TEST_CASE("style sheets of a way are changed, all others are not") {
  Bench bench;
  const std::string html = bench.text("/ask/?as=dark");
  const size_t at = html.find("/assets/council.");
  REQUIRE(at != std::string::npos);
  const std::string address = html.substr(at, html.find('"', at) - at);
  CHECK(address.ends_with("?as=dark"));
  const std::string plain = bench.text(address.substr(0, address.find('?')));
  CHECK(has(plain, "prefers-color-scheme:dark"));
  CHECK_FALSE(has(bench.text(address), "prefers-color-scheme:dark"));
  CHECK(bench.text(address.substr(0, address.find('?')) + "?as=no-pictures") == plain);
}

TEST_CASE("a site below a path is previewed below it, and the preview's own addresses stay where they are") {
  Bench bench({}, "https://small.example.org/send/");
  CHECK(bench.ask("/send/ask/").status == 200);
  CHECK(bench.ask("/ask/").status == 404);
  CHECK(bench.ask("/").location == "/send/");
  CHECK(has(bench.text("/send/ask/"), "action=\"/send/ask/\""));
  CHECK(has(bench.text("/send/ask/?as=dark"), "href=\"/send/?as=dark\""));
  CHECK(has(bench.text("/-/pages/"), "<a href=\"/send/ask/\">Ask</a>"));
  CHECK(has(bench.text("/send/aks/"), "<a href=\"/send/ask/\">Did you mean"));
  bench.publish();
  // The published folder is read by a thread of its own.
  for (int i = 0; i < 500 && !has(bench.text("/-/changes/send/ask/"), "Nothing has changed since it was published."); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(has(bench.text("/-/changes/send/ask/"), "Nothing has changed since it was published."));
}

TEST_CASE("the list of pages counts problems, files besides pages included") {
  Bench bench({{"ask.md", page("ask", "Ask", "Read [the form](gone.md).\n")}, {"roles.yml", "officer:\n  title: Officer\n  phone: \"01632 960 100\"\n  colour: red\n"}});
  const std::string html = bench.text("/-/pages/");
  CHECK(has(html, "<h2>content/roles.yml</h2>"));
  CHECK(html.find(">Ask</a></th><td class=\"lo-figure\">1</td>") != std::string::npos);
  CHECK(html.find(">Ask</a>") < html.find(">Home</a>"));
}

TEST_CASE("a long list of pages is shown two hundred at a time") {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 250; ++i) files.emplace(fmt::format("p{}.md", i), page(fmt::format("p{}", i), fmt::format("Page {}", i), "Words.\n"));
  Bench bench(files);
  CHECK(has(bench.text("/-/pages/"), "1 to 200 of 254"));
  CHECK(has(bench.text("/-/pages/"), "<a href=\"/-/pages/?from=200\">The next 54</a>"));
  CHECK(has(bench.text("/-/pages/?from=200"), "201 to 254 of 254"));
  CHECK(has(bench.text("/-/pages/?from=99999999999999999999"), "201 to 254 of 254"));
}

TEST_CASE("what a finding is for can be read, and nothing else is at those addresses") {
  Bench bench;
  CHECK(has(bench.text("/-/codes/broken-links/"), "<h1>Broken links</h1>"));
  CHECK(has(bench.text("/-/codes/broken-links/"), "<h2>Who it helps</h2>"));
  CHECK(has(bench.text("/-/codes/"), "<a href=\"/-/codes/broken-links/\">Broken links</a>"));
  for (const std::string_view nothing : {"/-/codes/nothing/", "/-/codes/../panel.css/", "/-/codes/broken-links", "/-/nothing/", "/-/../panel.js", "/-/panel.css/", "/-/.."}) CHECK(bench.ask(nothing).status == 404);
  CHECK(bench.ask("/-/panel.css").type == std::string_view("text/css; charset=utf-8"));
  CHECK(bench.ask("/-/live.js").type == std::string_view("text/javascript; charset=utf-8"));
}

TEST_CASE("what has changed since the last publish is told, and that there was none") {
  Bench bench;
  CHECK(has(bench.text("/-/changes/ask/"), "There is nothing to compare with:"));
  CHECK(has(bench.text("/-/changed/"), "There is nothing to compare with:"));

  Bench other;
  other.publish();
  CHECK(has(other.text("/-/changed/"), "No page has changed since the site was published."));
  other.put("new.md", page("new", "New", "All new.\n"));
  other.save("ask.md", page("ask", "Ask", "Ask them.\n"));
  const std::string changes = other.text("/-/changes/ask/");
  CHECK(has(changes, "1 sentence is new and 1 was taken out"));
  CHECK(has(changes, "<strong>Taken out:</strong> <del>Ask us.</del>"));
  CHECK(has(changes, "<strong>New:</strong> <ins>Ask them.</ins>"));
  CHECK(has(other.text("/-/changes/new/"), "This page has not been published yet"));
  const std::string list = other.text("/-/changed/");
  CHECK(has(list, "<a href=\"/-/changes/ask/\">/ask/</a>: changed"));
  CHECK(has(list, "<a href=\"/-/changes/new/\">/new/</a>: new"));
  CHECK(has(other.text("/ask/"), "This page has changed since it was published."));
  CHECK(has(other.text("/more/"), "Nothing has changed on this page since it was published."));
  CHECK(has(other.text("/-/changes/nowhere/"), "There is no page at this address, now or published."));
}

TEST_CASE("many ask at once while pages change") {
  Bench bench({{"ask.md", page("ask", "Ask", "Read [the form](gone.md).\n")}});
  std::atomic<bool> stopped{false};
  std::vector<std::jthread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([&, i] {
      const std::vector<std::string> addresses{"/ask/", "/ask/?as=dark", "/-/pages/", "/ask/?drafts=yes", "/nowhere/", "/ask/?as=screen-reader", "/-/changed/", "/-/wait?for=/ask/&have=x"};
      for (size_t n = static_cast<size_t>(i); !stopped; ++n) bench.ask(addresses[n % addresses.size()]);
    });
  for (int i = 0; i < 12; ++i) bench.save("ask.md", page("ask", "Ask", fmt::format("Read [the form](gone.md), number {}.\n", i)));
  stopped = true;
  readers.clear();
  CHECK(has(bench.text("/ask/"), "number 11."));
}

}  // namespace offer::preview_test
