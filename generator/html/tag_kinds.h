// Kinds of elements, as far as the rules for making a tree ask for them (HTML standard, 13.2.6).
#pragma once

#include "html/tree.h"

namespace offer::html {

bool belongs_to_head(Tag tag);        // stands in <head> when nothing else has come yet: meta, title, script …
bool is_heading(Tag tag);             // h1 to h6
bool is_block(Tag tag);               // its start tag ends an open paragraph, its end tag closes whatever is still open in it
bool is_formatting(Tag tag);          // a, b, em …: their end tags may overlap others
bool breaks_out_of_foreign(Tag tag);  // ends an SVG drawing that somebody forgot to close
bool is_special(const Node& node);    // an end tag of another name does not reach through it
bool holds_html(const Node& node);    // HTML goes on in it: any HTML element, and foreignObject, desc and title of SVG

}  // namespace offer::html
