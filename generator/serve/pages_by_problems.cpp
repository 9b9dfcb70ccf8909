#include "serve/pages_by_problems.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/escape.h"
#include "base/text.h"
#include "serve/problem_list.h"

namespace offer {

namespace {

struct Counts {
  size_t errors = 0;
  size_t warnings = 0;
  size_t looks = 0;

  void add(Severity severity) {
    switch (severity) {
      case Severity::error: ++errors; break;
      case Severity::warning: ++warnings; break;
      case Severity::look: ++looks; break;
    }
  }
  void add(const Counts& other) { errors += other.errors, warnings += other.warnings, looks += other.looks; }
  size_t all() const { return errors + warnings + looks; }
  auto operator<=>(const Counts&) const = default;
};

struct PageRow {
  const DeskPage* page;
  Counts counts;
};

constexpr size_t rows_at_once = 200;

std::string number_cell(size_t number) { return fmt::format("<td class=\"lo-figure{}\">{}</td>", number == 0 ? " lo-zero" : "", number); }

std::string counts_in_words(const Counts& counts) {
  std::vector<std::string> parts;
  if (counts.errors > 0) parts.push_back(fmt::format("{} that must be mended", counts.errors));
  if (counts.warnings > 0) parts.push_back(count_of(counts.warnings, "warning", "warnings"));
  if (counts.looks > 0) parts.push_back(fmt::format("{} to look at", counts.looks));
  return joined_words(parts);
}

// "plans/a.actions.csv" stands beside "plans/a.md".
std::string page_beside(std::string_view path) {
  const size_t slash = path.rfind('/');
  const size_t dot = path.find('.', slash == std::string_view::npos ? 0 : slash);
  return path.ends_with(".csv") && dot != std::string_view::npos ? std::string(path.substr(0, dot)) + ".md" : std::string();
}

}  // namespace

std::string pages_by_problems(const Desk& desk, std::string_view base, const SourceLinks& links, size_t from, bool& complete) {
  const std::vector<DeskPage> pages = desk.pages();
  const Desk::Problems problems = desk.problems();
  complete = problems.complete;

  std::vector<PageRow> rows;
  std::map<std::string_view, size_t> row_of;  // by the source's path: pages that are made out of it are not counted again
  for (const DeskPage& page : pages)
    if (row_of.emplace(page.path, rows.size()).second) rows.push_back({&page, {}});
  std::map<std::string, std::vector<Diagnostic>> elsewhere;
  Counts sum;
  for (const Diagnostic& one : problems.all) {
    auto row = row_of.find(one.path);
    if (row == row_of.end()) row = row_of.find(page_beside(one.path));
    if (row != row_of.end()) rows[row->second].counts.add(one.code->severity);
    else elsewhere[one.path].push_back(one);
    sum.add(one.code->severity);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PageRow& a, const PageRow& b) { return a.counts > b.counts; });
  const size_t with = static_cast<size_t>(std::count_if(rows.begin(), rows.end(), [](const PageRow& row) { return row.counts.all() > 0; }));

  std::string html;
  if (!problems.complete) html += "<p class=\"lo-note\"><strong>Not all pages have been checked yet.</strong> This list fills in by itself.</p>\n";
  html += sum.all() == 0 ? fmt::format("<p>Our checks found no problem on {}.</p>\n", count_of(rows.size(), "page", "pages"))
                         : fmt::format("<p>{}: {}. {} of {} {}.</p>\n", problems_counted(sum.all()), counts_in_words(sum), with, count_of(rows.size(), "page", "pages"), with == 1 ? "has any" : "have any");
  for (const auto& [path, found] : elsewhere) {
    html += fmt::format("<h2>{}</h2>\n", escaped(links.name(path)));
    html += problem_list({found, links, [&](std::string_view file) { return desk.source_text(file); }, {}, fmt::format("lo-{}-", slug(path))});
  }
  if (rows.empty()) return html;

  from = std::min(from / rows_at_once * rows_at_once, (rows.size() - 1) / rows_at_once * rows_at_once);
  const size_t to = std::min(from + rows_at_once, rows.size());
  html += "<div class=\"lo-wide\" role=\"region\" aria-labelledby=\"lo-table-title\" tabindex=\"0\">\n<table>\n<caption id=\"lo-table-title\">Pages, those with the worst problems first";
  if (rows.size() > rows_at_once) html += fmt::format(": {} to {} of {}", from + 1, to, rows.size());
  html += "</caption>\n<thead><tr><th scope=\"col\">Page</th><th scope=\"col\">Must be mended</th><th scope=\"col\">Warnings</th><th scope=\"col\">To look at</th><th scope=\"col\" class=\"lo-file\">File</th></tr></thead>\n<tbody>\n";
  for (size_t i = from; i < to; ++i) {
    const DeskPage& page = *rows[i].page;
    const std::string title = page.title.empty() ? "(a page without a title)" : page.title;
    html += fmt::format("<tr><th scope=\"row\"><a href=\"{}{}\">{}</a></th>{}{}{}<td class=\"lo-file\">{}</td></tr>\n", escaped(base), escaped(percent_encoded(std::string_view(page.address).substr(std::min<size_t>(1, page.address.size())))),
                        escaped(title), number_cell(rows[i].counts.errors), number_cell(rows[i].counts.warnings), number_cell(rows[i].counts.looks), escaped(links.name(page.path)));
  }
  html += "</tbody>\n</table>\n</div>\n";
  if (rows.size() > rows_at_once) {
    html += "<nav aria-label=\"More pages\"><ul class=\"lo-nav\">";
    if (from > 0) html += fmt::format("<li><a href=\"/-/pages/?from={}\">The {} before</a></li>", from - rows_at_once, rows_at_once);
    if (to < rows.size()) html += fmt::format("<li><a href=\"/-/pages/?from={}\">The next {}</a></li>", to, std::min(rows_at_once, rows.size() - to));
    html += "</ul></nav>\n";
  }
  return html;
}

}  // namespace offer
