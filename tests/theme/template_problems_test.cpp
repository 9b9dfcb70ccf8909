// Templates: what is wrong with one is said at its place, and what is refused never reaches a page.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <random>

#include "theme/template_kit.h"

namespace offer::template_problems_test {

using namespace offer::template_kit;

namespace {

int exit_status_of(void (*mistake)()) {
  const pid_t child = fork();
  if (child == 0) {
    std::freopen("/dev/null", "w", stderr);
    mistake();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_SUITE("theme/template") {
  // Names

  TEST_CASE("an unknown name is reported at its place with the nearest name") {
    CHECK(problems("<h1>\n  é{{titel}}</h1>") ==
          "page.html:2:4+9 there is nothing called 'titel' here | Did you mean 'title'?");
    CHECK(problems("{{xyzzy}}") == "page.html:1:1+9 there is nothing called 'xyzzy' here");
    CHECK(problems("{{#menu}}{{adress}}{{/menu}}") ==
          "page.html:1:10+10 there is nothing called 'adress' here | Did you mean 'address'?");
    CHECK(problems("{{a b}}") == "page.html:1:1+7 there is nothing called 'a b' here");
  }

  TEST_CASE("a name of a list's items is explained outside the list") {
    CHECK(problems("{{meaning}}") ==
          "page.html:1:1+11 there is nothing called 'meaning' here | It is a name of the items of "
          "'words': use it between {{#words}} and {{/words}}.");
  }

  TEST_CASE("an unknown section is one problem, whatever stands inside it") {
    CHECK(problems("{{#menus}}{{address}}{{/menus}}") ==
          "page.html:1:1+10 there is nothing called 'menus' here | Did you mean 'menu'?");
    CHECK(problems("{{#menus}}{{address}}{{/menu}}") ==
          "page.html:1:1+10 there is nothing called 'menus' here | Did you mean 'menu'?");
    CHECK(problems("{{^xyzzy}}{{foo}}{{#bar}}{{title}}{{/bar}}{{/xyzzy}}") ==
          "page.html:1:1+10 there is nothing called 'xyzzy' here");
    CHECK(filled_anyway("{{#menus}}{{title}}{{/menus}}") == "PlansWords");
  }

  TEST_CASE("a list is not a value") {
    CHECK(problems("{{words}}") ==
          "page.html:1:1+9 'words' is a list, and cannot be shown as it is | Write {{#words}} … "
          "{{/words}}, and inside it the names of its items: 'word' and 'meaning'.");
  }

  TEST_CASE("braces must fit the kind of value") {
    CHECK(problems("{{{title}}}") ==
          "page.html:1:1+11 'title' is not HTML, so it cannot be shown without escaping | Write "
          "{{title}}.");
    CHECK(problems("{{body}}") ==
          "page.html:1:1+8 'body' is HTML already, and would be escaped twice | Write {{{body}}}.");
    CHECK(filled_anyway("{{{title}}}") == "Ask &amp; get &lt;help&gt;");
  }

  // Sections

  TEST_CASE("a section closed by another name is one problem that names both") {
    CHECK(problems("{{#menu}}\n{{#title}}x{{/menu}}") ==
          "page.html:2:12+9 {{/menu}} stands where the section 'title', opened on line 2, must be "
          "closed first | Write {{/title}}.");
    CHECK(problems("{{#menu}}\n{{title}}{{/meun}}") ==
          "page.html:2:10+9 {{/meun}} stands where the section 'menu', opened on line 1, must be "
          "closed first | Write {{/menu}}.");
  }

  TEST_CASE("a section that is never closed is reported where it is opened") {
    CHECK(problems("<p>\n{{#title}}x</p>") ==
          "page.html:2:1+10 the section 'title' is never closed | Put {{/title}} where it ends.");
    CHECK(problems("{{>part}}{{/title}}", {{"part", "{{#title}}"}}) ==
          "part.html:1:1+10 the section 'title' is never closed | Put {{/title}} where it ends.\n"
          "page.html:1:10+10 {{/title}} closes a section that was not opened | Remove it, or put "
          "{{#title}} where the section begins.");
    CHECK(filled_anyway("{{#menu}}{{title}}") == "PlansWords");
  }

  TEST_CASE("a section that was never opened cannot be closed") {
    CHECK(problems("{{/menu}}") ==
          "page.html:1:1+9 {{/menu}} closes a section that was not opened | Remove it, or put "
          "{{#menu}} where the section begins.");
  }

  TEST_CASE("a section ends in the same kind of place as it begins") {
    CHECK(problems("{{#home}}<a href=\"{{/home}}/\">x</a>") ==
          "page.html:1:1+9 the section 'home' begins between tags and ends inside the attribute "
          "'href' | With it or without it, the page must be whole.");
    CHECK(
        problems("<p {{#home}}>{{/home}}</p>") ==
        "page.html:1:4+9 the section 'home' begins inside the tag <p> and ends between tags | With "
        "it or without it, the page must be whole.");
    CHECK(
        problems("{{#home}}<{{/home}}p>").starts_with("page.html:1:1+9 the section 'home' begins"));
    CHECK(problems("{{#home}}<div>{{/home}}x{{#home}}</div>{{/home}}") == "");
    CHECK(problems("<body class=\"a{{#home}} home{{/home}}\"{{^home}} id='b'{{/home}}></body>") ==
          "");
  }

  TEST_CASE("the name of a tag or attribute is not made of pieces") {
    CHECK(problems("<s{{#home}}cript{{/home}}>") ==
          "page.html:1:12+1 a space is missing here, before the next attribute");
    CHECK(problems("<a hre{{#home}}f{{/home}}=\"{{title}}\">") ==
          "page.html:1:16+1 a space is missing here, before the next attribute");
    CHECK(problems("<li{{#home}} class=\"x\"{{/home}}nk>") ==
          "page.html:1:32+1 a space is missing here, before the next attribute");
    CHECK(problems("<li{{#home}} class=\"x\"{{/home}}>") == "");
    CHECK(problems("<li{{#home}} class=\"x\"{{/home}} id=\"y\">") == "");
  }

  // Tags that are not closed

  TEST_CASE("braces that are never closed are one problem, and the rest is read as it was meant") {
    CHECK(problems("<a href=\"{{root\">{{title}}</a>") ==
          "page.html:1:10+6 '{{root' is never closed | Write {{root}}.");
    CHECK(problems("<p>{{title}</p>\n{{{body}}\n") ==
          "page.html:1:4+8 '{{title}' is never closed | Write {{title}}.\n"
          "page.html:2:1+9 '{{{body}}' has three braces before the name and two after it | Write "
          "{{{body}}}.");
    CHECK(problems("{{#menu\n{{title}}{{/menu}}") ==
          "page.html:1:1+7 '{{#menu' is never closed | Write {{#menu}}.");
    CHECK(problems("a {{ b") == "page.html:1:3+4 '{{ b' is never closed | Write {{b}}.");
    CHECK(problems("a {{") ==
          "page.html:1:3+2 '{{' is never closed | To show a brace to readers, write &#123;.");
    CHECK(problems("{{! words\n{{title}}") ==
          "page.html:1:1+9 the comment that begins here is never closed | Write }} where it ends.");
    CHECK(
        problems("{{! words {{title}} }}") ==
        "page.html:1:1+22 the comment that begins here is never closed | Write }} where it ends.");
  }

  TEST_CASE("a brace or sign that is missing is one problem") {
    CHECK(problems("{#menu}}{{address}}{{/menu}}") ==
          "page.html:1:1+8 '{#menu}}' begins with one brace and needs two | Write {{#menu}}.");
    CHECK(problems("{{menu}}{{address}}{{/menu}}") ==
          "page.html:1:1+8 'menu' is a list, and cannot be shown as it is | Write {{#menu}} … "
          "{{/menu}}, "
          "and inside it the names of its items: 'title', 'address', 'current' and 'pages'.");
    CHECK(
        problems("{{#menu}}{{address}}{{menu}}") ==
        "page.html:1:21+8 'menu' is a list, and cannot be shown as it is | Write {{/menu}} if its "
        "section ends here.");
    CHECK(problems("{{#menu}}{{/home}}{{/menu}}") ==
          "page.html:1:10+9 {{/home}} closes a section that was not opened | Remove it, or put "
          "{{#home}} "
          "where the section begins.");
    CHECK(problems("a {b} {} {{root}} }} {c d}}") == "");
  }

  TEST_CASE("a quote that is missing is one problem") {
    CHECK(problems("<a href=\"{{root}}>{{title}}</a>\n<p class=\"x\">") ==
          "page.html:1:18+1 the quotes of the attribute 'href' are not closed before this '>'");
    CHECK(problems("<p class=\"x>{{title}}</p>\n<p class=\"x\">") ==
          "page.html:1:22+1 the quotes of the attribute 'class' are not closed before this '<'");
    CHECK(problems("<a href={{root}}\">{{title}}</a>")
              .starts_with("page.html:1:9+8 'root' cannot stand"));
    CHECK(problems("<p title=\"a > b\">") == "");
  }

  TEST_CASE(
      "one character less in a theme is one problem or none, but for one character in a hundred") {
    const std::string page =
        "<title>{{title}}</title><body class=\"a{{#home}} home{{/home}}\">\n{{#menu}}\n<a "
        "href=\"{{address}}\" title='{{title}}'>{{title}}</a>\n{{/menu}}\n{{^words}}<p "
        "lang=\"{{home}}\">None</p>\n{{/words}}{{#summary}}<b>{{summary}}</b>{{/summary}}"
        "<div>{{{body}}}</div>{{>part}}</body>\n";
    size_t more = 0;
    for (size_t i = 0; i < page.size(); ++i) {
      std::string less = page;
      less.erase(i, 1);
      const std::string found = problems(less, {{"part", "<i class=\"b\">{{title}}</i>\n"}});
      if (found.find('\n') != std::string::npos) ++more;
    }
    CHECK(more * 100 <= page.size());
  }

  TEST_CASE("a tag needs a name") {
    CHECK(problems("{{}}") == "page.html:1:1+4 {{}} has no name");
    CHECK(problems("{{# }}") == "page.html:1:1+6 {{#}} has no name");
    CHECK(problems("{{!}}") == "");
  }

  // Parts

  TEST_CASE("a part that is not there is reported with the nearest name") {
    CHECK(problems("<p>\n{{>heder}}", {{"header", ""}}) ==
          "page.html:2:1+10 the theme has no template called 'heder' | Did you mean 'header'? "
          "[missing-theme-files]");
  }

  TEST_CASE("a part that includes itself is refused") {
    CHECK(problems("{{>a}}", {{"a", "x\n{{>a}}"}}) ==
          "a.html:2:1+6 'a' puts itself into itself, without end");
    CHECK(problems("{{>a}}", {{"a", "{{>b}}"}, {"b", "{{>a}}"}}) ==
          "b.html:1:1+6 'a' is put into itself by 'b', without end");
    CHECK(problems("{{>page}}") == "page.html:1:1+9 'page' puts itself into itself, without end");
  }

  TEST_CASE("what is wrong in a part is said once, however often it is put in") {
    CHECK(problems("{{>a}}{{>a}}", {{"a", "{{titel}}"}}) ==
          "a.html:1:1+9 there is nothing called 'titel' here | Did you mean 'title'?");
  }

  TEST_CASE("a part ends in the same kind of place as it begins") {
    CHECK(problems("{{>a}}</a>", {{"a", "<b></b>\n<a href=\"/"}}) ==
          "a.html:2:1+2 what begins here is never closed: the template ends inside the attribute "
          "'href'");
    CHECK(problems("<p class=\"{{>a}}", {{"a", "x\">"}}) ==
          "a.html:0:0+0 this part begins inside the attribute 'class' and ends between tags");
    CHECK(problems("<p{{>a}}>", {{"a", " class=\"{{title}}\""}}) == "");
    CHECK(
        problems("<p>\n<p class=\"a>") ==
        "page.html:2:1+2 what begins here is never closed: the template ends inside the attribute "
        "'class'");
    CHECK(problems("a <!-- b") ==
          "page.html:1:3+4 what begins here is never closed: the template ends inside a comment");
  }

  TEST_CASE("a template that is not there is reported with the nearest name") {
    CHECK(problems_of({{"templates/pgae.html", "", ""}}) ==
          "page.html:0:0+0 the theme has no template called 'page' | Did you mean 'pgae'? "
          "[missing-theme-files]");
  }

  TEST_CASE("a template that is not readable text is reported") {
    CHECK(problems_of({{"templates/page.html", "", "we may not read it"}}) ==
          "page.html:0:0+0 the template could not be read: we may not read it [unreadable-files]");
    CHECK(problems("a\nb\xFF") ==
          "page.html:2:2+0 the template is not in UTF-8 from here on | Save it with the encoding "
          "UTF-8. [files-not-in-utf8]");
    CHECK(problems(std::string("ab\0c", 4)) ==
          "page.html:1:3+0 the template has a NUL byte here | Remove it. [files-with-nul-bytes]");
  }

  // Places where values stand

  TEST_CASE("only an address stands at the start of an address") {
    CHECK(problems("<a href=\"{{title}}\">") ==
          "page.html:1:10+9 'title' is not an address, and cannot stand at the start of 'href' | "
          "Other words could turn into the address of a script. Addresses here: 'root'.");
    for (const char* good : {"<a href=\"{{root}}\">", "<a href='{{root}}x/{{title}}'>",
                             "<a href=\"/search?q={{title}}\">", "<img src=\"#{{title}}\" />",
                             "<a href=\"mailto:{{title}}\">", "<a title=\"{{title}}\">",
                             "<a href=\"/{{root}}\">", "<a HREF = \"{{root}}\">"})
      CHECK_MESSAGE(problems(good) == "", good);
    for (const char* bad :
         {"<a href=\" {{title}}\">", "<a href=\"java{{title}}\">", "<A HREF='{{title}}'>",
          "<a href = \"{{title}}\">", "<img src=\"{{title}}\" />", "<form action=\"{{title}}\">",
          "<a href=\"{{#home}}/{{/home}}{{title}}\">", "<a href=\"{{root}}{{title}}\">",
          "<use xlink:href=\"{{title}}\" />"})
      CHECK_MESSAGE(problems(bad).find("'title' is not an address") != std::string::npos, bad);
    CHECK(filled_anyway("<a href=\"{{title}}\">") == "<a href=\"\">");
  }

  TEST_CASE("a value is never code") {
    CHECK(problems("<a href=\"JavaScript:x({{title}})\">") ==
          "page.html:1:23+9 'title' cannot stand in this 'href': a browser would obey its words");
    CHECK(
        problems("<p onclick=\"x('{{title}}')\">") ==
        "page.html:1:16+9 'title' cannot stand in this 'onclick': a browser would obey its words");
    CHECK(problems("<p style=\"color: {{title}}\">") ==
          "page.html:1:18+9 'title' cannot stand in this 'style': a browser would obey its words");
    CHECK(problems("<script>\nlet a = \"{{title}}\";</script>{{title}}") ==
          "page.html:2:10+9 'title' cannot stand inside <script>: a browser would obey its words");
    CHECK(problems("<STYLE>a > b { {{title}} }</Style >{{title}}") ==
          "page.html:1:16+9 'title' cannot stand inside <style>: a browser would obey its words");
    CHECK(problems("<script>if (a < b) '</p>' {{title}}</script>").starts_with("page.html:1:27+9"));
    CHECK(filled_anyway("<script>{{title}}</script>") == "<script></script>");
  }

  TEST_CASE("a script that ends in XML only is explained") {
    CHECK(problems("<script src=\"/a.js\" />\n<p>{{title}}</p>") ==
          "page.html:1:22+1 a browser does not see that this <script> ends here; write "
          "<script></script>");
  }

  TEST_CASE("a value needs quotes round it in an attribute") {
    CHECK(
        problems("<p class={{title}}>") ==
        "page.html:1:10+9 'title' cannot stand in the attribute 'class' without quotes round it | "
        "Write \"{{title}}\".");
    CHECK(problems("<p class=a{{title}}>").find("without quotes") != std::string::npos);
  }

  TEST_CASE("a value is never part of a tag") {
    for (const char* bad : {"<{{title}}>", "<h{{title}}>", "</{{title}}>", "<p {{title}}>",
                            "<p a{{title}}=\"\">", "<p a=\"\"{{title}}>", "<p a {{title}}>"})
      CHECK_MESSAGE(
          problems(bad).find("'title' cannot be part of the name of a tag or attribute") !=
              std::string::npos,
          bad);
    CHECK(problems("<p>1 < {{title}} <3 {{title}}</p>") == "");
    CHECK(problems("<!-- {{title}} -->{{title}}<!-- a > b --->{{title}}") ==
          "page.html:1:6+9 'title' cannot stand inside an HTML comment");
    CHECK(problems("<!DOCTYPE {{title}}>{{title}}") ==
          "page.html:1:11+9 'title' cannot stand inside a '<!' or '<?' tag");
  }

  TEST_CASE("HTML stands between tags only") {
    CHECK(problems("<p title=\"{{{body}}}\">") ==
          "page.html:1:11+10 'body' is HTML, and cannot stand inside an attribute");
    CHECK(problems("<title>{{title}}{{{body}}}</title>{{{body}}}") ==
          "page.html:1:17+10 'body' is HTML, and only words can stand inside <title>");
  }

  // Limits and mistakes

  TEST_CASE("a template with very many problems is not read to its end") {
    std::string page;
    for (int n = 0; n < 1000; ++n) page += fmt::format("{{{{xyzzy{}}}}}\n", n);
    const std::string all = problems(page);
    CHECK(std::count(all.begin(), all.end(), '\n') == 99);
    CHECK(all.ends_with(
        "page.html:100:1+11 the template has 100 problems up to here, and is not read "
        "further"));
  }

  TEST_CASE("parts that multiply are stopped") {
    std::vector<template_kit::Part> parts;
    for (int n = 0; n < 40; ++n)
      parts.push_back({fmt::format("p{}", n), fmt::format("{{{{>p{0}}}}}{{{{>p{0}}}}}", n + 1)});
    parts.push_back({"p40", "x"});
    CHECK(problems("{{>p0}}", parts).find("the template is too large here") != std::string::npos);
  }

  TEST_CASE("lists inside each other have a limit") {
    std::string page;
    for (int n = 0; n < 17; ++n) page += "{{#menu}}";
    for (int n = 0; n < 17; ++n) page += "{{/menu}}";
    CHECK(problems(page) == "page.html:1:145+9 more than 16 lists stand inside each other here");
    CHECK(problems(page.substr(9, page.size() - 18)) == "");
  }

  TEST_CASE("any bytes compile, and soon (seeded)") {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {
        "{{",         "}}",         "{{{",       "}}}",       "{{#menu}}", "{{/menu}}",
        "{{^title}}", "{{/title}}", "{{title}}", "{{>page}}", "{{>a}}",    "{{!",
        "<",          ">",          "\"",        "'",         "=",         "/",
        " ",          "\n",         "a",         "href",      "<script",   "</script>",
        "<!--",       "-->",        "<pre>",     "é",         "\xFF",      "{{{body}}}",
        "#",          "{{#pages}}"};
    for (int round = 0; round < 5000; ++round) {
      std::string page;
      for (size_t n = random() % 60; n > 0; --n) page += pieces[random() % pieces.size()];
      Report report;
      const auto files = theme(page, {{"a", page.substr(page.size() / 2)}});
      Template::compile(files, "page", schema(), "", report).fill(values());
      for (const Diagnostic& d : report.all()) REQUIRE(!d.message.empty());
    }
    for (const char* piece :
         {"{{", "{{!", "{{!\n", "{{#title}}", "{{/x}}", "<!--", "{{{", "{{#x}}", "</"}) {
      std::string page;
      while (page.size() < 300'000) page += piece;
      problems(page + "}}");
    }
  }

  TEST_CASE("our own mistakes stop the program") {
    CHECK(exit_status_of([] { slot_index(schema(), "nothing"); }) == 70);
    CHECK(exit_status_of([] {
            Report report;
            const auto files = theme("{{title}}");
            Template::compile(files, "page", schema(), "", report).fill(Values(Schema{}));
          }) == 70);
  }
}

}  // namespace offer::template_problems_test
