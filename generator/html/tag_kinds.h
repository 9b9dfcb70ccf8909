// Kinds of elements, as far as the rules for making a tree ask for them (HTML standard, 13.2.6). An element can be of several.
#pragma once

#include <array>

#include "html/tree.h"

namespace offer::html {

struct TagKinds {
  enum Kind : uint32_t {
    whole_page = 1,       // html, head, body
    head_part = 2,        // stands in <head> when nothing else has come yet: meta, title, script …
    heading = 4,          // h1 to h6
    block = 8,            // its start tag ends an open paragraph, its end tag closes whatever is still open in it
    ends_paragraph = 16,  // its start tag ends an open paragraph: blocks, headings, table …
    ends_others = 32,     // its start tag ends others besides: li, option, a …
    formatting = 64,      // a, b, em …: their end tags may overlap others
    breaks_out = 128,     // ends an SVG drawing that somebody forgot to close
    special = 256,        // an end tag of another name does not reach through it
    empty = 512,          // it has no content and no end tag: br, img, input …
    table_part = 1024,    // stands in tables only
    structure = 2048,     // of tables, and holds no text: table, tbody, tr …
    raw = 4096,           // all that comes is text until its end tag
    decoded_raw = 8192,   // the same, with character references
  };

  static const std::array<uint16_t, 256> of;  // by Tag
};

inline bool is_a(Tag tag, unsigned kinds) { return (TagKinds::of[static_cast<size_t>(tag)] & kinds) != 0; }

bool is_special(Tag tag, Space space);  // an end tag of another name does not reach through it
bool holds_html_in_foreign(const Node& node);  // of an element of SVG or MathML: HTML goes on in it

}  // namespace offer::html
