// What pages a made site has: each one's kind, folder, address and title, before any text is written.
//
// Of N pages 2.5 % are strategies, 2.5 % plans, 10 % pathways, 25 % updates, 2 % news, sixty (or an eighth of a small site) are glossary words and the
// rest services. A kind with many pages has folders of at most a hundred, each with a list of its own. Lists, home and the pages that every site
// has come on top.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offer::bench {

enum class Kind { strategy, plan, pathway, update, news, service, term };

struct Folder {
  Kind kind;
  std::string path;   // "services/advice-in-ashford"; that of the kind itself has no slash
  std::string title;
  size_t pages = 0;   // directly in it
};

struct PlannedPage {
  Kind kind;
  size_t number = 0;  // among those of its kind
  size_t folder = 0;  // index in SitePlan::folders
  std::string name;   // "swimming-sessions-for-deaf-children-in-ashford"
  std::string title;
  std::string place;
  std::string address;  // "/services/advice-in-ashford/swimming-.../"
};

struct SitePlan {
  uint64_t seed = 1;
  size_t terms = 1;  // how many words of the glossary it has
  std::vector<std::string> places;
  std::vector<Folder> folders;
  std::vector<PlannedPage> pages;
};

std::string_view folder_of(Kind kind);
std::string_view title_of(Kind kind);
std::string small_with_hyphens(std::string_view words);

SitePlan plan_site(size_t pages, uint64_t seed);

}  // namespace offer::bench
