// load: from files to pages with typed fields and Blocks. The first verb of the pipeline.
//
// Every page is read on its own, in parallel; nothing here knows of two pages at once. A file that cannot be used is reported and left out.
//
// A page is read in two steps, so that the preview can show one of ten thousand pages before it has read the text of the others: its settings
// (front matter and tables), which tell the rest of the site what the page is; and its body, which takes ten times as long.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "diagnose/report.h"
#include "load/inputs.h"
#include "load/markdown.h"
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

// Both steps, for whoever needs the pages and not the site (`fix`). The inputs must outlive the pages: their words stay in the files that were read.
Loaded load(const Inputs& inputs, unsigned threads, Report& report);
Loaded load(Inputs&& inputs, unsigned threads, Report& report) = delete;

// What load_settings made of pages, to be used again where neither a page's settings nor its tables changed.
struct KnownSettings {
  struct Entry {
    std::string written;  // the settings and tables as they stood in the files
    Page page;
    Report report;
  };
  ByName<Entry> pages;  // by path
  // When set, only these files differ from last time, and none came or went: the others are not even looked at.
  std::optional<std::set<std::string, std::less<>>> changed;
};

// The first step: all but the pages' bodies. Their documents are empty, and they have no headings.
// known: what was made last time, or nothing; it holds what was made now afterwards.
Loaded load_settings(const Inputs& inputs, unsigned threads, Report& report, KnownSettings* known = nullptr);

// Are the settings of this page's file, with the tables beside it, those that are known?
bool same_settings(const SourceFile& file, const Inputs& inputs, const KnownSettings::Entry& known);

// The second step for one page: Blocks and headings, in a new arena. file: the page's own; with WordsIn::file it must outlive the page. The page's settings do
// not change.
void load_body(Page& page, const SourceFile& file, Report& report, WordsIn words = WordsIn::arena);

// A copy of the page as it is before its body is loaded. page: of a file, not made of another one.
Page without_body(const Page& page);

// The part of a page's file that load_settings looks at: up to the page's text, or all of it if that has no beginning.
std::string_view settings_part(const SourceFile& file);

// Is it the file of a page? (Whether it can be read is another matter.)
bool is_page_file(std::string_view path);

}  // namespace offer
