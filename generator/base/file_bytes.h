// FileBytes: what a file holds, to look at. Copies share the memory, which is freed with the last of them; so many small files can stand in one piece of memory.
// Behind the bytes stands one that is zero. They are never changed: another value takes their place.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace offer {

class FileBytes : public std::string_view {
 public:
  FileBytes() = default;
  FileBytes(std::string bytes) : FileBytes(std::make_shared<const std::string>(std::move(bytes))) {}
  FileBytes(const char* bytes) : FileBytes(std::string(bytes)) {}
  // bytes: in memory that `holder` holds.
  FileBytes(std::string_view bytes, std::shared_ptr<const void> holder) : std::string_view(bytes), holder_(std::move(holder)) {}

  FileBytes(const FileBytes&) = default;
  FileBytes(FileBytes&& other) noexcept : std::string_view(std::exchange(static_cast<std::string_view&>(other), {})), holder_(std::move(other.holder_)) {}
  FileBytes& operator=(FileBytes other) noexcept {
    static_cast<std::string_view&>(*this) = other;
    holder_ = std::move(other.holder_);
    return *this;
  }
  ~FileBytes() = default;

 private:
  explicit FileBytes(std::shared_ptr<const std::string> bytes) : std::string_view(*bytes), holder_(std::move(bytes)) {}

  std::shared_ptr<const void> holder_;
};

}  // namespace offer
