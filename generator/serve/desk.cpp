#include "serve/desk.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "base/hash.h"
#include "base/text.h"
#include "load/inputs.h"

namespace offer {

struct Desk::State {
  std::string folder;
  BuildOptions options;
  Inputs inputs;
  Prepared prepared;
  Report report;
  std::map<std::string, std::shared_ptr<const DeskFile>, std::less<>> files;
  mutable std::shared_mutex guard;  // of all above

  mutable std::mutex edition_guard;
  mutable std::condition_variable edition_changed;
  uint64_t edition = 0;
  bool stopped = false;

  bool nothing_can_be_shown() const {
    return std::any_of(report.all().begin(), report.all().end(), [](const Diagnostic& one) {
      return one.code->severity == Severity::error && (one.path == "site.yml" || one.path.starts_with("theme/"));
    });
  }
};

Desk::Desk(std::string site, BuildOptions options) : state_(std::make_unique<State>()) {
  state_->folder = std::move(site);
  state_->options = options;
}

Desk::~Desk() = default;

bool Desk::take_in() {
  State& s = *state_;
  Inputs inputs = read_inputs(s.folder);
  Report report;
  Prepared prepared = prepare(inputs, s.options, report);
  std::vector<OutputFile> made;
  std::mutex guard;
  produce(
      prepared, s.options,
      [&](OutputFile&& file) {
        const std::lock_guard lock(guard);
        made.push_back(std::move(file));
      },
      report);
  std::map<std::string, std::shared_ptr<const DeskFile>, std::less<>> files;
  for (OutputFile& file : made) {
    DeskFile one;
    one.fingerprint = content_hash(file.bytes);
    std::string address = "/" + file.path;
    if (address.ends_with("/index.html")) address.resize(address.size() - std::string_view("index.html").size());
    if (const auto page = prepared.site.page_by_address.find(address); page != prepared.site.page_by_address.end())
      one.source = prepared.site.pages[page->second].path;
    one.file = std::make_shared<const OutputFile>(std::move(file));
    files.emplace(one.file->path, std::make_shared<const DeskFile>(std::move(one)));
  }
  {
    const std::unique_lock lock(s.guard);
    const auto old = std::move(s.files);
    s.inputs = std::move(inputs);
    s.prepared = std::move(prepared);
    s.report = std::move(report);
    s.files = std::move(files);
    const auto keep = [&](const std::string& path, const std::shared_ptr<const DeskFile>& last) {
      DeskFile one = *last;
      one.last_good = true;
      s.files[path] = std::make_shared<const DeskFile>(std::move(one));
    };
    if (s.nothing_can_be_shown()) {
      s.files.clear();
      for (const auto& [path, file] : old) keep(path, file);
    } else {
      for (const Page& page : s.prepared.site.pages)
        if (page.title.empty())
          for (const auto& [path, file] : old)
            if (file->source == page.path) keep(path, file);
    }
  }
  const std::lock_guard lock(s.edition_guard);
  ++s.edition;
  s.edition_changed.notify_all();
  return true;
}

uint64_t Desk::edition() const {
  const std::lock_guard lock(state_->edition_guard);
  return state_->edition;
}

uint64_t Desk::wait_for_more_than(uint64_t seen, std::chrono::milliseconds longest) const {
  std::unique_lock lock(state_->edition_guard);
  state_->edition_changed.wait_for(lock, longest, [&] { return state_->stopped || state_->edition > seen; });
  return state_->edition;
}

void Desk::stop_waiting() {
  const std::lock_guard lock(state_->edition_guard);
  state_->stopped = true;
  state_->edition_changed.notify_all();
}

std::shared_ptr<const DeskFile> Desk::file(std::string_view path) const {
  const std::shared_lock lock(state_->guard);
  const auto found = state_->files.find(path);
  return found == state_->files.end() ? nullptr : found->second;
}

std::vector<std::string> Desk::files() const {
  const std::shared_lock lock(state_->guard);
  std::vector<std::string> paths;
  for (const auto& [path, file] : state_->files) paths.push_back(path);
  return paths;
}

std::vector<DeskPage> Desk::pages() const {
  const std::shared_lock lock(state_->guard);
  std::vector<DeskPage> pages;
  for (const Page& page : state_->prepared.site.pages) pages.push_back({page.path, page.id, page.title, page.address});
  std::sort(pages.begin(), pages.end(), [](const DeskPage& a, const DeskPage& b) { return std::tie(a.path, a.address) < std::tie(b.path, b.address); });
  return pages;
}

std::vector<Diagnostic> Desk::problems_of(std::string_view source) const {
  const std::shared_lock lock(state_->guard);
  std::vector<Diagnostic> found;
  for (const Diagnostic& one : state_->report.all())
    if (one.path == source) found.push_back(one);
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.code->severity < b.code->severity; });
  return found;
}

Desk::Problems Desk::problems() const {
  const std::shared_lock lock(state_->guard);
  return {state_->report.all(), true};
}

std::string Desk::source_text(std::string_view path) const {
  const std::shared_lock lock(state_->guard);
  const auto in = [&](const std::vector<SourceFile>& files, std::string_view below) -> const std::string* {
    for (const SourceFile& file : files)
      if (file.path == below) return &file.bytes;
    return nullptr;
  };
  const std::string* text = nullptr;
  if (path.starts_with("theme/")) text = in(state_->inputs.theme, path.substr(6));
  else if (path.starts_with("easy-read/")) text = in(state_->inputs.easy_read, path.substr(10));
  if (text == nullptr) text = in(state_->inputs.content, path);
  return text == nullptr ? std::string{} : *text;
}

void Desk::read(const std::function<void(const SiteView&)>& reader) const {
  const std::shared_lock lock(state_->guard);
  reader(SiteView(state_->prepared.site));
}

}  // namespace offer
