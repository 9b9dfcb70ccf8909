// calendar.ics: RFC 5545 as calendars read it.
#include <doctest/doctest.h>

#include <set>

#include "kit.h"

namespace offer::calendar_test {

namespace {

std::string calendar(std::string_view rows, std::string_view name = "Test") {
  const kit::Built built = kit::build(fmt::format("\n-- site.yml --\nname: \"{}\"\naddress: https://x.example/send/\n-- p.md --\n---\nid: p\n---\nWords.\n-- p.dates.csv --\n"
                                                  "date,kind,what,take_part_by,state,note\n{}",
                                                  name, rows));
  CHECK(built.problems() == "");
  return built.files.at("calendar.ics");
}

std::string unfolded(std::string_view ics) { return replace_all(std::string(ics), "\r\n ", ""); }

// The values of a property, one a line.
std::string values(std::string_view ics, std::string_view property) {
  std::string found;
  const std::string lines = unfolded(ics);
  for (const std::string_view line : split(lines, '\n'))
    if (line.starts_with(property)) found += std::string(trim(line.substr(property.size()))) + "\n";
  return found;
}

}  // namespace

TEST_CASE("every line ends in CRLF, none has more than 75 octets, and folds never part a character") {
  std::string long_words;
  for (int i = 0; i < 60; ++i) long_words += "né–😀 ";
  const std::string ics = calendar(fmt::format("2026-12-01,meeting,{0},,,\"{0}, and; more\\ than \"\"that\"\"\"\n", trim(long_words)), std::string(200, 'x'));
  for (std::string_view rest = ics; !rest.empty();) {
    const size_t end = rest.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    const std::string_view line = rest.substr(0, end);
    CHECK(line.size() <= 75);
    CHECK_FALSE(first_bad_utf8(line));
    CHECK(line.find('\n') == std::string_view::npos);
    rest.remove_prefix(end + 2);
  }
  CHECK(values(ics, "SUMMARY:") == fmt::format("{}\n", trim(long_words)));
}

TEST_CASE("words are escaped: commas, semi-colons, backslashes and line ends") {
  const std::string ics = calendar("2026-12-01,meeting,\"a, b; c\\d\",,,\"two\nlines\"\n");
  CHECK(values(ics, "SUMMARY:") == "a\\, b\\; c\\\\d\n");
  CHECK(values(ics, "DESCRIPTION:") == "two\\nlines\n");
  CHECK(values(calendar("2026-12-01,meeting,x,,,\n", "A, B; C"), "X-WR-CALNAME:") == "A\\, B\\; C\n");
}

TEST_CASE("whole days end on the day after; a month is all of its days; a year alone is no day") {
  const std::string ics = calendar("2026-12-31,meeting,a,,,\n2028-02,meeting,b,,,\n2027,meeting,c,,,\n");
  CHECK(values(ics, "DTSTART;VALUE=DATE:") == "20261231\n20280201\n");
  CHECK(values(ics, "DTEND;VALUE=DATE:") == "20270101\n20280301\n");
}

TEST_CASE("each day has a name of its own, that stays from build to build, and cancelled ones say so") {
  const std::string rows = "2026-12-01,meeting,We meet,,planned,\n2026-12-01,meeting,We meet,,cancelled,\n";
  CHECK(values(calendar(rows), "UID:") == "2026-12-01-we-meet@p\n2-2026-12-01-we-meet@p\n");
  CHECK(values(calendar(rows), "STATUS:") == "CANCELLED\n");
  CHECK(values(calendar(rows), "URL:") == "https://x.example/send/p/\nhttps://x.example/send/p/\n");
}

}  // namespace offer::calendar_test
