// search-words.csv at the top of the site: what families say, and what that is called here. Councils add rows of their own.
#pragma once

#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/site.h"

namespace offer {

std::vector<SearchWords> read_search_words(const std::vector<SourceFile>& content, Report& report);

}  // namespace offer
