// Our codes and the W3C's ACT rules: the mapping that outside scorers read, and the published cases where they are at hand.
//
// The cases are not part of this source. Where OFFER_ACT_CASES names the file cases.json (or it lies here), every case of the rules that we decide
// is judged; `./tests/run act` does that alone.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/files.h"
#include "checks/all_codes.h"
#include "html/judge.h"
#include "kit.h"

namespace offer::mapping_test {

namespace {

// Code to ids of rules, as the codes themselves say.
std::map<std::string, std::vector<std::string>> mapped() {
  std::map<std::string, std::vector<std::string>> map;
  for (const Code* code : all_codes())
    for (const std::string_view rule : words_of(code->act)) map[std::string(code->name)].emplace_back(rule);
  return map;
}

std::string mapping_file() { return kit::source_folder() + "/tests/act/mapping.json"; }

}  // namespace

TEST_CASE("the mapping to the ACT rules says what the codes say") {
  nlohmann::ordered_json wanted;
  wanted["tool"] = "local-offer";
  for (const auto& [code, rules] : mapped()) wanted["map"][code] = rules;
  const std::string text = wanted.dump(2) + "\n";
  const SourceFile file = read_file(mapping_file());
  if (std::getenv("OFFER_REWRITE") != nullptr) {
    if (file.trouble.empty()) replace_file(mapping_file(), text);
    else write_file(mapping_file(), text);
  } else {
    CHECK(file.bytes == text);
  }
  std::set<std::string> rules;
  for (const auto& [code, of_code] : mapped()) rules.insert(of_code.begin(), of_code.end());
  CHECK(rules.size() == 36);
}

TEST_CASE("the published ACT cases of the rules that HTML alone decides come out right") {
  const char* named = std::getenv("OFFER_ACT_CASES");
  const SourceFile file = read_file(named != nullptr ? named : kit::source_folder() + "/tests/act/cases.json");
  if (!file.trouble.empty()) {
    MESSAGE("left out: the cases are not at hand (OFFER_ACT_CASES=…/cases.json)");
    return;
  }
  const auto data = nlohmann::json::parse(file.bytes);
  struct Score {
    size_t failed = 0, found = 0, others = 0, wrongly = 0;
  };
  std::map<std::string, Score> scores;
  for (const auto& one : data["cases"]) {
    const auto rule = one["rule"].get<std::string>();
    if (!one.value("static_decidable", false) || one.value("extra", false)) continue;
    Report report;
    check_html(one["html"].get<std::string>(), "case", report);
    bool flagged = false;
    for (const Diagnostic& finding : report.all())
      for (const std::string_view act : words_of(finding.code->act)) flagged = flagged || act == rule;
    Score& score = scores[rule];
    const bool should = one["expected"] == "failed";
    ++(should ? score.failed : score.others);
    if (flagged) ++(should ? score.found : score.wrongly);
    CHECK_MESSAGE(flagged == should, one["id"].get<std::string>(), ": ", one["title"].get<std::string>(), should ? " is not found" : " is found wrongly");
  }
  Score all;
  size_t complete = 0;
  for (const auto& [rule, score] : scores) {
    all = {all.failed + score.failed, all.found + score.found, all.others + score.others, all.wrongly + score.wrongly};
    if (score.found == score.failed && score.wrongly == 0) ++complete;
  }
  MESSAGE("found ", all.found, " of ", all.failed, " failed cases; wrongly found ", all.wrongly, " of ", all.others, " others; ", complete, " of ", scores.size(), " rules complete");
}

}  // namespace offer::mapping_test
