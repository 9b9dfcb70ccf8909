#include "base/secret.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace offer::secret_test {

TEST_CASE("a secret holds every bit of chance, in letters that can be read out") {
  CHECK(secret_of({0, 0, 0, 0}) == "00000000000000000000000000");
  CHECK(secret_of({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}) == "zzzzzzzzzzzzzzzzzzzzzzzzz7");
  std::set<std::string> all;
  for (unsigned word = 0; word < 4; ++word)
    for (unsigned bit = 0; bit < 32; ++bit) {
      std::array<uint32_t, 4> chance{};
      chance[word] = uint32_t{1} << bit;
      const std::string secret = secret_of(chance);
      CHECK(is_secret(secret));
      all.insert(secret);
    }
  CHECK(all.size() == 128);
}

TEST_CASE("other words are no secret") {
  CHECK_FALSE(is_secret(""));
  CHECK_FALSE(is_secret("0123456789abcdefghjkmnpqr"));
  CHECK_FALSE(is_secret("0123456789abcdefghjkmnpqrst"));
  CHECK_FALSE(is_secret("0123456789abcdefghijkmnpqr"));
  CHECK_FALSE(is_secret("0123456789ABCDEFGHJKMNPQRS"));
  CHECK_FALSE(is_secret("../../../../../../../../.."));
}

}  // namespace offer::secret_test
