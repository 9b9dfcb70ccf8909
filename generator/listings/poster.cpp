#include "listings/poster.h"

#include "base/text.h"
#include "draw/qr_code.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "model/site_view.h"

namespace offer {

namespace {

bool has_poster(const Page& page) { return page.fields.has(shared::short_address); }

void poster_body(const Page& page, const SiteView& site, Builder& to) {
  const std::string address = site.whole_address(page.fields.get(shared::short_address));
  to.paragraph("Point a phone's camera at this square, or type the address under it:");
  to.add(BlockKind::drawing, "QR code", qr_code(address));
  to.within(BlockKind::paragraph, [&] {
    to.within(BlockKind::strong, [&] { to.add(BlockKind::text, replace_all(address, "https://", "")); });
  });
}

}  // namespace

void add_poster_link(const Page& page, Builder& to) {
  if (!has_poster(page)) return;
  to.within(BlockKind::paragraph, [&] { to.link("A poster of this page, to print and pin up", page.address + "poster/"); });
}

const ContentView poster_view{"poster", "a poster to print", has_poster, poster_body};

}  // namespace offer
