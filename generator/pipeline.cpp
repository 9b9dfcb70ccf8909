#include "pipeline.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include "base/parallel.h"
#include "checks/checks.h"
#include "checks/plain_page.h"
#include "checks/site_checks.h"
#include "checks/style.h"
#include "checks/weight.h"
#include "formats/formats.h"
#include "formats/frame.h"
#include "formats/html_trace.h"
#include "load/load.h"
#include "load/settings.h"
#include "model/open_bodies.h"
#include "search/pieces.h"
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
void make_bodies(std::span<Page> pages, const Site& site, const Inputs& inputs, unsigned threads, Report& report) {
  std::vector<Report> reports(pages.size());
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
      some[i].pack(files[i]->bytes);
      arenas[i] = std::exchange(some[i].arena, {});
    }
  });
  parallel_for(pages.size(), threads, [&](size_t i) { check_headings_named(pages[i], site, reports[i]); });
  for (Report& one : reports) report.add_all(std::move(one));
}

}  // namespace

Prepared prepare(const Inputs& inputs, const BuildOptions& options, Report& report) {
  Prepared prepared;
  Site& site = prepared.site;
  prepared.theme = timed(options.stopwatch, "theme", [&] { return read_theme(inputs.theme, frame_schema(), report); });
  if (options.checks) check_style(inputs.theme, report);
  Loaded loaded = timed(options.stopwatch, "load", [&] { return load_settings(inputs, options.threads, report); });
  make_edition(options.edition, loaded.settings);
  // From here on ids, addresses and terms are known.
  site = timed(options.stopwatch, "understand", [&] { return understand_settings(std::move(loaded), {options.today, options.drafts, options.threads}, report); });
  // From here on every page is read, and nobody reads source files again.
  timed(options.stopwatch, "bodies", [&] { make_bodies(site.pages, site, inputs, options.threads, report); });
  // From here on no page changes again.
  timed(options.stopwatch, "related pages", [&] { site.related = related_pages(site, options.threads); });
  timed(options.stopwatch, "made pages", [&] { add_made_pages(site, report); });
  return prepared;
}

namespace {

const TraceOutput no_trace = [] { return std::vector<OutputMark>{}; };

void check_file(const OutputFile& file, std::string_view path, const TraceOutput* trace, Report& report) {
  check_output(file, path, trace, report);
  check_weight(file, path, report);
}

// Files of the site as a whole.
void hand_over(std::vector<OutputFile>&& files, bool checked, const BuildOptions& options, const Write& write, Report& report) {
  for (OutputFile& file : files) {
    if (checked && options.checks) timed_part(options.stopwatch, "check of the output", [&] { check_file(file, "site.yml", &no_trace, report); });
    timed_part(options.stopwatch, "write", [&] { write(std::move(file)); });
  }
}

// report_of(page): where what is found goes.
template <class ReportOf>
void check_words(std::span<const Page> pages, const SiteView& site, ReportOf&& report_of) {
  for (const Page& page : pages) {
    if (page.view != nullptr) continue;
    const OpenBodies open;
    run_checks(page, site, report_of(page));
  }
}

// The files of some pages, and the checks on those.
template <class ReportOf>
void make_files(std::span<const Page> pages, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, ReportOf&& report_of) {
  struct Made {
    const Page& page;
    const Format& format;
    OutputFile file;
  };
  std::vector<Made> made;
  for (const Page& page : pages) {
    const OpenBodies open;
    for (const Format* format : all_formats()) {
      if (format->of_page == nullptr) continue;
      for (OutputFile& file : timed_part(options.stopwatch, format->name, [&] { return format->of_page(page, site, theme); })) made.push_back({page, *format, std::move(file)});
    }
  }
  if (options.checks)
    timed_part(options.stopwatch, "check of the output", [&] {
      for (const Made& one : made) {
        const TraceOutput trace = [&] {
          const OpenBodies open;
          return trace_html(one.page, site, theme);
        };
        // A page without a title has no settings that can be read: that was said already, and what it looks like is no news.
        check_file(one.file, one.page.path, one.page.title.empty() ? nullptr : &one.format == &html_format ? &trace : &no_trace, report_of(one.page));
      }
    });
  timed_part(options.stopwatch, "write", [&] {
    for (Made& one : made) write(std::move(one.file));
  });
}

}  // namespace

void produce_page(const Page& page, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  const OpenBodies open;
  const auto report_of = [&](const Page&) -> Report& { return report; };
  if (options.checks) check_words(std::span(&page, 1), site, report_of);
  make_files(std::span(&page, 1), site, theme, options, write, report_of);
}

void produce_site_files(const Format& format, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  if (format.of_site == nullptr || (&format == &search_format && !options.search)) return;
  const OpenBodies open;
  // The files of the content folder are published as they are.
  hand_over(timed_part(options.stopwatch, format.name, [&] { return format.of_site(site, theme); }), &format != &asset_format, options, write, report);
}

namespace {

// index: has looked at all pages.
void check_site(const SiteIndex& index, Report& report) {
  const OpenBodies open;
  check_plain_rules(index.site, report);
  run_site_checks(index, report);
}

}  // namespace

void check_site(const SiteView& site, const BuildOptions& options, Report& report) {
  if (!options.checks) return;
  SiteIndex index(site);
  parallel_for(index.pages.size(), options.threads, [&](size_t i) { index.look_at(site.all_pages()[i]); });
  check_site(index, report);
}

void put_in_order(const Site& site, Report& report) {
  leave_out_said_before(report);
  leave_out_allowed(site.pages, report);
  report.sort();
  suggest_spellings(report);
}

void produce(const Prepared& prepared, const BuildOptions& options, const Write& write, Report& report) {
  const SiteView site(prepared.site, options.threads);
  const std::vector<Page>& pages = prepared.site.pages;
  std::vector<Report> reports(pages.size());
  SiteIndex index(site);
  std::optional<SearchMaker> search;
  if (options.search && site.page("search") != nullptr) search.emplace(site);
  const auto report_of = [&](const Page& page) -> Report& { return reports[page.number]; };
  // One kind of work for all pages, then the next: its code and its tables stay in the processors' caches, which saves more than to open each body once.
  const auto some_pages = [&](std::string_view stage, auto&& work) {
    timed(options.stopwatch, stage, [&] { parallel_for(parts_of(pages.size()), options.threads, [&](size_t part) { work(some_of(std::span(pages), part)); }); });
  };
  if (options.checks) some_pages("check of the words", [&](std::span<const Page> some) { check_words(some, site, report_of); });
  some_pages("pages", [&](std::span<const Page> some) { make_files(some, site, prepared.theme, options, write, report_of); });
  if (options.checks)
    some_pages("what pages lead to", [&](std::span<const Page> some) {
      for (const Page& page : some) index.look_at(page);
    });
  if (search)
    some_pages("words for the search", [&](std::span<const Page> some) {
      for (const Page& page : some) search->gather(page);
    });
  // Formats know nothing of each other, so they work side by side; the search, which uses all threads by itself, comes alone.
  const std::vector<const Format*>& formats = all_formats();
  std::vector<Report> of_formats(formats.size());
  timed(options.stopwatch, "files of the whole site", [&] {
    parallel_for(formats.size(), options.threads, [&](size_t i) {
      if (formats[i] != &search_format) produce_site_files(*formats[i], site, prepared.theme, options, write, of_formats[i]);
    });
  });
  timed(options.stopwatch, "index of the search", [&] {
    if (search) hand_over(search->files(), true, options, write, report);
    search.reset();
  });
  for (Report& one : of_formats) report.add_all(std::move(one));
  for (Report& one : reports) report.add_all(std::move(one));
  timed(options.stopwatch, "checks of the whole site", [&] {
    if (options.checks) check_site(index, report);
  });
  timed(options.stopwatch, "findings in order", [&] { put_in_order(prepared.site, report); });
}

std::vector<OutputFile> build_in_memory(const Inputs& inputs, const BuildOptions& options, Report& report) {
  std::vector<OutputFile> files;
  std::mutex guard;
  const Prepared prepared = prepare(inputs, options, report);
  produce(
      prepared, options,
      [&](OutputFile&& file) {
        const std::lock_guard lock(guard);
        files.push_back(std::move(file));
      },
      report);
  std::sort(files.begin(), files.end(), [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace offer
