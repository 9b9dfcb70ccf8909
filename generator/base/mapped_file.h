// MappedFile: the bytes of a file as the system has them, without a copy. The file may grow meanwhile, or be removed; it must not become shorter.
#pragma once

#include <filesystem>
#include <string_view>

namespace offer {

class MappedFile {
 public:
  // Has no bytes if the file cannot be read or is empty.
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace offer
