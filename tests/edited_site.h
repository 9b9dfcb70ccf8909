// A small site with what depends on other pages, and an editor who changes it at random: for tests that what was kept is what would be made anew.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace offer::edited {

void write(const std::filesystem::path& file, const std::string& text);
std::string read(const std::filesystem::path& file);

// settings: lines of front matter.
std::string page(const std::string& settings, const std::string& text);

// Lists, terms, twins, pages made of others, links to headings, related pages.
void make_site(const std::filesystem::path& site);

// Something that an editor might do, the same for the same seed.
class Editor {
 public:
  Editor(std::filesystem::path site, unsigned seed) : site_(std::move(site)), random_(seed) {}

  // What it did, and the file that it changed if it is one that was there before.
  using Edit = std::pair<std::string, std::optional<std::filesystem::path>>;
  Edit edit();
  // Of texts alone: words, links, terms, mistakes and their mending; headings now and then.
  Edit edit_text();

 private:
  size_t number(size_t below) { return random_() % below; }
  Edit rewrite(const std::string& name, const std::function<std::string(std::string)>& change);

  std::filesystem::path site_;
  std::mt19937 random_;
};

}  // namespace offer::edited
