// html: a page as a reader's browser shows it.
#include "formats/formats.h"
#include "formats/frame.h"
#include "formats/html_body.h"
#include "listings/dates.h"
#include "listings/poster.h"
#include "model/builder.h"

namespace offer {

namespace {

std::vector<OutputFile> of_page(const Page& page, const SiteView& site, const Theme& theme) {
  Arena arena;
  Block root;
  Builder to(arena, root);
  if (page.easy_read) {
    for (const Block& block : children(*page.document)) to.adopt_copy(block);
  } else if (page.view != nullptr && page.view->body_of_value != nullptr) {
    page.view->body_of_value(page, site, to);
  } else if (page.view != nullptr) {
    page.view->body(site.whole(page), site, to);
  } else {
    page.type->body(page, site, to);
    add_dates(page, site, to);
    add_poster_link(page, to);
  }
  const std::string path = page.id == "not-found" ? "404.html" : page.address.substr(1) + "index.html";
  return {{path, in_frame(page, root, html_body(root, site), site, theme)}};
}

}  // namespace

const Format html_format{
    .name = "html",
    .says = "a page as a reader's browser shows it",
    .of_page = of_page,
    .of_site = nullptr,
};

}  // namespace offer
