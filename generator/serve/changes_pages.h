// Changes pages: what has changed since the site was last published: on one page ("/-/changes/pathways/camhs/"), and which pages ("/-/changed/").
#pragma once

#include <string>
#include <string_view>

#include "serve/desk.h"
#include "serve/published_site.h"

namespace offer {

struct ChangesPage {
  std::string title;
  std::string body;  // HTML
};

// address: of the page, with base path. base: where the site lives.
ChangesPage changes_of_page(const Desk& desk, std::string_view address, std::string_view base, PublishedSite& published);
ChangesPage changed_pages(const Desk& desk, std::string_view base, PublishedSite& published);

}  // namespace offer
