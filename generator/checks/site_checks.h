// Checks of the site as a whole: what no page shows on its own. They run once, after every page has been read.
//
// To add one: a Code, a function and a line in the table of its family's file; a new family is a line in site_check_families(). Whoever needs to
// look at every page's Blocks asks SiteIndex, which has looked once, page by page.
#pragma once

#include <cstdint>
#include <vector>

#include "checks/checks.h"

namespace offer {

struct SiteIndex {
  // A paragraph that is long enough to be missed when it stands on two pages.
  struct Paragraph {
    uint64_t hash = 0;  // of its words in small letters
    Place place;
  };
  struct PageMarks {
    std::vector<size_t> leads_to;  // numbers of pages, in order, each once
    std::vector<Paragraph> paragraphs;
  };

  explicit SiteIndex(const SiteView& site);
  // Each page of the site once, from any thread.
  void look_at(const Page& page);

  const SiteView& site;
  std::vector<PageMarks> pages;  // by the pages' numbers
};

// The words of a paragraph as they are compared: small letters, single spaces.
std::string folded_words(const Block& paragraph);

struct SiteCheck {
  const Code& code;
  void (*run)(const SiteIndex& index, Report& report);
};

const std::vector<SiteCheck>& role_checks();
const std::vector<SiteCheck>& orphan_checks();
const std::vector<SiteCheck>& duplicate_checks();
const std::vector<SiteCheck>& kept_address_checks();
const std::vector<SiteCheck>& statutory_checks();
const std::vector<SiteCheck>& search_word_checks();

using SiteCheckFamily = const std::vector<SiteCheck>& (*)();
const std::vector<SiteCheckFamily>& site_check_families();

// index: has looked at all pages.
void run_site_checks(const SiteIndex& index, Report& report);

}  // namespace offer
