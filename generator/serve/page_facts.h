// PageFacts: what an editor wants to know of a page besides its problems: who can see it, who looks after it, when it must be checked again, whether
// there is an Easy Read page that says the same, what of the law it covers, and how hard it is to read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/site_view.h"

namespace offer {

// A line of the list: "Owner: SEND manager".
struct PageFact {
  std::string name;
  std::string words;
  bool attention = false;  // somebody should look at this
  std::string link;        // an address with base path, or empty
  std::string link_words;
};

struct PageFacts {
  std::string id;
  std::string title;
  std::string path;                 // of its source
  std::vector<std::string> tables;  // paths of the CSV files beside it
  std::string state;                // one or two words when readers do not see it as a page that counts: "Draft"; else empty
  std::string twin;                 // address of its other version (Easy Read or full), with base path; or empty
  bool easy_read = false;
  Place title_place;
  Place summary_place;
  std::vector<PageFact> facts;
};

// query: kept in the links, "as=dark"; or empty.
PageFacts facts_of(const Page& page, const SiteView& site, std::string_view query);

// "Words not explained": the words that findings name, each once, or nothing.
std::vector<std::string> unexplained_words(const std::vector<Diagnostic>& problems);

}  // namespace offer
