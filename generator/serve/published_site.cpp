#include "serve/published_site.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "base/failure.h"
#include "base/files.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr auto between_reads = std::chrono::seconds(2);

// Differs when another build has taken the folder's place: `build` marks each folder that it makes with this file.
std::string mark_of_folder(const std::filesystem::path& folder) {
  std::error_code trouble;
  const auto time = std::filesystem::last_write_time(folder / ".local-offer", trouble);
  return trouble ? std::string() : std::to_string(time.time_since_epoch().count());
}

// Attributes that begin with `first` begin with `second` afterwards.
struct Replacement {
  std::string first;
  std::string second;
};

std::shared_ptr<const PublishedSite::Pages> read_pages(const std::filesystem::path& folder, const Replacement& addresses) {
  auto pages = std::make_shared<PublishedSite::Pages>();
  try {
    for (const ListedFile& file : list_tree(folder)) {
      if (file.folder || !file.path.ends_with(".html")) continue;
      const SourceFile page = read_file(folder / file.path);
      if (!page.trouble.empty()) continue;
      std::string main(main_of(page.bytes));
      if (addresses.first != addresses.second) main = replace_all(std::move(main), addresses.first, addresses.second);
      pages->emplace(file.path, std::move(main));
    }
  } catch (const Failure&) {  // gone meanwhile: the next look finds the new one
    return nullptr;
  }
  return pages;
}

}  // namespace

std::string_view main_of(std::string_view html) {
  const size_t start = html.find("<main");
  const size_t end = html.rfind("</main>");
  return start == std::string_view::npos || end == std::string_view::npos || end < start ? html : html.substr(start, end + std::string_view("</main>").size() - start);
}

struct PublishedSite::State {
  std::mutex guard;
  std::condition_variable changed;
  Snapshot snapshot;
  bool asked = false;  // for a look
  std::chrono::steady_clock::time_point last_look{};
  std::jthread reader;  // last, so that it ends first
};

PublishedSite::PublishedSite(std::string folder, std::string_view root, std::string_view base) : folder_(std::move(folder)), state_(std::make_unique<State>()) {
  if (folder_.empty()) {
    state_->snapshot.known = true;
    return;
  }
  state_->reader = std::jthread([&s = *state_, folder = std::filesystem::path(folder_), addresses = Replacement{fmt::format("=\"{}", root), fmt::format("=\"{}", base)}](const std::stop_token& end) {
    const std::stop_callback wake(end, [&s] {
      const std::lock_guard lock(s.guard);
      s.changed.notify_all();
    });
    std::string seen = "never";
    for (std::unique_lock lock(s.guard); !end.stop_requested(); s.changed.wait(lock, [&] { return s.asked || end.stop_requested(); })) {
      if (!s.asked) continue;
      lock.unlock();
      const std::string mark = mark_of_folder(folder);
      auto pages = mark != seen && !mark.empty() ? read_pages(folder, addresses) : nullptr;
      lock.lock();
      if (mark != seen) s.snapshot.pages = std::move(pages);
      seen = mark;
      s.snapshot.known = true;
      s.asked = false;
      s.last_look = std::chrono::steady_clock::now();
      s.changed.notify_all();
    }
  });
}

PublishedSite::~PublishedSite() = default;

PublishedSite::Snapshot PublishedSite::now() { return now(std::chrono::milliseconds(0)); }

PublishedSite::Snapshot PublishedSite::now(std::chrono::milliseconds patience) {
  State& s = *state_;
  std::unique_lock lock(s.guard);
  if (!s.asked && s.reader.joinable() && std::chrono::steady_clock::now() - s.last_look > between_reads) {
    s.asked = true;
    s.changed.notify_all();
  }
  if (patience.count() > 0) s.changed.wait_for(lock, patience, [&] { return s.snapshot.known && !s.asked; });
  return s.snapshot;
}

}  // namespace offer
