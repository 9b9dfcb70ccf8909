#include "commands/find_page.h"

#include "diagnose/near_word.h"

namespace offer {

std::string below_site(std::string_view name, const Arguments& arguments) {
  std::string folder = arguments.site;
  if (!folder.ends_with('/')) folder += '/';
  while (name.starts_with("./")) name.remove_prefix(2);
  std::string_view before = folder;
  while (before.starts_with("./")) before.remove_prefix(2);
  if (name.starts_with(before)) name.remove_prefix(before.size());
  return std::string(name);
}

namespace {

// "https://offer.example.org/send/a/#how" and "/a" become "/a/".
std::string address_in(std::string_view name, const Site& site) {
  name = name.substr(0, name.find_first_of("#?"));
  if (name.starts_with(site.settings.address)) name.remove_prefix(site.settings.address.size() - 1);
  if (!name.starts_with('/')) return {};
  std::string address(name);
  if (address.ends_with("index.html")) address.resize(address.size() - std::string_view("index.html").size());
  if (!address.ends_with('/')) address += '/';
  return address;
}

}  // namespace

const Page* find_page(const Site& site, std::string_view name, const Arguments& arguments) {
  if (const auto by_id = site.page_by_id.number_of(name)) return &site.pages[*by_id];
  if (const auto by_path = site.page_by_path.number_of(below_site(name, arguments))) return &site.pages[*by_path];
  const std::string address = address_in(name, site);
  if (const auto by_address = site.page_by_address.number_of(address)) {
    const Page& page = site.pages[*by_address];
    return page.view != nullptr && page.view_of != none ? &site.pages[page.view_of] : &page;
  }
  return nullptr;
}

std::string near_page(const Site& site, std::string_view name, const Arguments& arguments) {
  const std::string path = below_site(name, arguments);
  std::vector<std::string_view> known;
  for (const Page& page : site.pages) {
    if (page.view != nullptr) continue;
    known.push_back(path.starts_with('/') ? page.address : page.path);
    if (!page.easy_read) known.push_back(page.id);
  }
  const std::string near = did_you_mean(path, known);
  return near.empty() ? "Name its file, its id or its address: pathways/camhs.md. 'local-offer list' shows them all." : near;
}

}  // namespace offer
