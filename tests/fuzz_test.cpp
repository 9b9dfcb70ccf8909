// Every case that fuzzing found, or that a person thought of, through its target: no crash, no hang.
#include <doctest/doctest.h>

#include "base/files.h"
#include "fuzz/targets.h"
#include "kit.h"

namespace offer::fuzz_test {

TEST_CASE("the cases that fuzzing found stay mended") {
  for (const FuzzTarget& target : fuzz_targets()) {
    CAPTURE(target.name);
    const std::vector<SourceFile> cases = read_tree(kit::source_folder() + "/tests/fuzz/corpus/" + std::string(target.name));
    CHECK(cases.size() >= 3);
    for (const SourceFile& one : cases) {
      CAPTURE(one.path);
      target.run(one.bytes);
    }
  }
}

}  // namespace offer::fuzz_test
