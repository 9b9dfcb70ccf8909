#include "load/kept_addresses.h"

#include "base/text.h"
#include "diagnose/codes.h"
#include "load/readable.h"
#include "load/settings.h"

namespace offer {

std::vector<KeptAddress> read_kept_addresses(const std::vector<SourceFile>& content, Report& report) {
  std::vector<KeptAddress> kept;
  const SourceFile* file = find_file(content, kept_addresses_path);
  if (file == nullptr || !can_be_read(*file, report)) return kept;
  uint32_t number = 0;
  for (const std::string_view line : split(file->bytes, '\n')) {
    ++number;
    const size_t hash = line.find('#');
    const std::string_view address = trim(line.substr(0, hash));
    if (address.empty()) continue;
    const Place place{number, 1 + characters_before(line, static_cast<size_t>(address.data() - line.data())), characters_before(address, address.size())};
    if (!address.starts_with('/'))
      report.add(codes::wrong_values, kept_addresses_path, place, fmt::format("'{}' is not an address of this site", address.substr(0, 80)), "An address begins and ends with a slash: /send/plans/");
    else kept.push_back({std::string(address), hash == std::string_view::npos ? "" : std::string(trim(line.substr(hash + 1))), place});
  }
  return kept;
}

}  // namespace offer
