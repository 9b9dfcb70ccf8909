// HtmlWriter: Blocks into the HTML of a page's body. One class in four files: html_body.cpp says what each Block becomes, html_lists.cpp,
// html_tables.cpp and html_words.cpp write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/escape.h"
#include "base/growing_text.h"
#include "model/output.h"
#include "model/site_view.h"

namespace offer {

class HtmlWriter {
 public:
  // marks: if there, gets a mark for each Block that has a place, with the path of the page that is written.
  HtmlWriter(const SiteView& site, GrowingText& to, std::string_view path = {}, std::vector<OutputMark>* marks = nullptr)
      : site_(site), to_(to), path_(path), marks_(marks) {}
  void write_children(const Block& block);
  void write_meanings();

 private:
  // In one piece where the compiler knows the tag, as it nearly always does.
  void open(std::string_view tag) { between("<", tag, ">"); }
  void open(std::string_view tag, std::string_view class_name) {
    begin(tag);
    attribute("class", class_name);
    to_ += '>';
  }
  void begin(std::string_view tag) { between("<", tag, ""); }
  // The one writer of attributes.
  void attribute(std::string_view name, std::string_view value) {
    between(" ", name, "=\"");
    escape_html(value, to_);
    to_ += '"';
  }
  void close(std::string_view tag) { between("</", tag, ">"); }
  [[gnu::always_inline]] void between(std::string_view before, std::string_view name, std::string_view after) {
    const size_t size = before.size() + name.size() + after.size();
    char* at = to_.room(size);
    std::memcpy(at, before.data(), before.size());
    std::memcpy(at + before.size(), name.data(), name.size());
    std::memcpy(at + before.size() + name.size(), after.data(), after.size());
    to_.used(size);
  }
  void around(std::string_view tag, const Block& block) {
    open(tag);
    write_children(block);
    close(tag);
  }
  void text(std::string_view words) { escape_lines(words, to_); }  // a line end stands for one space, whatever the next line's indent
  void line() { to_ += '\n'; }
  // An address below the site's root gets the base path; others stay.
  void address(std::string_view name, std::string_view target) {
    if (!target.starts_with('/')) return attribute(name, target);
    href_.clear();
    site_.add_href(target, href_);
    attribute(name, href_);
  }
  void write(const Block& block);
  void around_lines(std::string_view tag, const Block& block);
  void around_lines_with_class(std::string_view tag, std::string_view class_name, const Block& block);
  void write_notice(const Block& block);
  void write_numbered_list(const Block& block);
  void write_item(const Block& block, std::string_view tag, std::string_view class_name);
  void write_fact(const Block& block);
  void write_card(const Block& block);
  void write_word(const Block& block);
  void write_letters(const Block& block);
  void write_filters(const Block& block);
  void write_values(const Block& block);
  void around_one(std::string_view tag, const Block& block);
  void write_tick(const Block& block);
  void write_deadlines(const Block& block);
  void write_deadline(const Block& block);
  void write_easy_row(const Block& block);
  void write_heading(const Block& block);
  void write_paragraph(const Block& block);
  void write_table(const Block& block);
  void link(std::string_view target, std::string_view words);
  void write_link(const Block& block);
  void write_language(const Block& link);
  void write_picture(const Block& block);
  void write_term(const Block& block);
  void write_meaning(const Term& term);

  const SiteView& site_;
  GrowingText& to_;
  std::string_view path_;
  std::vector<OutputMark>* marks_;
  std::vector<const Term*> meanings_;  // of terms written since the last place where a meaning could stand
  std::string heading_;                // the last heading's words
  std::string href_;                   // of the address that is being written
  int tables_under_heading_ = 0;
  bool in_step_ = false;
};

}  // namespace offer
