// The steps of `understand`, one file each. See understand.h for their order.
#pragma once

#include <map>
#include <string>

#include "model/site.h"
#include "understand/understand.h"

namespace offer {

Unpublished leave_out_unpublished(std::vector<Page>& pages, const UnderstandOptions& options);  // addresses.cpp
void find_addresses(Site& site, unsigned threads, Report& report);                 // addresses.cpp
bool is_made_file(std::string_view path);                                          // addresses.cpp: feeds, calendar, data, whatever pages there are
void pair_easy_read(Site& site, const Unpublished& unpublished, Report& report);   // easy_read.cpp
void find_languages(Site& site);                                                   // addresses.cpp: once Easy Read pages have their full pages' fields
void check_references(const Site& site, const Unpublished& unpublished, Report& report);  // references.cpp
void find_referrers(Site& site);                                                   // relations.cpp
void check_circles(const Site& site, Report& report);                              // relations.cpp
void find_wanted_views(Page& page);                                                // relations.cpp: while its body is open
void add_views(Site& site, unsigned threads, Report& report);                      // relations.cpp
// Of each page, by its number: see Site::related.
std::vector<std::vector<uint32_t>> find_related(const Site& site, unsigned threads);  // related.cpp
void find_ended(Site& site);                                                       // ended.cpp
void find_known_names(Site& site);                                                 // names.cpp
void read_glossary(Site& site, Report& report);                                    // glossary.cpp
void find_site_words(Site& site);                                                  // site_words.cpp
void resolve_links(Page& page, const Site& site, const Unpublished& unpublished, Report& report);  // links.cpp
void check_anchored_links(const Page& page, const Site& site, Report& report);     // links.cpp
void check_follows(const Page& page, const Site& site, Report& report);            // easy_read.cpp
void shape_easy_read(Page& page, const Site& site, Report& report);                // easy_read.cpp
void mark_terms(Page& page, const Site& site);                                     // glossary.cpp

}  // namespace offer
