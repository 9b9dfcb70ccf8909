// A page's own days: what its table of dates says, under the page's words.
#pragma once

#include "model/site_view.h"

namespace offer {

class Builder;

void add_dates(const Page& page, const SiteView& site, Builder& to);

}  // namespace offer
