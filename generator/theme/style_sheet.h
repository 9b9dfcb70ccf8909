// Style sheet: a theme's CSS as a flat list of rules with their places, for checks/style.cpp. What a browser would make of it is not worked out
// here: no cascade, no selectors matched.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnose/place.h"

namespace offer {

struct StyleDeclaration {
  std::string name;   // in small letters: "color", "--paper"
  std::string value;  // without comments, spaces made one: "0 0 0 3px var(--focus-in)"
  Place place;
};

struct StyleRule {
  std::string media;     // conditions of the @media rules around, joined with " and "; empty: always
  std::string selector;  // ":root"; of an @-rule its name and words: "@font-face", "@import url(x.css)"
  Place place;
  std::vector<StyleDeclaration> declarations;

  // The last value of that name; empty if there is none.
  const StyleDeclaration* find(std::string_view name) const;
};

// The rules in their order. What stands in @keyframes is left out. Nothing if braces or quotes do not match.
std::vector<StyleRule> read_style_sheet(std::string_view css);

}  // namespace offer
