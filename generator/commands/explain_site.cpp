// explain --all: the pages of checks/docs as a site of plain pages, for the same pipeline as any other site.
#include "base/escape.h"
#include "base/text.h"
#include "checks/all_codes.h"
#include "commands/explain.h"

namespace offer {

namespace {

// allowed: further entries of `allow`, each a whole line.
std::string settings(std::string_view id, std::string_view title, std::string_view summary, Date today, std::string_view allowed = "") {
  const Date next_year{today.day + std::chrono::years{1}};
  const Date by = next_year.day.ok() ? next_year : Date{(today.day.year() + std::chrono::years{1}) / std::chrono::March / 1};
  return fmt::format(
      "---\nid: {}\ntitle: {}\nsummary: {}\naudience: [professionals]\nowner: editor\nreviewed: {}\nreview_by: {}\n"
      "allow:\n  - \"long-summaries: the first words of a finding's page say all of what it is\"\n  - \"long-titles: a finding's name is its title\"\n{}---\n\n",
      id, yaml_string(title), yaml_string(summary), iso(today), iso(by), allowed);
}

// The words under the title, as the page's summary; taken off `text`.
std::string take_first_paragraph(std::string& text) {
  const size_t start = std::min(text.find_first_not_of('\n'), text.size());
  const size_t end = std::min(text.find("\n\n", start), text.size());
  const std::string words = replace_all(replace_all(text.substr(start, end - start), "\n", " "), "`", "");
  text.erase(0, end);
  return std::string(trim(words));
}

SourceFile page_for(const Code& code, Date today) {
  const std::string doc = page_of_code(code);
  std::string_view text = doc;
  if (text.starts_with("# ")) text.remove_prefix(std::min(text.find('\n'), text.size()));
  std::vector<DocPiece> pieces = pieces_of_doc(text);
  std::string summary = "This finding has no page yet.";
  if (!pieces.empty() && !pieces.front().example) summary = take_first_paragraph(pieces.front().text);
  std::string body = fmt::format("{} Its name in messages is `{}`. It serves: {}.\n", how_bad(code.severity), code.name, code.serves);
  for (const DocPiece& piece : pieces) {
    if (!piece.example) {
      body += piece.text;
      continue;
    }
    // A longer fence than any inside the example.
    std::string fence = "```";
    while (piece.text.find(fence) != std::string::npos) fence += '`';
    if (!piece.file.empty()) body += fmt::format("\nThe file `{}`:\n", piece.file);
    body += fmt::format("\n{}\n{}{}\n\n", fence, piece.text, fence);
  }
  // A page about ampersands has one. Errors cannot be allowed.
  const std::string allowed = code.severity == Severity::error ? std::string() : fmt::format("  - \"{}: this page shows what it is about\"\n", code.name);
  return {fmt::format("{}.md", code.name), settings(code.name, title_of_code(code), summary, today, allowed) + body, {}};
}

}  // namespace

std::vector<SourceFile> explained_as_site(Date today) {
  std::vector<SourceFile> files;
  files.push_back({"roles.yml", "editor:\n  title: Editor\n  phone: \"01632 960 100\"\n", {}});
  files.push_back({"site.yml",
                   "name: \"What the checks say\"\ncouncil: \"local-offer\"\naddress: https://checks.example.org/\nindex: no\nmenu: [all-checks]\nhelp: editor\n"
                   "words_people_know: [ACT, ARIA, AVIF, CSS, CSV, EHC, EHCP, ER, GIF, HTML, ICB, ID, JPEG, NHS, NUL, PDF, PE, PNG, QR, SENCO, SEND, SVG, UTF, W3C, WCAG, WebP, XML, YAML]\n",
                   {}});
  std::string home = settings("home", "What the checks say", "Every finding that local-offer can make, and what to do about it.", today) +
                     "Each page says why a finding matters and who it helps. It shows a wrong and a right example.\n\n[All checks in one list](all-checks.md)\n";
  std::string list = settings("all-checks", "All checks", "The findings by what they are about.", today,
                              "  - \"shall: it is the name of a finding\"\n  - \"lists-of-one-item: some families have one finding\"\n");
  list += "Each one leads to its page.\n";
  for (const CodeFamily& family : families_of_codes()) {
    list += fmt::format("\n## {}\n\n", family.title);
    for (const Code* code : family.codes) list += fmt::format("- [{}]({}.md): {}\n", title_of_code(*code), code->name, severity_word(code->severity));
  }
  files.push_back({"known-words.txt", "reflow\nroman\nunspaced\n", {}});
  files.push_back({"index.md", std::move(home), {}});
  files.push_back({"all-checks.md", std::move(list), {}});
  for (const Code* code : all_codes()) files.push_back(page_for(*code, today));
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace offer
