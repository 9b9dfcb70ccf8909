// Kept addresses: what readers have in their bookmarks, letters and leaflets still leads somewhere.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "checks/site_checks.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

const Code addresses_that_are_gone{"addresses-that-are-gone", Severity::warning, "addresses that last"};

// "/pathways/camhs/" gives "camhs".
std::string_view last_part(std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  return address.substr(address.rfind('/') + 1);
}

bool is_file(const SiteView& site, std::string_view address) {
  const auto& files = site.files();
  const auto found = std::lower_bound(files.begin(), files.end(), address.substr(1), [](const SourceFile& file, std::string_view path) { return file.path < path; });
  return found != files.end() && found->path == address.substr(1);
}

void gone(const SiteIndex& index, Report& report) {
  const SiteView& site = index.site;
  if (site.kept_addresses().empty()) return;
  const std::map<std::string, std::string> redirects = site.redirects();
  // A page that has moved has often kept the last part of its address.
  std::map<std::string_view, const Page*> by_last_part;
  for (const Page& page : site.all_pages())
    if (!page.easy_read && page.view == nullptr) by_last_part.emplace(last_part(page.address), &page);
  for (const KeptAddress& kept : site.kept_addresses()) {
    std::string address = kept.address;
    if (!address.ends_with('/') && last_part(address).find('.') == std::string_view::npos) address += '/';
    if (!kept.gone_because.empty() || is_file(site, address) || site.page_at(address) != nullptr || redirects.contains(address)) continue;
    const auto moved = by_last_part.find(last_part(address));
    report.add(addresses_that_are_gone, kept_addresses_path, kept.place, fmt::format("readers were given {}, and nothing stands there any more", kept.address),
               moved != by_last_part.end() ? fmt::format("If it moved, put into the settings of {}: was: [{}]", moved->second->path, address)
                                           : fmt::format("Put into the settings of the page that took its place: was: [{}]. If nothing did, say why here: {} # the service ended", address, kept.address));
  }
}

}  // namespace

const std::vector<SiteCheck>& kept_address_checks() {
  static const std::vector<SiteCheck> checks{{addresses_that_are_gone, gone}};
  return checks;
}

}  // namespace offer
