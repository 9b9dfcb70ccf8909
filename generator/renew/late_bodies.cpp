#include "renew/late_bodies.h"

#include <utility>

#include "load/load.h"
#include "load/readable.h"
#include "understand/understand.h"

namespace offer {

LateBodies::LateBodies(Site& site, std::filesystem::path folder) : site_(site), count_(site.pages.size()), folder_(std::move(folder)), files_(count_) {
  for (Page& page : site.pages) page.blocks = nullptr;
}

void LateBodies::make_ready(const Page& page) {
  const std::lock_guard lock(guard_);
  if (page.number < count_ && &page == &site_.pages[page.number] && files_[page.number] == nullptr) read_body(page.number);
}

Report LateBodies::read(size_t page) {
  const std::lock_guard lock(guard_);
  Report report = read_body(page);
  const Page& read = site_.pages[page];
  if (read.twin != none) make_ready(site_.pages[read.twin]);
  for (const AnchoredLink& link : read.anchored_links) make_ready(site_.pages[link.page]);
  check_headings_named(read, site_, report);
  return report;
}

namespace {

void move_body(Page&& from, Page& to) {
  to.packed = std::move(from.packed);
  to.headings = std::move(from.headings);
  to.heading_words = std::move(from.heading_words);
  to.anchored_links = std::move(from.anchored_links);
  to.leads_to = std::move(from.leads_to);
  to.views_wanted = from.views_wanted;
  to.terms = std::move(from.terms);
}

}  // namespace

Report LateBodies::read_body(size_t number) {
  Report report;
  Page fresh = without_body(site_.pages[number]);  // others may look at the page meanwhile, so its body is read into a page of its own
  SourceFile& file = read_.emplace_back(read_file(folder_ / fresh.path));
  file.path = fresh.path;
  files_[number] = &file;
  if (can_be_read(file, report)) {
    load_body(fresh, file, report, WordsIn::file);
    understand_body(fresh, site_, report);
  }
  fresh.pack(file.bytes);
  move_body(std::move(fresh), site_.pages[number]);
  return report;
}

}  // namespace offer
