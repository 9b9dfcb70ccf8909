// Pages that somebody made to hold up a judge: every one comes to an end, in time that grows with its length.
#include <doctest/doctest.h>

#include <chrono>

#include "html/judge.h"

namespace offer::html_hostile_test {

using namespace offer::html;

TEST_CASE("no page keeps the judge for long, however it is made") {
  const auto many = [](size_t times, std::string_view piece) {
    std::string all;
    for (size_t i = 0; i < times; ++i) all += piece;
    return all;
  };
  std::string owners;
  for (size_t i = 0; i < 500; ++i) owners += fmt::format("<div id=o{} role=list aria-owns=\"{}\">", i, many(50, "o1 o2 o3 "));
  std::string references;
  for (size_t i = 0; i < 10'000; ++i) references += fmt::format("<p id=a{} aria-labelledby=\"a{} a{} a{}\">", i, i + 1, i + 2, i + 3);
  std::string sizes;
  for (size_t i = 0; i < 10'000; ++i) sizes += fmt::format("<a href=x><font size={}>", i);
  const std::pair<std::string_view, std::string> pages[]{
      {"deep", "<!DOCTYPE html><html lang=en><title>x</title><body>" + many(50'000, "<div>") + "<button>"},
      {"deep with blanks", many(50'000, "<div>\n \n") + "<button>"},
      {"one long line of mistakes", many(20'000, "<img src=a><button></button>")},
      {"owners", owners},
      {"references", references},
      {"letters of many sizes", sizes},
      {"a table of wide cells", "<table><tr>" + many(1'000, "<td rowspan=65534 colspan=1000>")},
      {"rules for nothing", "<style>" + many(5'000, ".a .b { display:none }") + "</style>" + many(5'000, "<p class=\"a b\">")},
  };
  for (const auto& [name, page] : pages) {
    const auto start = std::chrono::steady_clock::now();
    codes_in(page, true);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK_MESSAGE(seconds.count() < 20, name);
  }
}

}  // namespace offer::html_hostile_test
