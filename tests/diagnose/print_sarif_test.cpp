// SARIF, held against what its schema (OASIS, SARIF 2.1.0) asks of the objects that we write. The whole schema is large and not ours to ship;
// the lists below are the names and kinds that it has for these objects, and it allows no others.
#include "diagnose/print_sarif.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"

namespace offer::print_sarif_test {

using nlohmann::json;

namespace {

constexpr Code broken{"broken-things", Severity::error, "WCAG 4.1.2", "23a2a8 7d6734"};
constexpr Code late{"late-things", Severity::warning, "facts that are true"};
constexpr Code seen{"seen-things", Severity::look, "PE-08"};

std::string unknown_names(const json& object, const std::set<std::string>& known, const std::string& where) {
  std::string found;
  for (const auto& [name, value] : object.items())
    if (!known.contains(name)) found += where + "." + name + " ";
  return found;
}

bool is_place(const json& region, const char* name) { return !region.contains(name) || (region[name].is_number_integer() && region[name] >= 1); }

// What is wrong with it, in words; "" for nothing.
std::string breaches(const json& log) {
  std::string found = unknown_names(log, {"$schema", "version", "runs", "inlineExternalProperties", "properties"}, "log");
  if (log.value("version", "") != "2.1.0") found += "version ";
  for (const json& run : log.at("runs")) {
    found += unknown_names(run, {"tool", "results", "columnKind", "originalUriBaseIds", "artifacts", "invocations", "properties"}, "run");
    if (run.contains("columnKind") && run["columnKind"] != "unicodeCodePoints" && run["columnKind"] != "utf16CodeUnits") found += "columnKind ";
    const json& driver = run.at("tool").at("driver");
    found += unknown_names(driver, {"name", "version", "semanticVersion", "informationUri", "rules", "properties"}, "driver");
    if (!driver.at("name").is_string()) found += "driver.name ";
    std::set<std::string> ids;
    for (const json& rule : driver.at("rules")) {
      found += unknown_names(rule, {"id", "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "properties"}, "rule");
      if (!ids.insert(rule.at("id").get<std::string>()).second) found += "two rules of one id ";
      for (const char* words : {"shortDescription", "help"})
        if (rule.contains(words)) {
          found += unknown_names(rule[words], {"text", "markdown", "properties"}, words);
          if (!rule[words].at("text").is_string()) found += "text ";
        }
      found += unknown_names(rule.at("defaultConfiguration"), {"enabled", "level", "rank", "parameters", "properties"}, "configuration");
    }
    for (const json& result : run.at("results")) {
      found += unknown_names(result, {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "fingerprints", "baselineState", "properties"}, "result");
      if (driver["rules"].at(result.at("ruleIndex").get<size_t>()).at("id") != result.at("ruleId")) found += "ruleIndex ";
      if (!std::set<std::string>{"none", "note", "warning", "error"}.contains(result.at("level").get<std::string>())) found += "level ";
      if (!result.at("message").at("text").is_string()) found += "message ";
      for (const json& location : result.at("locations")) {
        const json& physical = location.at("physicalLocation");
        found += unknown_names(physical, {"artifactLocation", "region", "contextRegion", "address", "properties"}, "physical");
        found += unknown_names(physical.at("artifactLocation"), {"uri", "uriBaseId", "index", "description", "properties"}, "artifact");
        const std::string uri = physical["artifactLocation"].at("uri");
        if (uri.find_first_of(" \"<>\\^`{|}#") != std::string::npos) found += "uri ";
        if (physical["artifactLocation"].contains("uriBaseId") != !uri.starts_with("file:///")) found += "uriBaseId ";
        if (!physical.contains("region")) continue;
        const json& region = physical["region"];
        found += unknown_names(region, {"startLine", "startColumn", "endLine", "endColumn", "snippet", "message", "properties"}, "region");
        for (const char* name : {"startLine", "startColumn", "endColumn"})
          if (!is_place(region, name)) found += std::string(name) + " ";
        if (!region.contains("startLine")) found += "region without a line ";
        if (region.contains("endColumn") && region["endColumn"] < region.at("startColumn")) found += "region that ends before it begins ";
      }
      for (const auto& [name, value] : result.at("partialFingerprints").items())
        if (!value.is_string()) found += "fingerprint ";
    }
  }
  return found;
}

Report some_findings() {
  Report report;
  report.add(broken, "a b#1.md", {12, 5, 10}, "a \"quoted\" word", "Write:\nanother");
  report.add(broken, "a b#1.md", {13, 1, 0}, "again");
  report.add(late, "theme/x.css", {3, 0, 0}, "bytes \xff that are no text");
  report.add(seen, "b.md", {}, "look");
  return report;
}

const SarifOptions options{.version = "0.1.0",
                           .folders = {.site = "content/", .theme = "/usr/share/themes/", .rules = {}},
                           .help_of = [](const Code& code) { return fmt::format("# {}\n\nWhat it is.\n\n## Why\nSo.\n", code.name); }};

}  // namespace

TEST_CASE("SARIF has what its schema asks for and nothing that it does not know") {
  const std::string text = print_sarif(some_findings(), [](std::string_view) { return std::string_view(); }, options);
  const json log = json::parse(text);
  CHECK(breaches(log) == "");
  CHECK(breaches(json::parse(print_sarif({}, [](std::string_view) { return std::string_view(); }, options))) == "");
  json wrong = log;
  wrong["runs"][0]["results"][0]["level"] = "look";
  wrong["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0;
  wrong["runs"][0]["results"][2]["ruleIndex"] = 0;
  wrong["runs"][0]["extra"] = 1;
  CHECK(breaches(wrong) == "run.extra level startLine ruleIndex ");
}

TEST_CASE("SARIF tells each rule once, each finding at its place, and a person's judgement as a note") {
  const json run = json::parse(print_sarif(some_findings(), [](std::string_view) { return std::string_view(); }, options)).at("runs").at(0);
  CHECK(run["tool"]["driver"]["rules"].size() == 3);
  CHECK(run["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "What it is.");
  CHECK(run["tool"]["driver"]["rules"][0]["properties"]["act"] == json::array({"23a2a8", "7d6734"}));
  const json& first = run["results"][0];
  CHECK(first["message"]["text"] == "a \"quoted\" word. Write:\nanother");
  CHECK(first["locations"][0]["physicalLocation"] == json::parse(R"({"artifactLocation": {"uri": "content/a%20b%231.md", "uriBaseId": "%SRCROOT%"},
      "region": {"startLine": 12, "startColumn": 5, "endColumn": 15}})"));
  CHECK(run["results"][2]["locations"][0]["physicalLocation"] == json::parse(R"({"artifactLocation": {"uri": "file:///usr/share/themes/x.css"}, "region": {"startLine": 3}})"));
  CHECK(run["results"][3]["level"] == "note");
  CHECK_FALSE(run["results"][3]["locations"][0]["physicalLocation"].contains("region"));
}

}  // namespace offer::print_sarif_test
