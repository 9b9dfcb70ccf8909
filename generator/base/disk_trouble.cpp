#include "base/disk_trouble.h"

#include <cerrno>
#include <system_error>

#include "base/failure.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

std::string reason_of(int error) {
  switch (error) {
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "your share of the disk is full";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "this disk is read-only";
    case ENOTDIR:
      return "a part of its path is a file, not a folder";
    case ENOENT:
      return "it is not there";
    case EEXIST:
    case ENOTEMPTY:
      return "there is already something with this name";
    case ENAMETOOLONG:
      return "the name is too long";
    case EBUSY:
    case EXDEV:
      return "it is a disk of its own, or in use";
    default:
      return std::generic_category().message(error);
  }
}

namespace {

std::string help_for_error(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return "Make some room on the disk, then try again.";
    case EACCES:
    case EPERM: return "Choose a folder that you may write to, or ask its owner.";
    case EROFS: return "Choose a folder on another disk.";
    case EBUSY:
    case EXDEV: return "Choose a folder inside it.";
    default: return {};
  }
}

}  // namespace

void fail(const fs::path& path, std::string_view did, int error) {
  throw Failure(fmt::format("'{}' could not be {}: {}", path.string(), did, reason_of(error)),
                help_for_error(error));
}

std::string trouble_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return "we may not read it (permission denied)";
    case ENOENT: return "it vanished while we were reading";
    case ELOOP: return "this link leads in a circle";
    case ENXIO: return "this is not an ordinary file";  // what open(2) says of a socket
    default: return fmt::format("we cannot read it ({})", reason_of(error));
  }
}

}  // namespace offer
