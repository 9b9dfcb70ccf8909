// The law's time limits: complete or not shown, and as a table on the pathways that name them.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::deadlines_test {

namespace {

constexpr std::string_view complete = "clock: request\nnumber: 6\nunit: weeks\nwhat: We tell you.\nif_late: Ring us.\nlaw: regulation 5\nin_force_from: 2014-09-01\n";

kit::Built built_with(std::string_view lines, std::string_view named = "decide") {
  std::string indented;
  for (const std::string_view line : split(lines, '\n'))
    if (!line.empty()) indented += fmt::format("    {}\n", line);
  return kit::build(fmt::format("\n-- law/deadlines.yml --\nclocks:\n  request: the day we get your request\ndeadlines:\n  decide:\n{}-- pathways/a.md --\n---\ndeadlines: [{}]\n---\n"
                                "## Steps\n\n### 1. Ask\n\nWords.\n",
                                indented, named));
}

// The message about the time limit when this line is another, or none.
std::string without(std::string_view name, std::string_view instead = {}) {
  std::string lines;
  for (const std::string_view line : split(complete, '\n'))
    if (!line.starts_with(name)) lines += fmt::format("{}\n", line);
  const kit::Built built = built_with(lines + std::string(instead));
  for (const Diagnostic& one : built.report.all())
    if (one.code->name == "broken-deadlines") return one.message;
  return "";
}

}  // namespace

TEST_CASE("a time limit needs its law, its beginning, its number, its words and the day from which it is in force") {
  CHECK(built_with(complete).problems() == "");
  CHECK(without("law") == "the time limit 'decide' names no law");
  CHECK(without("clock") == "the time limit 'decide' starts with '', which is not under 'clocks'");
  CHECK(without("clock", "clock: nothing") == "the time limit 'decide' starts with 'nothing', which is not under 'clocks'");
  CHECK(without("what") == "the time limit 'decide' does not say what must be done by then");
  CHECK(without("number") == "the time limit 'decide' has the number ''");
  for (const std::string_view number : {"0", "-6", "six", "6.5", "99999999999", "6 weeks"}) CHECK(without("number", fmt::format("number: {}", number)) == fmt::format("the time limit 'decide' has the number '{}'", number));
  CHECK(without("unit", "unit: fortnights") == "the time limit 'decide' counts in 'fortnights'");
  CHECK(without("unit", "unit: date\ndate: 02-30") == "the time limit 'decide' has no day of the year '02-30'");
  CHECK(without("in_force_from") == "the time limit 'decide' does not say from when it is in force");
  CHECK(without("x", "in_force_until: 2013-01-01") == "the time limit 'decide' ends on '2013-01-01'");
  CHECK(without("x", "in_force_until: soon") == "the time limit 'decide' ends on 'soon'");
}

TEST_CASE("a pathway that names a time limit which there is not is found") {
  CHECK(built_with(complete, "decid").problems() == "pathways/a.md:2:13 unknown-references: 'deadlines' names a time limit of the law 'decid', and there is none of that name\n");
}

TEST_CASE("each unit is said in words that readers count with") {
  const auto when = [](std::string_view number, std::string_view unit) {
    std::string lines = replace_all(std::string(complete), "number: 6", fmt::format("number: {}", number));
    lines = replace_all(lines, "unit: weeks", fmt::format("unit: {}", unit));
    const kit::Built built = built_with(lines);
    CHECK(built.problems() == "");
    const std::string page = built.page("/pathways/a/");
    const size_t at = page.find('>', page.find("deadline-when")) + 1;
    return page.substr(at, page.find('<', at) - at);
  };
  CHECK(when("6", "weeks") == "6 weeks after the day we get your request");
  CHECK(when("1", "weeks") == "1 week after the day we get your request");
  CHECK(when("15", "days") == "15 days after the day we get your request");
  CHECK(when("2", "months") == "2 months after the day we get your request");
  CHECK(when("1", "working-days") == "1 working day after the day we get your request");
  CHECK(when("6", "date\ndate: 02-15") == "15 February in the day we get your request");
}

TEST_CASE("a time limit is shown only while it is in force") {
  const auto shows = [](std::string_view from, std::string_view until) {
    return built_with(replace_all(std::string(complete), "2014-09-01", from) + (until.empty() ? "" : fmt::format("in_force_until: {}\n", until))).page("/pathways/a/").find("Your dates") != std::string::npos;
  };
  CHECK(shows("2014-09-01", ""));
  CHECK(shows("2026-11-21", "2026-11-21"));
  CHECK_FALSE(shows("2026-11-22", ""));
  CHECK_FALSE(shows("2014-09-01", "2026-11-20"));
}

TEST_CASE("bank holidays go with working days only, and one that does not exist is found") {
  const std::string working = replace_all(std::string(complete), "unit: weeks", "unit: working-days");
  const auto with = [](const std::string& lines, std::string_view days) {
    Inputs inputs = kit::inputs_of(fmt::format("\n-- law/holidays.yml --\nbank_holidays:\n{}-- law/deadlines.yml --\nclocks:\n  request: the day\ndeadlines:\n  decide:\n    {}\n-- pathways/a.md --\n---\ndeadlines: [decide]\n---\n"
                                               "## Steps\n\n### 1. Ask\n\nWords.\n",
                                               days, replace_all(std::string(trim(lines)), "\n", "\n    ")));
    return kit::build(std::move(inputs));
  };
  CHECK(with(working, "- 2026-12-28\n- 2026-12-25\n").page("/pathways/a/").find("data-holidays=\"2026-12-25 2026-12-28\"") != std::string::npos);
  CHECK(with(std::string(complete), "- 2026-12-25\n").page("/pathways/a/").find("data-holidays=\"\"") != std::string::npos);
  CHECK(with(working, "- 2026-02-30\n").problems() == "holidays.yml:2:3 wrong-values: '2026-02-30' is not a day that exists\n");
}

TEST_CASE("the time limits that we ship are complete, and pathways of the demonstration use them") {
  const kit::Built built = kit::build(kit::real_inputs());
  CHECK_FALSE(built.has("broken-deadlines"));
  CHECK(built.page("/pathways/ehc-needs-assessment/").find("class=\"your-dates\"") != std::string::npos);
}

}  // namespace offer::deadlines_test
