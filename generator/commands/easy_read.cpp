// easy-read: help with Easy Read pages. accept says that a page says what its full page says; suggest looks for easier words and pictures.
#include "commands/easy_read.h"

#include <iostream>

#include "base/text.h"
#include "commands/find_page.h"
#include "diagnose/near_word.h"

namespace offer {

namespace {

struct EasyReadAction {
  std::string_view name;
  int (*run)(const Arguments& arguments);
};

const std::vector<EasyReadAction>& actions() {
  static const std::vector<EasyReadAction> all{{"accept", accept_full_page}, {"suggest", suggest_easier_words}};
  return all;
}

int run_easy_read(const Arguments& arguments) {
  std::vector<std::string_view> names;
  for (const EasyReadAction& action : actions()) {
    if (action.name == arguments.action) return action.run(arguments);
    names.push_back(action.name);
  }
  const std::string near = did_you_mean(arguments.action, names);
  std::cerr << fmt::format("local-offer: easy-read cannot '{}'\n    help: {}\n", arguments.action,
                           near.empty() ? "It can: accept, suggest." : near);
  return exit_status::usage;
}

}  // namespace

const Page* find_easy_read_page(const Site& site, const std::string& name, const Arguments& arguments) {
  const Page* found = find_page(site, name, arguments);
  if (found == nullptr) {
    const std::string path = below_site(name, arguments);
    std::vector<std::string_view> known;
    for (const Page& page : site.pages)
      if (page.easy_read) known.push_back(page.path);
      else if (page.twin != none) known.push_back(page.id);
    const std::string near = did_you_mean(path, known);
    std::cerr << fmt::format("local-offer: there is no page '{}'\n    help: {}\n", name,
                             near.empty() ? "Name its file or its id: pathways/camhs.easy.md. 'local-offer list' shows them all." : near);
    return nullptr;
  }
  if (found->easy_read && found->twin != none) return found;
  if (!found->easy_read && found->twin != none) return &site.pages[found->twin];
  if (found->easy_read)
    std::cerr << fmt::format("local-offer: '{}' has no full page\n    help: Write {} first.\n", found->path,
                             replace_all(found->path, ".easy.md", ".md"));
  else
    std::cerr << fmt::format("local-offer: '{}' has no Easy Read page\n    help: Write one: {}\n", found->path,
                             replace_all(found->path, ".md", ".easy.md"));
  return nullptr;
}

const Command easy_read_command{
    .name = "easy-read",
    .says = "accept PAGE: it says what its full page says; suggest FILE: easier words, pictures",
    .options = {{.name = "ACTION", .value = "ACTION", .says = "accept or suggest", .required = true, .text = &Arguments::action},
                {.name = "PAGE",
                 .value = "PAGE",
                 .says = "the Easy Read page's file, or its full page's id",
                 .required = true,
                 .text = &Arguments::page},
                {.name = "--site", .value = "DIR", .says = "the site's folder (content)", .text = &Arguments::site},
                today_option},
    .run = run_easy_read,
};

}  // namespace offer
