// Production: what is made of a site that is understood: the checks of its pages, their files, and the files and checks of the site as a whole.
//
//   Production production(prepared, options, write);
//   production.check_words(pages); production.make_files(pages);    each page once, from any thread; one kind of work for some pages, then the next:
//                                                                   its code and its tables stay in the processors' caches
//   production.make_site_files();  production.check_site();         when all pages were gone through; these may run side by side
//   production.gather(pages);                                       as above
//   production.make_index();                                        when all were gathered
//   report = production.take_report(std::move(report));
//
// Whoever keeps what was made of a page from an earlier build may give it back instead of having it made again.
#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "checks/site_checks.h"
#include "keep/kept_pieces.h"
#include "keep/page_pieces.h"
#include "pipeline.h"
#include "search/pieces.h"

namespace offer {

class Production {
 public:
  // All must outlive it. Each finished file goes to `write`, from several threads, in no order.
  Production(const Prepared& prepared, const BuildOptions& options, const Write& write);

  void check_words(std::span<const Page> pages);  // notes, too, what the checks of the whole site need
  void make_files(std::span<const Page> pages);  // after check_words of the same pages
  void gather(std::span<const Page> pages);
  void make_site_files();
  void make_index();
  void check_site();
  // All that was found, with what was found before, in order.
  Report take_report(Report&& before);

  // What an earlier build found or made.
  void give_back(const Page& page, Report&& found) { reports_[page.number] = std::move(found); }
  void give_back(const Page& page, SiteIndex::PageMarks&& marks) { index_.pages[page.number] = std::move(marks); }
  // What the site's data say of a page; empty: nothing. part() is for a page that make_files made alone.
  void give_back_part(const Page& page, std::string_view part);
  std::string_view part(const Page& page) const;
  void give_back_of_site(Report&& found) { of_site_.add_all(std::move(found)); }
  // Made when it is first asked for, from any thread; once its files are made there is none.
  SearchMaker* search();

 private:
  void look_at(const Page& page);
  void add_part(const Page& page, std::string& to);
  void keep(PieceKind kind, size_t page, std::string_view bytes);
  OutputFile make_parted(const Format& format);

  const Prepared& prepared_;
  const BuildOptions& options_;
  const Write& write_;
  SiteView site_;
  SiteIndex index_;
  std::once_flag search_begun_;
  std::optional<SearchMaker> search_;
  std::vector<Report> reports_;               // of each page
  std::vector<std::vector<uint32_t>> reads_;  // of each page: whose bodies were looked at for its checks and its files
  std::vector<std::string> parts_;            // by page: what the site's data say of it and of those that came after it in make_files
  Report of_site_;    // of files of the whole site
  Report of_checks_;  // of the checks of the whole site
};

}  // namespace offer
