#include "model/open_bodies.h"

#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
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

thread_local std::vector<uint32_t>* reads_of_thread = nullptr;

struct ReadsOfAll {
  std::mutex guard;
  std::atomic<std::vector<uint32_t>*> to = nullptr;
};
ReadsOfAll reads_of_all;

std::atomic<BodySource*> body_source = nullptr;

void note_read(uint32_t what) {
  if (reads_of_thread != nullptr) return reads_of_thread->push_back(what);
  if (reads_of_all.to.load(std::memory_order_relaxed) == nullptr) return;
  const std::lock_guard lock(reads_of_all.guard);
  if (std::vector<uint32_t>* to = reads_of_all.to) to->push_back(what);
}

}  // namespace

BodyReads::BodyReads(std::vector<uint32_t>& to, Of whose) : whose_(whose) {
  if (whose == Of::this_thread) {
    before_ = std::exchange(reads_of_thread, &to);
  } else {
    const std::lock_guard lock(reads_of_all.guard);
    reads_of_all.to = &to;
  }
}

BodyReads::~BodyReads() {
  if (whose_ == Of::this_thread) {
    reads_of_thread = before_;
  } else {
    const std::lock_guard lock(reads_of_all.guard);
    reads_of_all.to = nullptr;
  }
}

void BodyReads::note_related_to(size_t page) { note_read(static_cast<uint32_t>(page) | related_to); }

BodySource::BodySource() { body_source = this; }
BodySource::~BodySource() {
  BodySource* mine = this;
  body_source.compare_exchange_strong(mine, nullptr);  // unless there is a newer one
}

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
  if (BodySource* source = body_source.load(std::memory_order_acquire)) source->make_ready(*this);
  note_read(static_cast<uint32_t>(number));
  Shelves& mine = shelves();
  for (size_t i = mine.used; i-- > 0;)
    if (const auto open = mine.all[i]->bodies.find(packed.number()); open != mine.all[i]->bodies.end()) return *open->second;
  Shelf& shelf = mine.innermost();
  return *(shelf.bodies[packed.number()] = packed.unpack(shelf.arena));
}

}  // namespace offer
