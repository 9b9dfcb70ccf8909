#include "commands/chosen.h"

#include <iostream>

#include "base/text.h"
#include "checks/all_codes.h"
#include "commands/changed_files.h"
#include "commands/find_page.h"
#include "diagnose/near_word.h"
#include "load/settings.h"
#include "load/table_file.h"

namespace offer {

namespace {

void say_wrong_use(const std::string& words, const std::string& help) {
  std::cerr << "local-offer: " << words << "\n";
  if (!help.empty()) std::cerr << "    help: " << help << "\n";
}

}  // namespace

std::string page_file_of(std::string_view path) {
  if (const auto table = table_file_name(path)) return table->page;
  const size_t name = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
  const size_t easy = path.rfind(".easy");
  const bool part_of_page = easy != std::string_view::npos && easy > name && (path.ends_with(".md") || path.ends_with(".lock"));
  return part_of_page ? full_path_of(path) : std::string(path);
}

std::optional<Chosen> Chosen::of(const Arguments& arguments, const Inputs& inputs, const Site& site) {
  Chosen chosen;
  for (const std::string& code : arguments.only) {
    if (find_code(code) == nullptr) {
      std::vector<std::string_view> names;
      for (const Code* one : all_codes()) names.push_back(one->name);
      const std::string near = did_you_mean(code, names);
      say_wrong_use(fmt::format("there is no finding called '{}'", code), near.empty() ? "All of them: local-offer explain --list" : near);
      return std::nullopt;
    }
    chosen.codes_.insert(code);
  }
  for (const std::string& name : arguments.pages) {
    chosen.by_file_ = true;
    if (const Page* page = find_page(site, name, arguments)) {
      chosen.files_.insert(page_file_of(page->path));
    } else if (const std::string path = below_site(name, arguments); find_file(inputs.content, path) != nullptr) {
      chosen.files_.insert(page_file_of(path));  // site.yml, a table, a page that cannot be read
    } else {
      say_wrong_use(fmt::format("there is no page '{}'", name), near_page(site, name, arguments) + (arguments.drafts ? "" : " Drafts are looked at with --drafts."));
      return std::nullopt;
    }
  }
  if (!arguments.changed_since.empty()) {
    chosen.by_file_ = true;
    const ChangedFiles changed = changed_since(arguments.site, arguments.changed_since);
    if (!changed.trouble.empty()) {
      say_wrong_use(changed.trouble, changed.help);
      return std::nullopt;
    }
    for (const std::string& path : changed.paths) chosen.files_.insert(page_file_of(path));
  }
  return chosen;
}

}  // namespace offer
