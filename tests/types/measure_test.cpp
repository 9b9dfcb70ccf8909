// A measure's page: a sentence, a chart, a table, a file.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::measure_test {

namespace {

kit::Built measure(std::string_view settings, std::string_view rows, std::string_view more = {}) {
  return kit::build(fmt::format("\n-- measures/a.md --\n---\ntitle: Plans in time\n{}\n---\n## What we count\n\nPlans.\n{}\n-- measures/a.series.csv --\n"
                                "period,date,value,part,whole,other,note\n{}",
                                settings, more, rows));
}

// The words at the top of the page.
std::string lead(const kit::Built& built) {
  CHECK(built.problems() == "");
  const std::string page = built.page("/measures/a/");
  const size_t start = page.find("<p>");
  return page.substr(start, page.find("</div>", start) - start);
}

bool has(const kit::Built& built, std::string_view text) { return built.page("/measures/a/").find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the newest figure is the one with the latest date, wherever its row stands") {
  CHECK(lead(measure("unit: percent\ngood: up", "July 2023,2023-07,27,,,,\nThe 2021/22 school year,2022-07-31,17,,,,\n")) ==
        "<p>The newest figure is 27%, for July 2023. That is about 3 in every 10. It was 17% for the 2021/22 school year, so it has gone up. That is better for families.</p>\n");
}

TEST_CASE("up may be worse, or neither, and staying the same is neither") {
  CHECK(lead(measure("unit: count\ngood: down", "a,2022,10,,,,\nb,2023,20,,,,\n")) ==
        "<p>The newest figure is 20, for b. It was 10 for a, so it has gone up. That is worse for families.</p>\n");
  CHECK(lead(measure("unit: count\ngood: neither", "a,2022,10,,,,\nb,2023,9,,,,\n")) == "<p>The newest figure is 9, for b. It was 10 for a, so it has gone down.</p>\n");
  CHECK(lead(measure("unit: count\ngood: up", "a,2022,10,,,,\nb,2023,10,,,,\n")) == "<p>The newest figure is 10, for b. It was the same for a.</p>\n");
}

TEST_CASE("what it is compared with is named, and one that is the same is said so") {
  CHECK(lead(measure("unit: rate\ngood: up\ncompared_with: the West Midlands", "a,2022,1.5,,,2,\n")) ==
        "<p>The newest figure is 1.5, for a. For the West Midlands it was 2.</p>\n");
  CHECK(lead(measure("unit: rate\ngood: up", "a,2022,1.5,,,1.50,\n")) == "<p>The newest figure is 1.5, for a. It is the same as for England.</p>\n");
}

TEST_CASE("units stand where readers expect them") {
  CHECK(lead(measure("unit: pounds", "a,2022,1234567,,,,\n")) == "<p>The newest figure is £1,234,567, for a.</p>\n");
  CHECK(lead(measure("unit: millions-of-pounds", "a,2022,24.8,,,,\n")) == "<p>The newest figure is £24.8 million, for a.</p>\n");
  CHECK(lead(measure("unit: pounds", "a,2022,-500,,,,\n")) == "<p>The newest figure is -£500, for a.</p>\n");
}

TEST_CASE("so many in every 10 is said only where it does not mislead") {
  for (const auto& [percent, words] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"4.9", ""}, {"5", "1"}, {"14.9", "1"}, {"15", "2"}, {"50", "5"}, {"94.9", "9"}, {"95", ""}, {"100", ""}, {"0", ""}, {"-20", ""}, {"120", ""}}) {
    CAPTURE(percent);
    const kit::Built built = measure("unit: percent", fmt::format("a,2022,{},,,,\n", percent));
    CHECK(built.problems() == "");
    CHECK(has(built, "in every 10") == !words.empty());
    if (!words.empty()) CHECK(has(built, fmt::format("That is about {} in every 10.", words)));
  }
}

TEST_CASE("a chart needs two bars, and none that goes to the left") {
  CHECK_FALSE(has(measure("unit: count", "a,2022,1,,,,\n"), "class=\"chart\""));
  CHECK(has(measure("unit: count", "a,2022,1,,,2,\n"), "aria-label=\"Chart: Plans in time. a: 1. England, a: 2.\""));
  CHECK_FALSE(has(measure("unit: count", "a,2022,-1,,,,\nb,2023,2,,,,\n"), "class=\"chart\""));
  CHECK_FALSE(has(measure("unit: count", "a,2022,1,,,-3,\nb,2023,2,,,,\n"), "class=\"chart\""));
}

TEST_CASE("a target that is a number is a line in the chart; words and numbers of other things are not") {
  const auto chart = [](std::string_view unit, std::string_view target) {
    const std::string page = measure(fmt::format("unit: {}", unit), "a,2022,1,,,,\nb,2023,2,,,,\n", fmt::format("\n## Targets\n\n| By when | Target |\n| --- | --- |\n| March 2027 | {} |\n", target)).page("/measures/a/");
    std::string words;  // of its lines
    for (size_t at = page.find("target-words"); at != std::string::npos; at = page.find("target-words", at + 1))
      words += (words.empty() ? "" : " ") + page.substr(page.find('>', at) + 1, page.find('<', at) - page.find('>', at) - 1);
    return words;
  };
  CHECK(chart("percent", "60%") == "Target: 60% (March 2027)");
  CHECK(chart("percent", "70% to 80%") == "Target: 70% to 80% (March 2027)");
  CHECK(chart("count", "1,200 places") == "Target: 1,200 places (March 2027)");
  CHECK(chart("millions-of-pounds", "£1.5 million") == "Target: £1.5 million (March 2027)");
  CHECK(chart("percent", "above England") == "");
  CHECK(chart("percent", "at least 3 schools") == "");
  // 1,200 is not 1.
  CHECK(measure("unit: count", "a,2022,1,,,,\nb,2023,2,,,,\n", "\n## Targets\n\n| By when | Target |\n| --- | --- |\n| x | 1,200 |\n").page("/measures/a/").find("x1=\"270.0\"") !=
        std::string::npos);
}

TEST_CASE("targets may be words, and a table of targets has the agreed columns") {
  CHECK(measure("unit: count", "a,2022,1,,,,\n", "\n## Targets\n\nNobody has set one.\n").problems() == "");
  CHECK(measure("unit: count", "a,2022,1,,,,\n", "\n## Targets\n\n| When | What |\n| --- | --- |\n| x | 1 |\n").problems() ==
        "measures/a.md:20:1 broken-tables: the columns of this table should be By when and Target\n");
}

TEST_CASE("what was counted is shown only where both numbers are known") {
  const kit::Built built = measure("unit: percent", "a,2022,27,18,67,,\nb,2023,28,,,,\n");
  CHECK(built.problems() == "");
  CHECK(has(built, ">18 of 67<"));
  CHECK(has(built, ">not said<"));
}

TEST_CASE("a measure without numbers says so, and the list keeps it apart") {
  const kit::Built built = kit::build("\n-- measures/a.md --\n---\ntitle: Alpha\n---\n## What we count\n\nPlans.\n-- measures/b.md --\n---\ntitle: Beta\n---\n## What we count\n\n"
                                      "Plans.\n-- measures/b.breakdown.csv --\nwhat,Plans\nA,7\n-- measures/c.md --\n---\ntitle: Gamma\n---\n## What we count\n\nPlans.\n"
                                      "-- measures/c.dates.csv --\ndate,kind,what,take_part_by,state,note\n2026-12-01,deadline,It ends,,,\n-- measures/index.md --\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/measures/a/").find("There is no figure yet.") != std::string::npos);
  CHECK(built.page("/measures/b/").find("The figures are in the table.") != std::string::npos);
  const std::string list = built.page("/measures/");
  CHECK(list.find("With figures") < list.find("Beta"));
  CHECK(list.find("Beta") < list.find("No figure yet"));
  CHECK(list.find("No figure yet") < list.find("Alpha"));
  CHECK(list.find("Alpha") < list.find("Gamma"));
}

TEST_CASE("a table with a heading and no rows is no figure") {
  const kit::Built built = measure("unit: count", "");
  CHECK(built.problems() == "");
  CHECK(has(built, "There is no figure yet."));
}

}  // namespace offer::measure_test
