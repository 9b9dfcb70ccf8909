// surely_well_formed: is this source well-formed XML beyond doubt? Quick, for the many pages that are.
//
// True only for what every XML parser accepts: our own writer's kind of XML (UTF-8, a doctype of HTML or none, elements, quoted attributes,
// comments, numeric and the five named references). False says nothing: then libxml2 judges (checks/output.cpp).
#pragma once

#include <string_view>

namespace offer::html {

bool surely_well_formed(std::string_view source);

}  // namespace offer::html
