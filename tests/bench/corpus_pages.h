// Makes a Local Offer site of any size, the same bytes for the same options on every machine: pages of all main types, about 7 kB of Markdown each,
// with headings, lists, tables, links between pages, glossary words and contact details. Everything in it is made up. For the benchmarks and for tests.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace offer::bench {

struct CorpusOptions {
  size_t pages = 1000;  // without lists, home and the few pages that every site has
  uint64_t seed = 1;
  bool hugo = false;    // the same pages in a site for Hugo: content/, layouts/, static/, hugo.toml
};

// Calls write(path, bytes) for every file. The paths have slashes and no folder is made for them.
using WriteFile = std::function<void(const std::string& path, const std::string& bytes)>;
void make_corpus(const CorpusOptions& options, const WriteFile& write);

}  // namespace offer::bench
