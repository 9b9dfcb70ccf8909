// ContentType: one kind of page, as data. The table of them all is types/types.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/field.h"

namespace offer {

struct Page;
class SiteView;
class Builder;

struct ContentType {
  std::string_view name;     // "pathway"
  std::string_view folder;   // pages of this type live in this folder of the site; "" for `page`, which lives anywhere else
  std::string_view title;    // what readers call it: "Pathway"
  std::string_view says;     // one sentence for editors
  std::vector<const FieldInfo*> fields;  // besides the shared ones (model/shared_fields.h)
  std::string_view skeleton;             // Markdown that `new` writes under the front matter

  // Looks at agreed headings, labels and tables of the source. May be null.
  void (*inspect)(const Page& page, Report& report);
  // Turns fields and the Markdown's Blocks into what readers see, under the title. Never null.
  void (*body)(const Page& page, const SiteView& site, Builder& to);
  // What the folder's index page lists, after its introduction: cards, an A to Z. May be null.
  void (*list)(const SiteView& site, Builder& to);
  // When what the page tells of happened, for feeds. Null if pages of this type are no news.
  Date (*happened)(const Page& page);
};

}  // namespace offer
