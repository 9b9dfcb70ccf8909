#include "formats/html_body.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "formats/html_names.h"
#include "formats/html_tags.h"

namespace offer {

namespace {

// "27%", "£1,200", "20 weeks" is words; "3,728" is a number.
bool is_number(std::string_view text) {
  bool digits = false;
  for (const char c : text) {
    if (is_digit(c)) digits = true;
    else if (c != ',' && c != '.' && c != '%' && c != ' ' && (c & 0x80) == 0) return false;
  }
  return digits;
}

class HtmlWriter : HtmlTags {
 public:
  using HtmlTags::HtmlTags;

  void write_children(const Block& block) {
    for (const Block& child : children(block)) write(child);
  }

  void write_meanings() {
    // Taken over first: a meaning never holds another mark.
    const std::vector<const Term*> terms = std::move(meanings_);
    meanings_.clear();
    for (const Term* term : terms) write_meaning(*term);
  }

 private:
  void around(std::string_view tag, const Block& block) {
    open(tag);
    write_children(block);
    close(tag);
  }
  void write(const Block& block) {
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
      case BlockKind::code_span: return element("code", block.text);
      case BlockKind::link: return write_link(block);
      case BlockKind::picture: return write_picture(block);
      case BlockKind::line_break: to_ += "<br />"; return;
      case BlockKind::term: return write_term(block);
      case BlockKind::hard_word:
        open("strong", "hard-word");
        write_children(block);
        close("strong");
        return;
      case BlockKind::tag: return element("span", tag_class(static_cast<TagKind>(block.variant)), block.text);
    }
  }

  void around_lines(std::string_view tag, const Block& block) {
    open(tag);
    line();
    write_children(block);
    close(tag);
    line();
  }

  void around_lines_with_class(std::string_view tag, std::string_view class_name, const Block& block) {
    open(tag, class_name);
    line();
    write_children(block);
    close(tag);
    line();
  }

  void write_notice(const Block& block) {
    const auto kind = static_cast<NoticeKind>(block.variant);
    open("div", fmt::format("notice notice-{}", notice_class(kind)));
    if (const std::string_view title = notice_title(kind); !title.empty()) {
      element("p", "notice-title", title);
      line();
    }
    write_children(block);
    close("div");
    line();
  }

  void write_numbered_list(const Block& block) {
    begin("ol");
    if (block.number != 1) attribute("start", std::to_string(block.number));
    to_ += ">\n";
    write_children(block);
    close("ol");
    line();
  }

  void write_item(const Block& block, std::string_view tag, std::string_view class_name) {
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

  void write_fact(const Block& block) {
    open("div", fact_class(static_cast<FactKind>(block.variant)));
    element("dt", block.text);
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

  void write_card(const Block& block) {
    open("li", "card");
    open("p", "card-title");
    link(block.target, block.text);
    close("p");
    for (const Block& child : children(block)) {
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

  void write_word(const Block& block) {
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

  void write_letters(const Block& block) {
    begin("nav");
    attribute("class", "letters");
    attribute("aria-label", "Letters");
    to_ += "><ul>";
    for (const Block& child : children(block)) around_one("li", child);
    to_ += "</ul></nav>\n";
  }

  void around_one(std::string_view tag, const Block& block) {
    open(tag);
    write(block);
    close(tag);
  }

  void write_tick(const Block& block) {
    open("li", "tick");
    element("p", "tick-title", block.text);
    write_children(block);
    element("p", "tick-done", "Date done:");
    close("li");
    line();
  }

  // A plain table; the theme's script dates.js reads the attributes and works out a reader's own dates.
  void write_deadlines(const Block& block) {
    begin("div");
    attribute("class", "your-dates");
    attribute("data-holidays", block.text);
    to_ += "><div class=\"table\" role=\"region\" aria-label=\"Table: Your dates\" tabindex=\"0\"><table>\n"
           "<thead><tr><th scope=\"col\">When</th><th scope=\"col\">What must happen</th><th scope=\"col\">If it is late</th></tr></thead>\n<tbody>\n";
    write_children(block);
    to_ += "</tbody></table></div></div>\n";
  }

  void write_deadline(const Block& block) {
    const std::vector<std::string_view> limit = words_of(block.target);
    begin("tr");
    attribute("class", "deadline");
    attribute("data-clock", limit[0]);
    attribute("data-clock-words", block.text);
    attribute(limit[2] == "date" ? "data-date" : "data-number", limit[1]);
    attribute("data-unit", limit[2]);
    to_ += '>';
    constexpr std::string_view labels[]{"When", "What must happen", "If it is late"};
    size_t column = 0;
    for (const Block& cell : children(block)) {
      begin("td");
      attribute("data-label", labels[column]);
      to_ += '>';
      if (column == 0) open("span", "deadline-when");
      write_children(cell);
      if (column == 0) close("span");
      close("td");
      ++column;
    }
    close("tr");
    line();
  }

  void write_easy_row(const Block& block) {
    open("div", "easy-row");
    begin("img");
    attribute("class", "easy-picture");
    attribute("src", href(block.target));
    // The words beside it say the same, so a screen reader passes the picture over.
    to_ += " alt=\"\" width=\"160\" height=\"160\" />";
    open("div", "easy-words");
    write_children(block);
    close("div");
    close("div");
    line();
  }

  void write_heading(const Block& block) {
    const char tag[] = {'h', static_cast<char>('0' + std::clamp<int>(block.number, 2, 6)), 0};
    begin(tag);
    if (!block.target.empty()) attribute("id", block.target);
    to_ += '>';
    write_children(block);
    close(tag);
    line();
    heading_ = plain_text(block);
    tables_under_heading_ = 0;
  }

  void write_paragraph(const Block& block) {
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

  void write_table(const Block& block) {
    begin("div");
    attribute("class", "table");
    attribute("role", "region");
    ++tables_under_heading_;
    const std::string name = heading_.empty() ? std::string("Table") : "Table: " + heading_;
    attribute("aria-label", tables_under_heading_ == 1 ? name : fmt::format("{}, {}", name, tables_under_heading_));
    attribute("tabindex", "0");
    to_ += "><table>\n";
    std::vector<std::string> columns;
    bool body_open = false;
    for (const Block& row : children(block)) {
      const bool header = row.number == 1;
      if (header) to_ += "<thead>";
      else if (!body_open) to_ += "<tbody>\n", body_open = true;
      open("tr");
      size_t column = 0;
      for (const Block& cell : children(row)) {
        if (header) {
          columns.emplace_back(trim(plain_text(cell)));
          begin("th");
          attribute("scope", "col");
          to_ += '>';
          write_children(cell);
          close("th");
        } else {
          begin("td");
          if (is_number(trim(plain_text(cell)))) attribute("class", "number");
          if (column < columns.size()) attribute("data-label", columns[column]);
          to_ += '>';
          write_children(cell);
          close("td");
        }
        ++column;
      }
      close("tr");
      if (header) to_ += "</thead>";
      line();
    }
    if (body_open) to_ += "</tbody>";
    to_ += "</table></div>\n";
    write_meanings();
  }

  void write_link(const Block& block) {
    if (block.target.empty()) return write_children(block);
    begin("a");
    attribute("href", href(block.target));
    to_ += '>';
    write_children(block);
    close("a");
  }

  void write_picture(const Block& block) {
    if (block.target.empty()) return text(block.text);
    begin("img");
    attribute("src", href(block.target));
    attribute("alt", block.text);
    to_ += " />";
  }

  // A button that opens the meaning (the Popover API: no script). Where a browser does not know it, the meaning stands after the paragraph.
  void write_term(const Block& block) {
    const Term* term = site_.term(block.target);
    if (term == nullptr) return write_children(block);
    begin("button");
    attribute("type", "button");
    attribute("class", "term");
    attribute("popovertarget", "word-" + term->id);
    to_ += '>';
    write_children(block);
    close("button");
    meanings_.push_back(term);
  }

  void write_meaning(const Term& term) {
    begin("div");
    attribute("class", "meaning");
    attribute("popover", "auto");
    attribute("id", "word-" + term.id);
    to_ += "><p>";
    open("strong");
    text(term.name);
    if (!term.abbreviation.empty()) text(fmt::format(" ({})", term.abbreviation));
    close("strong");
    to_ += ' ';
    text(term.meaning);
    to_ += "</p><p>";
    const Page* page = site_.page(term.id);
    if (page != nullptr) link(page->address, "More about " + term.name);
    to_ += "</p>";
    begin("button");
    attribute("type", "button");
    attribute("class", "close");
    attribute("popovertarget", "word-" + term.id);
    attribute("popovertargetaction", "hide");
    to_ += ">Close</button></div>\n";
  }

  std::vector<const Term*> meanings_;  // of terms written since the last place where a meaning could stand
  std::string heading_;                // the last heading's words
  int tables_under_heading_ = 0;
  bool in_step_ = false;
};

}  // namespace

std::string html_body(const Block& root, const SiteView& site) {
  std::string result;
  result.reserve(16 * 1024);
  HtmlWriter writer(site, result);
  writer.write_children(root);
  writer.write_meanings();
  return result;
}

}  // namespace offer
