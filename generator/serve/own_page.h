// Own page: a page of the preview itself, below "/-/": plain, in no theme, so that nothing of it can be taken for a page of the site.
#pragma once

#include <string>
#include <string_view>

#include "serve/panel_files.h"

namespace offer {

struct OwnPage {
  std::string title;  // plain words
  std::string body;   // HTML under the title, without <main>
  std::string foot;   // HTML behind <main>: a panel, or nothing
};

// base: where the site lives, for the link back to it.
std::string own_page(const OwnPage& page, std::string_view base, const PanelFiles& files);

}  // namespace offer
