// The poster of a page that has a short address: to print on A4 and pin up in a library or a waiting room.
#pragma once

#include "model/content_type.h"

namespace offer {

extern const ContentView poster_view;

// Leads to the poster, where there is one.
void add_poster_link(const Page& page, Builder& to);

}  // namespace offer
