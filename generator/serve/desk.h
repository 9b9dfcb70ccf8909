// Desk: a site as its editor sees it while working on it: the last state of its files, the pages made of them, and their problems.
//
// `serve` makes one, calls take_in() after each change on the disk (from one thread), and answers every request from it (from any thread).
// A page is made when somebody asks for it; the rest is made behind it. What is made here has the same bytes as what `build` writes.
//
// Nothing is lost: a page that cannot be read any more (its settings are broken, say) is shown as it was last, until it is mended; and when the
// whole site cannot be read (site.yml, the theme), all pages are.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/output.h"
#include "model/site_view.h"
#include "pipeline.h"

namespace offer {

// A file of the site as it is now.
struct DeskFile {
  std::shared_ptr<const OutputFile> file;  // never null
  std::string source;         // the page that it was made of, "pathways/camhs.md"; empty: of the site as a whole
  std::string fingerprint;    // of the bytes: differs when they differ
  bool last_good = false;     // it stands for a page that cannot be shown as it is now
};

// A page in the list of all pages.
struct DeskPage {
  std::string path;     // of the source: "pathways/camhs.md"
  std::string id;
  std::string title;
  std::string address;  // "/pathways/camhs/"
};

class Desk {
 public:
  // site: its folder. Reads nothing yet.
  Desk(std::string site, BuildOptions options);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // Looks at the disk and takes in what changed; the first time, everything. Throws Failure if the site's folder cannot be read.
  // changed: the files that changed since the last time, where that is known: one page's text is then there at once.
  bool take_in(const std::optional<std::vector<std::filesystem::path>>& changed = std::nullopt);

  // From here on: any thread, after the first take_in().

  // How many changes were taken in; 1 after the first take_in().
  uint64_t edition() const;
  // Waits until edition() is greater than `seen`, or the time is over; gives the edition.
  uint64_t wait_for_more_than(uint64_t seen, std::chrono::milliseconds longest) const;
  // Ends all waiting, for good.
  void stop_waiting();

  // path: below the output folder, "pathways/camhs/index.html". Nothing if the site has no such file.
  std::shared_ptr<const DeskFile> file(std::string_view path) const;
  // Paths of all files, sorted.
  std::vector<std::string> files() const;

  // All pages, sorted by path.
  std::vector<DeskPage> pages() const;
  // The findings of one page's file (source: "pathways/camhs.md"), worst first; all its checks are done when this returns.
  std::vector<Diagnostic> problems_of(std::string_view source) const;
  // All findings that are known, sorted. complete: every page has been checked.
  struct Problems {
    std::vector<Diagnostic> all;
    bool complete = false;
  };
  Problems problems() const;
  // Which bytes of a page's HTML were made of which lines of its own source, in the order of the offsets. `path` is that of file.source. Nothing if
  // `file` is not the page as it is now, or is made of no page.
  std::vector<OutputMark> marks_of(const DeskFile& file) const;
  // Text of a source file by its path in a finding; empty if there is none.
  std::string source_text(std::string_view path) const;
  // The site itself, which does not change while `reader` runs. Keep it short: changes wait for it.
  void read(const std::function<void(const SiteView&)>& reader) const;

 private:
  std::shared_ptr<const DeskFile> file_of_page(std::string_view path) const;
  std::shared_ptr<const DeskFile> file_of_site(std::string_view path) const;

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
