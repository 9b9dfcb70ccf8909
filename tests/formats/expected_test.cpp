// A small site with a page of each kind, and every file that comes of it, beside each other in tests/expected/.
//
// ./tests/run rewrite writes the expected files anew from what the program does now; read the difference before you commit it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "kit.h"

namespace offer::expected_test {

namespace {

std::string expected_folder() { return kit::source_folder() + "/tests/expected/site"; }

}  // namespace

TEST_CASE("a site with a page of each kind gives the expected files, byte for byte") {
  const SourceFile site = read_file(kit::source_folder() + "/tests/expected/site.txt");
  REQUIRE(site.trouble.empty());
  const kit::Built built = kit::build(site.bytes);
  CHECK(built.problems() == "");
  std::map<std::string, std::string> ours;
  for (const auto& [path, bytes] : built.files)
    if (!path.ends_with(".svg") && !path.ends_with(".css")) ours[path] = bytes;
  if (std::getenv("OFFER_REWRITE") != nullptr) {
    remove_tree(expected_folder());
    for (const auto& [path, bytes] : ours) {
      make_folders(std::filesystem::path(expected_folder() + "/" + path).parent_path());
      write_file(expected_folder() + "/" + path, bytes);
    }
  }
  std::set<std::string> expected_paths;
  for (const SourceFile& file : read_tree(expected_folder())) {
    expected_paths.insert(file.path);
    CAPTURE(file.path);
    CHECK(ours[file.path] == file.bytes);
  }
  for (const auto& [path, bytes] : ours) CHECK_MESSAGE(expected_paths.contains(path), path, " is not expected");
}

}  // namespace offer::expected_test
