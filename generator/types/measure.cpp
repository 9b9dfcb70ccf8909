// measure: a number that is watched: one plain sentence, a chart, a table, a file to take away, and what it means.
#include <algorithm>

#include "base/drawn_picture.h"
#include "base/text.h"
#include "draw/bar_chart.h"
#include "draw/inline_svg.h"
#include "listings/filters.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "model/site_view.h"
#include "types/measure_fields.h"
#include "types/measure_tables.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<std::string> measure_question{"question", Need::required, "The question that the number answers.", "How many plans are ready in 20 weeks?"};
const Field<Choice> measure_unit{"unit", Need::required, "What the number counts in.", "percent", {"percent", "count", "pounds", "millions-of-pounds", "rate"}};
const Field<Choice> good_way{"good", Need::required, "Which way is better for families.", "up", {"up", "down", "neither"}};
const Field<std::string> measure_source{"source", Need::required, "Where the numbers come from.", "Review slides, September 2023"};
const Field<Ids> measure_of{"measure_of", Need::optional, "Strategies, plans or pathways that it belongs to (ids).", "[send-delivery-plan]", {}, RefersTo::page};
const Field<std::string> compared_with{"compared_with", Need::optional, "What the column `other` is.", "England"};
const Field<Choice> measure_counts{"counts", Need::optional, "What is counted; small numbers of people are hidden.", "people", {"people", "things"}};

const std::vector<std::string> target_columns{"By when", "Target"};

void inspect_measure(const Page& page, Report& report) {
  inspect_headings(page, {{"What we count", Need::required}, {"Targets", Need::optional}, {"What it means", Need::optional}}, report);
  // Words alone will do where nobody has set a number.
  if (const Block* targets = find_heading(page, 2, "Targets"))
    if (has_table(*targets)) inspect_table(page, *targets, target_columns, report);
  const bool percent = page.fields.get(measure_unit).word == "percent";
  if (const DataTable* series = page.table("series")) inspect_series(*series, percent, report);
  if (const DataTable* parts = page.table("breakdown")) inspect_breakdown(*parts, percent, report);
}

std::string in_unit(const Page& page, double number) {
  const std::string& word = page.fields.get(measure_unit).word;
  const std::string digits = number_in_words(number);
  if (word == "percent") return digits + "%";
  if (word != "pounds" && word != "millions-of-pounds") return digits;
  const bool minus = digits.front() == '-';
  return fmt::format("{}£{}{}", minus ? "-" : "", std::string_view(digits).substr(minus ? 1 : 0), word == "pounds" ? "" : " million");
}

std::string the(std::string_view period) {
  if (equal_ignoring_case(period.substr(0, 4), "the ")) return fmt::format("the {}", period.substr(4));
  return period.ends_with("year") || period.ends_with("term") ? fmt::format("the {}", period) : std::string(period);
}

std::string other_name(const Page& page) { return page.fields.has(compared_with) ? page.fields.get(compared_with) : "England"; }

std::string with_capital(std::string words) {
  if (!words.empty() && is_lower(words.front())) words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

// The first number in words: "70% to 80%" gives 70, "1,200 places" gives 1200.
std::optional<double> first_number(std::string_view words) {
  const size_t start = words.find_first_of("0123456789");
  if (start == std::string_view::npos) return std::nullopt;
  size_t end = start;
  while (end < words.size() && (is_digit(words[end]) || ((words[end] == '.' || words[end] == ',') && end + 1 < words.size() && is_digit(words[end + 1])))) ++end;
  return parse_number(replace_all(std::string(words.substr(start, end - start)), ",", ""));
}

struct Target {
  std::string by;
  std::string words;
};
std::vector<Target> targets_of(const Page& page) {
  std::vector<Target> targets;
  const Block* heading = find_heading(page, 2, "Targets");
  if (heading == nullptr) return targets;
  for (const Block* block : section_of(*heading)) {
    if (block->kind != BlockKind::table) continue;
    for (const Block* row = block->first->next; row != nullptr; row = row->next)
      if (const auto cells = cells_of(*row); cells.size() == 2) targets.push_back({cells[0], cells[1]});
  }
  return targets;
}

// "about 3 in every 10", or nothing where that would mislead.
std::optional<int> tenths(const Page& page, double percent) {
  if (page.fields.get(measure_unit).word != "percent" || percent < 5 || percent >= 95) return std::nullopt;
  return static_cast<int>(percent / 10 + 0.5);
}

// What the newest number says, in two or three short sentences.
std::string sentence(const Page& page, const std::vector<SeriesPoint>& points) {
  const SeriesPoint& now = points.back();
  const std::string& direction = page.fields.get(good_way).word;
  const auto ten = tenths(page, now.value);
  std::string words = fmt::format("The newest figure is {}, for {}.{}", in_unit(page, now.value), the(now.period), ten ? fmt::format(" That is about {} in every 10.", *ten) : "");
  if (points.size() > 1) {
    const SeriesPoint& first = points.front();
    if (now.value == first.value) {
      words += fmt::format(" It was the same for {}.", the(first.period));
    } else {
      const bool up = now.value > first.value;
      words += fmt::format(" It was {} for {}, so it has gone {}.", in_unit(page, first.value), the(first.period), up ? "up" : "down");
      if (direction != "neither") words += (direction == "up") == up ? " That is better for families." : " That is worse for families.";
    }
  }
  if (now.other) {
    const std::string other = other_name(page);
    if (now.value == *now.other) words += fmt::format(" It is the same as for {}.", other);
    else words += fmt::format(" For {} it was {}.", other, in_unit(page, *now.other));
  }
  return words;
}

void add_chart(const Page& page, const std::vector<SeriesPoint>& points, Builder& to) {
  std::vector<Bar> bars;
  std::string description = fmt::format("Chart: {}. ", page.title);
  const auto add = [&](std::string label, double value, bool other) {
    description += fmt::format("{}: {}. ", label, in_unit(page, value));
    bars.push_back({std::move(label), value, in_unit(page, value), other});
  };
  for (const SeriesPoint& point : points) {
    if (point.value < 0 || point.other.value_or(0) < 0) return;  // bars have no way to the left
    add(point.period, point.value, false);
    if (point.other) add(fmt::format("{}, {}", with_capital(other_name(page)), point.period), *point.other, true);
  }
  std::vector<TargetLine> lines;
  for (const Target& target : targets_of(page)) {
    const auto number = first_number(target.words);
    if (!number || target.words.find(in_unit(page, *number)) == std::string::npos) continue;
    lines.push_back({*number, fmt::format("Target: {} ({})", target.words, target.by)});
    description += lines.back().words + ". ";
  }
  to.add(BlockKind::drawing, description, bar_chart(bars, lines, trim(description)));
}

void add_table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows, Builder& to) {
  to.within(BlockKind::table, [&] {
    for (size_t r = 0; r <= rows.size(); ++r) {
      Block& row = to.within(BlockKind::row, [&] {
        for (const std::string& cell : r == 0 ? columns : rows[r - 1]) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
      });
      row.number = r == 0 ? 1 : 0;
    }
  });
}

void add_series(const Page& page, const std::vector<SeriesPoint>& points, Builder& to) {
  const auto any = [&](auto&& has) { return std::any_of(points.begin(), points.end(), has); };
  const bool whole = any([](const SeriesPoint& p) { return p.whole.has_value(); });
  const bool other = any([](const SeriesPoint& p) { return p.other.has_value(); });
  const bool note = any([](const SeriesPoint& p) { return !p.note.empty(); });
  std::vector<std::string> columns{"When", "Figure"};
  if (whole) columns.emplace_back("Counted");
  if (other) columns.push_back(with_capital(other_name(page)));
  if (note) columns.emplace_back("Note");
  std::vector<std::vector<std::string>> rows;
  for (const SeriesPoint& point : points) {
    std::vector<std::string> row{point.period, in_unit(page, point.value)};
    if (whole) row.push_back(point.part && point.whole ? fmt::format("{} of {}", number_in_words(*point.part), number_in_words(*point.whole)) : "not said");
    if (other) row.push_back(point.other ? in_unit(page, *point.other) : "not said");
    if (note) row.push_back(point.note);
    rows.push_back(std::move(row));
  }
  add_table(columns, rows, to);
}

void add_file_link(const Page& page, std::string_view table, Builder& to) {
  to.within(BlockKind::paragraph, [&] { to.link(table == "series" ? "These figures as a spreadsheet file (CSV)" : "This split as a spreadsheet file (CSV)", fmt::format("{}{}.csv", page.address, table)); });
}

void measure_body(const Page& page, const SiteView& site, Builder& to) {
  const DataTable* series = page.table("series");
  const auto points = series == nullptr ? std::vector<SeriesPoint>{} : read_series(*series);
  Block& lead = to.within(BlockKind::notice, [&] {
    to.paragraph(points.empty() && page.table("breakdown") == nullptr ? "There is no figure yet." : points.empty() ? "The figures are in the table." : sentence(page, points));
  });
  lead.variant = static_cast<uint8_t>(NoticeKind::answer);
  if (!points.empty()) {
    if (const auto ten = tenths(page, points.back().value); ten && page.fields.get(measure_counts).word == "people")
      if (const auto drawn = draw_picture(fmt::format("people?{}of10", *ten))) to.add(BlockKind::drawing, {}, silent_svg(drawn->svg));
    to.heading(2, "The figures", "list-figures");
    if (points.size() > 1 || points.front().other) add_chart(page, points, to);
    add_series(page, points, to);
    add_file_link(page, "series", to);
  }
  if (const DataTable* parts = page.table("breakdown")) {
    to.heading(2, points.empty() ? "The figures" : "Split up", "list-split");
    const DataTable shown = without_small_numbers(*parts, page.fields.get(measure_counts).word == "people");
    add_table(shown.columns.empty() ? std::vector<std::string>{} : headings_of(shown), rows_of(shown), to);
    add_file_link(page, "breakdown", to);
  }
  to.within(BlockKind::facts, [&] {
    to.fact("The question", page.fields.get(measure_question));
    to.fact("Which way is better", page.fields.get(good_way).word == "up" ? "Higher" : page.fields.get(good_way).word == "down" ? "Lower" : "Neither");
    to.fact("Where the figures come from", page.fields.get(measure_source));
    add_links_fact("Part of", pages_of(site, page.fields.get(measure_of)), to);
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

std::string newest(const Page& page) {
  const DataTable* series = page.table("series");
  const auto points = series == nullptr ? std::vector<SeriesPoint>{} : read_series(*series);
  if (points.empty()) return page.table("breakdown") == nullptr ? "No figure yet" : "Several figures";
  return fmt::format("{}, {}", in_unit(page, points.back().value), points.back().period);
}

bool has_figures(const Page& page) { return page.table("series") != nullptr || page.table("breakdown") != nullptr; }

void measure_list(const std::vector<const Page*>& pages, const SiteView& site, Builder& to) {
  for (const bool has : {true, false}) {
    const auto belongs = [&](const Page* page) { return has_figures(*page) == has; };
    if (std::none_of(pages.begin(), pages.end(), belongs)) continue;
    to.heading(2, has ? "With figures" : "No figure yet", has ? "list-with-figures" : "list-no-figure");
    to.within(BlockKind::cards, [&] {
      for (const Page* page : pages)
        if (belongs(page)) add_card(*page, to, [&] {
          if (has) to.paragraph(newest(*page));
          if (is_long(pages)) add_values(*page, site, to);
        });
    });
  }
}

// Better or worse for families, from the first figure to the newest.
std::vector<FilterValue> ways_of(const Page& page, const SiteView&) {
  const DataTable* series = page.table("series");
  const auto points = series == nullptr ? std::vector<SeriesPoint>{} : read_series(*series);
  const std::string& direction = page.fields.get(good_way).word;
  if (points.size() < 2 || direction == "neither") return {{"not-known", "We cannot tell", 3}};
  const double change = points.back().value - points.front().value;
  if (change == 0) return {{"same", "The same", 2}};
  return {(change > 0) == (direction == "up") ? FilterValue{"better", "Better", 0} : FilterValue{"worse", "Worse", 1}};
}
std::vector<FilterValue> belongs_to(const Page& page, const SiteView& site) {
  std::vector<FilterValue> values;
  for (const Page* one : pages_of(site, page.fields.get(measure_of)))
    if (const std::string& short_title = one->fields.get(shared::short_title); true) values.push_back({slug(one->id), short_title.empty() ? one->title : short_title});
  return values;
}
const ListFilter way_filter{"way", "Better or worse", 1, ways_of};
const ListFilter belongs_filter{"part-of", "Part of", 3, belongs_to};

std::vector<DataTable> measure_downloads(const Page& page) {
  std::vector<DataTable> tables;
  if (const DataTable* series = page.table("series")) tables.push_back(*series);
  if (const DataTable* parts = page.table("breakdown")) tables.push_back(without_small_numbers(*parts, page.fields.get(measure_counts).word == "people"));
  return tables;
}

const TableInfo series_table{.name = "series", .says = "The numbers over time, the oldest first.", .columns = {"period", "date", "value", "part", "whole", "other", "note"}};
const TableInfo breakdown_table{.name = "breakdown", .says = "The number split up; a last row 'Total' is added up again.", .columns = {"what"}, .open = true};

}  // namespace

const Field<Ids>& field_measure_of() { return measure_of; }
std::string newest_figure(const Page& page) { return newest(page); }

const ContentType measure_type{
    .name = "measure",
    .folder = "measures",
    .title = "Measure",
    .many = "Measures",
    .says = "A number that is watched: one plain sentence, a chart, a table, and what it means.",
    .fields = {&measure_question, &measure_unit, &good_way, &measure_source, &measure_of, &compared_with, &measure_counts},
    .tables = {&series_table, &breakdown_table},
    .skeleton = "## What we count\n\nSay exactly what is counted, and what is left out.\n\n## Targets\n\n| By when | Target |\n| --- | --- |\n| March 2027 | 60% |\n\n"
                "## What it means\n\nSay what the number means for families.\n",
    .inspect = inspect_measure,
    .body = measure_body,
    .list = measure_list,
    .filters = {&topic_filter, &way_filter, &belongs_filter},
    .happened = nullptr,
    .downloads = measure_downloads,
    .weight_in_search = 60,
};

}  // namespace offer
