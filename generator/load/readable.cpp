#include "load/readable.h"

#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

// The line and column of a byte, for files whose text we cannot trust.
Place place_of_byte(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {line + 1, characters_before(before.substr(start), offset - start) + 1, 1};
}

}  // namespace

bool can_be_read(const SourceFile& file, Report& report) {
  if (!file.trouble.empty()) {
    report.add(codes::unreadable_files, file.path, {}, file.trouble, "Mend the file, or take it out of the folder.");
    return false;
  }
  if (const auto bad = first_bad_utf8(file.bytes)) {
    report.add(codes::files_not_in_utf8, file.path, place_of_byte(file.bytes, *bad),
               "this file was saved in a form other than UTF-8, so from here on its letters cannot be told",
               "Save the file again as UTF-8. In Notepad: Save as, Encoding: UTF-8. In Word: Save as, Plain text, then choose Unicode (UTF-8).");
    return false;
  }
  if (const size_t nul = file.bytes.find('\0'); nul != std::string::npos) {
    report.add(codes::files_with_nul_bytes, file.path, place_of_byte(file.bytes, nul),
               fmt::format("byte {} of this file is a NUL, which no text has", nul + 1),
               "The file is damaged or is not text. Get a good copy, or write it again.");
    return false;
  }
  return true;
}

}  // namespace offer
