// What libFuzzer calls: the target that the environment variable OFFER_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const offer::FuzzTarget* const target = [] {
    const char* name = std::getenv("OFFER_FUZZ_TARGET");
    for (const offer::FuzzTarget& one : offer::fuzz_targets())
      if (name != nullptr && one.name == name) return &one;
    std::fputs("OFFER_FUZZ_TARGET names no target\n", stderr);
    std::exit(2);
  }();
  target->run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
