// The quick judge of well-formed pages never accepts what the strict reader does not.
#include "html/well_formed.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "checks/checks.h"
#include "kit.h"

namespace offer::well_formed_test {

using html::surely_well_formed;

namespace {

bool libxml_accepts(std::string_view source) {
  Report report;
  return read_back({"a.html", std::string(source)}, "a.md", report);
}

// Whether the judges agree as they must.
bool is_safe(std::string_view source) {
  const bool sure = surely_well_formed(source) || surely_well_formed(html::Tree(source));
  return !sure || libxml_accepts(source);
}

constexpr std::string_view page =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<!-- made -->\n<html lang=\"cy\" xml:lang='cy' xmlns=\"http://www.w3.org/1999/xhtml\">\n<head><title>Tŷ &amp; ŵ</title></head>"
    "<body hidden=\"hidden\">\r\n\t<p class='a \"b\" c'>€5 &#39; &#x1F600; 😀 ] ]] ></p><br /><a-b.c_1 href=\"/a?b&amp;c\"\n title=\"it's\"/></body></html>\n";

}  // namespace

TEST_CASE("pages of our own kind are known to be well-formed at once") {
  CHECK(surely_well_formed(page));
  CHECK(libxml_accepts(page));
  for (const std::string_view good : {"<a/>", "<a></a>", "<a b=\"\"></a>", " <a>\n</a> \n", "<!-- a --><a/><!-- b -->", "<a>]]</a>", "<a>&#x10FFFF;&#9;</a>", "<a b='\"'>\"'</a>", "<a\n>\x7F</a\n>"}) {
    CHECK_MESSAGE(surely_well_formed(good), good);
    CHECK_MESSAGE(libxml_accepts(good), good);
  }
}

TEST_CASE("what is not well-formed is left to the strict reader") {
  const std::string deep = [] {
    std::string tags;
    for (int i = 0; i < 300; ++i) tags += "<a>";
    for (int i = 0; i < 300; ++i) tags += "</a>";
    return tags;
  }();
  for (const std::string_view bad :
       {"", " ", "a", "<", "<a", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b></a>", "<a b=c></a>", "<a b=\"></a>", "<a b=\"<\"></a>", "<a b=\"1\"c=\"2\"></a>",
        "<a b=\"1\" b=\"2\"></a>", "<a b = \"1\"></a>", "< a></a>", "<1></1>", "<a>&</a>", "<a>&b</a>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>", "<a>&#x110000;</a>",
        "<a>&#;</a>", "<a>&#x;</a>", "<a>&#1</a>", "<a>&#99999999999;</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><!-- a --->b</a>", "<a><!-- a</a>", "<a><![CDATA[b]]></a>", "<a><?b?></a>", "<a>\x01</a>",
        "<a>\x80</a>", "<a>\xC3</a>", "<a>\xC0\x80</a>", "<a>\xED\xA0\x80</a>", "<a>\xEF\xBF\xBE</a>", "<a>\xF4\x90\x80\x80</a>", "<a b=\"\xC3\"></a>", "<a b=\"\x1F\"></a>", "<a:b></a:b>", "<a c:d=\"\"></a>",
        "<a xmlns:=\"\"></a>", "<!DOCTYPE html><!DOCTYPE html><a/>", "<!DOCTYPE b><a/>", "\xEF\xBB\xBF<a/>", "<a></a>\xC3"})
    CHECK_MESSAGE(!surely_well_formed(bad), bad);
  CHECK_FALSE(surely_well_formed(deep));
}

TEST_CASE("a page cut off anywhere, or with any byte of it changed, is never taken for more than it is") {
  for (size_t i = 0; i < page.size(); ++i) {
    CAPTURE(i);
    CHECK(is_safe(page.substr(0, i)));
    CHECK(is_safe(page.substr(i)));
    for (const char c : std::string_view("<>&\"'/=!-?]; a\x01\x7F\x80\xC3\xEF\xFF\0", 21)) {
      std::string changed(page);
      changed[i] = c;
      CHECK_MESSAGE(is_safe(changed), changed);
      changed.insert(i, 1, c);
      CHECK_MESSAGE(is_safe(changed), changed);
    }
  }
}

TEST_CASE("whatever the quick judge accepts of many small sources, the strict reader accepts too") {
  constexpr std::array<std::string_view, 52> pieces{"<title>", "</title>", "<script/>", "<p>","<a>", "</a>", "<a>", "</a>", "<b>", "</b>", "<a b=\"c\">", "<a b='c'", " d=\"\"", " b=\"x\"", ">", "/>", "<br/>", "<br />", "x", " ", "\n", "\t", "é", "€", "😀", "\xEF\xBF\xBD", "\xEF\xBF\xBE", "\xC2\x80", "&amp;",
                                                    "&#65;", "&#x41;", "&#0;", "&#xFFFF;", "&", ";", "]]>", "]", ">", "\"", "'", "=", "<!--", "-->", "--", "-", "<!DOCTYPE html>", "<?x?>", "xmlns:a=\"u\"", " xml:lang=\"en\"", "<![CDATA[", "\xED\xA0\x80", "\r\n"};
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same sources each time
  size_t accepted = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string inside;
    for (size_t n = random() % 7; n > 0; --n) inside += pieces[random() % pieces.size()];
    const std::string source = round % 3 == 0 ? inside : "<a>" + inside + "</a>";
    if (!surely_well_formed(source) && !surely_well_formed(html::Tree(source))) continue;
    ++accepted;
    CHECK_MESSAGE(libxml_accepts(source), source);
  }
  CHECK(accepted > 3000);
}

TEST_CASE("every page that we build is known to be well-formed at once, and is") {
  size_t pages = 0;
  for (const auto& [path, bytes] : kit::build(kit::real_inputs()).files) {
    if (!path.ends_with(".html")) continue;
    ++pages;
    CHECK_MESSAGE(surely_well_formed(html::Tree(bytes)), path);
    CHECK_MESSAGE(libxml_accepts(bytes), path);
  }
  CHECK(pages > 500);
}

}  // namespace offer::well_formed_test
