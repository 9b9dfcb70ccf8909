// Blocks: the tree that types and formats meet in.
#include "model/block.h"

#include <doctest/doctest.h>

#include "load/markdown.h"
#include "model/builder.h"

namespace offer::block_test {

namespace {

const Block& parsed(std::string_view markdown) {
  static std::vector<std::unique_ptr<Arena>> arenas;
  arenas.push_back(std::make_unique<Arena>());
  prepare_markdown();
  Report report;
  return *parse_markdown(markdown, 1, "a.md", *arenas.back(), report);
}

Block text_at(std::string_view text, Place place) {
  Block block;
  block.kind = BlockKind::text;
  block.text = text;
  block.place = place;
  return block;
}

}  // namespace

TEST_CASE("plain_text is the words without marks, with spaces between blocks") {
  CHECK(plain_text(parsed("How *to* **ask** `us`\nnow")) == "How to ask us now");
  CHECK(plain_text(parsed("One.\n\nTwo.\n\n- three\n- four")) == "One. Two. three four");
  CHECK(plain_text(parsed("a  \nb")) == "a b");
  CHECK(plain_text(parsed("A ![picture of a door](x.jpg) b")) == "A  b");
  CHECK(plain_text(parsed("")) == "");
}

TEST_CASE("the place inside a text is counted in lines and characters") {
  const Block block = text_at("café EHC\nplan", {7, 3, 0});
  CHECK(place_in(block, 0, 4) == Place{7, 3, 4});
  CHECK(place_in(block, 6, 3) == Place{7, 8, 3});
  CHECK(place_in(block, 10, 4) == Place{8, 1, 4});
}

TEST_CASE("a list of links is a list whose every item begins with a link") {
  CHECK(is_list_of_links(*parsed("- [a](a.md)\n- [b](b.md): words").first));
  CHECK_FALSE(is_list_of_links(*parsed("- [a](a.md)\n- b").first));
  CHECK_FALSE(is_list_of_links(*parsed("- see [a](a.md)").first));
  CHECK_FALSE(is_list_of_links(*parsed("1. [a](a.md)").first));
  CHECK_FALSE(is_list_of_links(*parsed("- [a](a.md)\n\n  more").first));
}

TEST_CASE("a copy has the same words and shares no Block with what it was copied from") {
  const Block& original = parsed("- a\n- **b** c");
  Arena arena;
  Block root;
  Builder to(arena, root);
  for (const Block& block : children(original)) to.adopt(*to.copy(block));
  CHECK(plain_text(root) == plain_text(original));
  CHECK(root.first != original.first);
  CHECK(root.first->first != original.first->first);
}

TEST_CASE("what is shown where something is built shares all but its topmost Blocks, and the page stays as it is") {
  const Block& original = parsed("- a\n- **b** c\n\nLast.");
  Arena arena;
  Block root;
  Builder to(arena, root);
  to.paragraph("First.");
  for (const Block& block : children(original)) to.adopt_copy(block);
  to.paragraph("Behind it.");
  CHECK(plain_text(root) == "First. a b c Last. Behind it.");
  CHECK(plain_text(original) == "a b c Last.");
  CHECK(root.first->next != original.first);
  CHECK(root.first->next->first == original.first->first);
}

TEST_CASE("walk sees every Block once, in reading order") {
  std::string kinds;
  walk(parsed("a *b*\n\n> c"), [&](const Block& block) {
    if (block.kind == BlockKind::text) kinds += block.text;
  });
  CHECK(kinds == "a bc");
}

TEST_CASE("memory of a page keeps its strings where they are") {
  Arena arena;
  const std::string_view first = arena.copy("first");
  for (int i = 0; i < 10'000; ++i) arena.copy("some more words to fill the memory with");
  const std::string_view big = arena.copy(std::string(1'000'000, 'x'));
  CHECK(first == "first");
  CHECK(big.size() == 1'000'000);
  const Arena moved = std::move(arena);
  CHECK(first == "first");
  CHECK(moved.bytes() > 1'000'000);
}

}  // namespace offer::block_test
