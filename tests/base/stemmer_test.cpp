#include "base/stemmer.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "kit.h"
#include "search/search_words.h"

namespace offer::stemmer_test {

TEST_CASE("forms of one word have one stem") {
  CHECK(english_stem("families") == english_stem("family"));
  CHECK(english_stem("assessments") == english_stem("assessing"));
  CHECK(english_stem("apprenticeships") == english_stem("apprenticeship"));
  CHECK(english_stem("") == "");
  CHECK(english_stem("м\xD0\xB8\xD1\x80") == "м\xD0\xB8\xD1\x80");
}

// tests/search/words.tsv is what the browser's stemmer is compared with (tests/browser/search.mjs). OFFER_REWRITE=1 writes it anew.
TEST_CASE("the stems that the browser's script must make are written down") {
  std::string table;
  std::string last;
  const SourceFile known = read_file(kit::source_folder() + "/easy-read/words/known.txt");
  size_t count = 0;
  for (const std::string_view word : words_of(known.bytes)) {
    const auto folded = search_words_in(word);
    if (folded.size() != 1 || folded.front() == last || ++count % 3 != 0) continue;
    last = folded.front();
    table += fmt::format("{}\t{}\n", last, english_stem(last));
  }
  const std::string path = kit::source_folder() + "/tests/search/stems.tsv";
  if (std::getenv("OFFER_REWRITE") != nullptr) std::filesystem::exists(path) ? replace_file(path, table) : write_file(path, table);
  CHECK(read_file(path).bytes == table);
}

}  // namespace offer::stemmer_test
