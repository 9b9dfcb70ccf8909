// A page by the name that a person gives it.
#pragma once

#include <string>
#include <string_view>

#include "commands/command.h"
#include "model/site.h"

namespace offer {

// "content/a.md" and "./content/a.md" as the site knows them: "a.md". Other names stay.
std::string below_site(std::string_view name, const Arguments& arguments);

// The page that `name` means: its file (with or without the site's folder), its id, or its address with or without https://…; or nothing. An
// address of another view of a page means that page.
const Page* find_page(const Site& site, std::string_view name, const Arguments& arguments);

// "Did you mean 'camhs'?" or how pages are named.
std::string near_page(const Site& site, std::string_view name, const Arguments& arguments);

}  // namespace offer
