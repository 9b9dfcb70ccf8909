// Page: one page of the site: its typed fields and its Blocks. `load` makes it; `understand` fills in what needs the rest of the site.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/block.h"
#include "model/content_type.h"
#include "model/data_table.h"
#include "model/field.h"
#include "model/packed_body.h"

namespace offer {

// No page: for indexes.
inline constexpr size_t none = static_cast<size_t>(-1);

struct Heading {
  std::string_view anchor;  // without '#'
  std::string_view title;
  Place place;
  uint16_t level;
};

// A link to a heading of another page. Whether that page has such a heading is known when all bodies have been read.
struct AnchoredLink {
  size_t page;         // its number
  std::string anchor;  // without '#'
  Place place;         // of the link
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

  // What the page says: of kind document. While it is packed, it is unpacked for the thread that asks: see model/open_bodies.h.
  const Block& document() const;
  // The same while it is being made, and for as long as it is not packed.
  Arena arena;              // holds the Blocks and their strings
  Block* blocks = nullptr;  // of kind document; null: packed
  PackedBody packed;
  // Packs it, and forgets the Blocks; the caller may then use the arena for something else. file: all bytes of the page's file, which must outlive the page.
  void pack(std::string_view file);
  std::vector<Heading> headings;
  std::unique_ptr<char[]> heading_words;  // of a packed page: what its headings say, as far as it does not stand in the file
  std::vector<AnchoredLink> anchored_links;
  uint32_t views_wanted = 0;  // a bit for each view of its type, the first the lowest, then one for its poster: those that can be made of what it says
  std::vector<uint32_t> leads_to;  // numbers of the pages that links in its words lead to, as often as they stand there
  std::vector<uint32_t> terms;     // places in Site::terms: the words explained on this page, in order of first use

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

// The value of the field with this name, if the page has it and it is of this kind.
template <class T>
const T* value_of(const Page& page, std::string_view field) {
  for (const Fields::Entry& entry : page.fields.all())
    if (entry.field->name == field) return std::get_if<T>(&entry.value);
  return nullptr;
}

}  // namespace offer
