// Promises about the whole path, on the real content.
#include "pipeline.h"

#include <doctest/doctest.h>

#include "kit.h"

namespace offer::pipeline_test {

TEST_CASE("the demonstration has no errors and no warnings") {
  const kit::Built built = kit::build(kit::real_inputs());
  CHECK(built.problems() == "");
  CHECK(built.files.size() > 100);
}

TEST_CASE("one thread and many threads write the same bytes") {
  const kit::Built one = kit::build(kit::real_inputs(), {.threads = 1});
  for (const unsigned threads : {2U, 3U, 8U}) {
    const kit::Built many = kit::build(kit::real_inputs(), {.threads = threads});
    CHECK(many.files == one.files);
  }
}

TEST_CASE("two builds write the same bytes, and on another day only the page that counts days differs") {
  const kit::Built once = kit::build(kit::real_inputs());
  CHECK(kit::build(kit::real_inputs()).files == once.files);
  std::string different;
  for (const auto& [path, bytes] : kit::build(kit::real_inputs(), {.today = "2026-11-22"}).files)
    if (once.files.at(path) != bytes) different += path + "\n";
  CHECK(different == "feedback/waiting/index.html\n");
}

}  // namespace offer::pipeline_test
