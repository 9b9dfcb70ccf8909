// Colour: what CSS writes for a colour, and how well two of them can be told apart (WCAG 2.2, relative luminance and contrast ratio).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offer {

struct Colour {
  double red = 0;  // 0 to 255
  double green = 0;
  double blue = 0;
};

// "#abc", "#a1b2c3", "rgb(1, 2, 3)", "rgb(1 2 3)", "black", "white". Nothing for other names, and for what one can see through.
std::optional<Colour> read_colour(std::string_view text);

// "#a1b2c3"
std::string hex(const Colour& colour);

// From 1 (the same) to 21 (black on white). WCAG 2.2: words need 4.5, large words and edges with a meaning 3.
double contrast(const Colour& a, const Colour& b);

// The colour nearest to `colour`, lighter or darker, that has at least this contrast on the ground; black or white if none has.
Colour mended(const Colour& colour, const Colour& ground, double least);

}  // namespace offer
