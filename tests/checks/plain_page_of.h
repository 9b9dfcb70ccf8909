// A page of this text, judged by the rules of plain English that we ship.
#pragma once

#include "kit.h"

namespace offer::kit {

// settings: further lines of front matter. files: other files of the site, "-- path --\n…".
inline Built plain(std::string_view text, std::string_view settings = "", std::string_view files = "") {
  return build(fmt::format("{}-- a.md --\n---\ntitle: A page\nsummary: What it gives.\n{}---\n{}\n", files, settings, text), {.plain_english = true});
}

}  // namespace offer::kit
