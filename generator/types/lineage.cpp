#include "types/lineage.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "types/relations.h"
#include "types/structure.h"

namespace offer {

namespace {

const std::vector<std::string> lineage_columns{"Before", "Now", "What happened"};
const std::vector<std::string_view> kinds_of_change{"Kept", "Reworded", "Joined", "Split", "Dropped", "New"};

struct Change {
  const Block* row;
  std::string before, now, kind;
};

std::vector<Change> changes_of(const Page& page) {
  std::vector<Change> changes;
  const Block* heading = find_heading(page, 2, "What changed");
  if (heading == nullptr) return changes;
  for (const Block* block : section_of(*heading)) {
    if (block->kind != BlockKind::table || cells_of(*block->first) != lineage_columns) continue;
    for (const Block* row = block->first->next; row != nullptr; row = row->next) {
      const auto cells = cells_of(*row);
      if (cells.size() != 3) continue;
      size_t end = 0;
      while (end < cells[2].size() && is_letter(cells[2][end])) ++end;
      changes.push_back({row, cells[0], cells[1], cells[2].substr(0, end)});
    }
    return changes;
  }
  return changes;
}

bool is_none(std::string_view cell) { return cell.empty() || cell == "–" || cell == "-" || cell == "—"; }

unsigned number_of_title(std::string_view title) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(title.data(), title.data() + title.size(), number);
  return error == std::errc{} && end != title.data() + title.size() && *end == '.' ? number : 0;
}

constexpr size_t longest_line = 50;

// Every page of the line that took the place of `page`, and so on.
void follow(const Page& page, const SiteView& site, std::vector<const Page*>& line) {
  if (line.size() == longest_line || std::find(line.begin(), line.end(), &page) != line.end()) return;
  line.push_back(&page);
  for (const Page* next : site.named_by(page, relations::supersedes)) follow(*next, site, line);
}

std::string years_words(const Years& years) {
  if (years.from == 0 && years.to == 0) return "Years not known";
  if (years.to == 0) return fmt::format("From {}", years.from);
  if (years.from == 0) return fmt::format("Until {}", years.to);
  return years.from == years.to ? std::to_string(years.from) : fmt::format("{} to {}", years.from, years.to);
}

}  // namespace

std::vector<Priority> priorities_of(const Page& page) {
  std::vector<Priority> priorities;
  if (const Block* heading = find_heading(page, 2, "Priorities"))
    for (const Block* block : section_of(*heading))
      if (block->kind == BlockKind::heading && block->number == 3) {
        const std::string title = plain_text(*block);
        priorities.push_back({number_of_title(title), std::string(without_number(title))});
      }
  return priorities;
}

std::vector<const Page*> line_of(const Page& page, const SiteView& site) {
  const Page* first = &page;
  std::set<const Page*> seen{first};
  while (const Page* before = site.page(first->fields.get(relations::supersedes).id)) {
    if (!seen.insert(before).second || seen.size() == longest_line) break;  // a circle, reported elsewhere
    first = before;
  }
  std::vector<const Page*> line;
  follow(*first, site, line);
  return line;
}

void add_line(const std::vector<const Page*>& line, const Page* here, const SiteView& site, Builder& to) {
  const int this_year = static_cast<int>(site.today().day.year());
  to.within(BlockKind::numbered_list, [&] {
      int covered = 0;
      bool all_known = true;
      const auto gap = [&](int from, int until, std::string_view words) {
        to.within(BlockKind::item, [&] {
          to.within(BlockKind::paragraph, [&] {
              to.within(BlockKind::strong, [&] { to.add(BlockKind::text, until > from ? fmt::format("{} to {}", from, until) : std::to_string(from)); });
              to.add(BlockKind::text, fmt::format(": {}", words));
            }).variant = static_cast<uint8_t>(ParagraphKind::tight);
        });
      };
      for (const Page* page : line) {
        const Years years = years_of_strategy(*page);
        if (all_known && covered != 0 && years.from > covered + 1) gap(covered + 1, years.from - 1, "a gap. We know of none for these years.");
        to.within(BlockKind::item, [&] {
          to.within(BlockKind::paragraph, [&] {
              to.within(BlockKind::strong, [&] { to.add(BlockKind::text, years_words(years)); });
              to.add(BlockKind::text, ": ");
              if (page == here) to.add(BlockKind::text, page->title + " (this page)");
              else to.link(page->title, page->address);
            }).variant = static_cast<uint8_t>(ParagraphKind::tight);
        });
        // One that goes on, or whose years nobody knows, may fill what follows.
        const bool open = years.to == 0;
        all_known = all_known && !(open && years.from == 0);
        covered = std::max(covered, open && years.from != 0 ? this_year : years.to);
      }
      if (all_known && covered != 0 && covered < this_year) gap(covered + 1, this_year, "a gap. We know of none that is agreed for these years.");
    }).number = 1;
}

void check_supersedes(const Page& page, const SiteView& site, Report& report) {
  const Page* before = site.page(page.fields.get(relations::supersedes).id);
  if (before == nullptr) return;
  const Place place = page.fields.place_of(relations::supersedes);
  if (before->type != page.type)
    report.add(codes::unknown_references, page.path, place, fmt::format("'supersedes' names '{}', which is a {} and not a {}", before->title, before->type->name, page.type->name),
               fmt::format("Name the id of a {}.", page.type->name));
  if (page.fields.get(shared::status).word == "superseded") return;
  for (const Page* other : site.named_by(*before, relations::supersedes)) {
    if (other == &page) return;  // the first of them is in the right
    if (other->fields.get(shared::status).word == "superseded" || other->type != page.type) continue;
    report.add(codes::relations_that_clash, page.path, place, fmt::format("'{}' and this page both take the place of '{}'", other->title, before->title),
               "Only one can be in use. Give the other one 'status: superseded', or take out 'supersedes'.");
    return;
  }
}

void check_what_changed(const Page& page, const SiteView& site, Report& report) {
  const Page* before = site.page(page.fields.get(relations::supersedes).id);
  const Block* heading = find_heading(page, 2, "What changed");
  if (heading == nullptr || !has_table(*heading) || inspect_table(page, *heading, lineage_columns, report) == nullptr) return;
  const std::vector<Change> changes = changes_of(page);
  if (before == nullptr) {
    report.add(codes::gaps_in_what_changed, page.path, changes.empty() ? heading->place : changes.front().row->place, "this table compares with an older page, and 'supersedes' names none", "Add a line: supersedes: the-older-id");
    return;
  }
  std::set<unsigned> named_before, named_now;
  const auto judge = [&](const Change& change, const std::string& cell, const Page& of, std::set<unsigned>& named) {
    if (is_none(cell)) return;
    const auto priorities = priorities_of(of);
    const unsigned number = number_of_title(cell);
    const auto found = std::find_if(priorities.begin(), priorities.end(), [&](const Priority& one) { return one.number == number && number != 0; });
    if (found == priorities.end())
      report.add(codes::gaps_in_what_changed, page.path, change.row->place, fmt::format("'{}' is no priority of '{}'", cell, of.title), "Write its number and title: 4. Good planning");
    else if (!equal_ignoring_case(found->title, without_number(cell)))
      report.add(codes::gaps_in_what_changed, page.path, change.row->place, fmt::format("priority {} of '{}' has another title than '{}'", number, of.title, without_number(cell)),
                 fmt::format("Did you mean: {}. {}", number, found->title));
    named.insert(number);
  };
  for (const Change& change : changes) {
    judge(change, change.before, *before, named_before);
    judge(change, change.now, page, named_now);
    if (std::find(kinds_of_change.begin(), kinds_of_change.end(), change.kind) == kinds_of_change.end()) {
      const auto near = near_word(change.kind, kinds_of_change);
      report.add(codes::gaps_in_what_changed, page.path, change.row->place, fmt::format("'{}' does not say what happened", change.kind),
                 near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("Begin with {}.", joined_words({kinds_of_change.begin(), kinds_of_change.end()})));
      continue;
    }
    const bool ends = change.kind == "Dropped", begins = change.kind == "New";
    if ((ends && !is_none(change.now)) || (begins && !is_none(change.before)))
      report.add(codes::gaps_in_what_changed, page.path, change.row->place, fmt::format("'{}' and a priority in '{}' do not go together", change.kind, ends ? "Now" : "Before"),
                 "Put – into that cell, or say that it was kept, reworded, joined or split.");
    else if (!ends && !begins && (is_none(change.before) || is_none(change.now)))
      report.add(codes::gaps_in_what_changed, page.path, change.row->place, fmt::format("'{}' needs a priority in both 'Before' and 'Now'", change.kind), "Where there is none on one side, it is New or Dropped.");
  }
  for (const auto& [of, named] : {std::pair{before, &named_before}, {&page, &named_now}})
    for (const Priority& one : priorities_of(*of))
      if (one.number != 0 && !named->contains(one.number))
        report.add(codes::gaps_in_what_changed, page.path, heading->place, fmt::format("the table does not say what became of '{}. {}' of '{}'", one.number, one.title, of->title),
                   "Add a row for it, so that no promise goes without a word.");
}

std::string sum_of_changes(const Page& page, const SiteView& site) {
  const Page* before = site.page(page.fields.get(relations::supersedes).id);
  const std::vector<Change> changes = changes_of(page);
  if (changes.empty() || before == nullptr) return {};
  std::map<std::string, std::set<std::string>> by_kind;  // of the older priorities; of the newer for New
  for (const Change& change : changes) by_kind[change.kind].insert(change.kind == "New" ? change.now : change.before);
  std::vector<std::string> parts;
  for (const auto& [kind, words] : {std::pair<std::string_view, std::string_view>{"Kept", "kept"}, {"Reworded", "put in other words"}, {"Joined", "joined with another"}, {"Split", "split up"}, {"Dropped", "dropped"}, {"New", "new"}})
    if (const auto found = by_kind.find(std::string(kind)); found != by_kind.end()) parts.push_back(fmt::format("{} {}", found->second.size(), words));
  return fmt::format("{} became {}: {}.", count_of(priorities_of(*before).size(), "priority", "priorities"), priorities_of(page).size(), joined_words(parts));
}

}  // namespace offer
