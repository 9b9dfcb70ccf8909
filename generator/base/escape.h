// escape_html: the one escape function. Makes any text safe as HTML or XML text and inside a double-quoted attribute.
//
// & < > " ' become &amp; &lt; &gt; &quot; &#39; ; control characters that XML forbids become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace offer {

void escape_html(std::string_view text, std::string& to);  // appends
std::string escaped(std::string_view text);

class GrowingText;
void escape_html(std::string_view text, GrowingText& to);
// The same for running text: a line end takes the spaces behind it with it.
void escape_lines(std::string_view text, GrowingText& to);

// A JSON string with its quotation marks (RFC 8259). What is no character, as above, becomes U+FFFD.
std::string json_string(std::string_view text);
// The same behind what `to` holds.
void add_json_string(std::string_view text, std::string& to);
// The same, with '<', '>' and '&' as \u003c, \u003e and \u0026.
void add_json_in_html(std::string_view text, std::string& to);

// A YAML string of one line with its quotation marks.
std::string yaml_string(std::string_view words);

}  // namespace offer
