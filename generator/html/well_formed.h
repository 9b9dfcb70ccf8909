// surely_well_formed: is this source well-formed XML beyond doubt? Quick, for the many pages that are.
//
// True only for what every XML parser accepts: our own writer's kind of XML (UTF-8, a doctype of HTML or none, elements, quoted attributes,
// comments, numeric and the five named references). False says nothing: then libxml2 judges (checks/output.cpp).
#pragma once

#include <string_view>

#include "html/tree.h"

namespace offer::html {

bool surely_well_formed(std::string_view source);
bool surely_well_formed(const Tree& tree);  // its source: the tags were read already

// UTF-8, no character that XML does not have, and nowhere "]]>", which texts may not hold.
bool has_only_xml_characters(std::string_view source);

}  // namespace offer::html
