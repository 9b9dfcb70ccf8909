#include "serve/storm_editor.h"

#include <chrono>
#include <fstream>
#include <set>
#include <system_error>
#include <thread>

#include "base/files.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

void write_bytes(const fs::path& file, std::string_view bytes, bool append = false) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  std::ofstream(file, append ? std::ios::binary | std::ios::app : std::ios::binary) << bytes;
}

constexpr size_t most_strays = 30;

void pause(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

}  // namespace

StormEditor::StormEditor(fs::path site, uint64_t seed) : site_(std::move(site)), chance_(seed) {
  std::set<std::string> folders;
  for (SourceFile& file : read_tree(site_)) {
    paths_.push_back(file.path);
    if (const size_t slash = file.path.rfind('/'); slash != std::string::npos) folders.insert(file.path.substr(0, slash));
    first_.emplace(std::move(file.path), file.bytes);
  }
  folders_.assign(folders.begin(), folders.end());
}

std::string StormEditor::any(const std::string& ending) {
  for (int i = 0; i < 200; ++i)
    if (const std::string& path = paths_[dice(paths_.size())]; path.ends_with(ending)) return path;
  return paths_.front();
}

// In one of the ways in which editors and sync programs save.
void StormEditor::save(const std::string& path, const std::string& bytes) {
  const fs::path file = site_ / path;
  std::error_code ignored;
  switch (dice(5)) {
    case 0: write_bytes(file, bytes); break;
    case 1:  // another file, moved to its place
      write_bytes(file.string() + ".tmp", bytes);
      fs::rename(file.string() + ".tmp", file, ignored);
      break;
    case 2:  // the old one is moved away first
      fs::rename(file, file.string() + "~", ignored);
      write_bytes(file, bytes);
      fs::remove(file.string() + "~", ignored);
      break;
    case 3:  // in halves, with time between
    {
      std::ofstream out(file, std::ios::binary);
      out << bytes.substr(0, bytes.size() / 2) << std::flush;
      pause(static_cast<int>(dice(40)));
      out << bytes.substr(bytes.size() / 2);
      break;
    }
    case 4:  // twice
      write_bytes(file, bytes.substr(0, bytes.size() / 3));
      pause(static_cast<int>(dice(40)));
      write_bytes(file, bytes);
      break;
  }
}

std::string StormEditor::do_something() {
  ++count_;
  std::error_code ignored;
  for (; strays_.size() > most_strays; strays_.pop_front()) fs::remove_all(site_ / strays_.front(), ignored);
  const std::string page = any(".md");
  const std::string& first = first_[page];
  switch (dice(17)) {
    case 0:
    case 1:
    case 2:
    case 3: save(page, first + fmt::format("\nWords were added here, {} times.\n", count_)); return fmt::format("edit {}", page);
    case 4: save(page, replace_all(first, "title: ", fmt::format("title: New {} ", count_))); return fmt::format("title {}", page);
    case 5: save(page, first.size() > 4 ? first.substr(4) : ""); return fmt::format("no front matter {}", page);
    case 6: save(page, "---\ntitle: [never closed\n\tid: \"x\n" + first); return fmt::format("broken front matter {}", page);
    case 7: save(page, first.substr(0, dice(first.size() + 1))); return fmt::format("cut off {}", page);
    case 8: save(page, first); return fmt::format("mend {}", page);
    case 9: fs::remove(site_ / page, ignored); return fmt::format("delete {}", page);
    case 10: {
      const std::string to = fmt::format("{}/storm-{}.md", folders_.empty() ? "." : folders_[dice(folders_.size())], count_);
      fs::rename(site_ / page, site_ / to, ignored);
      if (!ignored) {
        made_.push_back(fmt::format("/{}/", std::string_view(to).substr(0, to.size() - 3)));
        strays_.push_back(to);
      }
      return fmt::format("rename {} to {}", page, to);
    }
    case 11: {
      if (folders_.empty()) return "nothing";
      const std::string folder = folders_[dice(folders_.size())];
      if (dice(2) == 0) {
        fs::remove_all(site_ / folder, ignored);
        return fmt::format("delete folder {}", folder);
      }
      strays_.push_back(fmt::format("storm-folder-{}", count_));
      fs::rename(site_ / folder, site_ / strays_.back(), ignored);
      return fmt::format("rename folder {}", folder);
    }
    case 12: {  // bring back a folder, or all that is at the top
      const std::string folder = folders_.empty() ? "" : folders_[dice(folders_.size())];
      for (const auto& [path, bytes] : first_)
        if (path.starts_with(folder)) write_bytes(site_ / path, bytes);
      return fmt::format("bring back {}", folder);
    }
    case 13: {
      const std::string id = fmt::format("storm-{}", count_);
      write_bytes(site_ / fmt::format("{}.md", id), replace_all(first, "\nid: ", fmt::format("\nid: {}-", id)));
      made_.push_back(fmt::format("/{}/", id));
      strays_.push_back(id + ".md");
      return fmt::format("new page {}", id);
    }
    case 14:
      if (dice(3) != 0) {
        strays_.push_back(fmt::format("{} (somebody's conflicted copy {}).md", page.substr(0, page.size() - 3), count_));
        write_bytes(site_ / strays_.back(), first);
        return fmt::format("conflict copy of {}", page);
      }
      save("site.yml", fmt::format("{}{}", first_["site.yml"], dice(2) == 0 ? "\nmenu: [\n" : ""));
      return "site.yml";
    case 15: {
      const std::string table = any(".csv");
      save(table, dice(2) == 0 ? first_[table] : std::string("a,\"b\n\0\xff\xfe,;", 10));
      return fmt::format("table {}", table);
    }
    default: {
      std::string rubbish(dice(300'000), ' ');
      for (char& c : rubbish) c = static_cast<char>(dice(256));
      save(page, dice(2) == 0 ? rubbish : std::string());
      return fmt::format("rubbish in {}", page);
    }
  }
}

void StormEditor::restore() {
  std::error_code ignored;
  for (const SourceFile& file : read_tree(site_))
    if (!first_.contains(file.path)) fs::remove(site_ / file.path, ignored);
  for (const auto& entry : fs::directory_iterator(site_))
    if (entry.path().filename().string().starts_with("storm-")) fs::remove_all(entry.path(), ignored);
  for (const auto& [path, bytes] : first_) write_bytes(site_ / path, bytes);
  for (int i = 0; i < 20; ++i) {
    const std::string page = any(".md");
    if (page.find(".easy") == std::string::npos && page != "README.md") write_bytes(site_ / page, first_[page] + fmt::format("\nThe storm is over, {}.\n", i));
  }
}

}  // namespace offer
