// css_tokens: a style sheet cut into the pieces that shrink_css may and may not touch (CSS Syntax
// Module Level 3, section 4, much simplified). Called by shrink_css.cpp only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace offer {

struct CssToken {
  enum class Kind {
    space,  // white space, perhaps with comments
    glue,   // a comment with no white space beside it: it keeps two words apart
    word,   // names, numbers, escapes; never changed
    fixed,  // a string, or url(…) without quotes; never changed
    mark    // any other single character
  };
  Kind kind;
  std::string_view text;

  bool is(char c) const { return kind == Kind::mark && text.front() == c; }
};

// Nothing if something is left open, or closed that was not open.
std::optional<std::vector<CssToken>> css_tokens(std::string_view css);

}  // namespace offer
