// What the list page of a folder lists. That of a type's folder lists every page of the type. Where folders below have list pages of their own, it leads
// to those instead, and each lists its own pages: nobody reads through thousands, and every page stands in one list.
#pragma once

#include "model/content_type.h"

namespace offer {

// `index`: the list page of a folder of this type's pages.
void add_folder_list(const Page& index, const ContentType& type, const SiteView& site, Builder& to);

}  // namespace offer
