// yearly-report: the comments of each year and what was done about them, as regulation 56 of the SEND Regulations 2014 asks for.
#include <map>

#include "base/text.h"
#include "listings/feedback.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/update.h"

namespace offer {

namespace {

constexpr std::string_view about_words[][2]{{"content", "What help there is"},
                                            {"quality", "How good the help is"},
                                            {"gap", "What is missing"},
                                            {"accessibility", "How easy the information is to use"},
                                            {"development", "How families took part in making this"}};

void add_count_table(std::string_view first, std::string_view second, const std::vector<std::pair<std::string, size_t>>& rows, Builder& to) {
  to.within(BlockKind::table, [&] {
    to.within(BlockKind::row, [&] {
        for (const std::string_view cell : {first, second}) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
      }).number = 1;
    for (const auto& counted : rows)
      to.within(BlockKind::row, [&] {
        to.within(BlockKind::cell, [&] { to.add(BlockKind::text, counted.first); });
        to.within(BlockKind::cell, [&] { to.add(BlockKind::text, std::to_string(counted.second)); });
      });
  });
}

void yearly_list(const Page&, const SiteView& site, Builder& to) {
  std::map<int, std::vector<const Page*>, std::greater<>> years;
  for (const Page* page : updates_newest_first(site)) years[page->fields.get(update::said).year].push_back(page);
  if (years.empty()) {
    to.paragraph("There are no comments yet.");
    return;
  }
  const RoughDate newest = years.begin()->second.front()->fields.get(update::said);
  if (days_between(last_day(newest), site.today()) > 366)
    to.paragraph(fmt::format("The newest comment here is from {}. The law asks us to publish comments and answers at least once a year, so this report is late.", in_words(newest)));
  for (const auto& [year, pages] : years) {
    to.heading(2, std::to_string(year), fmt::format("list-{}", year));
    std::map<std::string, size_t> answers;
    std::vector<std::pair<std::string, size_t>> about, states;
    for (const Page* page : pages) ++answers[std::string(update::answer_words(*page))];
    for (const auto& [words, count] : answers) states.emplace_back(words, count);
    for (const auto& [word, words] : about_words) {
      size_t count = 0;
      for (const Page* page : pages)
        for (const std::string& one : page->fields.get(update::about).words) count += one == word;
      if (count > 0) about.emplace_back(words, count);
    }
    to.paragraph(fmt::format("{}. A comment can be about more than one thing.", count_of(pages.size(), "comment", "comments")));
    add_count_table("What it was about", "Comments", about, to);
    add_count_table("Our answer", "Comments", states, to);
    add_updates(pages, to);
  }
}

}  // namespace

const Listing yearly_report_listing{.name = "yearly-report", .says = "The comments of each year and what was done, as regulation 56 asks for.", .list = yearly_list};

}  // namespace offer
