// Page: one page of the site: its typed fields and its Blocks. `load` makes it; `understand` fills in what needs the rest of the site.
#pragma once

#include <string>
#include <vector>

#include "model/block.h"
#include "model/content_type.h"
#include "model/data_table.h"
#include "model/field.h"

namespace offer {

// No page: for indexes.
inline constexpr size_t none = static_cast<size_t>(-1);

struct Heading {
  uint16_t level;
  std::string anchor;  // without '#'
  std::string title;
  Place place;
};

struct Page {
  const ContentType* type = nullptr;
  std::string path;      // of the source, below the site's folder: "pathways/camhs.md"
  std::string address;   // below the site's root, with '/' at both ends: "/pathways/camhs/"; "/" is home
  std::string id;
  std::string title;
  std::string summary;
  Fields fields;

  std::vector<DataTable> tables;  // of CSV files beside the page
  const DataTable* table(std::string_view name) const {
    for (const DataTable& one : tables)
      if (one.name == name) return &one;
    return nullptr;
  }

  bool easy_read = false;  // an Easy Read version: x.easy.md
  int part = 1;            // of an Easy Read version in parts: x.easy.md, x.easy-2.md, x.easy-3.md
  std::vector<size_t> parts;  // of a full page: its Easy Read parts, in order
  bool is_index = false;   // index.md: the list page of its folder
  size_t twin = none;      // the other version of this page
  size_t number = none;    // its place in Site::pages
  const ContentView* view = nullptr;  // what this page shows of another one, or nothing
  size_t view_of = none;              // that other page
  std::string view_value;             // of a view that is made for several values: "topic:autism"

  std::string accepted_lines;  // of an Easy Read version: what x.easy.lock beside it holds; see model/following.h

  Arena arena;                // holds the Blocks and their strings
  Block* document = nullptr;  // of kind document; never null after load
  std::vector<Heading> headings;
  std::vector<std::string> terms;  // ids of the glossary terms explained on this page, in order of first use

  Page() = default;
  Page(Page&&) = default;
  Page& operator=(Page&&) = default;
};

// "a/x.easy.md" and "a/x.easy-2.md" give "a/x.md"; any other path stays.
inline std::string full_path_of(std::string_view easy_path) {
  const size_t at = easy_path.rfind(".easy");
  return at == std::string_view::npos ? std::string(easy_path) : std::string(easy_path.substr(0, at)) + ".md";
}

// Pages in which people speak or are spoken of: nobody may be known from them.
inline bool tells_of_people(const Page& page) {
  const std::string_view type = page.type->name;
  return !page.is_index && (type == "update" || type == "story" || type == "consultation");
}

}  // namespace offer
