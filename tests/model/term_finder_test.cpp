// TermFinder: glossary terms in running text.
#include "model/term_finder.h"

#include <doctest/doctest.h>

using namespace offer;

namespace {

const TermFinder& finder() {
  static const TermFinder one({
      {"ehc plan", "EHC plan", false, 0},
      {"ehcp", "EHCP", true, 0},
      {"ehc plan review", "EHC plan review", false, 1},
      {"co-production", "co-production", false, 2},
      {"process", "process", false, 3},
      {"send", "SEND", true, 4},
      {"café club", "Café club", false, 5},
  });
  return one;
}

// Every term found: "EHC plan=0 | SEND=4".
std::string found(std::string_view text) {
  std::string all;
  for (auto one = finder().next(text, 0); one.length > 0;
       one = finder().next(text, one.start + one.length)) {
    if (!all.empty()) all += " | ";
    all += std::string(text.substr(one.start, one.length)) + "=" + std::to_string(one.term);
  }
  return all;
}

}  // namespace

TEST_CASE("terms are found whole, the longest first, one after the other") {
  CHECK(found("an EHC plan and an EHC plan review") == "EHC plan=0 | EHC plan review=1");
  CHECK(found("ehc PLAN") == "ehc PLAN=0");
  CHECK(found("co-production") == "co-production=2");
  CHECK(found("Café club") == "Café club=5");
  CHECK(found("") == "");
}

TEST_CASE("plurals belong to the term, other endings do not") {
  CHECK(found("EHCPs") == "EHCPs=0");
  CHECK(found("EHC plans") == "EHC plans=0");
  CHECK(found("processes") == "processes=3");
  CHECK(found("processed EHC planned") == "");
  CHECK(found("EHC plan's") == "EHC plan=0");
}

TEST_CASE("a term stands between other signs as well as between spaces") {
  CHECK(found("(EHCP)") == "EHCP=0");
  CHECK(found("EHCP/SEND") == "EHCP=0 | SEND=4");
  CHECK(found("EHC-plan") == "");
  CHECK(found("“EHCP”") == "EHCP=0");
}

TEST_CASE("terms in capitals are found in capitals only") {
  CHECK(found("send Send SEND") == "SEND=4");
  CHECK(found("ehcp") == "");
}
