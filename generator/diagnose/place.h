// Place: where in a source file something stands.
#pragma once

#include <cstdint>

namespace offer {

struct Place {
  uint32_t line = 0;    // from 1; 0: the file as a whole
  uint32_t column = 0;  // from 1, in characters; 0: the line as a whole
  uint32_t length = 0;  // in characters; 0: not known
  bool operator==(const Place&) const = default;
};

}  // namespace offer
