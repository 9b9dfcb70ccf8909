// Pages by problems: the list of all pages at "/-/pages/", the worst first, and the files besides pages that have problems.
#pragma once

#include <string>
#include <string_view>

#include "serve/desk.h"
#include "serve/source_links.h"

namespace offer {

// base: where the site lives. from: the first page to show, from 0: two hundred stand on one. complete: whether every page has been checked.
std::string pages_by_problems(const Desk& desk, std::string_view base, const SourceLinks& links, size_t from, bool& complete);

}  // namespace offer
