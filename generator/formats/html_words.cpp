// Words: text, links, pictures, and glossary words with their meanings.
#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "formats/html_names.h"
#include "formats/html_writer.h"
#include "model/shared_fields.h"

namespace offer {

void HtmlWriter::write_meanings() {
  for (const Term* term : meanings_) write_meaning(*term);  // no meaning holds another mark
  meanings_.clear();
}

void HtmlWriter::link(std::string_view target, std::string_view words) {
  begin("a");
  address("href", target);
  to_ += '>';
  text(words);
  close("a");
}

void HtmlWriter::write_link(const Block& block) {
  if (block.target.empty()) return write_children(block);
  begin("a");
  address("href", block.target);
  write_language(block);
  to_ += '>';
  write_children(block);
  close("a");
}

// Where a link leads to a page in another language, browsers are told. Words of the link that are that page's own title, or in its letters, are
// in its language too.
void HtmlWriter::write_language(const Block& link) {
  const Page* to = site_.in_another_language(link.target);
  if (to == nullptr || to->fields.get(shared::language).empty()) return;
  const std::string& language = to->fields.get(shared::language);
  attribute("hreflang", language);
  const Script script = script_of_language(language);
  const std::string words = plain_text(link);
  bool own_letters = false;
  for (size_t at = 0; at < words.size() && script != Script::latin; at += character_length(words, at)) own_letters = own_letters || script_of(character_at(words, at)) == script;
  if (!own_letters && words != to->title) return;
  attribute("lang", language);
  if (right_to_left(script)) attribute("dir", "rtl");
}

void HtmlWriter::write_picture(const Block& block) {
  if (block.target.empty()) return text(block.text);
  begin("img");
  address("src", block.target);
  attribute("alt", block.text);
  to_ += " />";
}

// A button that opens the meaning (the Popover API: no script). Where a browser does not know it, the meaning stands after the paragraph.
void HtmlWriter::write_term(const Block& block) {
  const Term* term = site_.term(block.target);
  if (term == nullptr) return write_children(block);
  meanings_.push_back(term);
  between("<button type=\"button\" class=\"term\" popovertarget=\"", term->anchor, "\">");
  write_children(block);
  close("button");
}

void HtmlWriter::write_meaning(const Term& term) {
  between("<div class=\"meaning\" popover=\"auto\" id=\"", term.anchor, "\"><p><strong>");
  text(term.name);
  if (!term.abbreviation.empty()) {
    to_ += " (";
    text(term.abbreviation);
    to_ += ')';
  }
  to_ += "</strong> ";
  text(term.meaning);
  to_ += "</p><p>";
  begin("a");
  address("href", site_.all_pages()[term.page].address);
  to_ += ">More about ";
  text(term.name);
  close("a");
  between("</p><button type=\"button\" popovertarget=\"", term.anchor, "\" popovertargetaction=\"hide\">Close</button></div>\n");
}

}  // namespace offer
