#include "html/roles.h"

#include <doctest/doctest.h>

#include "html/judge.h"

namespace offer::roles_test {

using namespace offer::html;

namespace {

std::string role(std::string_view source, std::string_view wanted) {
  const html::Page page(source);
  return std::string(role_name(page.role(element(page, wanted))));
}

bool tab_stop(std::string_view source, std::string_view wanted) {
  const html::Page page(source);
  return page.is_tab_stop(element(page, wanted));
}

}  // namespace

TEST_CASE("elements have the roles that HTML gives them") {
  CHECK(role("<a href=x>", "a") == "link");
  CHECK(role("<a>", "a") == "generic");
  CHECK(role("<header>", "header") == "banner");
  CHECK(role("<article><header>", "header") == "generic");
  CHECK(role("<section><p>", "section") == "generic");
  CHECK(role("<section aria-label=a>", "section") == "region");
  CHECK(role("<img alt=''>", "img") == "none");
  CHECK(role("<img alt=' '>", "img") == "img");
  CHECK(role("<img>", "img") == "img");
  CHECK(role("<input>", "input") == "textbox");
  CHECK(role("<input type=SEARCH list=a>", "input") == "combobox");
  CHECK(role("<input type=password>", "input") == "");
  CHECK(role("<select size=4>", "select") == "listbox");
  CHECK(role("<select>", "select") == "combobox");
  CHECK(role("<ul><li>", "li") == "listitem");
  CHECK(role("<ul role=menu><li>", "li") == "generic");
  CHECK(role("<table><tr><td>", "td") == "cell");
  CHECK(role("<table role=grid><tr><td>", "td") == "gridcell");
  CHECK(role("<table role=none><tr><td>", "td") == "generic");
  CHECK(role("<table><tr><th>a<td>b", "th") == "rowheader");
  CHECK(role("<table><tr><th>a<tr><td>b", "th") == "columnheader");
}

TEST_CASE("a role attribute counts from its first word that exists, none only where nothing speaks against it") {
  CHECK(role("<div role='nonsense BUTTON link'>", "div") == "button");
  CHECK(role("<div role=widget>", "div") == "generic");
  CHECK(role("<div role=image>", "div") == "img");
  CHECK(role("<ul role=presentation>", "ul") == "none");
  CHECK(role("<ul role=none aria-label=a>", "ul") == "list");
  CHECK(role("<button role=none>", "button") == "button");
  CHECK(role("<button role=none disabled>", "button") == "none");
  CHECK(role("<img alt='' aria-label=a>", "img") == "img");
  CHECK(role("<img role=none tabindex=0>", "img") == "img");
  CHECK(role("<h2 role=none aria-hidden=false>", "h2") == "none");
}

TEST_CASE("the tab key leads to what can be used and is there") {
  CHECK(tab_stop("<a href=x>", "a"));
  CHECK_FALSE(tab_stop("<a>", "a"));
  CHECK(tab_stop("<p tabindex=0>", "p"));
  CHECK_FALSE(tab_stop("<p tabindex=-1>", "p"));
  CHECK_FALSE(tab_stop("<p tabindex=x>", "p"));
  CHECK_FALSE(tab_stop("<button disabled>", "button"));
  CHECK_FALSE(tab_stop("<fieldset disabled><input>", "input"));
  CHECK(tab_stop("<fieldset disabled><legend><input></legend>", "input"));
  CHECK_FALSE(tab_stop("<div style='display: none'><input>", "input"));
  CHECK_FALSE(tab_stop("<div style='visibility:hidden'><input>", "input"));
  CHECK(tab_stop("<div style='visibility:hidden'><input style='visibility:visible'>", "input"));
  CHECK_FALSE(tab_stop("<div inert><input>", "input"));
  CHECK_FALSE(tab_stop("<template><input></template>", "template"));
  CHECK(tab_stop("<div contenteditable>", "div"));
  CHECK_FALSE(tab_stop("<div contenteditable=false>", "div"));
  CHECK(tab_stop("<details><summary>a", "summary"));
  CHECK_FALSE(tab_stop("<summary>a", "summary"));
  CHECK_FALSE(tab_stop("<dialog><a href=x>", "a"));
}

TEST_CASE("styles hide, show and move elements as far as the page itself says") {
  const auto exposed = [](std::string_view source) {
    const html::Page page(source);
    return page.is_exposed(element(page, "p"));
  };
  const auto visible = [](std::string_view source) {
    const html::Page page(source);
    return page.is_visible(element(page, "p"));
  };
  CHECK(exposed("<p>"));
  CHECK_FALSE(exposed("<p hidden>"));
  CHECK(exposed("<p hidden style='display:block'>"));
  CHECK_FALSE(exposed("<style>.a p{display:none}</style><div class='b a'><p>"));
  CHECK_FALSE(exposed("<style>div > P , x { DISPLAY : None }</style><div><p>"));
  CHECK(exposed("<style>div > p{display:none}</style><div><i><p>"));
  CHECK(exposed("<style>p{display:none} #x{display:block}</style><p id=x>"));
  CHECK_FALSE(exposed("<style>p{display:none !important} #x{display:block}</style><p id=x style='display:block'>"));
  CHECK(exposed("<style>@media print{p{display:none}} p:hover{display:none} /* p{display:none} */</style><p>"));
  CHECK_FALSE(exposed("<style>@import url(x); p[data-a='b c']{visibility:hidden}</style><p data-a='b c'>"));
  CHECK_FALSE(exposed("<div aria-hidden=TRUE><p aria-hidden=false>"));
  CHECK(exposed("<p style='position:absolute;left:-999em'>"));
  CHECK_FALSE(visible("<p style='position:absolute;left:-999em'>"));
  CHECK(visible("<p style='left:-999em'>"));
  CHECK_FALSE(visible("<p style='width:1px;height:1px;overflow:hidden'>"));
  CHECK_FALSE(visible("<div style='opacity:0'><p>"));
}

TEST_CASE("sizes of text come down through the page") {
  const auto size = [](std::string_view source) {
    const html::Page page(source);
    return page.font_size(element(page, "p"));
  };
  CHECK(size("<p>") == doctest::Approx(16));
  CHECK(size("<style>div{font-size:20px}</style><div><p style='font-size:1.5em'>") == doctest::Approx(30));
  CHECK(size("<div style='font-size:50%'><p>") == doctest::Approx(8));
  CHECK(size("<p style='font-size:12pt'>") == doctest::Approx(16));
  CHECK(size("<p style='font-size:nonsense;font-size:large'>") == doctest::Approx(18));
}

}  // namespace offer::roles_test
