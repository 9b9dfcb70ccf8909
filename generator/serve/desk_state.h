// DeskState: what a Desk holds, and the thread that reads and checks what nobody has asked for. Only desk.cpp and desk_state.cpp use it.
//
// Locks are taken in this order: site_guard, made_guard; site_guard, work_guard. edition_guard is taken alone.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <thread>
#include <unordered_map>

#include "formats/formats.h"
#include "serve/desk.h"
#include "serve/live_site.h"

namespace offer {

using FilePointer = std::shared_ptr<const DeskFile>;

// A page's files and what its checks found.
struct MadePage {
  std::vector<FilePointer> files;
  std::vector<Diagnostic> found;
};
using MadePointer = std::shared_ptr<const MadePage>;

struct Desk::State {
  explicit State(BuildOptions options) : live(options) {}
  ~State();

  std::string folder;

  // Held alone while the site changes, shared while pages are made of it. Whoever wants it alone says so first (Alone): the worker, which takes it
  // again and again, then lets others go first.
  mutable std::shared_mutex site_guard;
  mutable std::atomic<int> wanted_alone{0};
  class Alone {
   public:
    explicit Alone(const State& state) : state_(state) {
      ++state_.wanted_alone;
      state_.site_guard.lock();
    }
    ~Alone() {
      state_.site_guard.unlock();
      --state_.wanted_alone;
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

   private:
    const State& state_;
  };
  LiveSite live;

  // What was made of it.
  mutable std::mutex made_guard;
  std::unordered_map<size_t, MadePointer> made;                 // by page number: those that were asked for last
  std::unordered_map<size_t, std::vector<Diagnostic>> found;    // of every page that was made
  std::map<std::string, FilePointer, std::less<>> last_good;    // for pages that cannot be shown as they are now
  std::map<const Format*, std::vector<FilePointer>> of_formats; // files of the site as a whole
  std::map<std::string, const Format*, std::less<>> made_by;    // which format made such a file, when last it did
  std::optional<Report> of_site;                                // findings of all pages together
  Report of_site_before;                                        // those that were known last: they stand until there are new ones

  mutable std::mutex edition_guard;
  mutable std::condition_variable edition_changed;
  uint64_t edition = 0;
  bool stopped = false;

  std::mutex work_guard;
  std::condition_variable work_comes;
  uint64_t work = 0;  // counts changes
  bool no_more_work = false;
  bool words_changed = false;
  std::vector<size_t> anchors_changed;
  std::jthread worker;

  void next_edition();
  void wait_until_finished() const;

  // With site_guard shared; the page's body is read. keep: its files will be asked for again.
  MadePointer make(size_t number, bool keep);
  // report: where the findings go; then it is made anew in any case.
  std::vector<FilePointer> make(const Format& format, Report* report = nullptr);

  // Runs `use` with site_guard shared and the page's body read. Nothing if there is no such page any more.
  template <class Use>
  auto with_page(size_t number, const std::string& path, Use&& use) -> decltype(use()) {
    for (;;) {
      {
        const std::shared_lock lock(site_guard);
        if (number >= live.site().pages.size() || live.site().pages[number].path != path) return {};
        if (live.is_ready(number)) return use();
      }
      const Alone alone(*this);
      if (number < live.site().pages.size() && live.site().pages[number].path == path) live.make_ready(number);
    }
  }

  // With site_guard held alone.
  void take_in(std::vector<SourceFile>&& files);  // files of the content that are there already, with other bytes
  void forget_all();
  void all_is_taken_in();  // after LiveSite::take_in
  void forget_of_site();  // with made_guard too
  void forget(const std::vector<size_t>& pages);
  // The files of pages that these inputs change: to be shown if the pages cannot be made any more.
  std::vector<FilePointer> files_that_may_be_lost(const std::vector<std::string>& paths);
  void keep_last_good(const std::vector<FilePointer>& files);

  void let_others_go_first() const;
  // Nothing changes for so long; false if something did.
  bool stays_quiet(uint64_t mine, std::chrono::milliseconds time);

  // The worker. `mine`: the change that it works for; it gives up when there is a later one.
  bool is_latest(uint64_t mine);
  void more_work();
  void run_worker();
  void give_back_old();
  void read_the_rest(uint64_t mine);
  void follow_a_change(uint64_t mine);
  void check_the_rest(uint64_t mine);
};

}  // namespace offer
