// Block: the document model, where content types and output formats meet. Types make Blocks, formats read Blocks, checks look at
// Blocks; none of them knows the others.
//
// A document is a tree. Every node is a Block; its kind says what it is and which of its members mean something (the comments beside the
// kinds). Blocks and their strings live in the page's Arena and are never freed one by one. Switches over BlockKind have no default, so that
// a new kind makes the compiler list every place that must answer.
#pragma once

#include <string>
#include <string_view>

#include "base/arena.h"
#include "diagnose/place.h"

namespace offer {

enum class BlockKind : uint8_t {
  // Blocks that hold blocks
  document,
  quote,
  notice,         // variant: a NoticeKind
  bullet_list,    // children: item
  numbered_list,  // number: the first number
  item,           // of a list; tight items hold paragraphs that are shown without space between them
  steps,          // numbered; children: step
  step,           // first child: the heading
  facts,          // name and value pairs; children: fact
  fact,           // text: the name; variant: a FactKind; children: blocks (the value)
  cards,          // children: card. variant: a CardsKind
  card,           // text: title; target: address; children: blocks under the title
  words,          // a word list; children: word
  word,           // text: the word; target: its page; children: blocks (the meaning)
  letters,        // an A to Z; children: link
  filters,        // ways to see only some of a list; number: how many items of the list stand on this page, 0: not all of them; children: filter
  filter,         // text: the question, "What it is about"; target: its name, "topic"; children: links, each with its value's id as text and variant 1 where readers are
  narrowed,       // an item of a list that is no card; children: blocks
  values,         // of the card or the item that it stands in: what a filter finds it by; text: "topic:autism age:5-to-11"
  ticks,          // a list to tick on paper; children: tick
  tick,           // text: what to do; children: paragraphs
  deadlines,      // time limits to work dates out from; text: bank holidays, "2026-12-25 2026-12-28"; children: deadline
  deadline,       // text: the clock's words; target: "request 6 weeks" or "move-year 02-15 date"; children: when, what, if late: paragraphs
  drawing,        // text: all of it in words; target: an <svg> element
  easy_row,       // Easy Read: target: address of the picture; text: the picture's concept; children: paragraphs
  // Blocks that hold inlines
  heading,        // number: level 2 to 6; target: anchor (without '#')
  paragraph,      // variant: a ParagraphKind
  table,          // children: row; text: caption for a screen reader
  row,            // number: 1 for the header row
  cell,           // variant: a CellKind
  // Blocks that hold text
  code,           // text
  rule,
  raw_html,       // text; never shown: a diagnostic
  // Inlines
  text,           // text; a line end of the source is a '\n' with the next line's indent after it, and means one space
  strong,
  emphasis,
  code_span,      // text
  link,           // target: as written, and after `understand` an address
  picture,        // target: address; text: description
  line_break,
  term,           // a glossary word explained in place; target: the term's page id; children: the words as written
  hard_word,      // Easy Read: a word whose meaning follows; target: the term's page id or empty
  tag,            // a small label; text: its words; variant: a TagKind
};

enum class NoticeKind : uint8_t { note, important, warning, answer };
enum class FactKind : uint8_t { plain, when, you_do, they_do, if_late, if_no, law };
enum class CardsKind : uint8_t { plain, questions, updates };
enum class ParagraphKind : uint8_t { plain, tight, meaning };
enum class CellKind : uint8_t { words, number };
enum class TagKind : uint8_t {
  done, in_progress, planned, cannot, waiting, current, superseded, draft
};

struct Block {
  BlockKind kind = BlockKind::document;
  uint8_t variant = 0;
  uint16_t number = 0;
  Place place;  // in the page's source file; line 0 for Blocks that the program made
  std::string_view text;
  std::string_view target;
  Block* first = nullptr;  // children
  Block* last = nullptr;
  Block* next = nullptr;   // sibling

  void append(Block* child) {
    child->next = nullptr;
    if (last == nullptr) first = child;
    else last->next = child;
    last = child;
  }
};

// The document of a page whose body is not loaded, or that is made of another page. Shared by all such pages: nothing is ever added to it.
Block* empty_document();

// Children of a Block, for range-for. The loop may not change the list that it walks.
struct Children {
  struct Iterator {
    Block* at;
    Block& operator*() const { return *at; }
    Iterator& operator++() { at = at->next; return *this; }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  Block* head;
  Iterator begin() const { return {head}; }
  Iterator end() const { return {nullptr}; }
};
inline Children children(const Block& block) { return {block.first}; }

// Where the byte `offset` of a text Block stands in the source file; `length` in characters.
Place place_in(const Block& text, size_t offset, uint32_t length);

bool holds_inlines(BlockKind kind);  // heading, paragraph, cell, and the inlines that hold inlines

// A list whose items each begin with a link: "- [Ask](x.md): how it works". It leads on; it is not there to be read through.
bool is_list_of_links(const Block& block);

// The words of a Block and all below it, without marks: "How to ask". Line ends become spaces; descriptions of pictures are left out.
std::string plain_text(const Block& block);
// The same, in the place of what `to` held: its memory serves for Block after Block.
void put_plain_text(const Block& block, std::string& to);

// Calls visit(block) for the block and everything below it, in reading order.
template <class Visit>
void walk(Block& block, Visit&& visit) {
  visit(block);
  for (Block& child : children(block)) walk(child, visit);
}
template <class Visit>
void walk(const Block& block, Visit&& visit) {
  visit(block);
  for (const Block& child : children(block)) walk(child, visit);
}

}  // namespace offer
