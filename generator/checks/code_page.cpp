#include "checks/code_page.h"

#include <algorithm>

#include "base/text.h"
#include "load/inputs.h"

namespace offer {

std::string page_of_code(const Code& code) {
  return std::string(read_file(home_folder() / "generator" / "checks" / "docs" / (std::string(code.name) + ".md")).bytes);
}

std::vector<DocPiece> pieces_of_doc(std::string_view markdown) {
  std::vector<DocPiece> pieces(1);
  std::string_view fence;
  for (const std::string_view line : split(markdown, '\n')) {
    const size_t signs = std::min(line.find_first_not_of('`'), line.size());
    if (fence.empty() && signs >= 3) {
      fence = line.substr(0, signs);
      const auto words = words_of(line.substr(signs));
      pieces.push_back({.example = true, .file = words.size() > 1 ? std::string(words[1]) : "", .text = {}});
    } else if (!fence.empty() && signs >= fence.size() && trim(line.substr(signs)).empty()) {
      fence = {};
      pieces.emplace_back();
    } else {
      pieces.back().text.append(line).append("\n");
    }
  }
  std::erase_if(pieces, [](const DocPiece& piece) { return !piece.example && trim(piece.text).empty(); });
  return pieces;
}

std::string title_of_code(const Code& code) {
  std::string title = replace_all(std::string(code.name), "-", " ");
  if (is_lower(title.front())) title.front() = static_cast<char>(title.front() - 'a' + 'A');
  // Names keep their capitals.
  for (const auto& [small, right] : {std::pair{"Easy read", "Easy Read"}, {" yaml", " YAML"}, {"utf8", "UTF-8"}, {"nul bytes", "NUL bytes"}, {"html", "HTML"}})
    title = replace_all(std::move(title), small, right);
  return title;
}

std::string_view how_bad(Severity severity) {
  switch (severity) {
    case Severity::error: return "An error. The site is not published until it is mended.";
    case Severity::warning: return "A warning. The site is published, but a reader may be lost.";
    case Severity::look: return "Something to look at. A person must judge.";
  }
  return "";
}

}  // namespace offer
