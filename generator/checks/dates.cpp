// Dates: what the page says is still true.
#include <algorithm>

#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

void overdue_reviews(const Page& page, const SiteView& site, const PageParts&, Report& report) {
  if (page.easy_read || !page.fields.has(shared::review_by)) return;
  const Date by = page.fields.get(shared::review_by);
  const std::string& status = page.fields.get(shared::status).word;
  if (by >= site.today() || status == "superseded" || status == "withdrawn") return;
  report.add(codes::overdue_reviews, page.path, page.fields.place_of(shared::review_by),
             fmt::format("this page should have been checked by {}", in_words(by)),
             "Check that everything on it is true, then set 'reviewed' to today and 'review_by' to a later day.");
}

const std::vector<std::string_view> date_kinds{"meeting", "milestone", "deadline", "publication"};
const std::vector<std::string_view> date_states{"done", "not-known", "planned", "cancelled", "missed"};

void wrong_days(const Page& page, const SiteView&, const PageParts&, Report& report) {
  const DataTable* table = page.table("dates");
  if (table == nullptr) return;
  for (size_t r = 0; r < table->rows.size(); ++r) {
    const DataRow& row = table->rows[r];
    const auto wrong = [&](std::string_view column, std::string words, std::string help) {
      report.add(codes::wrong_values, table->path, table->cell(row, column).place, fmt::format("row {}, column '{}': {}", r + 2, column, words), std::move(help));
    };
    const auto one_of = [&](std::string_view column, const std::vector<std::string_view>& choices, bool may_be_empty) {
      const std::string_view text = table->text(row, column);
      if ((text.empty() && may_be_empty) || std::find(choices.begin(), choices.end(), text) != choices.end()) return;
      const auto near = near_word(text, choices);
      wrong(column, fmt::format("it cannot be '{}'", text), near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("It can be {}.", joined_words({choices.begin(), choices.end()})));
    };
    const auto date = parse_rough_date(table->text(row, "date"));
    if (!date) wrong("date", fmt::format("'{}' is not a year, a month or a day that exists", table->text(row, "date")), "Write 2024, 2024-09 or 2024-09-23.");
    if (table->text(row, "what").empty()) wrong("what", "it says nothing", "Say in plain words what happens on that day.");
    one_of("kind", date_kinds, false);
    one_of("state", date_states, true);
    const std::string_view by = table->text(row, "take_part_by");
    if (by.empty()) continue;
    if (const auto day = parse_date(by); !day) wrong("take_part_by", fmt::format("'{}' is not a day that exists", by), "Write year-month-day: 2024-09-20. Or leave it empty.");
    else if (date && *day > last_day(*date)) wrong("take_part_by", "people would have to speak up after the day itself", "It is a day before 'date'.");
  }
}

}  // namespace

const std::vector<Check>& date_checks() {
  static const std::vector<Check> checks{{codes::overdue_reviews, overdue_reviews}, {codes::wrong_values, wrong_days}};
  return checks;
}

}  // namespace offer
