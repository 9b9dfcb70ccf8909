#include "base/run_program.h"

#include <doctest/doctest.h>

namespace offer::run_program_test {

TEST_CASE("a program gets its words as they are, and no shell reads them") {
  const ProgramRun run = run_program({"printf", "%s|", "a b", "$HOME", "; rm -rf x", "'\"`"});
  CHECK(run.started);
  CHECK(run.status == 0);
  CHECK(run.output == "a b|$HOME|; rm -rf x|'\"`|");
  CHECK(run.errors == "");
}

TEST_CASE("output and errors are kept apart, and large ones do not block each other") {
  const ProgramRun run = run_program({"sh", "-c", "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; exit 3"});
  CHECK(run.status == 3);
  CHECK(run.output.size() == 300000);
  CHECK(run.errors.size() == 300000);
}

TEST_CASE("settings take the place of those of the environment, and nothing can be read from standard input") {
  const ProgramRun run = run_program({"sh", "-c", "cat; printf %s \"$LC_ALL\"; kill -9 $$"}, {"LC_ALL=C"});
  CHECK(run.output == "C");
  CHECK(run.status == 128 + 9);
}

TEST_CASE("a program that is not there is no failure of the machine") { CHECK_FALSE(run_program({"no-such-program-anywhere"}).started); }

}  // namespace offer::run_program_test
