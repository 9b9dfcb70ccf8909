#include "draw/inline_svg.h"

namespace offer {

std::string silent_svg(std::string_view file) {
  const size_t start = file.find("<svg");
  if (start == std::string_view::npos) return {};
  return "<svg aria-hidden=\"true\" class=\"silent\"" + std::string(file.substr(start + 4));
}

}  // namespace offer
