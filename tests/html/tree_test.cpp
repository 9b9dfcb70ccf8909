#include "html/tree.h"

#include <doctest/doctest.h>

#include <ctime>
#include <random>
#include <string>

#include "base/text.h"
#include "html/entities.h"
#include "html/judge.h"

namespace offer::tree_test {

using namespace offer::html;

namespace {

void write(const Tree& tree, NodeId id, std::string& to) {
  const Node& node = tree[id];
  if (node.is_text) {
    if (!trim(node.text).empty()) to += fmt::format("'{}'", trim(node.text));
    return;
  }
  to += node.name;
  for (const Attribute& one : tree.attributes_of(id)) to += fmt::format("[{}={}]", one.name, one.value);
  if (node.first_child == no_node) return;
  to += '(';
  for (NodeId child = node.first_child; child != no_node; child = tree[child].next) {
    std::string part;
    write(tree, child, part);
    if (!part.empty() && !to.ends_with('(')) to += ' ';
    to += part;
  }
  to += ')';
}

// The body as "p('words' b('more'))".
std::string body(std::string_view source) {
  const Tree tree(source);
  std::string words;
  write(tree, tree.body(), words);
  return words.size() > 5 ? words.substr(5, words.size() - 6) : "";
}

std::string whole(std::string_view source) {
  const Tree tree(source);
  std::string words;
  write(tree, tree.html(), words);
  return words;
}

// Of this thread's own work, whatever else the machine does.
double seconds(const std::string& source) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  };
  const double start = now();
  codes_in(source, true);
  return now() - start;
}

std::string times(size_t n, std::string_view part) {
  std::string all;
  all.reserve(n * part.size());
  for (size_t i = 0; i < n; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("html, head and body are there when nobody wrote them") {
  CHECK(whole("<title>A</title><p>B") == "html(head(title('A')) body(p('B')))");
  CHECK(whole("words") == "html(head body('words'))");
  CHECK(whole("") == "html(head body)");
  CHECK(whole("<!DOCTYPE html><HTML LANG=en><body class=a><html lang=fr dir=ltr><body id=b>") == "html[lang=en][dir=ltr](head body[class=a][id=b])");
  CHECK(whole("<html><title>A</title></html>") == "html(head(title('A')) body)");
  CHECK(whole("<head></head><meta name=a><p>") == "html(head(meta[name=a]) body(p))");
}

TEST_CASE("end tags that may be left out are put in") {
  CHECK(body("<p>a<p>b<div>c</div>") == "p('a') p('b') div('c')");
  CHECK(body("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e") == "ul(li('a') li('b' ul(li('c'))) li('d')) 'e'");
  CHECK(body("<dl><dt>a<dd>b<dt>c</dl>") == "dl(dt('a') dd('b') dt('c'))");
  CHECK(body("<select><option>a<option>b<optgroup><option>c</select>") == "select(option('a') option('b') optgroup(option('c')))");
  CHECK(body("<p>a<h2>b<h3>c</h3>") == "p('a') h2('b') h3('c')");
  CHECK(body("a</p>b") == "'a' p 'b'");
  CHECK(body("<section><p>a</section>b") == "section(p('a')) 'b'");
}

TEST_CASE("tags that overlap come out as browsers have them") {
  CHECK(body("<a href=1><div>a</a>b</div>c") == "a[href=1](div('a' 'b')) 'c'");
  CHECK(body("<a href=1>a<a href=2>b</a>") == "a[href=1]('a') a[href=2]('b')");
  CHECK(body("<b><i>a</b>b") == "b(i('a')) 'b'");
  CHECK(body("<div>a</span>b</div>") == "div('a' 'b')");
  CHECK(body("<span>a</div>b") == "span('a' 'b')");
}

TEST_CASE("tables have their parts, and nothing stands between them") {
  CHECK(body("<table><tr><td>a<td>b<tr><th>c</table>") == "table(tbody(tr(td('a') td('b')) tr(th('c'))))");
  CHECK(body("<table><td>a</table>") == "table(tbody(tr(td('a'))))");
  CHECK(body("<table><p>a</p><tr><td>b</table>") == "p('a') table(tbody(tr(td('b'))))");
  CHECK(body("<table>a<caption>b<col><thead><tr><th>c<tfoot><tr><td>d</table>") ==
        "'a' table(caption('b') colgroup(col) thead(tr(th('c'))) tfoot(tr(td('d'))))");
  CHECK(body("<div><tr><th>a</th></tr></div>") == "div('a')");
  CHECK(body("<table><tr><td><table><tr><td>a</table>b</table>c") == "table(tbody(tr(td(table(tbody(tr(td('a')))) 'b')))) 'c'");
  CHECK(body("<table><tr><td><p>a</td></tr></table>b") == "table(tbody(tr(td(p('a'))))) 'b'");
}

TEST_CASE("raw text ends at its own end tag") {
  CHECK(body("<textarea><b>&lt;</textarea>a") == "textarea('<b><') 'a'");
  CHECK(body("a<script>if (a < b) '</p>'</script>c") == "'a' script('if (a < b) '</p>'') 'c'");
  CHECK(body("<iframe><a href=x></iframe>c") == "iframe('<a href=x>') 'c'");
  CHECK(body("a<!-- <p> --><!--> b <!x> <?php p ?>c") == "'a' 'b' 'c'" );
  CHECK(whole("<title>a <b></title>") == "html(head(title('a <b>')) body)");
}

TEST_CASE("SVG ends its elements itself, HTML does not") {
  CHECK(body("<svg><circle r=1 /><title>a</title></svg>b") == "svg(circle[r=1] title('a')) 'b'");
  CHECK(body("<div/>a") == "div('a')");
  CHECK(body("<svg><g>a<p>b") == "svg(g('a')) p('b')");
  CHECK(body("<svg><foreignObject><p>a</p></foreignObject></svg>b") == "svg(foreignobject(p('a'))) 'b'");
  CHECK(body("<svg><![CDATA[<a>]]></svg>") == "svg('<a>')");
  const Tree tree("<svg><title>a</title></svg><title>b</title>");
  CHECK(tree[2 + 2].space == Space::svg);
}

TEST_CASE("attributes are read however they are written, the first of each name wins") {
  const Tree tree("<p ID=a Class='b c' hidden data-x = y title=\"&quot;&amp;&lt&nbsp;\" id=z a=\"&copy=1\">");
  const NodeId p = tree[tree.body()].first_child;
  CHECK(tree.value(p, "id") == "a");
  CHECK(tree.value(p, "class") == "b c");
  CHECK(tree.has(p, "hidden"));
  CHECK(tree.value(p, "data-x") == "y");
  CHECK(tree.value(p, "title") == "\"&<\xC2\xA0");
  CHECK(tree.value(p, "a") == "&copy=1");
  CHECK_FALSE(tree.has(p, "z"));
  REQUIRE(tree.repeated_attributes().size() == 1);
  CHECK(tree.repeated_attributes()[0].name == "id");
}

TEST_CASE("character references are those of the HTML standard") {
  CHECK(decoded("&eacute;&#233;&#xE9;&#x80;", false) == "ééé€");
  CHECK(decoded("&#0;&#xD800;&#99999999;", false) == "\uFFFD\uFFFD\uFFFD");
  CHECK(decoded("&notit; &notin; &nope; &; & &amp", false) == "¬it; ∉ &nope; &; & &");
  CHECK(decoded("&ampx", true) == "&ampx");
  CHECK(decoded("&ampx", false) == "&x");
}

TEST_CASE("places are lines and characters of the source") {
  const Tree tree("<!DOCTYPE html>\n<p>\xC3\xA9\xC3\xA9 <b>x</b>\n\n  <I\n>y");
  const NodeId p = tree[tree.body()].first_child;
  const NodeId b = tree[tree[p].first_child].next;
  CHECK(tree.place(tree[p].offset) == Place{2, 1});
  CHECK(tree.place(tree[b].offset) == Place{2, 7});
  CHECK(tree.place(tree[tree[tree[b].next].next].offset) == Place{4, 3});
}

TEST_CASE("a page made to be slow or deep is judged all the same, in time that grows with its length") {
  CHECK(seconds(times(100000, "<div>")) < 2);
  CHECK(seconds(times(100000, "<span role=list>") + times(100000, "</div>")) < 3);
  CHECK(seconds(times(50000, "<table><tr><td>")) < 2);
  CHECK(seconds("<p" + [] {
          std::string all;
          for (size_t i = 0; i < 300000; ++i) all += fmt::format(" a{}=1", i);
          return all;
        }() + ">") < 2);
  CHECK(seconds("<p" + times(300000, " aria-label=x") + ">") < 2);
  CHECK(seconds("<!--" + times(300000, "<!--")) < 1);
  CHECK(seconds(times(200000, "<")) < 1);
  CHECK(seconds(times(100000, "</p>")) < 2);
  CHECK(seconds("<title>" + times(200000, "</titl")) < 1);
  CHECK(seconds(times(20000, "<th rowspan=65534 colspan=1000>") ) < 2);
  CHECK(seconds("<table><tr>" + times(20000, "<th rowspan=65534 colspan=1000>")) < 3);
  CHECK(seconds("<table>" + times(10000, "<tr><th>a<td headers=x>b")) < 2);
  CHECK(seconds("<p id=a aria-labelledby='" + times(20000, "a ") + "'>" + times(20000, "<a href=x aria-labelledby='a a a a'></a>")) < 3);
  CHECK(seconds("<style>" + times(20000, "a b c d { font-size: 2px } ") + "</style>" + times(20000, "<a style='letter-spacing: 0 !important'>x</a>")) < 4);
  CHECK(seconds(times(400, "<div role=link tabindex=0>") + times(50000, "<i></i>")) < 3);
  CHECK(seconds("<ul id=a aria-owns=b></ul><ul id=b aria-owns=a></ul>") < 1);
}

TEST_CASE("any bytes make a tree") {
  std::mt19937 random(1);
  const std::string_view parts[]{"<p", ">", "<table>", "</table>", "<td>", "<svg>", "</svg>", "<select>", "<a href=", "\"", "'", "<!--", "-->", "&#x", "&am", "</", "<title>",
                                 "\xFF", "\xC3", "\n", " ", "=", "<li>", "<template>", "</template>", "<body>", "<html lang=", "role=menu", "aria-owns=a id=a", "<th scope=row>", "<tr>", "x"};
  for (size_t round = 0; round < 3000; ++round) {
    std::string source;
    for (size_t i = 0; i < 60; ++i) {
      if (random() % 8 == 0) source += static_cast<char>(random() % 256);
      else source += parts[random() % std::size(parts)];
    }
    codes_in(source, true);
    const Tree tree(source);
    // The tree is whole: every node but the document has a parent that knows it.
    size_t seen = 1;
    for (NodeId id = tree.next_in(Tree::document, Tree::document); id != no_node; id = tree.next_in(Tree::document, id)) ++seen;
    REQUIRE(seen == tree.size());
  }
}

}  // namespace offer::tree_test
