// How wide and high a picture is, from the first bytes of its file: PNG, JPEG, GIF, WebP and SVG. Nothing is decoded.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace offer {

struct PictureSize {
  uint32_t width = 0;  // in pixels; of a drawing (SVG), in its own units
  uint32_t height = 0;
  bool operator==(const PictureSize&) const = default;
};

// Nothing if the bytes are none of these kinds, or end before they say how large they are.
std::optional<PictureSize> picture_size(std::string_view bytes);

}  // namespace offer
