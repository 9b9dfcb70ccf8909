// Files: all that the program does to the disk, in one place (read_files.cpp reads, files.cpp writes).
//
// Reading never throws for a file that cannot be read: the SourceFile says why, so that one bad
// file is one message among others. Writing throws Failure with a plain sentence. Every writing
// operation can be made to fail on purpose (fail_disk_at), so that tests can prove that a disk that
// says no never costs a reader the last good site. Safe from any thread. What is called for every file of a site takes strings: to cut ten thousand paths into
// their parts costs more than some of what is done with them.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bytes.h"

namespace offer {

// One file as it was read. path: below the folder that was read, with '/' between parts.
struct SourceFile {
  std::string path;
  FileBytes bytes;
  std::string trouble;  // empty, or why the bytes are missing: "we may not read it (permission …)"
};

// A file or folder as a listing finds it; links are followed, so never a link.
struct ListedFile {
  std::string path;  // as in SourceFile
  bool folder = false;
  int64_t size = 0;     // of a file, in bytes
  int64_t changed = 0;  // of a file: time of the last change, in nanoseconds since 1970
  int64_t touched = 0;  // of a file: the same of its bytes, its name or its rights; nobody can set it back
  std::string trouble;  // why it cannot be read, as far as a listing can tell
  bool operator==(const ListedFile&) const = default;
};

// The file with this path, or nothing. files: sorted by path.
const SourceFile* find_in_order(const std::vector<SourceFile>& files, std::string_view path);

// Hidden files, and what editors and systems leave lying about: "page.md~", ".page.md.swp", "4913",
// "#page.md#", "~$page.docx", "x.tmp", "x.pdf.part", "Thumbs.db". name: the last part of a path.
bool is_leftover(std::string_view name);

// Everything below `folder` but leftovers, sorted by path (bytes). A link that leads in a circle or
// to nothing has trouble. Throws Failure if `folder` is not a folder that can be read.
std::vector<ListedFile> list_tree(const std::filesystem::path& folder, unsigned threads = 1);

// These alone, without looking what else there is; what is not there is left out. Of a folder `changed` is the time at which something in it came, went or
// got another name. paths: below `folder`; empty: the folder itself.
std::vector<ListedFile> list_these(const std::filesystem::path& folder, const std::vector<std::string>& paths, unsigned threads = 1);

// Every file below `folder`, in the same order, with its bytes. What cannot be read (also a folder)
// comes back with trouble. Throws as list_tree does.
std::vector<SourceFile> read_tree(const std::filesystem::path& folder, unsigned threads = 1);

// The same of those that were listed; no folders that can be read.
std::vector<SourceFile> read_listed(const std::filesystem::path& folder, std::vector<ListedFile> listed, unsigned threads = 1);

// One file. path: as it was given. trouble is set if it cannot be read.
SourceFile read_file(const std::string& file);

// Makes a new file; its folder must exist and the file must not. No half file stays behind. more: what comes behind the bytes.
void write_file(const std::string& file, std::string_view bytes, std::span<const std::string> more = {});
// Puts new bytes in the place of a file that is there, in one step: whoever reads it gets the old
// bytes or the new ones, also after a power cut. Follows a link; keeps the permissions and, where we
// may, the owner.
void replace_file(const std::filesystem::path& file, std::string_view bytes);
// The same if the file still holds `expected`; else false, and nothing is done.
[[nodiscard]] bool replace_file_if(const std::filesystem::path& file, std::string_view expected, std::string_view bytes);
// Makes the folder and those above it, where they are missing.
void make_folders(const std::string& folder);
// Removes a folder with all that is in it (a link: only the link). No trouble if it is not there.
// Removes what it can, then throws about the first thing that it could not.
void remove_tree(const std::filesystem::path& folder);
// Exchanges two folders in one step; both must exist. False: this file system has no such step.
[[nodiscard]] bool swap_folders(const std::filesystem::path& a, const std::filesystem::path& b);
void rename_folder(const std::filesystem::path& from, const std::filesystem::path& to);

// A lock between programs (and threads) that use the same lock file; gone when this is destroyed or
// the program ends, in whatever way. The file itself stays.
class FileLock {
 public:
  FileLock() = default;
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  // Waits for others at most `patience`; false if they still hold it. Throws Failure if the lock
  // file cannot be made. Where the file system has no locks, true.
  [[nodiscard]] bool take(const std::filesystem::path& file, std::chrono::milliseconds patience);

 private:
  int descriptor_ = -1;
};

// For tests: the n-th writing operation from now (1 is the next) fails as if the disk were full;
// 0 turns it off.
void fail_disk_at(int64_t n);
// For tests: writing operations since the last fail_disk_at.
int64_t disk_operations();
// For tests: swap_folders answers as it does on a file system that cannot exchange folders.
void pretend_no_swap(bool on);

}  // namespace offer
