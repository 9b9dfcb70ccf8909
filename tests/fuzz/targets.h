// Fuzz targets: parts of the program that must bear any bytes. libFuzzer feeds them (tests/run fuzz), and the tests feed them the cases that it
// once found (tests/fuzz/corpus/NAME/).
#pragma once

#include <string_view>
#include <vector>

namespace offer {

struct FuzzTarget {
  std::string_view name;
  void (*run)(std::string_view bytes);  // must return, whatever the bytes are
};

const std::vector<FuzzTarget>& fuzz_targets();

}  // namespace offer
