#include "pipeline.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include "base/parallel.h"
#include "base/spelling.h"
#include "checks/style.h"
#include "formats/frame.h"
#include "keep/page_pieces.h"
#include "load/load.h"
#include "load/settings.h"
#include "production.h"
#include "understand/understand.h"

namespace offer {

namespace {

// One kind of work is done for some pages, then the next: what they are made into stays in the processor's caches, and so does the code.
constexpr size_t pages_at_once = 16;

size_t parts_of(size_t pages) { return (pages + pages_at_once - 1) / pages_at_once; }

template <class SomePage>
std::span<SomePage> some_of(std::span<SomePage> pages, size_t part) {
  const std::span<SomePage> rest = pages.subspan(part * pages_at_once);
  return rest.first(std::min(pages_at_once, rest.size()));
}

// The bodies of all pages: read, understood, and packed until somebody looks at them, so that all of them together take less room than their files.
void make_bodies(std::span<Page> pages, const Site& site, const Inputs& inputs, unsigned threads, PieceWriter* keeping, Report& report) {
  std::vector<Report> reports(pages.size());
  std::vector<uint64_t> headings(keeping == nullptr ? 0 : pages.size());  // a hash of each page's
  parallel_for(parts_of(pages.size()), threads, [&](size_t part) {
    thread_local std::array<Arena, pages_at_once> arenas;  // the same memory for page after page
    const std::span<Page> some = some_of(pages, part);
    std::array<const SourceFile*, pages_at_once> files;
    for (size_t i = 0; i < some.size(); ++i) {
      files[i] = find_in_order(inputs.content, some[i].path);
      some[i].arena = std::move(arenas[i]);
      load_body(some[i], *files[i], reports[some[i].number], WordsIn::file);
    }
    for (Page& page : some) understand_body(page, site, reports[page.number]);
    for (size_t i = 0; i < some.size(); ++i) {
      if (keeping != nullptr) {
        keep_settings(some[i], *files[i], *keeping);  // while the file is in the processor's cache
        headings[some[i].number] = hash_of_headings(some[i]);
      }
      some[i].pack(files[i]->bytes);
      arenas[i] = std::exchange(some[i].arena, {});
    }
  });
  parallel_for(pages.size(), threads, [&](size_t i) {
    check_headings_named(pages[i], site, reports[i]);
    if (keeping != nullptr) keep_body(pages[i], headings[i], reports[i], *keeping);
  });
  for (Report& one : reports) report.add_all(std::move(one));
}

}  // namespace

std::future<void> read_dictionary_meanwhile(const BuildOptions& options) {
  return options.checks && options.threads > 1 ? std::async(std::launch::async, [] { can_spell(); }) : std::future<void>();
}

Prepared prepare(const Inputs& inputs, const BuildOptions& options, Report& report) {
  const auto dictionary = read_dictionary_meanwhile(options);
  Prepared prepared;
  Site& site = prepared.site;
  prepared.theme = timed(options.stopwatch, "theme", [&] { return read_theme(inputs.theme, frame_schema(), report); });
  if (options.checks) check_style(inputs.theme, report);
  Loaded loaded = timed(options.stopwatch, "load", [&] { return load_settings(inputs, options.threads, report); });
  make_edition(options.edition, loaded.settings);
  // From here on ids, addresses and terms are known.
  site = timed(options.stopwatch, "understand", [&] { return understand_settings(std::move(loaded), {options.today, options.drafts, options.threads}, report); });
  // From here on every page is read, and nobody reads source files again.
  timed(options.stopwatch, "bodies", [&] { make_bodies(site.pages, site, inputs, options.threads, options.keeping, report); });
  // From here on no page changes again.
  timed(options.stopwatch, "related pages", [&] { site.related = related_pages(site, options.threads); });
  if (options.keeping != nullptr) options.keeping->add(PieceKind::related, no_page, packed(site.related));
  timed(options.stopwatch, "made pages", [&] { add_made_pages(site, options.threads, report); });
  return prepared;
}

void produce(const Prepared& prepared, const BuildOptions& options, const Write& write, Report& report) {
  Production production(prepared, options, write);
  const std::vector<Page>& pages = prepared.site.pages;
  // One kind of work for all pages, then the next: its code and its tables stay in the processors' caches, which saves more than to open each body once.
  // The pages that are made of others come first: the longest lists are among them, and all would wait for those at the end.
  const auto some_pages = [&](std::string_view stage, auto&& work) {
    const size_t parts = parts_of(pages.size());
    const size_t made = prepared.site.referrers.size() / pages_at_once;
    timed(options.stopwatch, stage, [&] { parallel_for(parts, options.threads, [&](size_t part) { work(some_of(std::span(pages), (made + part) % parts)); }); });
  };
  if (options.checks) some_pages("check of the words", [&](std::span<const Page> some) { production.check_words(some); });
  some_pages("pages", [&](std::span<const Page> some) { production.make_files(some); });
  timed(options.stopwatch, "files and checks of the site", [&] {
    parallel_for(2, options.threads, [&](size_t i) { i == 0 ? production.make_site_files() : production.check_site(); });
  });
  // Behind the files of the site, whose memory it takes.
  if (production.search() != nullptr) {
    some_pages("words for the search", [&](std::span<const Page> some) { production.gather(some); });
    timed(options.stopwatch, "index of the search", [&] { production.make_index(); });
  }
  timed(options.stopwatch, "findings in order", [&] { report = production.take_report(std::move(report)); });
}

std::vector<OutputFile> build_in_memory(const Inputs& inputs, const BuildOptions& options, Report& report) {
  std::vector<OutputFile> files;
  std::mutex guard;
  const Prepared prepared = prepare(inputs, options, report);
  produce(
      prepared, options,
      [&](OutputFile&& file) {
        file.put_together();
        const std::lock_guard lock(guard);
        files.push_back(std::move(file));
      },
      report);
  std::sort(files.begin(), files.end(), [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace offer
