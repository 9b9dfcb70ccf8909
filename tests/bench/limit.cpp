// How fast a site can be built at all on this machine: reads every Markdown file, cuts the settings off, parses and renders it with cmark-gfm, puts a
// fixed frame around it and writes it. No settings are read, no link is followed, nothing is checked. What we cost more than this is ours.
//
//   offer-bench-limit IN OUT [--threads N] [--frame BYTES] [--tables-only]
//
// With the extensions that a site like ours is usually built with: tables, struck-out words, bare links and footnotes. --tables-only: without the other
// three. OUT must not be there yet. Prints one line: pages, megabytes in and out, seconds.
//
// The extensions for bare links and struck-out words change a table that all parsers share, each time that a parser works. Here it is changed once, before
// there are threads, by taking the place of the library's function that does it.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

extern "C" void cmark_manage_extensions_special_characters(cmark_parser* parser, int add) {
  static bool done = false;
  if (done || add == 0) return;
  done = true;
  using Change = void (*)(cmark_parser*, int);
  reinterpret_cast<Change>(dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters"))(parser, add);
}

namespace {

[[noreturn]] void give_up(const std::string& what) {
  std::perror(what.c_str());
  std::exit(3);
}

// Memory of one thread for one page at a time: taken from large blocks, given back all at once. Each piece is kept behind its size, which cmark asks for
// when it makes one larger.
class Pool {
 public:
  void* take(size_t size) {
    size = (size + 15) & ~size_t{15};
    const size_t needed = size + header;
    while (block_ < blocks_.size() && used_ + needed > blocks_[block_].size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      const size_t block_size = std::max<size_t>(size_t{1} << 20, needed);
      blocks_.push_back({std::make_unique<char[]>(block_size), block_size});
    }
    char* piece = blocks_[block_].bytes.get() + used_ + header;
    std::memcpy(piece - header, &size, sizeof(size));
    used_ += needed;
    last_ = piece;
    return piece;
  }

  void* make_larger(void* piece, size_t size) {
    if (piece == nullptr) return take(size);
    size_t old_size = 0;
    std::memcpy(&old_size, static_cast<char*>(piece) - header, sizeof(old_size));
    if (size <= old_size) return piece;
    size = (size + 15) & ~size_t{15};
    if (piece == last_ && used_ - old_size + size <= blocks_[block_].size) {  // the newest piece grows where it is
      used_ += size - old_size;
      std::memcpy(static_cast<char*>(piece) - header, &size, sizeof(size));
      return piece;
    }
    void* other = take(size);
    std::memcpy(other, piece, old_size);
    return other;
  }

  void give_all_back() {
    block_ = 0;
    used_ = 0;
    last_ = nullptr;
  }

 private:
  static constexpr size_t header = 16;
  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size;
  };
  std::vector<Block> blocks_;
  size_t block_ = 0, used_ = 0;
  void* last_ = nullptr;
};

thread_local Pool pool;
cmark_mem memory{[](size_t count, size_t size) { return std::memset(pool.take(count * size), 0, count * size); }, [](void* piece, size_t size) { return pool.make_larger(piece, size); },
                 [](void*) {}};

struct Folder {
  std::string path;
  int in = -1;
  int out = -1;
};
struct Source {
  size_t folder;
  std::string name;  // without ".md"
};

struct Site {
  std::vector<Folder> folders;
  std::vector<Source> sources;
};

void list(int folder, const std::string& path, Site& site) {
  const size_t number = site.folders.size();
  site.folders.push_back({path, folder, -1});
  DIR* entries = fdopendir(dup(folder));
  if (entries == nullptr) give_up(path);
  std::vector<std::string> below;
  while (const dirent* entry = readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) continue;
    if (entry->d_type == DT_DIR) below.emplace_back(name);
    else if (name.ends_with(".md")) site.sources.push_back({number, std::string(name.substr(0, name.size() - 3))});
  }
  closedir(entries);
  for (const std::string& name : below) {
    const int opened = openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY);
    if (opened < 0) give_up(name);
    list(opened, path.empty() ? name : path + "/" + name, site);
  }
}

std::string_view without_settings(std::string_view text) {
  if (!text.starts_with("---\n")) return text;
  const size_t end = text.find("\n---\n", 3);
  return end == std::string_view::npos ? text : text.substr(end + 5);
}

struct Markdown {
  int options = CMARK_OPT_DEFAULT;
  std::vector<cmark_syntax_extension*> extensions;

  cmark_parser* parser() const {
    cmark_parser* one = cmark_parser_new_with_mem(options, &memory);
    for (cmark_syntax_extension* extension : extensions) cmark_parser_attach_syntax_extension(one, extension);
    return one;
  }
};

Markdown prepare_markdown(bool tables_only) {
  cmark_gfm_core_extensions_ensure_registered();
  Markdown markdown;
  markdown.extensions.push_back(cmark_find_syntax_extension("table"));
  if (!tables_only) {
    markdown.options = CMARK_OPT_FOOTNOTES;
    for (const char* name : {"strikethrough", "autolink"}) markdown.extensions.push_back(cmark_find_syntax_extension(name));
  }
  cmark_parser* first = markdown.parser();
  cmark_parser_feed(first, "A word.", 7);
  cmark_parser_finish(first);
  pool.give_all_back();
  return markdown;
}

struct Sizes {
  uint64_t in = 0, out = 0;
};

class Worker {
 public:
  Worker(const Site& site, const Markdown& markdown, std::string_view top, std::string_view foot, std::atomic<size_t>& next) : site_(site), markdown_(markdown), top_(top), foot_(foot), next_(next) {}

  Sizes work() {
    constexpr size_t at_once = 16;
    for (size_t first = next_.fetch_add(at_once); first < site_.sources.size(); first = next_.fetch_add(at_once))
      for (size_t i = first; i < std::min(first + at_once, site_.sources.size()); ++i) page(site_.sources[i]);
    return sizes_;
  }

 private:
  void page(const Source& source) {
    const Folder& folder = site_.folders[source.folder];
    const std::string_view text = read(folder.in, source.name + ".md");
    cmark_parser* parser = markdown_.parser();
    const std::string_view body = without_settings(text);
    cmark_parser_feed(parser, body.data(), body.size());
    cmark_node* document = cmark_parser_finish(parser);
    const std::string_view html = cmark_render_html_with_mem(document, markdown_.options, cmark_parser_get_syntax_extensions(parser), &memory);
    write(folder.out, source.name, html);
    pool.give_all_back();
  }

  std::string_view read(int folder, const std::string& name) {
    const int file = openat(folder, name.c_str(), O_RDONLY);
    struct stat about{};
    if (file < 0 || fstat(file, &about) != 0) give_up(name);
    const size_t size = static_cast<size_t>(about.st_size);
    if (bytes_.size() < size) bytes_.resize(2 * size);
    if (::read(file, bytes_.data(), size) != about.st_size) give_up(name);
    close(file);
    sizes_.in += size;
    return {bytes_.data(), size};
  }

  void write(int folder, const std::string& name, std::string_view html) {
    const bool whole_folder = name == "index";
    if (!whole_folder) mkdirat(folder, name.c_str(), 0777);
    const std::string path = whole_folder ? "index.html" : name + "/index.html";
    const int file = openat(folder, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0) give_up(path);
    const auto part = [](std::string_view text) { return iovec{const_cast<char*>(text.data()), text.size()}; };
    const iovec parts[]{part(top_), part(html), part(foot_)};
    const size_t size = top_.size() + html.size() + foot_.size();
    if (writev(file, parts, 3) != static_cast<ssize_t>(size)) give_up(path);
    close(file);
    sizes_.out += size;
  }

  const Site& site_;
  const Markdown& markdown_;
  std::string_view top_, foot_;
  std::atomic<size_t>& next_;
  std::string bytes_;
  Sizes sizes_;
};

// Half of a frame: what comes before or after the text of every page.
std::string frame_part(std::string_view begin, std::string_view again, size_t size) {
  std::string part(begin);
  while (part.size() < size) part += again;
  return part;
}

int usage() {
  std::fputs("Usage: offer-bench-limit IN OUT [--threads N] [--frame BYTES] [--tables-only]\n", stderr);
  return 2;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return usage();
  size_t threads = 2, frame = 6144;
  bool tables_only = false;
  for (int i = 3; i < count; ++i) {
    const std::string_view option = words[i];
    if (option == "--tables-only") {
      tables_only = true;
      continue;
    }
    const std::string_view value = ++i < count ? words[i] : "";
    size_t& to = option == "--frame" ? frame : threads;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), to);
    if ((option != "--threads" && option != "--frame") || error != std::errc{} || end != value.data() + value.size() || threads == 0) return usage();
  }
  const auto start = std::chrono::steady_clock::now();
  const Markdown markdown = prepare_markdown(tables_only);
  const std::string top = frame_part("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head><body>\n", "<li><a href=\"/services/\">Services</a></li>\n", frame / 2);
  const std::string foot = frame_part("</main><footer>\n", "<p>You can have this page in large print.</p>\n", frame / 2) + "</body></html>\n";
  rlimit open_files{};  // every folder stays open, twice
  if (getrlimit(RLIMIT_NOFILE, &open_files) == 0) {
    open_files.rlim_cur = open_files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &open_files);
  }
  Site site;
  const int in = open(words[1], O_RDONLY | O_DIRECTORY);
  if (in < 0) give_up(words[1]);
  list(in, "", site);
  std::sort(site.sources.begin(), site.sources.end(), [](const Source& a, const Source& b) { return a.folder != b.folder ? a.folder < b.folder : a.name < b.name; });
  if (mkdir(words[2], 0777) != 0) give_up(words[2]);
  const int out = open(words[2], O_RDONLY | O_DIRECTORY);
  for (Folder& folder : site.folders) {
    if (!folder.path.empty() && mkdirat(out, folder.path.c_str(), 0777) != 0) give_up(folder.path);
    folder.out = folder.path.empty() ? out : openat(out, folder.path.c_str(), O_RDONLY | O_DIRECTORY);
    if (folder.out < 0) give_up(folder.path);
  }
  std::atomic<size_t> next{0};
  std::vector<Sizes> sizes(threads);
  {
    std::vector<std::jthread> crew;
    for (size_t i = 0; i < threads; ++i) crew.emplace_back([&, i] { sizes[i] = Worker(site, markdown, top, foot, next).work(); });
  }
  Sizes all;
  for (const Sizes& one : sizes) {
    all.in += one.in;
    all.out += one.out;
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("%zu pages, %.1f MB in, %.1f MB out, %.3f s\n", site.sources.size(), static_cast<double>(all.in) / 1e6, static_cast<double>(all.out) / 1e6, seconds.count());
}
