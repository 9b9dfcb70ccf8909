// Structure: reading agreed headings and labels out of a page's Markdown. Used by the content types.
//
// A section is a heading and everything up to the next heading of the same or a higher level. A label is a paragraph that begins in bold with
// words and a colon: "**When:** within 6 weeks".
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/page.h"

namespace offer {

class Builder;

// The heading `title` of `level` in the document (letters' case does not matter), or nothing.
const Block* find_heading(const Page& page, uint16_t level, std::string_view title);

// The Blocks of the section that begins with `heading`, without the heading itself.
std::vector<const Block*> section_of(const Block& heading);

// Reports agreed headings of level 2 that are missing, and headings that are nearly an agreed one ("Step" for "Steps").
struct AgreedHeading {
  std::string_view title;
  Need need;
};
void inspect_headings(const Page& page, const std::vector<AgreedHeading>& agreed, Report& report);

// Reports headings "1. Words" of level 3 in a section that are not numbered 1, 2, 3 …  Returns how many there are.
size_t inspect_numbering(const Page& page, const Block& section_heading, Report& report);

// The words of a heading without its number: "1. Ask" gives "Ask".
std::string_view without_number(std::string_view title);

// The table of a section, if its columns are `columns`; else nothing, and what is wrong is reported.
const Block* inspect_table(const Page& page, const Block& section_heading, const std::vector<std::string>& columns, Report& report);
bool has_table(const Block& section_heading);
// The words of a row's cells.
std::vector<std::string> cells_of(const Block& row);

// The label that a paragraph begins with, without its colon, or nothing.
std::optional<std::string> label_of(const Block& paragraph);

// A copy of a labelled paragraph without its label.
Block* without_label(const Block& paragraph, Builder& builder);

}  // namespace offer
