// Lists, facts, cards, rows: Blocks that hold other Blocks.
#include <algorithm>

#include "base/text.h"
#include "formats/html_names.h"
#include "formats/html_writer.h"

namespace offer {

void HtmlWriter::write_notice(const Block& block) {
  const auto kind = static_cast<NoticeKind>(block.variant);
  open("div", fmt::format("notice notice-{}", notice_class(kind)));
  if (const std::string_view title = notice_title(kind); !title.empty()) {
    open("p", "notice-title");
    text(title);
    close("p");
    line();
  }
  write_children(block);
  close("div");
  line();
}

void HtmlWriter::write_numbered_list(const Block& block) {
  begin("ol");
  if (block.number != 1) attribute("start", std::to_string(block.number));
  to_ += ">\n";
  write_children(block);
  close("ol");
  line();
}

void HtmlWriter::write_item(const Block& block, std::string_view tag, std::string_view class_name) {
  if (class_name.empty()) open(tag);
  else open(tag, class_name);
  const bool outer = in_step_;
  in_step_ = in_step_ || block.kind == BlockKind::step;
  for (const Block& child : children(block)) {
    // Before a list inside the item, so that a meaning stands by its own words.
    if (child.kind != BlockKind::paragraph) write_meanings();
    write(child);
  }
  in_step_ = outer;
  write_meanings();
  close(tag);
  line();
}

void HtmlWriter::write_fact(const Block& block) {
  open("div", fact_class(static_cast<FactKind>(block.variant)));
  open("dt");
  text(block.text);
  close("dt");
  open("dd");
  // One paragraph needs no <p>.
  if (block.first != nullptr && block.first->next == nullptr && block.first->kind == BlockKind::paragraph)
    write_children(*block.first);
  else
    write_children(block);
  write_meanings();
  close("dd");
  close("div");
  line();
}

// What filters find a card or another item by: data-values="topic:autism age:5-to-11".
void HtmlWriter::write_values(const Block& block) {
  for (const Block& child : children(block))
    if (child.kind == BlockKind::values) return attribute("data-values", child.text);
}

// Links to places where only some of the list stand, folded. The theme's script makes controls out of the attributes; without it these links do.
void HtmlWriter::write_filters(const Block& block) {
  begin("nav");
  attribute("class", "filters");
  attribute("aria-label", "Show only some");
  if (block.number > 0) attribute("data-items", std::to_string(block.number));
  to_ += "><details>\n<summary>Show only some</summary>\n";
  for (const Block& filter : children(block)) {
    begin("div");
    attribute("class", "filter");
    attribute("data-filter", filter.target);
    to_ += '>';
    open("p", "filter-title");
    text(filter.text);
    close("p");
    to_ += "<ul>\n";
    for (const Block& one : children(filter)) {
      to_ += "<li>";
      begin("a");
      address("href", one.target);
      attribute("data-value", one.text);
      if (one.variant != 0) attribute("aria-current", "page");
      to_ += '>';
      write_children(one);
      to_ += "</a></li>\n";
    }
    to_ += "</ul></div>\n";
  }
  to_ += "</details></nav>\n";
}

void HtmlWriter::write_card(const Block& block) {
  begin("li");
  attribute("class", "card");
  write_values(block);
  to_ += '>';
  open("p", "card-title");
  link(block.target, block.text);
  close("p");
  for (const Block& child : children(block)) {
    if (child.kind == BlockKind::values) continue;
    const bool tag = child.kind == BlockKind::tag;
    open("p", tag ? "card-tags" : "card-words");
    if (tag) write(child);
    else write_children(child);
    close("p");
  }
  write_meanings();
  close("li");
  line();
}

void HtmlWriter::write_word(const Block& block) {
  open("div", "word");
  open("dt");
  link(block.target, block.text);
  close("dt");
  open("dd");
  if (block.first != nullptr) write_children(*block.first);
  close("dd");
  close("div");
  line();
}

void HtmlWriter::write_letters(const Block& block) {
  begin("nav");
  attribute("class", "letters");
  attribute("aria-label", "Letters");
  to_ += "><ul>";
  for (const Block& child : children(block)) around_one("li", child);
  to_ += "</ul></nav>\n";
}

void HtmlWriter::around_one(std::string_view tag, const Block& block) {
  open(tag);
  write(block);
  close(tag);
}

void HtmlWriter::write_tick(const Block& block) {
  open("li", "tick");
  open("p", "tick-title");
  text(block.text);
  close("p");
  write_children(block);
  open("p", "tick-done");
  text("Date done:");
  close("p");
  close("li");
  line();
}

void HtmlWriter::write_easy_row(const Block& block) {
  open("div", "easy-row");
  begin("img");
  attribute("class", "easy-picture");
  address("src", block.target);
  // The words beside it say the same, so a screen reader passes the picture over.
  to_ += " alt=\"\" width=\"160\" height=\"160\" />";
  open("div", "easy-words");
  write_children(block);
  close("div");
  close("div");
  line();
}

}  // namespace offer
