#include <doctest/doctest.h>

#include "base/eight_bytes.h"
#include "model/plain_english.h"

namespace offer::plain_english_test {

TEST_CASE("a word of up to sixteen letters has the same hash in one go as letter by letter") {
  const std::string all = "internationalise9th, and what stands behind it";
  for (size_t from = 0; from < 8; ++from)
    for (size_t length = 1; length <= 16; ++length) {
      CAPTURE(all.substr(from, length));
      CHECK(WordHash::of_sixteen(eight_bytes(all.data() + from), eight_bytes(all.data() + from + 8), length) == WordHash::of(all.substr(from, length)));
    }
  CHECK(WordHash::of("DON’T") == WordHash::of("don't"));
  CHECK(WordHash::of("abcdefgh") != WordHash::of("abcdefghi"));
}

TEST_CASE("what somebody keeps of the lists is known to be old when they are another site's") {
  PlainWords one, other;
  CHECK(one.edition() != other.edition());
  const uint64_t before = one.edition();
  PlainRow row;
  row.finding = "long-words";
  row.words = "commence*|prior to";
  CHECK(one.add(row, ""));
  one.close();
  CHECK(one.edition() != before);
  CHECK((one.entry(one.find(WordHash::of("commenced"))).facts & is_phrase) != 0);
  CHECK((one.entry(one.find(WordHash::of("prior"))).facts & (begins_phrase | is_phrase)) == begins_phrase);
  CHECK(one.may_go_on(WordHash::of("prior"), WordHash::of("to")));
  CHECK_FALSE(one.may_go_on(WordHash::of("prior"), WordHash::of("from")));
  CHECK(one.find(WordHash::of("school")) == 0);
}

}  // namespace offer::plain_english_test
