// A drawing that stands inside a page instead of in a file of its own.
#pragma once

#include <string>
#include <string_view>

namespace offer {

// The <svg> element of a drawn file, hidden from screen readers: the words beside it say the same.
std::string silent_svg(std::string_view file);

}  // namespace offer
