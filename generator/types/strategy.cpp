// strategy: what partners promise for some years: a vision, numbered priorities, who checks it, and a table of versions.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "diagnose/codes.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "model/shared_fields.h"
#include "types/lineage.h"
#include "types/measure_fields.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<Year> strategy_from{"from", Need::optional, "The first year of the strategy.", "2023"};
const Field<Year> to_year{"to", Need::optional, "The last year of the strategy.", "2026"};
const Field<Date> adopted{"adopted", Need::optional, "The day when it was agreed.", "2018-02-08"};
const Field<std::string> adopted_by{"adopted_by", Need::optional, "Who agreed it.", "Cabinet"};

// Versions are numbers with dots, not decimals: 0.10 comes after 0.9.
std::vector<unsigned> version_parts(std::string_view version) {
  std::vector<unsigned> parts;
  for (const std::string_view part : split(version, '.')) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size()) return {};
    parts.push_back(number);
  }
  return parts;
}

void inspect_versions(const Page& page, const Block& heading, Report& report) {
  const Block* table = inspect_table(page, heading, {"Version", "Date", "Who", "What changed"}, report);
  if (table == nullptr) return;
  std::vector<unsigned> last;
  for (const Block* row = table->first->next; row != nullptr; row = row->next) {
    if (row->first == nullptr) continue;
    const std::string version(trim(plain_text(*row->first)));
    const auto parts = version_parts(version);
    if (parts.empty())
      report.add(codes::broken_version_tables, page.path, row->place,
                 fmt::format("'{}' is not a version number", version), "Write numbers with dots: 0.9, 0.10, 1.0.");
    else if (!last.empty() && parts <= last)
      report.add(codes::broken_version_tables, page.path, row->place,
                 parts == last ? fmt::format("version {} comes twice", version)
                               : fmt::format("version {} should come before the row above it", version),
                 "The oldest version comes first, and 0.10 comes after 0.9.");
    if (!parts.empty()) last = parts;
  }
}

void inspect_strategy(const Page& page, Report& report) {
  inspect_headings(page,
                   {{"In short", Need::optional},
                    {"Vision", Need::optional},
                    {"Priorities", Need::optional},
                    {"What we know", Need::optional},
                    {"Principles", Need::optional},
                    {"Who checks it works", Need::optional},
                    {"What changed", Need::optional},
                    {"Versions", Need::optional}},
                   report);
  if (const Block* priorities = find_heading(page, 2, "Priorities")) {
    if (inspect_numbering(page, *priorities, report) == 0)
      report.add(codes::missing_headings, page.path, priorities->place, "there are no priorities under this heading",
                 "Add one: ### 1. What you will do first");
  }
  if (const Block* versions = find_heading(page, 2, "Versions")) inspect_versions(page, *versions, report);
  const int first = page.fields.get(strategy_from).year;
  const int last = page.fields.get(to_year).year;
  if (page.fields.has(strategy_from) && page.fields.has(to_year) && last < first)
    report.add(codes::wrong_values, page.path, page.fields.place_of(to_year),
               fmt::format("the strategy ends in {}, before it begins in {}", last, first), "Swap the two years.");
}

std::string years_of(const Page& page) {
  const int first = page.fields.get(strategy_from).year;
  const int last = page.fields.get(to_year).year;
  if (last == 0) return fmt::format("From {}", first);
  if (first == 0) return fmt::format("Until {}", last);
  return first == last ? fmt::format("{}", first) : fmt::format("{} to {}", first, last);
}

void strategy_body(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::facts, [&] {
    if (page.fields.has(strategy_from) || page.fields.has(to_year)) to.fact("Years", years_of(page));
    if (page.fields.has(adopted))
      to.fact("Agreed", page.fields.has(adopted_by)
                            ? fmt::format("{}, by {}", in_words(page.fields.get(adopted)), page.fields.get(adopted_by))
                            : in_words(page.fields.get(adopted)));
    add_links_fact("Who checks it", pages_of(site, page.fields.get(relations::overseen_by)), to);
    add_links_fact("It replaced", pages_of(site, page.fields.get(relations::supersedes)), to);
    add_links_fact("Replaced by", site.named_by(page, relations::supersedes), to);
  });
  const Block* changed = find_heading(page, 2, "What changed");
  for (const Block& block : children(page.document())) {
    to.adopt_copy(block);
    if (&block != changed) continue;
    if (const std::string sum = sum_of_changes(page, site); !sum.empty()) to.paragraph(sum);
  }
  if (const auto line = line_of(page, site); line.size() > 1) {
    to.heading(2, "Before and after", "list-before-and-after");
    add_line(line, &page, site, to);
  }
  add_links_section("Plans that carry it out", site.named_by(page, field_under()), to);
  add_links_section("Measures of this strategy", site.named_by(page, field_measure_of()), to);
}

// What can be said of it today, from its status and its years.
void add_state(const Page& page, const SiteView& site, Builder& to) {
  const std::string& status = page.fields.get(shared::status).word;
  const int last = page.fields.get(to_year).year;
  if (status == "superseded" || !site.named_by(page, relations::supersedes).empty()) to.tag("Older: replaced", TagKind::superseded);
  else if (status == "withdrawn") to.tag("Withdrawn", TagKind::superseded);
  else if (status == "in-consultation") to.tag("Not settled yet", TagKind::planned);
  else if (last != 0 && last < static_cast<int>(site.today().day.year())) to.tag(fmt::format("Ended in {}", last), TagKind::superseded);
  else if (page.fields.has(strategy_from)) to.tag("In use now", TagKind::current);
  else to.tag("Years not known", TagKind::waiting);
}

void strategy_list(const std::vector<const Page*>& some, const SiteView& site, Builder& to) {
  auto pages = some;
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) {
    return a->fields.get(strategy_from).year > b->fields.get(strategy_from).year;
  });
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages) {
      Block& card = to.within(BlockKind::card, [&] {
        to.paragraph(page->summary);
        add_state(*page, site, to);
      });
      card.text = to.keep(page->title);
      card.target = to.keep(page->address);
    }
  });
  bool first = true;
  for (const Page* page : site.pages_of("strategy")) {
    if (!page->fields.get(relations::supersedes).id.empty()) continue;
    const auto line = line_of(*page, site);
    if (line.size() < 2) continue;
    if (first) to.heading(2, "One after another", "list-one-after-another");
    first = false;
    to.heading(3, line.back()->title, "list-line-" + slug(line.back()->id));
    add_line(line, nullptr, site, to);
  }
}

void check_strategy(const Page& page, const SiteView& site, Report& report) {
  check_supersedes(page, site, report);
  check_what_changed(page, site, report);
}

}  // namespace

Years years_of_strategy(const Page& page) { return {page.fields.get(strategy_from).year, page.fields.get(to_year).year}; }

const ContentType strategy_type{
    .name = "strategy",
    .folder = "strategies",
    .title = "Strategy",
    .many = "Strategies",
    .says = "What partners promise for some years: a vision, numbered priorities, who checks it, and its versions.",
    .fields = {&strategy_from, &to_year, &relations::supersedes, &relations::overseen_by, &adopted, &adopted_by},
    .skeleton = "## In short\n\n- The main thing that will change.\n\n## Vision\n\n> The vision in its own words.\n\n"
                "## Priorities\n\n### 1. The first priority\n\n- What will be done.\n\n## Principles\n\n- One thing that "
                "guides every decision.\n\n## Who checks it works\n\nName the board and how often it looks.\n\n## Versions\n\n"
                "| Version | Date | Who | What changed |\n| --- | --- | --- | --- |\n| 0.1 | 1 September 2026 | Strategy lead | First draft |\n",
    .inspect = inspect_strategy,
    .check = check_strategy,
    .body = strategy_body,
    .list = strategy_list,
    .happened = nullptr,
    .weight_in_search = 70,
};

}  // namespace offer
