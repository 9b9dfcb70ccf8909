// What `local-offer easy-read` does for its words. Called by easy_read.cpp alone.
#pragma once

#include "commands/printing.h"

namespace offer {

int accept_full_page(const Arguments& arguments);      // easy_read_accept.cpp
int suggest_easier_words(const Arguments& arguments);  // easy_read_suggest.cpp

// The Easy Read page that `name` means: its own path or its full page's, with or without the site's folder, or the full page's id. Nothing,
// with a message, if there is none.
const Page* find_easy_read_page(const Site& site, const std::string& name, const Arguments& arguments);

}  // namespace offer
