// SimpleInlines: the words of a paragraph, a heading or a cell of simple Markdown, and the marks among them.
#pragma once

#include <string_view>

#include "load/simple_lines.h"

namespace offer {

class SimpleInlines {
 public:
  explicit SimpleInlines(SimpleLines& lines) : lines_(lines), body_(lines.body) {}

  // From where `lines` is up to `end`, or to the end of the paragraph before that, whose lines begin behind `indent` spaces; `lines` is there then.
  // false: there is something that is not simple.
  bool read(Block& to, size_t end, size_t indent);

  // Of all that was read: brackets, stars and low lines, or a few more.
  size_t marks() const { return marks_; }

 private:
  enum class Until { end, bracket, star, two_stars };
  bool read_words(Block& to, size_t end, Until until);
  bool read_stars(Block& to, size_t end, size_t stars);
  bool read_link(Block& to, size_t end);
  bool read_picture(Block& to, size_t end);
  bool read_address(std::string_view& target, size_t end);
  void start_words();
  void end_words(Block& to);

  SimpleLines& lines_;
  std::string_view body_;
  size_t indent_ = 0;
  size_t words_start_ = 0;  // of the words at hand
  Place words_place_;
  bool in_link_ = false;
  size_t marks_ = 0;
};

}  // namespace offer
