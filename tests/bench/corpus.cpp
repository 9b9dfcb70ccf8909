// Writes a made Local Offer site to a folder: offer-bench-corpus PAGES OUT [--seed N] [--hugo]
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string_view>

#include "corpus_pages.h"

namespace {

bool read_number(std::string_view word, uint64_t& to) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), to);
  return error == std::errc{} && end == word.data() + word.size();
}

}  // namespace

int main(int count, char** arguments) {
  offer::bench::CorpusOptions options;
  uint64_t pages = 0;
  bool understood = count >= 3 && read_number(arguments[1], pages) && pages > 0;
  for (int i = 3; i < count; ++i) {
    const std::string_view word = arguments[i];
    if (word == "--hugo") options.hugo = true;
    else if (word == "--seed" && i + 1 < count) understood = read_number(arguments[++i], options.seed) && understood;
    else understood = false;
  }
  if (!understood) {
    std::cerr << "Usage: offer-bench-corpus PAGES OUT [--seed N] [--hugo]\n";
    return 2;
  }
  options.pages = static_cast<size_t>(pages);
  const std::filesystem::path out = arguments[2];
  std::set<std::string> folders;
  size_t files = 0;
  uint64_t bytes = 0;
  offer::bench::make_corpus(options, [&](const std::string& path, const std::string& text) {
    const std::filesystem::path whole = out / path;
    if (folders.insert(whole.parent_path().string()).second) std::filesystem::create_directories(whole.parent_path());
    std::ofstream file(whole, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file) {
      std::cerr << whole.string() << " could not be written.\n";
      std::exit(3);
    }
    ++files;
    bytes += text.size();
  });
  std::printf("%zu files, %.1f MB\n", files, static_cast<double>(bytes) / 1e6);
}
