#include "production.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "checks/checks.h"
#include "checks/plain_page.h"
#include "checks/weight.h"
#include "formats/formats.h"
#include "formats/html_trace.h"
#include "model/open_bodies.h"
#include "search/kept_words.h"

namespace offer {

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

// The same for hundreds of files: by all threads.
void hand_over_many(std::vector<OutputFile>&& files, const BuildOptions& options, const Write& write, Report& report) {
  constexpr size_t files_at_once = 20;
  std::vector<Report> reports((files.size() + files_at_once - 1) / files_at_once);
  parallel_for(reports.size(), options.threads, [&](size_t part) {
    const auto begin = files.begin() + static_cast<std::ptrdiff_t>(part * files_at_once);
    const auto end = files.begin() + static_cast<std::ptrdiff_t>(std::min(files.size(), (part + 1) * files_at_once));
    hand_over({std::make_move_iterator(begin), std::make_move_iterator(end)}, true, options, write, reports[part]);
  });
  for (Report& one : reports) report.add_all(std::move(one));
}

// Here and in make_files_of the caller has bodies open, so that what comes next for the page finds its body so.
void check_words_of(const Page& page, const SiteView& site, Report& report) {
  if (page.view == nullptr) run_checks(page, site, report);
}

// What was made of a page, and by which format.
struct MadeFile {
  const Page& page;
  const Format& format;
  OutputFile file;
};

void make_files_of(const Page& page, const SiteView& site, const Theme& theme, const BuildOptions& options, std::vector<MadeFile>& made) {
  for (const Format* format : all_formats()) {
    if (format->of_page == nullptr) continue;
    for (OutputFile& file : timed_part(options.stopwatch, format->name, [&] { return format->of_page(page, site, theme); })) made.push_back({page, *format, std::move(file)});
  }
}

void check_made(const MadeFile& made, const SiteView& site, const Theme& theme, Report& report) {
  const TraceOutput trace = [&] {
    const OpenBodies open;
    return trace_html(made.page, site, theme);
  };
  // A page without a title has no settings that can be read: that was said already, and what it looks like is no news.
  check_file(made.file, made.page.path, made.page.title.empty() ? nullptr : &made.format == &html_format ? &trace : &no_trace, report);
}

bool makes_site_files(const Format& format, const BuildOptions& options) { return format.of_site != nullptr && (&format != &search_format || options.search); }

// The files of the content folder are published as they are.
bool is_checked(const Format& format) { return &format != &asset_format; }

// Each once, without the page itself, whose own body it depends on anyhow.
std::vector<uint32_t> others(std::vector<uint32_t>&& reads, const Page& page) {
  std::sort(reads.begin(), reads.end());
  reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
  std::erase(reads, static_cast<uint32_t>(page.number));
  return std::move(reads);
}

// index: has looked at all pages.
void check_site_by(const SiteIndex& index, Report& report) {
  const OpenBodies open;
  std::vector<uint32_t> nobodys;
  const BodyReads reads(nobodys);
  check_plain_rules(index.site, report);
  run_site_checks(index, report);
}

}  // namespace

void produce_page(const Page& page, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  const OpenBodies open;
  if (options.checks) check_words_of(page, site, report);
  std::vector<MadeFile> made;
  make_files_of(page, site, theme, options, made);
  if (options.checks)
    for (const MadeFile& one : made) check_made(one, site, theme, report);
  for (MadeFile& one : made) write(std::move(one.file));
}

void produce_site_files(const Format& format, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  if (!makes_site_files(format, options)) return;
  const OpenBodies open;
  hand_over(timed_part(options.stopwatch, format.name, [&] { return format.of_site(site, theme); }), is_checked(format), options, write, report);
}

void check_site(const SiteView& site, const BuildOptions& options, Report& report) {
  if (!options.checks) return;
  SiteIndex index(site);
  parallel_for(index.pages.size(), options.threads, [&](size_t i) { index.look_at(site.all_pages()[i]); });
  check_site_by(index, report);
}

void put_in_order(const Site& site, Report& report) {
  leave_out_said_before(report);
  leave_out_allowed(site.pages, report);
  report.sort();
  suggest_spellings(report);
}

Production::Production(const Prepared& prepared, const BuildOptions& options, const Write& write)
    : prepared_(prepared),
      options_(options),
      write_(write),
      site_(prepared.site, options.threads),
      index_(site_),
      reports_(prepared.site.pages.size()),
      reads_(options.keeping == nullptr ? 0 : prepared.site.pages.size()),
      parts_(prepared.site.pages.size()) {}

SearchMaker* Production::search() {
  std::call_once(search_begun_, [&] {
    if (options_.search && site_.page("search") != nullptr) search_.emplace(site_);
  });
  return search_ ? &*search_ : nullptr;
}

void Production::keep(PieceKind kind, size_t page, std::string_view bytes) { options_.keeping->add(kind, static_cast<uint32_t>(page), bytes); }

void Production::check_words(std::span<const Page> pages) {
  for (const Page& page : pages) {
    const OpenBodies open;
    if (options_.keeping == nullptr) {
      check_words_of(page, site_, reports_[page.number]);
    } else {
      const BodyReads reads(reads_[page.number]);
      check_words_of(page, site_, reports_[page.number]);
    }
    look_at(page);
  }
}

// What the checks of the whole site will need of it.
void Production::look_at(const Page& page) {
  std::vector<uint32_t> read;
  {
    const BodyReads reads(read);
    index_.look_at(page);
  }
  if (options_.keeping != nullptr) keep(PieceKind::marks, page.number, packed(MarksPiece{others(std::move(read), page), index_.pages[page.number]}));
}

void Production::make_files(std::span<const Page> pages) {
  std::vector<MadeFile> made;
  std::vector<uint32_t> ignored;
  thread_local std::string parts;  // the same memory for some pages after some; what is kept is no longer than it must be
  parts.clear();
  for (const Page& page : pages) {
    const OpenBodies open;
    {
      const BodyReads reads(options_.keeping == nullptr ? ignored : reads_[page.number]);
      make_files_of(page, site_, prepared_.theme, options_, made);
    }
    add_part(page, parts);
  }
  if (!parts.empty()) parts_[pages.front().number] = std::string(parts);
  if (options_.checks)
    timed_part(options_.stopwatch, "check of the output", [&] {
      for (const MadeFile& one : made) check_made(one, site_, prepared_.theme, reports_[one.page.number]);
    });
  if (options_.keeping != nullptr) {
    auto file = made.begin();
    for (const Page& page : pages) {
      FilesPiece piece{others(std::move(reads_[page.number]), page), {}, reports_[page.number]};
      for (; file != made.end() && &file->page == &page; ++file) piece.paths.push_back(file->file.path);
      keep(PieceKind::files, page.number, packed(piece));
    }
  }
  timed_part(options_.stopwatch, "write", [&] {
    for (MadeFile& one : made) write_(std::move(one.file));
  });
}

void Production::gather(std::span<const Page> pages) {
  for (const Page& page : pages) {
    std::vector<uint32_t> read;
    std::string words;
    {
      const BodyReads reads(read);
      search_->gather(page, options_.keeping == nullptr ? nullptr : &words);
    }
    if (!words.empty()) keep(PieceKind::words, page.number, packed_words(others(std::move(read), page), words));
  }
}

// What the site's data say of the page (Format::part), behind what stands between two. Of one format alone: a second would need parts of its own.
void Production::add_part(const Page& page, std::string& to) {
  std::vector<uint32_t> read;
  std::string part;
  {
    const BodyReads reads(read);
    part = timed_part(options_.stopwatch, open_data_format.name, [&] { return open_data_format.part(page, site_); });
  }
  if (part.empty()) return;
  if (options_.keeping != nullptr) keep(PieceKind::data, page.number, packed(DataPiece{others(std::move(read), page), quick_hash(part), part.size()}));
  (to += open_data_format.between_parts) += part;
}

std::string_view Production::part(const Page& page) const {
  const std::string_view part = parts_[page.number];
  return part.empty() ? part : part.substr(open_data_format.between_parts.size());
}

void Production::give_back_part(const Page& page, std::string_view part) {
  if (!part.empty()) parts_[page.number].assign(open_data_format.between_parts).append(part);
}

OutputFile Production::make_parted(const Format& format) {
  PartedFile around = format.around_parts(site_);
  if (options_.keeping != nullptr) keep(PieceKind::data, no_page, packed(DataFilePiece{around.path, around.before.size(), format.between_parts.size()}));
  OutputFile file{std::move(around.path), std::move(around.before)};
  for (std::string& some : parts_)
    if (!some.empty()) file.more.push_back(std::move(some));
  if (!file.more.empty()) file.more.front().erase(0, format.between_parts.size());
  file.more.push_back(std::move(around.behind));
  return file;
}

void Production::make_site_files() {
  // Formats know nothing of each other, so they work side by side; the search, which uses all threads by itself, comes alone.
  const std::vector<const Format*>& formats = all_formats();
  std::vector<Report> reports(formats.size());
  std::vector<std::vector<std::string>> paths(formats.size());
  FilesPiece piece;
  {
    const BodyReads reads(piece.reads, BodyReads::Of::all_threads);
    parallel_for(formats.size(), options_.threads, [&](size_t behind) {
      const size_t i = formats.size() - 1 - behind;  // the open data, which take longest, stand near the end
      const Format& format = *formats[i];
      if (&format == &search_format || !makes_site_files(format, options_)) return;
      const OpenBodies open;
      std::vector<OutputFile> files = timed_part(options_.stopwatch, format.name, [&] { return format.part != nullptr ? only(make_parted(format)) : format.of_site(site_, prepared_.theme); });
      for (const OutputFile& file : files) paths[i].push_back(file.path);
      hand_over(std::move(files), is_checked(format), options_, write_, reports[i]);
    });
  }
  for (Report& one : reports) piece.report.add_all(std::move(one));
  if (options_.keeping != nullptr) {
    for (const std::vector<std::string>& some : paths) piece.paths.insert(piece.paths.end(), some.begin(), some.end());
    std::sort(piece.reads.begin(), piece.reads.end());
    piece.reads.erase(std::unique(piece.reads.begin(), piece.reads.end()), piece.reads.end());
    keep(PieceKind::site_files, no_page, packed(piece));
  }
  of_site_.add_all(std::move(piece.report));
}

void Production::make_index() {
  if (!search_) return;
  FilesPiece piece;
  std::vector<OutputFile> files = search_->files();
  if (options_.keeping != nullptr) {
    for (const OutputFile& file : files) piece.paths.push_back(file.path);
    keep(PieceKind::vocabulary, no_page, search_->packed_vocabulary());
    keep(PieceKind::times, no_page, search_->packed_times());
  }
  hand_over_many(std::move(files), options_, write_, piece.report);
  if (options_.keeping != nullptr) keep(PieceKind::index, no_page, packed(piece));
  of_site_.add_all(std::move(piece.report));
  search_.reset();
}

void Production::check_site() {
  if (!options_.checks) return;
  const Timed timed(options_.stopwatch, "checks of the whole site", true);
  check_site_by(index_, of_checks_);
}

Report Production::take_report(Report&& before) {
  Report report = std::move(before);
  report.add_all(std::move(of_site_));
  for (Report& one : reports_) report.add_all(std::move(one));
  report.add_all(std::move(of_checks_));
  put_in_order(prepared_.site, report);
  return report;
}

}  // namespace offer
