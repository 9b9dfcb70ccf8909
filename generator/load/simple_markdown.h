// The simplest Markdown, which nearly all bodies are: read without cmark-gfm in a tenth of its time.
//
//   ## How to ask
//
//   Ring the [helpline](/helpline/), **any day**.
//
//   - Paragraphs, headings with '#', lists with "- " and "1. " (also inside each other), tables
//   - words, links, pictures, bold and italic words
//
// Everything stands where people put it: no spaces before a block or at the end of a line, the marks of a list directly under each other, as many
// cells in each row as in the first. Wherever Markdown could mean anything else nothing is read, and cmark-gfm must be asked. It alone says what Markdown
// means; this only says the same sooner.
#pragma once

#include <string_view>

#include "load/markdown.h"

namespace offer {

// What parse_any_markdown() makes of the same body, with all places; or null, which says nothing about the body. Nothing that it reads is to be reported,
// or past a limit.
Block* read_simple_markdown(std::string_view body, uint32_t first_line, Arena& arena, const MarkdownLimits& limits, WordsIn words);

}  // namespace offer
