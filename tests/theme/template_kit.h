// For tests of templates: a schema, values for it, and a theme of one page and its parts.
#pragma once

#include <doctest/doctest.h>

#include "base/text.h"
#include "diagnose/codes.h"
#include "theme/template.h"

namespace offer::template_kit {

inline const Schema& schema() {
  static const Schema names = {
      {"title", SlotKind::text},
      {"summary", SlotKind::text},
      {"body", SlotKind::html},
      {"root", SlotKind::address},
      {"home", SlotKind::text},
      {"menu",
       SlotKind::list,
       {{"title", SlotKind::text},
        {"address", SlotKind::address},
        {"current", SlotKind::text},
        {"pages", SlotKind::list, {{"title", SlotKind::text}, {"address", SlotKind::address}}}}},
      {"words", SlotKind::list, {{"word", SlotKind::text}, {"meaning", SlotKind::text}}},
  };
  return names;
}

struct Part {
  std::string name;
  std::string text;
};

inline std::vector<SourceFile> theme(const std::string& page, const std::vector<Part>& parts = {}) {
  std::vector<SourceFile> files{{"council.css", "", ""}, {"templates/page.html", page, ""}};
  for (const Part& part : parts)
    files.push_back({"templates/" + part.name + ".html", part.text, ""});
  return files;
}

// Every problem on a line: "page.html:1:4+9 what is wrong | help".
inline std::string problems_of(const std::vector<SourceFile>& files) {
  Report report;
  Template::compile(files, "page", schema(), "themes/t/", report);
  std::string all;
  for (const Diagnostic& d : report.all()) {
    CHECK(d.path.starts_with("themes/t/templates/"));
    if (!all.empty()) all += '\n';
    all += fmt::format("{}:{}:{}+{} {}", d.path.substr(19), d.place.line, d.place.column,
                       d.place.length, d.message);
    if (!d.help.empty()) all += " | " + d.help;
    if (d.code != &codes::broken_templates) all += fmt::format(" [{}]", d.code->name);
  }
  return all;
}

inline std::string problems(const std::string& page, const std::vector<Part>& parts = {}) {
  return problems_of(theme(page, parts));
}

inline Values values() {
  Values result(schema());
  result.texts[slot_index(schema(), "title")] = "Ask & get <help>";
  result.texts[slot_index(schema(), "body")] = "<p>Body</p>";
  result.texts[slot_index(schema(), "root")] = "/";
  const Schema& item = schema()[slot_index(schema(), "menu")].items;
  const Schema& below = item[slot_index(item, "pages")].items;
  for (const char* name : {"Plans", "Words"}) {
    Values entry(item);
    entry.texts[slot_index(item, "title")] = name;
    entry.texts[slot_index(item, "address")] = std::string_view(name) == "Plans" ? "/plans/" : "/words/";
    for (const char* page : {"One", "Two"}) {
      Values under(below);
      under.texts[slot_index(below, "title")] = page;
      entry.lists[slot_index(item, "pages")].push_back(under);
    }
    if (std::string(name) == "Words") entry.texts[slot_index(item, "current")] = "yes";
    result.lists[slot_index(schema(), "menu")].push_back(entry);
  }
  return result;
}

inline std::string filled(const std::string& page, const std::vector<Part>& parts = {},
                   const Values& with = values()) {
  Report report;
  const auto files = theme(page, parts);
  const Template result = Template::compile(files, "page", schema(), "", report);
  for (const Diagnostic& d : report.all()) FAIL_CHECK(d.message);
  return result.fill(with);
}

// What a template with problems still renders.
inline std::string filled_anyway(const std::string& page) {
  Report report;
  const auto files = theme(page);
  return Template::compile(files, "page", schema(), "", report).fill(values());
}

}  // namespace offer::template_kit
