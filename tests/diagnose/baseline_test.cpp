#include "diagnose/baseline.h"

#include <doctest/doctest.h>

namespace offer::baseline_test {

namespace {
constexpr Code broken{"broken-things", Severity::error, ""};
constexpr Code late{"late-things", Severity::warning, ""};

TextOf text(std::string_view words) {
  return [words](std::string_view) { return words; };
}
}  // namespace

TEST_CASE("a finding is known again when words above it come and go, and not when its own line changes") {
  Report before;
  before.add(broken, "a.md", {2, 1, 0}, "one");
  const Baseline baseline = baseline_of(before, text("first\n  the line  \n"));
  Report after;
  after.add(broken, "a.md", {4, 9, 0}, "another message");
  Compared same = compare(after, baseline, text("new\nnew\nfirst\nthe line\r\n"));
  CHECK(same.known == 1);
  CHECK(same.fresh.all().empty());
  CHECK(same.gone.empty());
  Compared other = compare(after, baseline, text("new\nnew\nfirst\nthe lines\n"));
  CHECK(other.known == 0);
  CHECK(other.fresh.all().size() == 1);
  REQUIRE(other.gone.size() == 1);
  CHECK(other.gone[0].first.code == "broken-things");
}

TEST_CASE("as many findings of a line are known as there were, and one more is new") {
  Report before;
  before.add(broken, "a.md", {1, 1, 0}, "one");
  before.add(broken, "a.md", {1, 5, 0}, "two");
  const Baseline baseline = baseline_of(before, text("line\n"));
  CHECK(baseline.count() == 2);
  CHECK(baseline.times.size() == 1);
  Report after = before;
  after.add(broken, "a.md", {1, 7, 0}, "three");
  after.add(late, "a.md", {1, 7, 0}, "of another code");
  const Compared compared = compare(after, baseline, text("line\n"));
  CHECK(compared.known == 2);
  CHECK(compared.fresh.all().size() == 2);
}

TEST_CASE("where a line has no words the message stands for it: two settings that are missing are two findings") {
  Report before;
  before.add(broken, "a.md", {1, 0, 0}, "'owner' is missing");
  const Baseline baseline = baseline_of(before, text("---\n"));
  Report after;
  after.add(broken, "a.md", {1, 0, 0}, "'title' is missing");
  CHECK(compare(after, baseline, text("---\n")).known == 0);
  CHECK(compare(before, baseline, text("---\n")).known == 1);
  Report whole_file;
  whole_file.add(broken, "b.md", {}, "too large");
  CHECK(compare(whole_file, baseline_of(whole_file, text("")), text("")).known == 1);
}

TEST_CASE("a baseline that is written is read back the same, whatever the names of files") {
  Report report;
  for (const char* path : {"a,b.md", "say \"hello\".md", "#1.md", "plain.md"}) report.add(late, path, {1, 1, 0}, "x");
  const Baseline baseline = baseline_of(report, text("words"));
  const std::string written = write_baseline(baseline);
  std::vector<BaselineTrouble> troubles;
  CHECK(read_baseline(written, troubles).times == baseline.times);
  CHECK(troubles.empty());
  CHECK(write_baseline(read_baseline("\xEF\xBB\xBF" + written, troubles)) == written);
  CHECK(troubles.empty());
}

TEST_CASE("two rows for the same words count once, with the larger number") {
  std::vector<BaselineTrouble> troubles;
  const Baseline baseline = read_baseline("code,file,line,times\r\na,b.md,c,2\r\na,b.md,c,3\r\na,b.md,c,0\r\n\"a,b.md,c,1\r\n", troubles);
  CHECK(baseline.count() == 3);
  REQUIRE(troubles.size() == 2);
  CHECK(troubles[0].line == 4);
  CHECK(troubles[1].line == 5);
}

}  // namespace offer::baseline_test
