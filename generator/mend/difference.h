// The difference between two states of a file, as diff -u writes it, so that `patch` and `git apply` can use it.
#pragma once

#include <string>
#include <string_view>

namespace offer {

// For mends: lines are changed where they stand, and none comes or goes but the line end of the last one. path: of the file. colour: for a
// terminal, with what changed inside a line marked; control characters are then shown as dots.
std::string difference(std::string_view path, std::string_view before, std::string_view after, bool colour);

}  // namespace offer
