#include "model/open_bodies.h"

#include <cstring>
#include <memory>
#include <unordered_map>
#include <vector>

namespace offer {

namespace {

// The bodies that one OpenBodies has open. Most have one page or two.
struct Shelf {
  Arena arena;
  std::unordered_map<uint64_t, const Block*> bodies;  // by their numbers
};

// Those of a thread, the outermost first; behind `used` stand some that are kept for their memory.
struct Shelves {
  std::vector<std::unique_ptr<Shelf>> all;
  size_t used = 0;

  Shelf& innermost() {
    if (used == 0) add();
    return *all[used - 1];
  }
  void add() {
    if (used == all.size()) all.push_back(std::make_unique<Shelf>());
    ++used;
  }
};

Shelves& shelves() {
  thread_local Shelves of_thread;
  return of_thread;
}

}  // namespace

OpenBodies::OpenBodies() { shelves().add(); }

OpenBodies::~OpenBodies() {
  Shelves& mine = shelves();
  Shelf& shelf = mine.innermost();
  shelf.bodies.clear();
  shelf.arena.clear();
  --mine.used;
}

void Page::pack(std::string_view file) {
  packed = PackedBody(*blocks, file);
  size_t size = 0;
  const auto each = [&](auto&& visit) {
    for (Heading& heading : headings)
      for (std::string_view* one : {&heading.anchor, &heading.title})
        if (!stands_in(file, *one)) visit(*one);
  };
  each([&](const std::string_view& words) { size += words.size(); });
  heading_words = std::make_unique_for_overwrite<char[]>(size);
  char* to = heading_words.get();
  each([&](std::string_view& words) {
    std::memcpy(to, words.data(), words.size());
    words = {to, words.size()};
    to += words.size();
  });
  blocks = nullptr;
}

const Block& Page::document() const {
  if (blocks != nullptr) return *blocks;
  Shelves& mine = shelves();
  for (size_t i = mine.used; i-- > 0;)
    if (const auto open = mine.all[i]->bodies.find(packed.number()); open != mine.all[i]->bodies.end()) return *open->second;
  Shelf& shelf = mine.innermost();
  return *(shelf.bodies[packed.number()] = packed.unpack(shelf.arena));
}

}  // namespace offer
