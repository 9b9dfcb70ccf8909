#include "theme/shrink_css.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace offer::shrink_css_test {

namespace {

// Also checks that doing it twice changes nothing more.
std::string shrunk(std::string_view css) {
  const std::string once = shrink_css(css);
  CHECK(shrink_css(once) == once);
  CHECK(once.size() <= css.size());
  return once;
}

}  // namespace

TEST_SUITE("theme/shrink_css") {
  TEST_CASE("white space and comments go, and the last semicolon of a block") {
    CHECK(
        shrunk("/* Look */\nbody {\n  color : red ;\n  margin: 0 auto;\n}\n\n/* End */ p { }\n") ==
        "body{color:red;margin:0 auto}p{}");
    CHECK(shrunk("a{b:c;;d:e;}") == "a{b:c;d:e}");
    CHECK(shrunk("") == "");
    CHECK(shrunk(" \n/* */ ") == "");
  }

  TEST_CASE("a comment that keeps two words apart stays as an empty one") {
    CHECK(shrunk("a/* and */b{c:d/* */e;f:/* */g/* */}") == "a/**/b{c:d/**/e;f:g}");
    CHECK(shrunk("a /* and */b/* */ c/* */,/* */d{}") == "a b c,d{}");
  }

  TEST_CASE("the space before a colon in a selector stays") {
    CHECK(shrunk("a :hover , a:focus > b{}") == "a :hover,a:focus>b{}");
    CHECK(shrunk(":is(a, b) c :not( .d ){}") == ":is(a,b) c :not( .d ){}");
    CHECK(shrunk("li:nth-child( 2n + 1 ) ~ p + q{}") == "li:nth-child( 2n + 1 ) ~ p + q{}");
    CHECK(shrunk("a:has( > img ){}") == "a:has(>img ){}");
    CHECK(shrunk("a > > b{}") == "a> >b{}");
  }

  TEST_CASE("rules inside rules are told from declarations") {
    CHECK(shrunk("a { color : red; & :hover { color : blue; } b :focus{} }") ==
          "a{color:red;& :hover{color:blue}b :focus{}}");
    CHECK(shrunk("a { b{} ; c : d }") == "a{b{};c:d}");
    CHECK(shrunk("@media print { a { b : c; } ; d :hover { } }") ==
          "@media print{a{b:c};d :hover{}}");
  }

  TEST_CASE("attribute selectors stay as they are") {
    CHECK(shrunk("a[title=\"x , y > z\"] , [b = 'c;}'  i]{}") ==
          "a[title=\"x , y > z\"],[b = 'c;}' i]{}");
  }

  TEST_CASE("strings and url() stay as they are") {
    CHECK(
        shrunk("a{content:\"/* no */  \\\" ;\";b:url( a  b , c;/* */.png ) , url( \"a  b)\" )}") ==
        "a{content:\"/* no */  \\\" ;\";b:url( a  b , c;/* */.png ),url( \"a  b)\" )}");
    CHECK(shrunk("a{b:URL(data:image/svg+xml;utf8,%3Csvg%20/%3E)}") ==
          "a{b:URL(data:image/svg+xml;utf8,%3Csvg%20/%3E)}");
    CHECK(shrunk("a{content:'it''s'  'so\\\nlong'}") == "a{content:'it''s' 'so\\\nlong'}");
  }

  TEST_CASE("sums keep their spaces") {
    CHECK(shrunk("a{width:calc( 100% - ( 2 * var(--gap , 1rem) )  +  1px )}") ==
          "a{width:calc( 100% - ( 2 * var(--gap,1rem) ) + 1px )}");
    CHECK(shrunk("a{b:clamp(1rem , 2vw + 1rem , 3rem);c:var(--x, );d:-1px  -2px}") ==
          "a{b:clamp(1rem,2vw + 1rem,3rem);c:var(--x, );d:-1px -2px}");
  }

  TEST_CASE("media queries keep the spaces beside their brackets") {
    CHECK(shrunk("@media screen and ( min-width : 40em ) , print and (orientation: landscape) {\n"
                 "a{b:c}\n}") ==
          "@media screen and ( min-width : 40em ),print and (orientation:landscape){a{b:c}}");
    CHECK(shrunk("@media (40em <= width > 80em) {}") == "@media (40em <= width > 80em){}");
    CHECK(shrunk("@media not (prefers-reduced-motion : reduce) {}") ==
          "@media not (prefers-reduced-motion:reduce){}");
  }

  TEST_CASE("@supports, @container and @page keep what they ask for") {
    CHECK(shrunk("@supports not selector(:popover-open) { a { b: c } }") ==
          "@supports not selector(:popover-open){a{b:c}}");
    CHECK(shrunk("@supports selector(a :hover) and (display: grid) {}") ==
          "@supports selector(a :hover) and (display:grid){}");
    CHECK(shrunk("@container style(--a: b , c) {}") == "@container style(--a: b , c){}");
    CHECK(shrunk("@page :first { margin : 1cm }") == "@page :first{margin:1cm}");
  }

  TEST_CASE("@import, @layer and @charset stay statements of their own") {
    CHECK(shrunk("@charset \"utf-8\";\n@import url(a.css)  screen ;\n@layer a , b;\n a { b: c }") ==
          "@charset \"utf-8\";@import url(a.css) screen;@layer a,b;a{b:c}");
    CHECK(shrunk("@media x{@layer a;}") == "@media x{@layer a;}");
  }

  TEST_CASE("custom properties keep their values") {
    CHECK(shrunk("a { --x: ; --y:; --z :  a  ,  b > c ; --w: { d : e ; f } ; g : h }") ==
          "a{--x: ;--y:;--z:a , b > c;--w:{ d : e ; f };g:h}");
    CHECK(shrunk("a{--x: }") == "a{--x: }");
    CHECK(shrunk("a{--x:a/* */b/* */ c}") == "a{--x:a/**/b c}");
    CHECK(shrunk("@property --p{syntax : \"*\";initial-value: a , b}") ==
          "@property --p{syntax:\"*\";initial-value:a , b}");
    CHECK(shrunk("a{color : var( --x )}") == "a{color:var( --x )}");
  }

  TEST_CASE("escapes keep the white space that ends them") {
    CHECK(shrunk(".\\31  b , .\\31 c{}") == ".\\31  b,.\\31 c{}");
    CHECK(shrunk(".\\31 {}") == ".\\31 {}");
    CHECK(shrunk(".a\\:b :c{d:e\\9 ;}") == ".a\\:b :c{d:e\\9 }");
  }

  TEST_CASE("keyframes and !important") {
    CHECK(shrunk("@keyframes k { from , 50% { a : b ! important } to { c:d !important; } }") ==
          "@keyframes k{from,50%{a:b ! important}to{c:d !important}}");
  }

  TEST_CASE("a semicolon that is out of place stays where it changes the meaning") {
    CHECK(shrunk("a{} ; b{}") == "a{};b{}");
  }

  TEST_CASE("what is not CSS comes back as it is") {
    for (const char* broken : {"a { b: \"c\n d }", "a { b : c", "a  } b", "a { b: ( c } )",
                               "a  /* b", "a { b:  url( c", "a { b : c\\\n }"})
      CHECK(shrink_css(broken) == broken);
  }

  TEST_CASE("any bytes are taken, and twice is the same as once (seeded)") {
    std::mt19937 random(11);
    const std::vector<std::string> pieces = {
        "a",     "b",  ":",  ";", "{", "}",     "{}",           "(", ")",    "[",   "]",
        "()",    " ",  "\n", ",", ">", "/* */", "\"x y\"",      "'", "url(", "--x", "@media",
        "\\31 ", "\\", "é",  "+", ".", "!",     "initial-value"};
    for (int round = 0; round < 20000; ++round) {
      std::string css;
      for (size_t n = random() % 24; n > 0; --n) css += pieces[random() % pieces.size()];
      const std::string once = shrink_css(css);
      REQUIRE(shrink_css(once) == once);
      REQUIRE(once.size() <= css.size());
    }
  }
}

}  // namespace offer::shrink_css_test
