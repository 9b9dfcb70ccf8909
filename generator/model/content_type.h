// ContentType: one kind of page, as data. The table of them all is types/types.cpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/data_table.h"
#include "model/field.h"
#include "model/list_filter.h"
#include "model/service_facts.h"

namespace offer {

struct Page;
class SiteView;
class Builder;

// Another page that the program makes out of a page: an action plan by month, a pathway as a checklist.
struct ContentView {
  std::string_view folder;  // "by-month": below the page's address
  std::string_view title;   // "By month"
  bool (*wanted)(const Page& page);
  void (*body)(const Page& page, const SiteView& site, Builder& to);
  // Instead of `body`, for a view that is made once for each of several values: `made` is the made page, with its value.
  void (*body_of_value)(const Page& made, const SiteView& site, Builder& to) = nullptr;
};

// A day that a page tells of, for the calendar.
struct Event {
  RoughDate date;
  std::string kind;       // "meeting", "milestone", "deadline", "publication", "consultation"
  std::string what;
  std::string note;
  std::string state;      // "done", "planned", "cancelled", "missed" or "not-known"
  std::optional<Date> take_part_by;
  const Page* page = nullptr;
};

struct ContentType {
  std::string_view name;     // "pathway"
  std::string_view folder;   // pages of this type live in this folder of the site; "" for `page`, which lives anywhere else
  std::string_view title;    // what readers call it: "Pathway"
  std::string_view many;     // over a list of them: "Step by step", "Services"
  std::string_view says;     // one sentence for editors
  std::vector<const FieldInfo*> fields;  // besides the shared ones (model/shared_fields.h)
  std::vector<const TableInfo*> tables = {};  // CSV files that may stand beside a page, besides `dates`
  std::vector<const ContentView*> views = {};
  std::string_view skeleton;             // Markdown that `new` writes under the front matter

  // Looks at agreed headings, labels and tables of the source. May be null.
  void (*inspect)(const Page& page, Report& report);
  // Compares the page with the rest of the site. May be null.
  void (*check)(const Page& page, const SiteView& site, Report& report) = nullptr;
  // Turns fields and the Markdown's Blocks into what readers see, under the title. Never null.
  void (*body)(const Page& page, const SiteView& site, Builder& to);
  // What an index page shows of these pages of the type, after its introduction: cards, an A to Z. They are all there are, those of one folder,
  // or those that a filter leaves. May be null.
  void (*list)(const std::vector<const Page*>& pages, const SiteView& site, Builder& to);
  // What that list can be narrowed by.
  std::vector<const ListFilter*> filters = {};
  // When what the page tells of happened, for feeds. Null if pages of this type are no news.
  Date (*happened)(const Page& page);
  // Days of the page's own fields for the calendar, besides its table of dates. May be null.
  std::vector<Event> (*events)(const Page& page) = nullptr;
  // The tables that readers can take with them as CSV files. May be null.
  std::vector<DataTable> (*downloads)(const Page& page) = nullptr;
  // What a page says of a service, for data that other sites read. Null, both, if pages of this type are no services.
  ServiceFacts (*service)(const Page& page) = nullptr;
  ServiceWords (*service_words)(const Page& page) = nullptr;
  // How much its pages count in the search, in percent: what helps now counts more than what is kept for the record.
  int weight_in_search = 100;
};

}  // namespace offer
