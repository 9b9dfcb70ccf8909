#include "serve/code_pages.h"

#include "base/escape.h"
#include "base/text.h"
#include "checks/all_codes.h"
#include "checks/code_page.h"
#include "formats/html_body.h"
#include "load/markdown.h"
#include "serve/problem_list.h"

namespace offer {

CodePages::CodePages() {
  prepare_markdown();
  for (const Code* code : all_codes()) docs_.emplace(code->name, page_of_code(*code));
}

bool CodePages::page(std::string_view name, const SiteView& site, std::string& title, std::string& body) const {
  const Code* code = find_code(name);
  const auto doc = docs_.find(name);
  if (code == nullptr || doc == docs_.end()) return false;
  title = title_of_code(*code);
  body = fmt::format("<p class=\"lo-{}\"><strong>{}.</strong> {}</p>\n", severity_class(code->severity), severity_label(code->severity), how_bad(code->severity));
  std::string_view text = doc->second;
  if (text.starts_with("# ")) text.remove_prefix(std::min(text.find('\n'), text.size()));
  for (const DocPiece& piece : pieces_of_doc(text)) {
    if (piece.example) {
      body += fmt::format("<figure class=\"lo-example\">{}<pre tabindex=\"0\"><code>{}</code></pre></figure>\n",
                          piece.file.empty() ? "" : fmt::format("<figcaption>The file <code>{}</code></figcaption>", escaped(piece.file)), escaped(piece.text));
      continue;
    }
    Arena arena;
    Report ignored;
    body += html_body(*parse_markdown(piece.text, 1, "", arena, ignored), site, "", nullptr);
  }
  if (doc->second.empty()) body += "<p>This finding has no page yet.</p>\n";
  body += fmt::format("<p>Its name in messages is <code>{}</code>. It serves: {}. <a href=\"/-/codes/\">All findings</a></p>\n", code->name, escaped(code->serves));
  return true;
}

std::string CodePages::list() const {
  std::string html = "<p>Everything that our checks can find, from A to Z.</p>\n<ul>\n";
  for (const auto& [name, doc] : docs_) {
    const Code* code = find_code(name);
    html += fmt::format("<li><a href=\"/-/codes/{}/\">{}</a>: {}</li>\n", name, escaped(title_of_code(*code)), lower(severity_label(code->severity)));
  }
  return html + "</ul>\n";
}

}  // namespace offer
