// Drawings that stand in pages: well-formed whatever the words and numbers are.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "base/text.h"
#include "checks/checks.h"
#include "draw/bar_chart.h"
#include "draw/inline_svg.h"
#include "draw/step_map.h"
#include "draw/svg_text.h"

namespace offer::drawings_test {

namespace {

// What stands in the way of reading it back as strict XML; numbers that are none are looked for too.
std::string wrong_with(const std::string& svg) {
  Report report;
  check_output({"drawing.xml", svg}, "drawing", nullptr, report);
  std::string found;
  for (const Diagnostic& one : report.all()) found += one.message + "\n";
  for (const std::string_view no_number : {"nan", "inf", "\"-", "e+"})
    if (svg.find(no_number) != std::string::npos) found += fmt::format("{} in {}\n", no_number, svg);
  return found;
}

constexpr std::string_view evil = "a \"b\" <c> & 'd' ]]> -- \x01";

}  // namespace

TEST_CASE("a bar chart has a bar, its words and its number for each row, and says all of it in words") {
  const std::string chart = bar_chart({{"July 2022", 20, "20%"}, {"England", 40, "40%", true}}, {{30, "Target: 30%"}}, "All of it.");
  CHECK(wrong_with(chart) == "");
  CHECK(chart.find("role=\"img\" aria-label=\"All of it.\"") != std::string::npos);
  CHECK(chart.find("<rect x=\"1\" y=\"20.0\" width=\"135.0\" height=\"20.0\" class=\"bar\" />") != std::string::npos);
  CHECK(chart.find("width=\"270.0\" height=\"12.0\" class=\"bar-other\" />") != std::string::npos);
  CHECK(chart.find(">July 2022</text>") != std::string::npos);
  CHECK(chart.find(">20%</text>") != std::string::npos);
  CHECK(chart.find("class=\"target-words\">Target: 30%</text>") != std::string::npos);
}

TEST_CASE("a chart of nothing, of zeros, and of very large and very small numbers can be read") {
  CHECK(wrong_with(bar_chart({}, {}, "")) == "");
  CHECK(wrong_with(bar_chart({{"", 0, "0"}, {"", 0, "0", true}}, {{0, "0"}}, "")) == "");
  CHECK(wrong_with(bar_chart({{"a", 1e12, "1"}, {"b", 1e-12, "2"}}, {{1e12, "t"}, {0, "u"}}, "")) == "");
  CHECK(wrong_with(bar_chart({{"a", -5, "-5"}, {"b", 10, "10"}}, {{-3, "t"}}, "")) == "");
  CHECK(wrong_with(bar_chart({{"a", -5, "-5"}}, {}, "")) == "");
}

TEST_CASE("words that are too long for a chart go on in the next line") {
  const std::string chart = bar_chart({{"The first half of the school year 2021 to 2022", 20, "20%"}}, {{10, "Target: at least 70% to 80% of all plans (End of March 2025)"}}, "");
  CHECK(wrong_with(chart) == "");
  CHECK(chart.find(">The first half of the school year 2021 to</text>") != std::string::npos);
  CHECK(chart.find("y=\"35.0\" class=\"label\">2022</text>") != std::string::npos);
  CHECK(chart.find(">Target: at least 70% to 80% of all plans</text>") != std::string::npos);
  CHECK(chart.find(">(End of March 2025)</text>") != std::string::npos);
}

TEST_CASE("words in drawings stay words") {
  CHECK(wrong_with(bar_chart({{std::string(evil), 3, std::string(evil)}}, {{2, std::string(evil)}}, evil)) == "");
  CHECK(wrong_with(step_map(evil, {{std::string(evil), std::string(evil), std::string(evil)}})) == "");
}

TEST_CASE("a step map has its start, each step with its time, and the way where the answer is no") {
  const std::string map = step_map("You ask", {{"Ask", "any time", ""}, {"We decide", "", "You can appeal."}});
  CHECK(wrong_with(map) == "");
  CHECK(map.find(">Start: You ask</text>") < map.find(">1. Ask</text>"));
  CHECK(map.find(">any time</text>") < map.find(">2. We decide</text>"));
  CHECK(map.find(">If no: You can appeal.</text>") != std::string::npos);
  CHECK(map.find("aria-hidden=\"true\"") != std::string::npos);
  CHECK(wrong_with(step_map("", {})) == "");
}

TEST_CASE("words are broken into lines that fit, counted in characters, and the last line says that more was there") {
  CHECK(broken_lines("one two three four", 7, 3) == std::vector<std::string>{"one two", "three", "four"});
  CHECK(broken_lines("one two three four", 7, 2) == std::vector<std::string>{"one two", "three …"});
  CHECK(broken_lines("éé éé", 5, 2) == std::vector<std::string>{"éé éé"});
  CHECK(broken_lines("Donaudampfschiff und mehr", 5, 3) == std::vector<std::string>{"Donaudampfschiff", "und", "mehr"});
  CHECK(broken_lines("  ", 5, 3).empty());
  CHECK(broken_lines("a", 5, 1) == std::vector<std::string>{"a"});
}

TEST_CASE("a drawn picture inside a page is silent, and what is no drawing is nothing") {
  CHECK(silent_svg("<?xml?>\n<svg viewBox=\"0 0 1 1\"/>") == "<svg aria-hidden=\"true\" class=\"silent\" viewBox=\"0 0 1 1\"/>");
  CHECK(silent_svg("words") == "");
}

}  // namespace offer::drawings_test
