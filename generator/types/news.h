// What lists ask of news.
#pragma once

#include "model/page.h"

namespace offer {

bool is_old_news(const Page& page, Date today);  // it ran out

}  // namespace offer
