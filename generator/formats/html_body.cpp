#include "formats/html_body.h"

#include <algorithm>

#include "formats/html_names.h"
#include "formats/html_writer.h"
#include "model/plain_words.h"

namespace offer {

void HtmlWriter::write_children(const Block& block) {
  for (const Block& child : children(block)) write(child);
}

void HtmlWriter::write(const Block& block) {
  if (marks_ != nullptr && block.place.line > 0) marks_->push_back({to_.size(), path_, block.place});
  switch (block.kind) {
    case BlockKind::document: return write_children(block);
    case BlockKind::quote: return around_lines("blockquote", block);
    case BlockKind::notice: return write_notice(block);
    case BlockKind::bullet_list: return around_lines("ul", block);
    case BlockKind::numbered_list: return write_numbered_list(block);
    case BlockKind::item: return write_item(block, "li", {});
    case BlockKind::steps: return around_lines_with_class("ol", "steps", block);
    case BlockKind::step: return write_item(block, "li", "step");
    case BlockKind::facts: return around_lines_with_class("dl", in_step_ ? "facts step-facts" : "facts", block);
    case BlockKind::fact: return write_fact(block);
    case BlockKind::cards: return around_lines_with_class("ul", cards_class(static_cast<CardsKind>(block.variant)), block);
    case BlockKind::card: return write_card(block);
    case BlockKind::words: return around_lines_with_class("dl", "words", block);
    case BlockKind::word: return write_word(block);
    case BlockKind::letters: return write_letters(block);
    case BlockKind::filters: return write_filters(block);
    case BlockKind::filter: return;  // written by write_filters
    case BlockKind::narrowed:
      begin("div");
      attribute("class", "narrowed");
      write_values(block);
      to_ += ">\n";
      write_children(block);
      close("div");
      line();
      return;
    case BlockKind::values: return;  // an attribute of what it stands in
    case BlockKind::ticks: return around_lines_with_class("ol", "ticks", block);
    case BlockKind::tick: return write_tick(block);
    case BlockKind::deadlines: return write_deadlines(block);
    case BlockKind::deadline: return write_deadline(block);
    case BlockKind::drawing:
      // Made by draw/, never by an editor; its words are in its label.
      to_ += "<div class=\"drawing\">";
      to_ += block.target;
      to_ += "</div>\n";
      return;
    case BlockKind::easy_row: return write_easy_row(block);
    case BlockKind::heading: return write_heading(block);
    case BlockKind::paragraph: return write_paragraph(block);
    case BlockKind::table: return write_table(block);
    case BlockKind::row: return around_lines("tr", block);
    case BlockKind::cell: return around("td", block);
    case BlockKind::code:
      to_ += "<pre><code>";
      escape_html(block.text, to_);
      to_ += "</code></pre>\n";
      return;
    case BlockKind::rule: to_ += "<hr />\n"; return;
    case BlockKind::raw_html: return;
    case BlockKind::text: return text(block.text);
    case BlockKind::strong: return around("strong", block);
    case BlockKind::emphasis: return around("em", block);
    case BlockKind::code_span:
      open("code");
      text(block.text);
      close("code");
      return;
    case BlockKind::link: return write_link(block);
    case BlockKind::picture: return write_picture(block);
    case BlockKind::line_break: to_ += "<br />"; return;
    case BlockKind::term: return write_term(block);
    case BlockKind::hard_word:
      open("strong", "hard-word");
      write_children(block);
      close("strong");
      return;
    case BlockKind::tag:
      open("span", tag_class(static_cast<TagKind>(block.variant)));
      text(block.text);
      close("span");
      return;
  }
}

void HtmlWriter::around_lines(std::string_view tag, const Block& block) {
  open(tag);
  line();
  write_children(block);
  close(tag);
  line();
}

void HtmlWriter::around_lines_with_class(std::string_view tag, std::string_view class_name, const Block& block) {
  open(tag, class_name);
  line();
  write_children(block);
  close(tag);
  line();
}

void HtmlWriter::write_heading(const Block& block) {
  const char tag[] = {'h', static_cast<char>('0' + std::clamp<int>(block.number, 2, 6)), 0};
  begin(tag);
  if (!block.target.empty()) attribute("id", block.target);
  to_ += '>';
  write_children(block);
  close(tag);
  line();
  std::string room;
  heading_ = plain_words(block, room);
  tables_under_heading_ = 0;
}

void HtmlWriter::write_paragraph(const Block& block) {
  switch (static_cast<ParagraphKind>(block.variant)) {
    case ParagraphKind::tight: return write_children(block);
    case ParagraphKind::meaning: open("p", "easy-meaning"); break;
    case ParagraphKind::plain: open("p"); break;
  }
  write_children(block);
  close("p");
  line();
  write_meanings();
}

void write_html_body(const Block& root, const SiteView& site, GrowingText& to, std::string_view path, std::vector<OutputMark>* marks) {
  HtmlWriter writer(site, to, path, marks);
  writer.write_children(root);
  writer.write_meanings();
}

std::string html_body(const Block& root, const SiteView& site, std::string_view path, std::vector<OutputMark>* marks) {
  GrowingText body;
  write_html_body(root, site, body, path, marks);
  return std::string(body.view());
}

}  // namespace offer
