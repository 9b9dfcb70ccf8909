// OpenFolder: a folder that many files are written into, without its own path being looked up again for each of them.
#pragma once

#include <filesystem>
#include <string_view>

namespace offer {

class OpenFolder {
 public:
  OpenFolder() = default;
  // Throws a Failure if it cannot be opened.
  explicit OpenFolder(const std::filesystem::path& folder);
  ~OpenFolder();
  OpenFolder(OpenFolder&& other) noexcept;
  OpenFolder& operator=(OpenFolder&& other) noexcept;

  // A folder in it, by its path from here, whose parent is there. It may be there already.
  void make_folder(std::string_view below) const;
  // As write_file. From any thread.
  void write(std::string_view below, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace offer
