// The pipeline: load -> understand -> render -> check -> write, shared by every command.
#pragma once

#include <functional>
#include <future>

#include "base/stopwatch.h"
#include "load/inputs.h"
#include "model/output.h"
#include "model/site.h"
#include "model/site_view.h"
#include "theme/theme.h"

namespace offer {

class PieceWriter;  // keep/kept_pieces.h

struct BuildOptions {
  Date today;             // the only date that output may depend on
  bool drafts = false;    // show drafts and pages of a later day
  unsigned threads = 1;
  Edition edition = {};   // the site itself, unless it says otherwise
  bool checks = true;     // without them only what stops a build is found: to measure what checks cost
  bool search = true;     // without it the search page has no index to look in: to measure what the index costs
  PieceWriter* keeping = nullptr;  // told what is made of each page, for the next build, or null
  Stopwatch* stopwatch = nullptr;  // told what each stage costs, or null
};

// For checks, which else would all wait for the first that looks a word up: reads it while others load pages. What is returned waits at its end until it is read.
std::future<void> read_dictionary_meanwhile(const BuildOptions& options);

// What a build is made of once it is understood.
struct Prepared {
  Site site;
  Theme theme;
};

// load and understand. The inputs must outlive what is made of them: the pages' words stay in the files that were read.
Prepared prepare(const Inputs& inputs, const BuildOptions& options, Report& report);
Prepared prepare(Inputs&& inputs, const BuildOptions& options, Report& report) = delete;

// One page: its own checks, its files, and the checks on those. path and place of each finding are those of its source.
using Write = std::function<void(OutputFile&&)>;
void produce_page(const Page& page, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report);

// The files that a format makes of the site as a whole, and the checks on them.
struct Format;
void produce_site_files(const Format& format, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report);

// What only all pages together show; and then, over all findings: one cause, one message, those that are allowed out, in order.
void check_site(const SiteView& site, const BuildOptions& options, Report& report);
void put_in_order(const Site& site, Report& report);

// All of it: render and check, page by page in parallel. Each finished file goes to `write`, from several threads, in no order. The same files with the
// same bytes for any number of threads.
void produce(const Prepared& prepared, const BuildOptions& options, const Write& write, Report& report);

// Everything at once, in memory, sorted by path: for `serve` and for tests.
std::vector<OutputFile> build_in_memory(const Inputs& inputs, const BuildOptions& options, Report& report);

}  // namespace offer
