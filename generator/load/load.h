// load: from files to pages with typed fields and Blocks. The first verb of the pipeline.
//
// Every page is read on its own, in parallel; nothing here knows of two pages at once. A file that cannot be used is reported and left out.
#pragma once

#include <vector>

#include "load/inputs.h"
#include "model/site.h"

namespace offer {

struct Loaded {
  Settings settings;
  std::map<std::string, Role, std::less<>> roles;
  std::map<std::string, std::string, std::less<>> topics;
  std::map<std::string, std::string, std::less<>> needs;
  std::map<std::string, std::string, std::less<>> law;
  std::vector<Deadline> deadlines;
  std::vector<Date> bank_holidays;
  std::vector<SearchWords> search_words;
  std::vector<Page> pages;          // sorted by path
  std::vector<std::string> unreadable;  // paths of pages that are there and cannot be read
  std::vector<SourceFile> files;    // pictures, documents: published as they are
  std::vector<KeptAddress> kept_addresses;
  std::vector<Picture> pictures;    // one for each concept
  std::shared_ptr<const EasyReadRules> easy_read;
  std::shared_ptr<const PlainEnglish> plain_english;
};

Loaded load(const Inputs& inputs, unsigned threads, Report& report);

}  // namespace offer
