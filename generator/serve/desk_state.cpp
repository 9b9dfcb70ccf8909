#include "serve/desk_state.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/hash.h"
#include "understand/understand.h"

namespace offer {

namespace {

constexpr size_t bodies_at_once = 64;
constexpr size_t most_kept_pages = 400;      // pages whose files are kept
constexpr size_t most_rescued = 50;    // pages that are kept as they were, when many files change at once

FilePointer desk_file(OutputFile&& file, std::string source) {
  auto made = std::make_shared<DeskFile>();
  made->fingerprint = content_hash(file.bytes);
  made->file = std::make_shared<const OutputFile>(std::move(file));
  made->source = std::move(source);
  return made;
}

}  // namespace

Desk::State::~State() {
  {
    const std::lock_guard lock(work_guard);
    no_more_work = true;
    work_comes.notify_all();
  }
  {
    const std::lock_guard lock(edition_guard);
    stopped = true;
    edition_changed.notify_all();
  }
  if (worker.joinable()) worker.join();
}

void Desk::State::next_edition() {
  const std::lock_guard lock(edition_guard);
  ++edition;
  edition_changed.notify_all();
}

void Desk::State::wait_until_finished() const {
  for (;;) {
    {
      const std::shared_lock lock(site_guard);
      if (live.is_finished() || live.trouble()) return;
    }
    std::unique_lock lock(edition_guard);
    if (stopped) return;
    edition_changed.wait_for(lock, std::chrono::milliseconds(20));
  }
}

MadePointer Desk::State::make(size_t number, bool keep) {
  {
    const std::lock_guard lock(made_guard);
    if (const auto there = made.find(number); there != made.end()) return there->second;
  }
  const Page& page = live.site().pages[number];
  auto one = std::make_shared<MadePage>();
  Report report;
  produce_page(page, SiteView(live.site()), live.theme(), live.options(), [&](OutputFile&& file) { one->files.push_back(desk_file(std::move(file), page.path)); }, report);
  one->found = report.all();
  const std::lock_guard lock(made_guard);
  found[number] = one->found;
  if (keep) {
    if (made.size() >= most_kept_pages) made.clear();
    made[number] = one;
  }
  return one;
}

std::vector<FilePointer> Desk::State::make(const Format& format, Report* report) {
  if (report == nullptr) {
    const std::lock_guard lock(made_guard);
    if (const auto there = of_formats.find(&format); there != of_formats.end()) return there->second;
  }
  std::vector<FilePointer> files;
  Report ignored;
  produce_site_files(format, SiteView(live.site(), live.options().threads), live.theme(), live.options(),
                     [&](OutputFile&& file) { files.push_back(desk_file(std::move(file), "")); }, report == nullptr ? ignored : *report);
  const std::lock_guard lock(made_guard);
  std::erase_if(made_by, [&](const auto& one) { return one.second == &format; });
  for (const FilePointer& file : files) made_by[file->file->path] = &format;
  of_formats[&format] = files;
  return files;
}

void Desk::State::forget_of_site() {
  if (of_site) of_site_before = std::move(*of_site);
  of_site.reset();
}

void Desk::State::forget_all() {
  const std::lock_guard lock(made_guard);
  made.clear();
  found.clear();
  of_formats.clear();
  forget_of_site();
}

void Desk::State::all_is_taken_in() {
  forget_all();
  // What these tell is found anew with all bodies; and the pages have other numbers now.
  const std::lock_guard lock(work_guard);
  words_changed = false;
  anchors_changed.clear();
}

// Assets stay: their names say what is in them, and other files of the site change with all.
void Desk::State::forget(const std::vector<size_t>& pages) {
  const std::lock_guard lock(made_guard);
  for (const size_t page : pages) {
    made.erase(page);
    found.erase(page);
  }
  std::erase_if(of_formats, [](const auto& one) { return one.first != &asset_format; });
  forget_of_site();
}

std::vector<FilePointer> Desk::State::files_that_may_be_lost(const std::vector<std::string>& paths) {
  std::vector<FilePointer> files;
  const Site& site = live.site();
  if (!live.can_be_shown() || live.trouble() || paths.size() > most_rescued) return files;
  for (const std::string& path : paths) {
    const auto page = site.page_by_path.number_of(path);
    if (!page || site.pages[*page].title.empty()) continue;
    live.make_ready(*page);
    const MadePointer one = make(*page, false);
    files.insert(files.end(), one->files.begin(), one->files.end());
  }
  return files;
}

void Desk::State::keep_last_good(const std::vector<FilePointer>& files) {
  const Site& site = live.site();
  const auto is_lost = [&](const FilePointer& file) {
    const auto page = site.page_by_path.number_of(file->source);
    return page ? site.pages[*page].title.empty() : site.unpublished.contains(file->source) && site.unpublished.at(file->source).empty();
  };
  const std::lock_guard lock(made_guard);
  std::erase_if(last_good, [&](const auto& one) { return !is_lost(one.second); });
  for (const FilePointer& file : files) {
    if (!is_lost(file)) continue;
    auto kept = std::make_shared<DeskFile>(*file);
    kept->last_good = true;
    last_good.emplace(file->file->path, std::move(kept));
  }
}

void Desk::State::take_in(std::vector<SourceFile>&& files) {
  // The quick way for what editors do most: other words in one page.
  if (files.size() == 1) {
    if (const auto change = live.change_body(files.front())) {
      forget(change->pages);
      const std::lock_guard lock(work_guard);
      words_changed = words_changed || change->words;
      if (change->anchors) anchors_changed.push_back(change->pages.front());
      return;
    }
  }
  std::vector<std::string> paths;
  for (const SourceFile& file : files) paths.push_back(file.path);
  const std::vector<FilePointer> before = files_that_may_be_lost(paths);
  Inputs inputs = live.take_inputs();
  for (SourceFile& file : files) {
    const auto place = std::lower_bound(inputs.content.begin(), inputs.content.end(), file.path, [](const SourceFile& one, const std::string& wanted) { return one.path < wanted; });
    *place = std::move(file);
  }
  if (live.take_in(std::move(inputs), &paths)) {
    all_is_taken_in();
    keep_last_good(before);
  }
}

bool Desk::State::is_latest(uint64_t mine) {
  const std::lock_guard lock(work_guard);
  return work == mine && !no_more_work;
}

void Desk::State::let_others_go_first() const {
  while (wanted_alone > 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
}

bool Desk::State::stays_quiet(uint64_t mine, std::chrono::milliseconds time) {
  std::unique_lock lock(work_guard);
  return !work_comes.wait_for(lock, time, [&] { return no_more_work || work != mine; });
}

void Desk::State::more_work() {
  const std::lock_guard lock(work_guard);
  ++work;
  work_comes.notify_all();
}

void Desk::State::give_back_old() {
  Site old;  // goes away when the lock is given back
  const Alone alone(*this);
  old = live.take_old();
}

void Desk::State::read_the_rest(uint64_t mine) {
  for (bool more = true; more && is_latest(mine);) {
    let_others_go_first();
    const Alone alone(*this);
    if (live.is_finished()) return;
    more = live.read_on(bodies_at_once);
  }
  if (!is_latest(mine)) return;
  std::vector<std::vector<uint32_t>> related;
  {
    const std::shared_lock lock(site_guard);
    if (live.is_finished() || !live.bodies_are_read()) return;
    related = related_pages(live.site(), live.options().threads);
  }
  {
    let_others_go_first();
    const Alone alone(*this);
    if (live.is_finished() || !live.bodies_are_read()) return;
    live.finish(std::move(related));
    forget_all();
  }
  next_edition();
}

// What the text of a page tells others: headings that they link to, words that make them related.
void Desk::State::follow_a_change(uint64_t mine) {
  bool words = false;
  std::vector<size_t> anchors;
  {
    const std::lock_guard lock(work_guard);
    words = std::exchange(words_changed, false);
    anchors = std::exchange(anchors_changed, {});
  }
  if (anchors.empty() && !words) return;
  std::set<size_t> to_read;
  std::vector<std::vector<uint32_t>> related;
  {
    const std::shared_lock lock(site_guard);
    if (!live.is_finished()) return;
    for (const size_t page : anchors)
      for (const size_t one : live.pages_that_link_into(page)) to_read.insert(one);
    if (words) related = related_pages(live.site(), live.options().threads);
  }
  const Alone alone(*this);
  if (!live.is_finished() || !is_latest(mine)) {  // a newer change will do it
    const std::lock_guard again(work_guard);
    words_changed = words_changed || words;
    anchors_changed.insert(anchors_changed.end(), anchors.begin(), anchors.end());
    return;
  }
  for (const size_t page : to_read) live.read_again(page);
  std::vector<size_t> changed(to_read.begin(), to_read.end());
  if (words) {
    const auto& before = live.site().related;
    related.resize(std::max(related.size(), before.size()));
    for (size_t i = 0; i < related.size(); ++i)
      if (i >= before.size() || before[i] != related[i]) changed.push_back(i);
    live.set_related(std::move(related));
  }
  if (changed.empty()) return;
  forget(changed);
  next_edition();
}

void Desk::State::check_the_rest(uint64_t mine) {
  for (size_t number = 0; is_latest(mine); ++number) {
    let_others_go_first();
    const std::shared_lock lock(site_guard);
    if (number >= live.site().pages.size() || !live.is_finished()) break;
    {
      const std::lock_guard made_lock(made_guard);
      if (found.contains(number)) continue;
    }
    make(number, false);
  }
  if (!stays_quiet(mine, std::chrono::milliseconds(1000))) return;  // all pages at once takes a while
  {
    const std::shared_lock lock(site_guard);
    if (!live.is_finished()) return;
    {
      const std::lock_guard made_lock(made_guard);
      if (of_site) return;
    }
    Report report;
    check_site(SiteView(live.site(), live.options().threads), live.options(), report);
    const std::lock_guard made_lock(made_guard);
    of_site = std::move(report);
  }
  next_edition();
}

void Desk::State::run_worker() {
  uint64_t done = 0;
  for (;;) {
    {
      std::unique_lock lock(work_guard);
      work_comes.wait(lock, [&] { return no_more_work || work != done; });
      if (no_more_work) return;
      done = work;
    }
    give_back_old();
    read_the_rest(done);
    // An editor who saves again wants that seen, not the other pages checked.
    if (!stays_quiet(done, std::chrono::milliseconds(100))) continue;
    follow_a_change(done);
    check_the_rest(done);
  }
}

}  // namespace offer
