// Templates: what a filled one is.
#include <algorithm>
#include <deque>
#include <random>

#include "theme/template_kit.h"

namespace offer::template_test {

using namespace offer::template_kit;


TEST_SUITE("theme/template") {
  // Filling

  TEST_CASE("a value is escaped, HTML is not, and the rest stays as written") {
    CHECK(filled("<h1>{{title}}</h1>\n<p title='{{title}}'>{{{body}}}  x</p>\n") ==
          "<h1>Ask &amp; get &lt;help&gt;</h1>\n"
          "<p title='Ask &amp; get &lt;help&gt;'><p>Body</p>  x</p>\n");
  }

  TEST_CASE("spaces inside the braces do not matter") {
    CHECK(filled("{{ root }}{{# menu }}{{ title }}{{/ menu }}{{{ body }}}{{> part }}",
                 {{"part", "!"}}) == "/PlansWords<p>Body</p>!");
  }

  TEST_CASE("a section on a value is there once if the value is not empty") {
    CHECK(filled("{{#title}}[{{title}}]{{/title}}{{#summary}}no{{/summary}}") ==
          "[Ask &amp; get &lt;help&gt;]");
    CHECK(filled("{{^title}}no{{/title}}{{^summary}}none{{/summary}}") == "none");
    CHECK(filled("{{#body}}b{{/body}}{{#root}}r{{/root}}") == "br");
  }

  TEST_CASE("a section on a list is there once for each item") {
    CHECK(filled("{{#menu}}<a href=\"{{address}}\"{{#current}} class=\"now\"{{/current}}>{{title}}"
                 "</a>{{/menu}}") ==
          "<a href=\"/plans/\">Plans</a><a href=\"/words/\" class=\"now\">Words</a>");
    CHECK(filled("{{#words}}{{word}}{{/words}}{{^words}}none{{/words}}{{^menu}}no{{/menu}}") ==
          "none");
  }

  TEST_CASE("lists stand inside lists, and the innermost name comes first") {
    CHECK(filled("{{#menu}}{{title}}({{#pages}}{{title}}:{{root}}{{#current}}*{{/current}} "
                 "{{/pages}}){{title}} {{/menu}}{{title}}") ==
          "Plans(One:/ Two:/ )Plans Words(One:/* Two:/* )Words Ask &amp; get &lt;help&gt;");
  }

  TEST_CASE("a section on a value does not change what names mean") {
    CHECK(filled("{{#menu}}{{#home}}{{/home}}{{#root}}{{title}}{{/root}}{{/menu}}") ==
          "PlansWords");
  }

  TEST_CASE("a part sees the names around it") {
    CHECK(filled("{{#menu}}{{>entry}}{{/menu}}|{{>entry}}", {{"entry", "[{{title}}]"}}) ==
          "[Plans][Words]|[Ask &amp; get &lt;help&gt;]");
  }

  TEST_CASE("text after a section is not swallowed by it") {
    CHECK(filled("a{{#summary}}b{{/summary}}c{{^home}}d{{/home}}e{{#menu}}f{{/menu}}g") ==
          "acdeffg");
    CHECK(filled("{{#summary}}{{#home}}x{{/home}}{{/summary}}y") == "y");
  }

  TEST_CASE("an empty template, and one never compiled, render nothing") {
    CHECK(filled("") == "");
    CHECK(Template().fill(values()) == "");
  }

  TEST_CASE("a byte order mark is not part of the page") {
    CHECK(filled("\xEF\xBB\xBF<p>{{title}}</p>").starts_with("<p>"));
    CHECK(problems("\xEF\xBB\xBF{{titel}}").starts_with("page.html:1:1+9 "));
  }

  // Lines

  TEST_CASE("a line that holds one section, part or comment tag leaves no line") {
    CHECK(filled("a\n{{#title}}\nb\n{{/title}}\nc\n  {{! words }}  \nd\n{{>part}}\ne\n",
                 {{"part", "p\n"}}) == "a\nb\nc\nd\np\ne\n");
    CHECK(filled("a\r\n{{#title}}\r\nb\r\n{{/title}}\r\nc") == "a\r\nb\r\nc");
    CHECK(filled("{{#title}}\na\n{{/title}}") == "a\n");
    CHECK(filled("a\n{{! two\n  lines }}\nb") == "a\nb");
  }

  TEST_CASE("a line with more than one tag keeps its line end, and so does one with a value") {
    CHECK(filled("{{#title}}{{/title}}\nb\n{{root}}\nc\n") == "\nb\n/\nc\n");
    CHECK(filled("{{#title}} a\n{{/title}}b") == " a\nb");
  }

  TEST_CASE("indentation goes, but not in places where it is seen") {
    CHECK(filled("  <p>\n\t  a  b\n   {{root}}</p>\n") == "<p>\na  b\n/</p>\n");
    CHECK(filled("<a\n   href=\"/\"\n   class=\"x\n   y\">") ==
          "<a\nhref=\"/\"\nclass=\"x\n   y\">");
    CHECK(filled("<pre>\n  a\n  <b>\n  c</b></pre>\n  d") == "<pre>\n  a\n  <b>\n  c</b></pre>\nd");
    CHECK(filled("<textarea>\n  a</textarea>\n  <!--\n  b -->") ==
          "<textarea>\n  a</textarea>\n<!--\n  b -->");
    CHECK(filled("<pre>\n{{>part}}\n</pre>", {{"part", "  a\n"}}) == "<pre>\n  a\n</pre>");
  }

  TEST_CASE("indentation stays where nothing else would keep two words apart") {
    CHECK(filled("a{{>part}}", {{"part", "  b"}}) == "a  b");
    CHECK(filled("a{{>part}}", {{"part", "{{! x }}\n  b"}}) == "a  b");
    CHECK(filled("  {{>part}}", {{"part", "  b"}}) == "b");
    CHECK(filled("a{{#summary}}b\n{{/summary}}\n  c") == "a  c");
    CHECK(filled("a\n{{#summary}}\nb\n{{/summary}}\n  c") == "a\nc");
    CHECK(filled("{{#menu}}\n  {{title}}{{/menu}}") == "  Plans  Words");
    CHECK(filled("{{#menu}}\n  {{title}}\n  x\n{{/menu}}\n  {{root}}") == "Plans\nx\nWords\nx\n/");
    CHECK(filled("x {{#menu}}\n  {{title}}\n{{/menu}}") == "x \nPlans\n\nWords\n");
    CHECK(filled("<p{{>a}}>", {{"a", " class=\"x\""}}) == "<p class=\"x\">");
  }

  // Hostile values

  TEST_CASE("a hostile value stays words, in text and in attributes") {
    Values with = values();
    with.texts[0] = "\"><script>alert('1')</script>&amp;\x01\x1F";
    CHECK(
        filled("<p title=\"{{title}}\">{{title}}</p>", {}, with) ==
        "<p "
        "title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;\xEF\xBF\xBD\xEF"
        "\xBF\xBD\">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;\xEF\xBF\xBD"
        "\xEF\xBF\xBD</p>");
  }

  TEST_CASE("a value that looks like a template tag is not read as one") {
    Values with = values();
    with.texts[0] = "{{{body}}}{{>page}}";
    CHECK(filled("{{title}}", {}, with) == "{{{body}}}{{&gt;page}}");
  }

  TEST_CASE("no text makes a '<', '>' or quote of its own, whatever it holds (seeded)") {
    std::mt19937 random(20261121);
    const std::string page =
        "<a href=\"{{root}}?{{title}}\" title='{{summary}}'>{{title}}</a>{{#home}}<b>{{home}}</b>"
        "{{/home}}{{#words}}<i lang=\"{{word}}\">{{meaning}}</i>{{/words}}";
    const auto files = theme(page);
    Report report;
    const Template result = Template::compile(files, "page", schema(), "", report);
    REQUIRE(report.all().empty());
    const std::vector<std::string> pieces = {"<",  ">",    "\"",     "'",    "&",  "]]>", "-->",
                                             "\n", "\x02", "&quot;", "</a>", "{{", "é",   "a"};
    const auto words = [&] {
      std::string text = "x";  // never empty: which sections are there does not change
      for (size_t n = random() % 12; n > 0; --n) {
        if (random() % 4 == 0)
          text += static_cast<char>(random() % 256);
        else
          text += pieces[random() % pieces.size()];
      }
      return text;
    };
    const Schema& item = schema()[slot_index(schema(), "words")].items;
    const auto marks = [](const std::string& html) {
      std::string found;
      for (const char c : html)
        if (string_view("<>\"'").find(c) != string_view::npos) found += c;
      return found;
    };
    std::deque<std::string> kept;
    const auto with = [&](const auto& text) {
      Values all(schema());
      kept.clear();
      const auto keep = [&](std::string one) -> std::string_view { return kept.emplace_back(std::move(one)); };
      for (const char* name : {"title", "summary", "home"})
        all.texts[slot_index(schema(), name)] = keep(text());
      for (int n = 0; n < 3; ++n) {
        Values entry(item);
        entry.texts = {keep(text()), keep(text())};
        all.lists[slot_index(schema(), "words")].push_back(entry);
      }
      return all;
    };
    const std::string expected = marks(result.fill(with([] { return std::string("x"); })));
    for (int round = 0; round < 5000; ++round) {
      const std::string html = result.fill(with(words));
      REQUIRE(marks(html) == expected);
      REQUIRE(html.find('\x02') == std::string::npos);
    }
  }
}

}  // namespace offer::template_test
