// understand: from pages on their own to a site that hangs together. The second verb of the pipeline.
//
// Order matters, and each step says what it needs:
//   1 leave_out_unpublished  drafts and pages of a later day go, their addresses are remembered for messages
//   2 find_addresses         ids, source paths and addresses are unique; redirects
//   3 pair_easy_read         x.easy.md finds x.md and takes over its fields          (needs 2)
//   4 check_references       ids in fields lead to pages, roles, topics, the law     (needs 2)
//   5 read_glossary          terms and all their spellings                           (needs 2)
//   then for each page, in parallel, touching that page alone, once its body is loaded:
//   6 resolve_links          links become addresses                                  (needs 2, 3)
//   7 shape_easy_read        rows of picture and words                               (needs 5)
//   8 mark_terms             the first use of a glossary word                        (needs 5)
//   then over all pages:
//   9 check_headings_named   links to headings, and what Easy Read follows           (needs 6)
//  10 find_related           pages that share much                                   (needs 8)
//  11 add_views              pages made of other pages                               (needs 6 to 8)
//
// `build` packs a body as soon as it is understood (model/packed_body.h). The preview reads the body of a page when it is wanted, and keeps it.
#pragma once

#include "load/load.h"
#include "model/site.h"

namespace offer {

struct UnderstandOptions {
  Date today;
  bool drafts = false;  // show drafts and pages of a later day
  unsigned threads = 1;
};

Site understand_settings(Loaded&& loaded, const UnderstandOptions& options, Report& report);  // steps 1 to 5
void understand_body(Page& page, const Site& site, Report& report);                           // steps 6 to 8; the body as load_body made it
void check_headings_named(const Page& page, const Site& site, Report& report);                // step 9
std::vector<std::vector<uint32_t>> related_pages(const Site& site, unsigned threads);         // step 10; for Site::related
void add_made_pages(Site& site, unsigned threads, Report& report);                            // step 11

}  // namespace offer
