// Values as bytes come back as they were, and bytes that are damaged never lead past their end.
#include "base/byte_record.h"

#include <doctest/doctest.h>

#include <random>

namespace offer::byte_record_test {

TEST_SUITE("base/byte_record") {
  TEST_CASE("what was written is read again") {
    std::string bytes;
    RecordWriter to(bytes);
    const std::vector<uint64_t> values{0, 1, 127, 128, 16'383, 16'384, UINT32_MAX, UINT64_MAX};
    for (const uint64_t value : values) to.number(value), to.small(value);
    to.text("");
    to.text(std::string("a\0b", 3));
    to.items(std::vector<uint32_t>{3, 2, 1});
    to.items(std::vector<uint32_t>{});
    RecordReader from(bytes);
    for (const uint64_t value : values) {
      CHECK(from.number() == value);
      CHECK(from.small() == value);
    }
    CHECK(from.text() == "");
    CHECK(from.text() == std::string_view("a\0b", 3));
    CHECK(from.items<uint32_t>() == std::vector<uint32_t>{3, 2, 1});
    CHECK(from.items<uint32_t>().empty());
    CHECK(from.at_end());
    CHECK_FALSE(from.damaged());
  }

  TEST_CASE("many small numbers stand as if each was written alone") {
    const std::vector<uint64_t> values{5, 300, 0, UINT64_MAX, 127, 128};
    std::string one_by_one = "before", together = "before";
    for (const uint64_t value : values) RecordWriter(one_by_one).small(value);
    RecordWriter(together).smalls(values.size(), [&](size_t i) { return values[i]; });
    CHECK(together == one_by_one);
    RecordWriter(together).smalls(0, [](size_t) { return uint64_t{1}; });
    CHECK(together == one_by_one);
  }

  TEST_CASE("reading behind the end is damage, and gives nothing from then on") {
    RecordReader from("abc");
    CHECK(from.number() == 0);
    CHECK(from.damaged());
    CHECK(from.text() == "");
    CHECK(from.small() == 0);
    CHECK(from.items<uint64_t>().empty());
    CHECK(from.count() == 0);
  }

  TEST_CASE("a length that is longer than what is there asks for no memory") {
    std::string bytes;
    RecordWriter(bytes).small(UINT64_MAX / 2);
    CHECK(RecordReader(bytes).text() == "");
    CHECK(RecordReader(bytes).count() == 0);
    CHECK(RecordReader(bytes).items<uint64_t>().empty());
    RecordReader endless(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
    CHECK(endless.small() == 0);
    CHECK(endless.damaged());
  }

  TEST_CASE("whatever the bytes are, reading ends") {
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
      std::string bytes(random() % 60, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random());
      RecordReader from(bytes);
      for (int i = 0; i < 100 && !from.damaged() && !from.at_end(); ++i) {
        switch (random() % 5) {
          case 0: from.number(); break;
          case 1: from.small(); break;
          case 2: CHECK(from.text().size() <= bytes.size()); break;
          case 3: CHECK(from.items<uint32_t>().size() * 4 <= bytes.size()); break;
          default: CHECK(from.count() <= bytes.size());
        }
      }
    }
  }
}

}  // namespace offer::byte_record_test
