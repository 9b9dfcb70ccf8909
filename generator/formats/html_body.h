// HTML body: Blocks as HTML in XML syntax (closed tags, quoted attributes, no named entities but the five of XML).
//
// This is C++ and not a template, so that a theme cannot break headings, lists, tables or marks. Every value goes through
// base/escape.h; every attribute through one writer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "model/output.h"
#include "model/site_view.h"

namespace offer {

class GrowingText;

// The HTML of everything below `root`. marks: if there, gets a mark for each Block with a place in the file `path`.
std::string html_body(const Block& root, const SiteView& site, std::string_view path = {}, std::vector<OutputMark>* marks = nullptr);
// The same behind what `to` holds; where that is something, marks count from its beginning too.
void write_html_body(const Block& root, const SiteView& site, GrowingText& to, std::string_view path, std::vector<OutputMark>* marks);

}  // namespace offer
