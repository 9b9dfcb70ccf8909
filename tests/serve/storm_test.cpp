// The short form of ./tests/run robust, on a small site.
#include "serve/storm.h"

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "commands/script.h"
#include "kit.h"

namespace offer::storm_test {

TEST_CASE("after any storm of edits and browsers, what is served is what a fresh build makes") {
  const TemporaryFolder folder;
  std::string site = "-- index.md --\n---\ntitle: Home\nid: home\n---\nWords and [news](news/page-1.md).\n";
  for (const char* place : {"news", "advice", "forms"})
    for (int i = 1; i < 8; ++i)
      site += fmt::format("-- {0}/page-{1}.md --\n---\ntitle: {0} {1}\nid: {0}-{1}\n---\nWords, [home](../index.md).\n", place, i);
  for (const SourceFile& file : kit::inputs_of(site).content) folder.put("first/" + file.path, file.bytes);
  const StormReport report = storm({.program = script::program_folder() + "/local-offer",
                                    .site = folder / "first",
                                    .folder = folder.path(),
                                    .time = std::chrono::seconds(8),
                                    .browsers = 10,
                                    .judge_memory = false});
  INFO(in_words(report));
  CHECK(report.wrong.empty());
  CHECK(report.edits > 10);
  CHECK(report.answers > 100);
  CHECK(report.compared > 20);
}

}  // namespace offer::storm_test
