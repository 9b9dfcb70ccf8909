// Meta: what <meta> elements ask of a browser: to load another page after a while, and how far a reader may zoom.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace offer::html {

// The seconds after which <meta http-equiv="refresh" content="…"> loads a page (HTML standard, "shared declarative refresh steps"); nothing if
// browsers do not understand it. Very large numbers come back as the largest.
std::optional<uint32_t> refresh_delay(std::string_view content);

// Does <meta name="viewport" content="…"> leave readers free to zoom to at least 200 %? (CSS Viewport Module, A.)
struct ZoomRule {
  bool speaks_of_zoom = false;  // it has user-scalable or maximum-scale
  bool allows_zoom = true;
};
ZoomRule zoom_rule(std::string_view content);

}  // namespace offer::html
