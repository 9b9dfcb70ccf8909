#include <doctest/doctest.h>

#include <random>

#include "load/markdown.h"
#include "model/open_bodies.h"

namespace offer::packed_body_test {

namespace {

bool same(const Block& a, const Block& b) {
  if (a.kind != b.kind || a.variant != b.variant || a.number != b.number || !(a.place == b.place) || a.text != b.text || a.target != b.target) return false;
  const Block* x = a.first;
  const Block* y = b.first;
  for (; x != nullptr && y != nullptr; x = x->next, y = y->next)
    if (!same(*x, *y)) return false;
  return x == nullptr && y == nullptr && (a.last == nullptr) == (b.last == nullptr) && (b.last == nullptr || b.last->next == nullptr);
}

// Any tree: texts from anywhere in the file, in any order, and others that are not in it.
void grow(Block& parent, int depth, std::string_view file, Arena& arena, std::mt19937& random) {
  for (size_t i = random() % 5; i > 0; --i) {
    Block& block = *arena.make<Block>();
    block.kind = static_cast<BlockKind>(random() % (static_cast<unsigned>(BlockKind::tag) + 1));
    if (random() % 3 == 0) block.variant = static_cast<uint8_t>(random());
    if (random() % 3 == 0) block.number = static_cast<uint16_t>(random());
    if (random() % 4 != 0) block.place = {static_cast<uint32_t>(random() % 2 == 0 ? random() : random() % 200), static_cast<uint32_t>(random() % 300), static_cast<uint32_t>(random())};
    for (std::string_view* words : {&block.text, &block.target}) {
      const size_t from = random() % file.size();
      const std::string_view part = file.substr(from, random() % (file.size() - from + 1));
      if (random() % 3 == 0) *words = part;
      else if (random() % 3 == 0) *words = arena.copy(part);
    }
    parent.append(&block);
    if (depth > 0) grow(block, depth - 1, file, arena, random);
  }
}

}  // namespace

TEST_SUITE("packed bodies") {
  TEST_CASE("what is unpacked is what was packed, whatever it was") {
    std::mt19937 random(7);
    std::string file;
    for (size_t i = 0; i < 700; ++i) file += static_cast<char>(random());
    for (int round = 0; round < 500; ++round) {
      Arena arena;
      Block document;
      grow(document, 5, file, arena, random);
      const PackedBody packed(document, file);
      Arena other;
      const Block* again = packed.unpack(other);
      REQUIRE(same(document, *again));
      // What stood in the file still does.
      walk(*again, [&](const Block& block) { CHECK((block.text.empty() || stands_in(file, block.text) || block.text.size() < packed.size())); });
    }
  }

  TEST_CASE("a body without Blocks takes no room and is an empty document") {
    Block document;
    const PackedBody packed(document, "some file");
    CHECK(packed.size() == 0);
    Arena arena;
    CHECK(packed.unpack(arena)->first == nullptr);
  }

  TEST_CASE("a packed page says what it said, and so do its headings, after its arena is used for something else") {
    const std::string file = "# One\n";
    Page page;
    const std::string_view long_words = page.arena.copy("words that stand nowhere in the file, so they have to be kept");
    page.blocks = page.arena.make<Block>();
    Block& heading = *page.arena.make<Block>();
    heading.kind = BlockKind::heading;
    heading.target = page.arena.copy("one");
    Block& text = *page.arena.make<Block>();
    text.kind = BlockKind::text;
    text.text = long_words;
    heading.append(&text);
    page.blocks->append(&heading);
    page.headings = {{heading.target, std::string_view(file).substr(2, 3), {1, 1, 3}, 2}, {heading.target, text.text, {1, 1, 3}, 2}};
    page.pack(file);
    for (int i = 0; i < 100; ++i) page.arena.clear(), page.arena.copy(std::string(3000, 'x'));
    Page moved = std::move(page);
    const OpenBodies open;
    CHECK(moved.document().first->target == "one");
    CHECK(plain_text(moved.document()) == "words that stand nowhere in the file, so they have to be kept");
    CHECK(moved.headings[0].anchor == "one");
    CHECK(moved.headings[0].title.data() == file.data() + 2);
    CHECK(moved.headings[1].title == "words that stand nowhere in the file, so they have to be kept");
  }

  TEST_CASE("a body is unpacked once for as long as somebody has it open, and what an outer reader has open an inner one uses") {
    const std::string file = "Hello and welcome";
    Page page, second;
    for (Page* one : {&page, &second}) {
      one->blocks = one->arena.make<Block>();
      Block& text = *one->arena.make<Block>();
      text.kind = BlockKind::text;
      text.text = std::string_view(file).substr(0, 5);
      one->blocks->append(&text);
      one->pack(file);
    }
    const OpenBodies outer;
    const Block* first = &page.document();
    {
      const OpenBodies inner;
      CHECK(&page.document() == first);
      CHECK(&second.document() != first);
      CHECK(second.document().first->text == "Hello");
    }
    CHECK(&page.document() == first);
    CHECK(page.document().first->text == "Hello");
  }

  TEST_CASE("a page that stands where another one stood in memory has its own body") {
    const std::string file = "One Two";
    Page page;
    for (const std::string_view word : {std::string_view(file).substr(0, 3), std::string_view(file).substr(4)}) {
      page = Page();
      page.blocks = page.arena.make<Block>();
      Block& text = *page.arena.make<Block>();
      text.kind = BlockKind::text;
      text.text = word;
      page.blocks->append(&text);
      page.pack(file);
      CHECK(page.document().first->text == word);  // without an OpenBodies: it stays open
    }
  }

  TEST_CASE("packed, a page of usual words takes a seventh of its Blocks' room") {
    std::string file;
    for (int i = 0; i < 200; ++i) file += "Ask the team about *speech therapy* before you set out, or see [the page of the team](other.md).\n\n";
    Arena arena;
    Report report;
    const Block* document = parse_markdown(file, 1, "a.md", arena, report, {}, WordsIn::file);
    CHECK(PackedBody(*document, file).size() * 7 < arena.bytes());
  }
}

}  // namespace offer::packed_body_test
