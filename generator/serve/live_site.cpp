#include "serve/live_site.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "checks/style.h"
#include "formats/frame.h"
#include "load/settings.h"
#include "understand/understand.h"

namespace offer {

namespace {

bool nothing_can_be_shown(const Report& report) {
  return std::any_of(report.all().begin(), report.all().end(), [](const Diagnostic& one) {
    return one.code->severity == Severity::error && (one.path == "site.yml" || one.path.starts_with("theme/"));
  });
}

// What the site knows of a page's body.
struct KnownFile {
  std::vector<std::string> anchors;
  std::vector<uint32_t> terms;
  std::vector<bool> views;
};
KnownFile known_of(const Page& page) {
  KnownFile known;
  for (const Heading& heading : page.headings) known.anchors.emplace_back(heading.anchor);
  known.terms = page.terms;
  std::sort(known.terms.begin(), known.terms.end());
  for (const ContentView* view : page.type->views) known.views.push_back(view->wanted(page));
  return known;
}

bool same_pages(const Site& a, const Site& b, size_t count) {
  return a.pages.size() >= count && b.pages.size() >= count &&
         std::equal(a.pages.begin(), a.pages.begin() + static_cast<std::ptrdiff_t>(count), b.pages.begin(), [](const Page& x, const Page& y) { return x.path == y.path; });
}

}  // namespace

void LiveSite::read_theme_if_new() {
  std::string hashes;
  for (const SourceFile& file : inputs_.theme) hashes.append(file.path).append(1, ' ').append(content_hash(file.bytes)).append(1, '\n');
  if (hashes == theme_hash_) return;
  theme_hash_ = std::move(hashes);
  theme_report_ = {};
  new_theme_ = std::make_shared<const Theme>(read_theme(inputs_.theme, frame_schema(), theme_report_));
  if (options_.checks) check_style(inputs_.theme, theme_report_);
}

bool LiveSite::change_theme(std::vector<SourceFile>&& files) {
  inputs_.theme = std::move(files);
  read_theme_if_new();
  if (nothing_can_be_shown(theme_report_)) {
    trouble_ = report();
    return false;
  }
  theme_ = new_theme_;
  return true;
}

bool LiveSite::take_in(Inputs&& inputs, const std::vector<std::string>* changed) {
  inputs_ = std::move(inputs);
  read_theme_if_new();
  Report report;
  known_.changed.reset();
  if (changed != nullptr && can_be_shown_) known_.changed.emplace(changed->begin(), changed->end());
  Loaded loaded = load_settings(inputs_, options_.threads, report, &known_);
  make_edition(options_.edition, loaded.settings);
  Site site = understand_settings(std::move(loaded), {options_.today, options_.drafts, options_.threads}, report);
  const bool first = !can_be_shown_;
  const bool broken = nothing_can_be_shown(report) || nothing_can_be_shown(theme_report_);
  if (broken && !first) {
    trouble_ = std::move(report);
    trouble_->add_all(Report(theme_report_));
    find_files();
    return false;
  }
  trouble_.reset();
  can_be_shown_ = !broken;
  settings_report_ = std::move(report);
  made_report_ = {};
  // Until they are found anew, the old ones are nearly right.
  const size_t count = site.pages.size();
  if (same_pages(site, site_, count)) site.related = std::move(site_.related);
  old_ = std::exchange(site_, std::move(site));
  theme_ = new_theme_;
  bodies_ = std::vector<Body>(count);
  find_files();
  order_.clear();
  for (int round = 0; round < 2; ++round)
    for (size_t i = 0; i < count; ++i) order_.push_back(i);
  next_ = 0;
  finished_ = false;
  return true;
}

// Bodies are read from the inputs, whose files may have moved.
void LiveSite::find_files() {
  for (size_t i = 0; i < bodies_.size(); ++i) {
    const std::string& path = site_.pages[i].path;
    const auto found = std::lower_bound(inputs_.content.begin(), inputs_.content.end(), path, [](const SourceFile& file, const std::string& wanted) { return file.path < wanted; });
    bodies_[i].file = found != inputs_.content.end() && found->path == path ? &*found : nullptr;
  }
}

void LiveSite::load(size_t page) {
  Body& body = bodies_[page];
  body.report = {};
  if (body.file != nullptr) load_body(site_.pages[page], *body.file, body.report);
}

void LiveSite::understand(size_t page) {
  understand_body(site_.pages[page], site_, bodies_[page].report);
  check_headings_named(site_.pages[page], site_, bodies_[page].report);
}

// Whose bodies stand on this page besides its own.
std::vector<size_t> LiveSite::shown_with(size_t page) const {
  const Page& one = site_.pages[page];
  std::vector<size_t> pages{one.view == nullptr ? page : one.view_of};
  if (one.twin != none) pages.push_back(one.twin);
  pages.insert(pages.end(), one.parts.begin(), one.parts.end());
  return pages;
}

bool LiveSite::is_ready(size_t page) const {
  const std::vector<size_t> pages = shown_with(page);
  return std::all_of(pages.begin(), pages.end(), [&](size_t one) { return bodies_[one].stage == Stage::ready || bodies_[one].stage == Stage::read_early; });
}

void LiveSite::make_ready(size_t page) {
  for (const size_t one : shown_with(page)) {
    Body& body = bodies_[one];
    if (body.stage == Stage::ready || body.stage == Stage::read_early) continue;
    const bool all_headings_known = next_ * 2 >= order_.size() && !order_.empty();
    if (body.stage == Stage::not_read) load(one);
    understand(one);
    body.stage = all_headings_known ? Stage::ready : Stage::read_early;
  }
}

bool LiveSite::read_on(size_t count) {
  const size_t half = order_.size() / 2;
  const size_t first = next_;
  const size_t last = std::min(first + count, first < half ? half : order_.size());
  parallel_for(last - first, options_.threads, [&](size_t k) {
    const size_t page = order_[first + k];
    Body& body = bodies_[page];
    if (first < half) {
      if (body.stage == Stage::ready || body.stage == Stage::read) return;
      load(page);
      body.stage = Stage::read;
    } else if (body.stage == Stage::read) {
      understand(page);
      body.stage = Stage::ready;
    }
  });
  next_ = last;
  return next_ < order_.size();
}

void LiveSite::finish(std::vector<std::vector<uint32_t>>&& related) {
  site_.related = std::move(related);
  made_report_ = {};
  add_made_pages(site_, options_.threads, made_report_);
  finished_ = true;
}

void LiveSite::read_again(size_t page) {
  load(page);
  understand(page);
}

std::vector<size_t> LiveSite::pages_that_link_into(size_t page) const {
  const Site& site = site_;
  std::vector<size_t> pages;
  for (size_t i = 0; i < bodies_.size(); ++i) {
    const Page& one = site.pages[i];
    const bool links = std::any_of(one.anchored_links.begin(), one.anchored_links.end(), [&](const AnchoredLink& link) { return link.page == page; });
    if (links || (one.easy_read && one.twin == page)) pages.push_back(i);
  }
  return pages;
}

std::optional<LiveSite::BodyChange> LiveSite::change_body(const SourceFile& file) {
  Site& site = site_;
  const auto number = site.page_by_path.number_of(file.path);
  const auto known = known_.pages.find(file.path);
  if (trouble_ || !finished_ || !number || known == known_.pages.end() || !same_settings(file, inputs_, known->second)) return std::nullopt;
  const auto place = std::lower_bound(inputs_.content.begin(), inputs_.content.end(), file.path, [](const SourceFile& one, const std::string& wanted) { return one.path < wanted; });
  if (place == inputs_.content.end() || place->path != file.path) return std::nullopt;

  const size_t page = *number;
  const KnownFile before = known_of(site.pages[page]);
  *place = file;
  read_again(page);
  const KnownFile after = known_of(site.pages[page]);
  if (before.views != after.views) return std::nullopt;  // pages come or go

  BodyChange change;
  change.anchors = before.anchors != after.anchors;
  change.words = before.terms != after.terms;
  change.pages = shown_with(page);
  for (const Page& one : site.pages) {
    // Lists that the program makes may show anything.
    const bool shows_it = one.view_of == page || one.twin == page || one.is_index || one.type->name == "page";
    if (shows_it && std::find(change.pages.begin(), change.pages.end(), one.number) == change.pages.end()) change.pages.push_back(one.number);
  }
  return change;
}

Report LiveSite::report() const {
  Report all = theme_report_;
  all.add_all(Report(settings_report_));
  for (const Body& body : bodies_) all.add_all(Report(body.report));
  all.add_all(Report(made_report_));
  return all;
}

}  // namespace offer
