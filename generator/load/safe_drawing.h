// Is a drawing safe to publish? A council's own pictures come from anywhere, and an SVG file can hold a program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offer {

struct DrawingTrouble {
  std::string what;  // "holds a script"
  std::string help;
};

// What stands against publishing this SVG file: too large, not a drawing, a script, something that runs on a click, a style sheet, an address
// outside the file, an entity. Nothing if it is safe.
std::optional<DrawingTrouble> trouble_with_drawing(std::string_view svg);

}  // namespace offer
