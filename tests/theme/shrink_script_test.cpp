#include "theme/shrink_script.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "kit.h"

namespace offer::shrink_script_test {

namespace {

// Also checks that doing it twice changes nothing more.
std::string shrunk(std::string_view script) {
  const std::string once = shrink_script(script);
  CHECK(shrink_script(once) == once);
  CHECK(once.size() <= script.size());
  return once;
}

}  // namespace

TEST_SUITE("theme/shrink_script") {
  TEST_CASE("lines that are only a comment go, with empty lines and indents") {
    CHECK(shrunk("// What it is for.\n(function () {\n  'use strict';\n\n  // Why.\n\tgo();  // now\n})();\n") == "(function () {\n'use strict';\ngo();  // now\n})();\n");
    CHECK(shrunk("//\n// all of it") == "");
    CHECK(shrunk("// says `a`\nb\n") == "b\n");
    CHECK(shrunk("") == "");
    CHECK(shrunk(" \r\n  a\r\n\r\n") == "a\r\n");
  }

  TEST_CASE("line ends stay, so that statements without a semicolon stay apart") { CHECK(shrunk("  a = b\n\n  ++c\n") == "a = b\n++c\n"); }

  TEST_CASE("what looks like a comment inside a line stays") { CHECK(shrunk("var home = 'https://example.org'; // ours\n") == "var home = 'https://example.org'; // ours\n"); }

  TEST_CASE("a script with a template, a string over several lines, or a comment that ends in a line like a comment stays as it is") {
    for (const std::string_view script : {"a = `\n  // text\n`;\n", "a = 'b \\\n  // c';\n", "a = 'b \\\r\n  // c';\r\n", "a = `\n  // `;\n", "/*\n// a */ b();\n"}) CHECK(shrunk(script) == script);
  }

  TEST_CASE("the scripts of the example theme lose at least a tenth") {
    size_t before = 0, after = 0;
    for (const SourceFile& file : read_tree(kit::source_folder() + "/themes/council"))
      if (file.path.ends_with(".js")) before += file.bytes.size(), after += shrunk(file.bytes).size();
    CHECK(before > 0);
    CHECK(after * 10 < before * 9);
  }
}

}  // namespace offer::shrink_script_test
