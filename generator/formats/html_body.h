// HTML body: Blocks as HTML in XML syntax (closed tags, quoted attributes, no named entities but the five of XML).
//
// This is C++ and not a template, so that a theme cannot break headings, lists, tables or marks. Every value goes through
// base/escape.h; every attribute through one writer.
#pragma once

#include <string>

#include "model/block.h"
#include "model/site_view.h"

namespace offer {

// The HTML of everything below `root`.
std::string html_body(const Block& root, const SiteView& site);

}  // namespace offer
