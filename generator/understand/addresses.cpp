// Ids, source paths and addresses: each leads to one page.
#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"
#include "types/types.h"
#include "understand/steps.h"

namespace offer {

Unpublished leave_out_unpublished(std::vector<Page>& pages, const UnderstandOptions& options) {
  Unpublished unpublished;
  if (options.drafts) return unpublished;
  std::erase_if(pages, [&](const Page& page) {
    const bool draft = page.fields.get(shared::status).word == "draft";
    const bool later = page.fields.has(shared::published) && page.fields.get(shared::published) > options.today;
    if (!draft && !later) return false;
    unpublished.emplace(page.path, page.title);
    unpublished.emplace(page.address, page.title);
    if (!page.id.empty()) unpublished.emplace(page.id, page.title);
    return true;
  });
  // The Easy Read version of a page that readers do not see stays out too.
  std::erase_if(pages, [&](const Page& page) {
    if (!page.easy_read) return false;
    const std::string full = full_path_of(page.path);
    if (!unpublished.contains(full)) return false;
    unpublished.emplace(page.path, page.title);
    return true;
  });
  return unpublished;
}

namespace {

bool is_good_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-' || (c & 0x80) != 0; });
}

void find_ids(Site& site, Report& report) {
  for (const Page& page : site.pages) {
    if (page.id.empty()) continue;
    if (!is_good_id(page.id))
      report.add(codes::wrong_values, page.path, page.fields.place_of(shared::id),
                 fmt::format("the id '{}' has more than small letters, digits and hyphens", page.id),
                 fmt::format("For example: id: {}", slug(page.id)));
    const auto other = site.page_by_id.add(page.id, page.number);
    if (!other) continue;
    report.add(codes::repeated_ids, page.path, page.fields.place_of(shared::id),
               fmt::format("the id '{}' is also that of {}", page.id, site.pages[*other].path),
               "Give this page an id of its own. If you copied a page, change its id and its title.");
  }
}

void find_paths(Site& site, Report& report) {
  for (const Page& page : site.pages) {
    site.page_by_path.add(page.path, page.number);
    if (page.path.find('#') != std::string::npos)
      report.add(codes::wrong_values, page.path, {}, "a file whose name has a '#' cannot have an address", "Rename the file.");
  }
}

void find_addresses_of_pages(Site& site, Report& report) {
  // Where no address has a capital, no two of them differ only by it.
  const auto has_capitals = [](const Page& page) { return std::any_of(page.address.begin(), page.address.end(), is_upper); };
  const bool some_have_capitals = std::any_of(site.pages.begin(), site.pages.end(), has_capitals);
  ByName<size_t> by_small_letters;
  for (const Page& page : site.pages) {
    if (const auto other = site.page_by_address.add(page.address, page.number)) {
      report.add(codes::repeated_addresses, page.path, {},
                 fmt::format("this file and {} would both be {}", site.pages[*other].path, page.address),
                 "Rename one of the two files.");
      continue;
    }
    if (!some_have_capitals) continue;
    const auto [other, alone] = by_small_letters.emplace(lower(page.address), page.number);
    if (!alone)
      report.add(codes::addresses_differing_by_case, page.path, {},
                 fmt::format("this page and {} have addresses that differ only in small and capital letters",
                             site.pages[other->second].path),
                 "Windows servers cannot tell them apart. Give one of the two files another name.");
  }
}

// "/send/plans/": parts of letters, digits, hyphens, dots and underlines between single slashes.
bool is_good_old_address(std::string_view old) {
  if (old.size() < 2 || old.front() != '/') return false;
  const std::string_view inside = old.substr(1, old.size() - (old.ends_with('/') ? 2 : 1));
  for (const std::string_view part : split(inside, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
    for (const char c : part)
      if (!is_letter(c) && !is_digit(c) && c != '-' && c != '.' && c != '_' && (c & 0x80) == 0) return false;
  }
  return true;
}

bool is_our_file(std::string_view path) { return is_made_file(path) || path == "404.html" || path == "_redirects" || path == ".local-offer" || path.starts_with("assets/"); }

// The page whose file this is, or nothing: "a/index.html" is the file of "/a/".
const Page* page_of_file(const Site& site, std::string_view path) {
  if (!path.ends_with("index.html")) return nullptr;
  const std::string address = "/" + std::string(path.substr(0, path.size() - std::string_view("index.html").size()));
  const auto found = site.page_by_address.number_of(address);
  return found ? &site.pages[*found] : nullptr;
}

void check_files(const Site& site, Report& report) {
  for (const SourceFile& file : site.files) {
    const Page* page = page_of_file(site, file.path);
    if (page == nullptr && !is_our_file(file.path)) continue;
    report.add(codes::repeated_addresses, file.path, {},
               page != nullptr ? fmt::format("this file would take the place of the page {}", page->path)
                               : "this file would take the place of one that the program makes",
               "Give the file another name.");
  }
}

void find_redirects(Site& site, Report& report) {
  for (const Page& page : site.pages) {
    Words leading_here = page.fields.get(shared::was);
    if (page.fields.has(shared::short_address)) leading_here.push_back(page.fields.get(shared::short_address));
    for (std::string old : leading_here) {
      if (page.easy_read) break;  // its full page's fields stand in it too
      const bool is_short = old == page.fields.get(shared::short_address);
      const Place place = page.fields.place_of(is_short ? static_cast<const FieldInfo&>(shared::short_address) : shared::was);
      if (!is_good_old_address(old)) {
        report.add(codes::wrong_values, page.path, place, fmt::format("'{}' is not an address of this site", old),
                   "An old address begins and ends with a slash: /send/plans/");
        continue;
      }
      if (!old.ends_with('/') && old.find('.', old.rfind('/')) == std::string::npos) old += '/';
      if (const auto taken = site.page_by_address.number_of(old)) {
        report.add(codes::repeated_addresses, page.path, place,
                   fmt::format("the old address {} is the address of {} now", old, site.pages[*taken].path),
                   "Take it out of 'was'.");
        continue;
      }
      const std::string file = old.substr(1);
      const bool same_file = std::any_of(site.files.begin(), site.files.end(), [&](const SourceFile& one) { return one.path == file; });
      if (same_file || is_our_file(file) || page_of_file(site, file) != nullptr) {
        report.add(codes::repeated_addresses, page.path, place, fmt::format("the old address {} is that of a file of the site", old),
                   "Take it out of 'was'.");
        continue;
      }
      const auto [other, fresh] = site.redirects.emplace(old, page.address);
      if (!fresh && other->second != page.address)
        report.add(codes::repeated_addresses, page.path, place,
                   fmt::format("the old address {} leads to {} already", old, other->second), "Keep it on one of the two pages.");
    }
  }
}

}  // namespace

void find_addresses(Site& site, unsigned threads, Report& report) {
  for (size_t i = 0; i < site.pages.size(); ++i) {
    Page& page = site.pages[i];
    page.number = i;
    if (!page.is_index && !page.easy_read) site.pages_by_type[page.type->name].push_back(static_cast<uint32_t>(i));
  }
  constexpr std::array<void (*)(Site&, Report&), 3> tables{find_ids, find_paths, find_addresses_of_pages};
  std::array<Report, tables.size()> reports;
  parallel_for(tables.size(), threads, [&](size_t i) { tables[i](site, reports[i]); });
  for (Report& one : reports) report.add_all(std::move(one));
  check_files(site, report);
  find_redirects(site, report);
}

void find_languages(Site& site) {
  for (const Page& page : site.pages)
    if (!page.fields.get(shared::language).empty()) site.in_another_language.insert(page.address);
}

bool is_made_file(std::string_view path) {
  constexpr std::string_view files[]{"sitemap.xml", "robots.txt", "calendar.ics", "coverage.json", "pages.json", "open-data/services.json"};
  if (std::find(std::begin(files), std::end(files), path) != std::end(files)) return true;
  std::string_view feed = path;
  if (feed.ends_with(".xml")) feed.remove_suffix(4);
  else if (feed.ends_with(".json")) feed.remove_suffix(5);
  else return false;
  if (feed == "feed" || feed == "changes") return true;
  return std::any_of(all_types().begin(), all_types().end(), [&](const ContentType* type) { return type->happened != nullptr && feed == fmt::format("{}/feed", type->folder); });
}

}  // namespace offer
