#include "serve/desk.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "formats/html_trace.h"
#include "serve/desk_state.h"

namespace offer {

namespace {

// The page whose folder a file stands in: "pathways/camhs/index.html" and all beside it belong to the page at "/pathways/camhs/".
const Page* page_of(const Site& site, std::string_view path) {
  if (path == "404.html") {
    const auto found = site.page_by_id.number_of("not-found");
    return found ? &site.pages[*found] : nullptr;
  }
  const auto found = site.page_by_address.number_of("/" + std::string(path.substr(0, path.rfind('/') + 1)));
  return found ? &site.pages[*found] : nullptr;
}

FilePointer find_in(const std::vector<FilePointer>& files, std::string_view path) {
  for (const FilePointer& file : files)
    if (file->file->path == path) return file;
  return nullptr;
}

// Whether a format may make a file of this kind; browsers ask for others by themselves ("favicon.ico").
bool may_be_made(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const std::string_view ending : {".html", ".xml", ".json", ".ics", ".txt", ".csv", ".js"})
    if (name.ends_with(ending)) return true;
  return name.find('.') == std::string_view::npos;  // "_redirects"
}

std::string_view folder_of_file(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

}  // namespace

Desk::Desk(std::string site, BuildOptions options) : state_(std::make_unique<State>(options)) { state_->folder = std::move(site); }

Desk::~Desk() = default;

namespace {

// The content's files that differ, none of which came or went; nothing where more may have changed than pages and their tables.
std::optional<std::vector<SourceFile>> read_changed(const std::string& folder, const std::vector<SourceFile>& content, const std::optional<std::vector<std::filesystem::path>>& changed) {
  constexpr size_t many = 50;
  if (!changed || changed->empty() || changed->size() > many) return std::nullopt;
  std::vector<SourceFile> files;
  for (const std::filesystem::path& one : *changed) {
    std::error_code trouble;
    SourceFile file = read_file(one);
    file.path = std::filesystem::relative(one, folder, trouble).generic_string();
    const bool of_page = is_page_file(file.path) || file.path.find('/') != std::string::npos;
    if (trouble || !file.trouble.empty() || !of_page || find_in_order(content, file.path) == nullptr) return std::nullopt;
    files.push_back(std::move(file));
  }
  return files;
}

// All files of the theme, where nothing changed but some of these.
std::optional<std::vector<SourceFile>> read_changed_theme(const LiveSite& live, const std::optional<std::vector<std::filesystem::path>>& changed) {
  if (live.trouble() || !live.can_be_shown()) return std::nullopt;
  const std::string folder = std::filesystem::path(live.inputs().theme_folder).lexically_normal().string();
  if (!changed || changed->empty() || folder.empty() || !std::filesystem::is_directory(folder)) return std::nullopt;
  for (const std::filesystem::path& one : *changed)
    if (!one.lexically_normal().string().starts_with(folder)) return std::nullopt;
  return read_tree(folder);
}

std::vector<std::string> paths_that_differ(const std::vector<SourceFile>& before, const std::vector<SourceFile>& after) {
  std::vector<std::string> paths;
  for (const SourceFile& file : after)
    if (const SourceFile* old = find_in_order(before, file.path); old != nullptr && old->bytes != file.bytes) paths.push_back(file.path);
  return paths;
}

}  // namespace

bool Desk::take_in(const std::optional<std::vector<std::filesystem::path>>& changed) {
  State& s = *state_;
  // Only this thread changes the inputs, so it may look at them without a lock.
  if (auto files = read_changed(s.folder, s.live.inputs().content, changed)) {
    const State::Alone alone(s);
    s.take_in(std::move(*files));
  } else if (auto theme = read_changed_theme(s.live, changed)) {
    const State::Alone alone(s);
    if (s.live.change_theme(std::move(*theme))) s.forget_all();
  } else {
    Inputs inputs = read_inputs(s.folder);
    const std::vector<std::string> differ = paths_that_differ(s.live.inputs().content, inputs.content);
    const State::Alone alone(s);
    const std::vector<FilePointer> before = s.files_that_may_be_lost(differ);
    if (s.live.take_in(std::move(inputs))) {
      s.all_is_taken_in();
      s.keep_last_good(before);
    }
  }
  s.more_work();
  if (!s.worker.joinable()) s.worker = std::jthread([&s] { s.run_worker(); });
  s.next_edition();
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

std::shared_ptr<const DeskFile> Desk::file_of_page(std::string_view path) const {
  size_t number = 0;
  std::string source;
  bool older = false;
  {
    const std::shared_lock lock(state_->site_guard);
    const Page* page = page_of(state_->live.site(), path);
    if (page == nullptr) return nullptr;
    number = page->number;
    source = page->path;
    older = state_->live.trouble().has_value();
  }
  const MadePointer made = state_->with_page(number, source, [&] { return state_->make(number, true); });
  FilePointer file = made == nullptr ? nullptr : find_in(made->files, path);
  if (file == nullptr || !older) return file;
  auto last = std::make_shared<DeskFile>(*file);
  last->last_good = true;
  return last;
}

std::shared_ptr<const DeskFile> Desk::file_of_site(std::string_view path) const {
  const std::shared_lock lock(state_->site_guard);
  // Formats that made a file of this name, or others in its folder (names of hashed files change).
  std::set<const Format*> formats{&asset_format};
  {
    const std::lock_guard made_lock(state_->made_guard);
    for (const auto& [made, format] : state_->made_by)
      if (made == path || (!folder_of_file(path).empty() && folder_of_file(made) == folder_of_file(path))) formats.insert(format);
    if (const auto assets = state_->of_formats.find(&asset_format); assets != state_->of_formats.end() && formats.size() == 1) {
      if (FilePointer file = find_in(assets->second, path)) return file;
      state_->of_formats.erase(assets);  // a picture that a page shows only now
    }
  }
  for (const Format* format : formats)
    if (FilePointer file = find_in(state_->make(*format), path)) return file;
  if (!state_->live.is_finished() || !may_be_made(path)) return nullptr;
  // A name that is new: any format may have made it. The index of the search has a folder of its own.
  for (const Format* format : all_formats())
    if (format->of_site != nullptr && (format != &search_format || path.starts_with("search")) && !formats.contains(format))
      if (FilePointer file = find_in(state_->make(*format), path)) return file;
  return nullptr;
}

std::shared_ptr<const DeskFile> Desk::file(std::string_view path) const {
  {
    const std::shared_lock lock(state_->site_guard);
    if (!state_->live.can_be_shown()) return nullptr;
    const std::lock_guard made_lock(state_->made_guard);
    if (const auto last = state_->last_good.find(path); last != state_->last_good.end()) return last->second;
  }
  for (const bool again : {false, true}) {
    if (FilePointer file = file_of_page(path)) return file;
    if (FilePointer file = file_of_site(path)) return file;
    if (again) break;
    {
      const std::shared_lock lock(state_->site_guard);
      if (state_->live.is_finished()) break;
    }
    state_->wait_until_finished();  // it may be a page that is made of others
  }
  return nullptr;
}

std::vector<std::string> Desk::files() const {
  state_->wait_until_finished();
  const std::shared_lock lock(state_->site_guard);
  std::set<std::string> paths;
  if (!state_->live.can_be_shown()) return {};
  for (const Page& page : state_->live.site().pages) {
    const MadePointer made = state_->make(page.number, false);
    for (const FilePointer& file : made->files) paths.insert(file->file->path);
  }
  for (const Format* format : all_formats())
    if (format->of_site != nullptr)
      for (const FilePointer& file : state_->make(*format)) paths.insert(file->file->path);
  const std::lock_guard made_lock(state_->made_guard);
  for (const auto& [path, file] : state_->last_good) paths.insert(path);
  return {paths.begin(), paths.end()};
}

std::vector<DeskPage> Desk::pages() const {
  const std::shared_lock lock(state_->site_guard);
  std::vector<DeskPage> pages;
  for (const Page& page : state_->live.site().pages) pages.push_back({page.path, page.id, page.title, page.address});
  std::sort(pages.begin(), pages.end(), [](const DeskPage& a, const DeskPage& b) { return std::tie(a.path, a.address) < std::tie(b.path, b.address); });
  return pages;
}

std::vector<Diagnostic> Desk::problems_of(std::string_view source) const {
  State& s = *state_;
  std::vector<size_t> numbers;
  {
    const std::shared_lock lock(s.site_guard);
    const Site& site = s.live.site();
    const auto page = site.page_by_path.number_of(source);
    if (page && s.live.can_be_shown()) {
      numbers.push_back(*page);
      for (const Page& one : site.pages)
        if (one.view_of == *page) numbers.push_back(one.number);
    }
  }
  Report report;
  const auto add = [&](const std::vector<Diagnostic>& found) {
    for (const Diagnostic& one : found)
      if (one.path == source) report.add(*one.code, one.path, one.place, one.message, one.help);
  };
  for (const size_t number : numbers)
    if (const MadePointer made = s.with_page(number, std::string(source), [&] { return s.make(number, true); })) add(made->found);
  const std::shared_lock lock(s.site_guard);
  if (s.live.trouble()) add(s.live.trouble()->all());
  add(s.live.findings_of_settings());
  if (!numbers.empty() && numbers.front() < s.live.count_of_bodies()) add(s.live.findings_of_body(numbers.front()));
  {
    const std::lock_guard made_lock(s.made_guard);
    add((s.of_site ? *s.of_site : s.of_site_before).all());
  }
  put_in_order(s.live.site(), report);
  std::vector<Diagnostic> found = report.all();
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.code->severity < b.code->severity; });
  return found;
}

Desk::Problems Desk::problems() const {
  const State& s = *state_;
  const std::shared_lock lock(s.site_guard);
  Report report = s.live.trouble() ? *s.live.trouble() : s.live.report();
  bool complete = s.live.trouble().has_value() || s.live.is_finished();
  if (!s.live.trouble()) {
    const std::lock_guard made_lock(s.made_guard);
    for (const auto& [number, found] : s.found)
      for (const Diagnostic& one : found) report.add(*one.code, one.path, one.place, one.message, one.help);
    report.add_all(Report(s.of_site ? *s.of_site : s.of_site_before));
    complete = complete && s.of_site.has_value() && s.found.size() == s.live.site().pages.size();
  }
  put_in_order(s.live.site(), report);
  return {report.all(), complete};
}

std::vector<OutputMark> Desk::marks_of(const DeskFile& file) const {
  if (file.source.empty() || file.last_good) return {};
  const std::shared_ptr<const DeskFile> now = file_of_page(file.file->path);
  if (now == nullptr || now->last_good || now->fingerprint != file.fingerprint) return {};
  const std::shared_lock lock(state_->site_guard);
  const Page* page = page_of(state_->live.site(), file.file->path);
  if (page == nullptr || page->path != file.source || !state_->live.is_ready(page->number)) return {};
  std::vector<OutputMark> marks;
  for (OutputMark mark : trace_html(*page, SiteView(state_->live.site()), state_->live.theme()))
    if (mark.path == page->path) marks.push_back({mark.offset, file.source, mark.place});
  return marks;
}

std::string Desk::source_text(std::string_view path) const {
  const std::shared_lock lock(state_->site_guard);
  const Inputs& inputs = state_->live.inputs();
  const SourceFile* file = nullptr;
  if (path.starts_with("theme/")) file = find_in_order(inputs.theme, path.substr(6));
  else if (path.starts_with("easy-read/"))
    for (const SourceFile& one : inputs.easy_read)
      if (one.path == path.substr(10)) file = &one;
  if (file == nullptr) file = find_in_order(inputs.content, path);
  return file == nullptr ? std::string{} : std::string(file->bytes);
}

void Desk::read(const std::function<void(const SiteView&)>& reader) const {
  const std::shared_lock lock(state_->site_guard);
  reader(SiteView(state_->live.site()));
}

}  // namespace offer
