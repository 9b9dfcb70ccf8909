#include "diagnose/print_sarif.h"

#include <map>

#include "base/escape.h"
#include "base/text.h"
#include "diagnose/baseline.h"

namespace offer {

namespace {

// As a JSON string; bytes that are no UTF-8 become the sign for that.
std::string in_quotes(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const size_t good = std::min(first_bad_utf8(text).value_or(text.size()), text.size());
    clean.append(text.substr(0, good));
    text.remove_prefix(good);
    if (!text.empty()) clean += "\xEF\xBF\xBD", text.remove_prefix(1);
  }
  return json_string(clean);
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::look: return "note";
  }
  return "none";
}

// The first paragraph under the page's title: what the finding is, in one sentence.
std::string_view first_paragraph(std::string_view page) {
  if (page.starts_with('#')) page.remove_prefix(std::min(page.find('\n'), page.size()));
  page = trim(page);
  return trim(page.substr(0, page.find("\n\n")));
}

// Paths below the present folder stand below %SRCROOT%, which the reader of the file knows; others are whole addresses.
std::string artifact(const std::string& path) {
  if (path.starts_with('/')) return fmt::format("{{\"uri\": {}}}", in_quotes("file://" + percent_encoded(path)));
  std::string_view below = path;
  while (below.starts_with("./")) below.remove_prefix(2);
  return fmt::format("{{\"uri\": {}, \"uriBaseId\": \"%SRCROOT%\"}}", in_quotes(replace_all(percent_encoded(below), "#", "%23")));
}

std::string region(const Place& place) {
  std::string json = fmt::format("{{\"startLine\": {}", place.line);
  if (place.column > 0) {
    json += fmt::format(", \"startColumn\": {}", place.column);
    if (place.length > 0) json += fmt::format(", \"endColumn\": {}", place.column + place.length);
  }
  return json + "}";
}

std::string rule(const Code& code, const std::string& page) {
  const std::string_view says = first_paragraph(page);
  std::string json = fmt::format("          {{\n            \"id\": {},\n", in_quotes(code.name));
  if (!says.empty()) json += fmt::format("            \"shortDescription\": {{\"text\": {}}},\n", in_quotes(says));
  if (!page.empty()) json += fmt::format("            \"help\": {{\"text\": {}, \"markdown\": {}}},\n", in_quotes(page), in_quotes(page));
  json += fmt::format("            \"defaultConfiguration\": {{\"level\": \"{}\"}},\n", level_of(code.severity));
  json += fmt::format("            \"properties\": {{\"serves\": {}", in_quotes(code.serves));
  std::vector<std::string> act;
  for (const std::string_view id : words_of(code.act)) act.push_back(in_quotes(id));
  if (!act.empty()) json += fmt::format(", \"act\": [{}]", join(act, ", "));
  return json + "}\n          }";
}

}  // namespace

std::string print_sarif(const Report& report, const std::function<std::string_view(std::string_view)>& source_of, const SarifOptions& options) {
  std::map<std::string_view, size_t> number_of;  // of each code that was found, in A to Z order
  std::vector<std::string> rules;
  std::map<std::string_view, const Code*> found;
  for (const Diagnostic& one : report.all()) found.emplace(one.code->name, one.code);
  for (const auto& [name, code] : found) {
    number_of.emplace(name, rules.size());
    rules.push_back(rule(*code, options.help_of ? options.help_of(*code) : std::string()));
  }
  const std::vector<std::string> marks = line_marks(report, source_of);
  std::vector<std::string> results;
  for (size_t i = 0; i < marks.size(); ++i) {
    const Diagnostic& one = report.all()[i];
    std::string json = fmt::format("        {{\n          \"ruleId\": {},\n          \"ruleIndex\": {},\n          \"level\": \"{}\",\n", in_quotes(one.code->name),
                                   number_of.at(one.code->name), level_of(one.code->severity));
    json += fmt::format("          \"message\": {{\"text\": {}}},\n", in_quotes(one.help.empty() ? one.message + "." : one.message + ". " + one.help));
    json += fmt::format("          \"locations\": [{{\"physicalLocation\": {{\"artifactLocation\": {}", artifact(shown_path(one.path, options.folders)));
    if (one.place.line > 0) json += fmt::format(", \"region\": {}", region(one.place));
    json += fmt::format("}}}}],\n          \"partialFingerprints\": {{\"words/v1\": \"{}\"}}\n        }}", marks[i]);
    results.push_back(std::move(json));
  }
  const auto list = [](const std::vector<std::string>& items, std::string_view end) {
    return items.empty() ? std::string("[]") : fmt::format("[\n{}\n{}]", join(items, ",\n"), end);
  };
  return fmt::format(
      "{{\n  \"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n  \"version\": \"2.1.0\",\n"
      "  \"runs\": [\n    {{\n      \"tool\": {{\n        \"driver\": {{\n          \"name\": \"local-offer\",\n          \"semanticVersion\": {},\n"
      "          \"rules\": {}\n        }}\n      }},\n"
      "      \"columnKind\": \"unicodeCodePoints\",\n      \"originalUriBaseIds\": {{\"%SRCROOT%\": {{\"description\": {{\"text\": \"The folder in which "
      "local-offer was started.\"}}}}}},\n      \"results\": {}\n    }}\n  ]\n}}\n",
      in_quotes(options.version), list(rules, "          "), list(results, "      "));
}

}  // namespace offer
