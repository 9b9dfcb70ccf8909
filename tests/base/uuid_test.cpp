// UUIDs from names. The expected ones come from Python's uuid and hashlib.
#include "base/uuid.h"

#include <doctest/doctest.h>

namespace offer::uuid_test {

namespace {
std::string in_hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    constexpr char digits[] = "0123456789abcdef";
    text += digits[static_cast<unsigned char>(c) >> 4];
    text += digits[c & 0xF];
  }
  return text;
}
}  // namespace

TEST_CASE("SHA-1 is right at every edge of a block") {
  CHECK(in_hexadecimal(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(in_hexadecimal(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(in_hexadecimal(sha1(std::string(55, 'a'))) == "c1c8bbdc22796e28c0e15163d20899b65621d65a");
  CHECK(in_hexadecimal(sha1(std::string(56, 'a'))) == "c2db330f6083854c99d4b5bfb6e8f29f201be699");
  CHECK(in_hexadecimal(sha1(std::string(64, 'a'))) == "0098ba824b5c16427bd7a1122a5a442a25ec644d");
}

TEST_CASE("an address has the same UUID everywhere and for ever, and another address another one") {
  CHECK(uuid5("https://test.example.org/service/services-a") == "dc97f0a4-acf8-5677-94bd-142643d08b1f");
  CHECK(uuid5("") == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
  CHECK(uuid5(std::string(1000, 'x')) == "68491f23-75a7-557d-943b-00881c13ae1e");
  CHECK(uuid5("https://test.example.org/service/services-b") != uuid5("https://test.example.org/service/services-a"));
}

}  // namespace offer::uuid_test
