#include "write/kept_build.h"

#include <algorithm>
#include <cstring>

#include "base/failure.h"
#include "base/hash.h"
#include "base/text.h"
#include "checks/all_codes.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view beginning = "local-offer kept build 1\n";  // another number for another form

// Numbers as the machine has them, texts with their length before them.
class Writer {
 public:
  void number(uint64_t value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(std::string_view value) {
    number(value.size());
    bytes += value;
  }
  void file(const ListedFile& file) {
    text(file.path);
    text(file.trouble);
    for (const int64_t value : {int64_t{file.folder}, file.size, file.changed, file.touched}) number(static_cast<uint64_t>(value));
  }
  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number() {
    uint64_t value = 0;
    const std::string_view bytes = take(sizeof value);
    if (!damaged_) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number())); }
  ListedFile file() {
    ListedFile file;
    file.path = text();
    file.trouble = text();
    file.folder = number() != 0;
    for (int64_t* value : {&file.size, &file.changed, &file.touched}) *value = static_cast<int64_t>(number());
    return file;
  }
  // How many entries follow; each has more than one byte.
  size_t count() {
    const uint64_t value = number();
    damaged_ = damaged_ || value > rest_.size();
    return damaged_ ? 0 : value;
  }
  bool damaged() const { return damaged_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(uint64_t size) {
    damaged_ = damaged_ || size > rest_.size();
    if (damaged_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool damaged_ = false;
};

std::string as_bytes(const KeptBuild& build) {
  Writer writer;
  writer.text(build.made_by);
  writer.text(build.theme_folder);
  writer.number(build.pages);
  writer.number(build.read.size());
  for (const SeenFile& file : build.read) {
    writer.file(file.listed);
    writer.text(file.hash);
  }
  writer.number(build.written.size());
  for (const ListedFile& file : build.written) writer.file(file);
  writer.number(build.report.all().size());
  for (const Diagnostic& one : build.report.all()) {
    for (const std::string_view text : {one.code->name, std::string_view(one.path), std::string_view(one.message), std::string_view(one.help)}) writer.text(text);
    for (const uint64_t value : {uint64_t{one.place.line}, uint64_t{one.place.column}, uint64_t{one.place.length}}) writer.number(value);
  }
  return writer.bytes;
}

std::optional<KeptBuild> from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  KeptBuild build;
  build.made_by = reader.text();
  build.theme_folder = reader.text();
  build.pages = reader.number();
  for (size_t left = reader.count(); left > 0 && !reader.damaged(); --left) {
    SeenFile& file = build.read.emplace_back();
    file.listed = reader.file();
    file.hash = reader.text();
  }
  for (size_t left = reader.count(); left > 0 && !reader.damaged(); --left) build.written.push_back(reader.file());
  for (size_t left = reader.count(); left > 0 && !reader.damaged(); --left) {
    const Code* code = find_code(reader.text());
    const std::string path = reader.text();
    std::string message = reader.text();
    std::string help = reader.text();
    Place place;
    for (uint32_t* value : {&place.line, &place.column, &place.length}) *value = static_cast<uint32_t>(reader.number());
    if (code == nullptr) return std::nullopt;
    build.report.add(*code, path, place, std::move(message), std::move(help));
  }
  if (reader.damaged() || !reader.at_end()) return std::nullopt;
  return build;
}

fs::path file_beside(const fs::path& out, std::string_view ending) {
  std::error_code error;
  fs::path full = fs::weakly_canonical(fs::absolute(out, error), error);
  if (full.filename().empty()) full = full.parent_path();
  return full.parent_path() / fmt::format(".{}.{}", full.filename().string(), ending);
}

}  // namespace

std::string made_by(std::string_view options) {
  const SourceFile program = read_file("/proc/self/exe");
  if (!program.trouble.empty()) return {};
  return fmt::format("{} {}", content_hash(program.bytes), options);
}

std::optional<KeptBuild> read_kept_build(const fs::path& out) {
  const SourceFile file = read_file(file_beside(out, "kept"));
  constexpr size_t hash_size = 32;
  if (!file.trouble.empty() || !file.bytes.starts_with(beginning) || file.bytes.size() < beginning.size() + hash_size) return std::nullopt;
  const std::string_view rest = std::string_view(file.bytes).substr(beginning.size());
  if (content_hash(rest.substr(hash_size)) != rest.substr(0, hash_size)) return std::nullopt;
  return from_bytes(rest.substr(hash_size));
}

std::string why_anew(const std::optional<KeptBuild>& kept, const fs::path& out, const fs::path& site, const std::vector<SeenFile>& now, std::string_view made_by) {
  if (!kept) return "there is no note of an earlier build";
  if (made_by.empty() || kept->made_by != made_by) return "the program, its options or the day are not those of the earlier build";
  if (const std::string path = first_change(kept->read, now, site); !path.empty()) return fmt::format("'{}' has changed", path);
  std::error_code error;
  if (!fs::is_directory(out, error) || !fs::exists(out / ".local-offer", error)) return fmt::format("there is no site in '{}'", out.string());
  const std::vector<ListedFile> there = list_tree(out);
  const auto [was, is] = std::mismatch(kept->written.begin(), kept->written.end(), there.begin(), there.end());
  if (was == kept->written.end() && is == there.end()) return {};
  return fmt::format("'{}' is not as it was left", (out / (was != kept->written.end() ? was->path : is->path)).string());
}

void keep_build(KeptBuild&& build, const fs::path& out) {
  if (build.made_by.empty()) return;
  const fs::path file = file_beside(out, "kept");
  const fs::path fresh = file_beside(out, "kept.new");
  std::error_code no_error;
  try {
    build.written = list_tree(out);
    const std::string bytes = as_bytes(build);
    fs::remove(fresh, no_error);
    write_file(fresh, fmt::format("{}{}{}", beginning, content_hash(bytes), bytes));
    fs::rename(fresh, file);
  } catch (const std::exception&) {
    fs::remove(fresh, no_error);
    fs::remove(file, no_error);
  }
}

}  // namespace offer
