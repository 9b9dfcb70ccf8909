// Markdown to Blocks: CommonMark and tables of GitHub's flavour, by cmark-gfm; what is simple is read without it (load/simple_markdown.h).
//
// Safe from several threads after prepare_markdown() has been called once. Each thread parses in memory of its own, given back when the
// next file is parsed.
#pragma once

#include <string_view>
#include <vector>

#include "base/arena.h"
#include "diagnose/report.h"
#include "model/block.h"

namespace offer {

void prepare_markdown();  // once, before threads start

// Limits that keep a hostile or mistaken file from holding up everybody.
struct MarkdownLimits {
  size_t bytes = 1'000'000;
  size_t columns = 40;   // of a table
  size_t cells = 20'000; // of all tables of a page
  size_t nesting = 40;   // lists and quotations inside each other
};

// Where the words of the Blocks live: in their arena, or, as far as they stand there letter for letter, in the file, which must outlive them.
enum class WordsIn : uint8_t { arena, file };

// Parses `body`, whose first line is line `first_line` of the file, into a document Block in `arena`. Raw HTML, lists too deep and tables too
// wide are reported; a body past a limit gives an empty document.
Block* parse_markdown(std::string_view body, uint32_t first_line, std::string_view path,
                      Arena& arena, Report& report, const MarkdownLimits& limits = {}, WordsIn words = WordsIn::arena);

// The same, by cmark-gfm whatever it is.
Block* parse_any_markdown(std::string_view body, uint32_t first_line, std::string_view path,
                          Arena& arena, Report& report, const MarkdownLimits& limits = {}, WordsIn words = WordsIn::arena);

}  // namespace offer
