// TermFinder: glossary terms in running text.
#include "model/term_finder.h"

#include <doctest/doctest.h>

#include <random>

#include "base/text.h"

namespace offer::term_finder_test {

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

// Word by word, as a reader goes: what stands at the beginning of a word and nowhere else.
TEST_CASE("wherever a term stands in a long text, among letters and signs of any kind, it is found, and nothing else is") {
  const std::string_view pieces[]{"EHC plan", "EHCPs", "SEND", "send", "process", "café club", "Café", "co-production", "a", "of the", "naïve", "don’t", "“quoted”", "—", "é", "ab12", "Привет", "你好", "(", ". ", "processing", "EHCPx"};
  uint32_t random = 1;
  const auto pick = [&](uint32_t below) { return (random = random * 1664525U + 1013904223U) / 65536U % below; };
  size_t terms = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (uint32_t i = pick(40); i > 0; --i) (text += pieces[pick(std::size(pieces))]) += pick(5) == 0 ? "" : " ";
    std::string expected;
    for (size_t at = 0; at < text.size();) {
      const size_t length = word_length(text, at);
      const auto one = length == 0 ? TermFinder::Found{} : finder().next(text, at);
      if (one.length > 0 && one.start == at) {
        ((expected += text.substr(at, one.length)) += '@') += std::to_string(at) + " ";
        at += one.length;
        ++terms;
      } else {
        at += length > 0 ? length : character_length(text, at);
      }
    }
    std::string all;
    for (auto one = finder().next(text, 0); one.length > 0; one = finder().next(text, one.start + one.length)) ((all += text.substr(one.start, one.length)) += '@') += std::to_string(one.start) + " ";
    CHECK(all == expected);
  }
  CHECK(terms > 1000);
}

TEST_CASE("looking for terms ends and goes on from what it found, whatever the bytes are") {
  std::mt19937 random(8);
  const std::string_view pieces[]{"\xC2", "\xC3", "\xE2", "\x80", "\xA0", "\xF0", "\xFF", "send", "EHC plan", " ", "a", "\xC2\xA0", "\xE2\x80\x99"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (size_t n = random() % 90; n > 0; --n) text += pieces[random() % std::size(pieces)];
    size_t before = 0;
    for (auto found = finder().next(text, 0); found.length > 0; found = finder().next(text, found.start + found.length)) {
      REQUIRE(found.start >= before);
      REQUIRE(found.start + found.length <= text.size());
      before = found.start + found.length;
    }
  }
}

}  // namespace offer::term_finder_test
