#include "pipeline.h"

#include <algorithm>
#include <mutex>
#include <optional>
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

// The bodies of all pages: read, understood, and packed until somebody looks at them, so that all of them together take less room than their files.
void make_bodies(std::vector<Page>& pages, const Site& site, const Inputs& inputs, unsigned threads, Report& report) {
  std::vector<Report> reports(pages.size());
  parallel_for(pages.size(), threads, [&](size_t i) {
    thread_local Arena arena;  // the same memory for page after page
    Page& page = pages[i];
    const SourceFile& file = *find_in_order(inputs.content, page.path);
    page.arena = std::move(arena);
    load_body(page, file, reports[i], WordsIn::file);
    understand_body(page, site, reports[i]);
    page.pack(file.bytes);
    arena = std::exchange(page.arena, {});
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

void hand_over(std::vector<OutputFile>&& files, std::string_view path, bool checked, const TraceOutput* trace, Stopwatch* stopwatch, const Write& write, Report& report) {
  for (OutputFile& file : files) {
    if (checked)
      timed_part(stopwatch, "check of the output", [&] {
        check_output(file, path, trace, report);
        check_weight(file, path, report);
      });
    timed_part(stopwatch, "write", [&] { write(std::move(file)); });
  }
}

const TraceOutput no_trace = [] { return std::vector<OutputMark>{}; };

}  // namespace

void produce_page(const Page& page, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  const OpenBodies open;
  if (options.checks && page.view == nullptr) timed_part(options.stopwatch, "check of the words", [&] { run_checks(page, site, report); });
  // A page without a title has no settings that can be read: that was said already, and what it looks like is no news.
  const bool has_settings = !page.title.empty();
  const TraceOutput trace = [&] { return trace_html(page, site, theme); };
  for (const Format* format : all_formats())
    if (format->of_page != nullptr)
      hand_over(timed_part(options.stopwatch, format->name, [&] { return format->of_page(page, site, theme); }), page.path, options.checks,
                !has_settings ? nullptr : format == &html_format ? &trace : &no_trace, options.stopwatch, write, report);
}

void produce_site_files(const Format& format, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  if (format.of_site == nullptr || (&format == &search_format && !options.search)) return;
  const OpenBodies open;
  // The files of the content folder are published as they are.
  hand_over(timed_part(options.stopwatch, format.name, [&] { return format.of_site(site, theme); }), "site.yml", options.checks && &format != &asset_format, &no_trace,
            options.stopwatch, write, report);
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
  timed(options.stopwatch, "pages", [&] {
    parallel_for(pages.size(), options.threads, [&](size_t i) {
      // All that looks at a page's body does so while it is open.
      const OpenBodies open;
      produce_page(pages[i], site, prepared.theme, options, write, reports[i]);
      if (options.checks) timed_part(options.stopwatch, "look for the checks of the whole site", [&] { index.look_at(pages[i]); });
      if (search) timed_part(options.stopwatch, "gather for the search", [&] { search->gather(pages[i]); });
    });
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
    if (search) hand_over(search->files(), "site.yml", options.checks, &no_trace, options.stopwatch, write, report);
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
