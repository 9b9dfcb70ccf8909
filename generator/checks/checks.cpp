#include "checks/checks.h"

#include <map>
#include <set>

#include "base/text.h"
#include "checks/all_codes.h"
#include "checks/easy_read_page.h"
#include "checks/plain_page.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"

namespace offer {

const std::vector<CheckFamily>& check_families() {
  static const std::vector<CheckFamily> families{
      {"headings", heading_checks},
      {"links", link_checks},
      {"pictures", picture_checks},
      {"tables", table_checks},
      {"words", word_checks},
      {"dates", date_checks},
      {"ended", ended_checks},
      {"placeholders", placeholder_checks},
      {"identity", identity_checks},
      {"heading words", heading_word_checks},
      {"link targets", link_target_checks},
      {"contacts", contact_checks},
      {"picture files", picture_file_checks},
      {"table shapes", table_shape_checks},
      {"lists", list_checks},
      {"language", language_checks},
      {"media", media_checks},
      {"written dates", written_date_checks},
  };
  return families;
}

void run_checks(const Page& page, const SiteView& site, Report& report) {
  if (page.type->check != nullptr && !page.easy_read) page.type->check(page, site, report);
  const PageParts parts(page);
  for (const CheckFamily& family : check_families())
    for (const Check& check : family.checks()) check.run(page, site, parts, report);
  check_easy_read(page, site, report);
  check_plain_english(page, site, report);
}

namespace {
// The page's own file and those of its tables.
std::vector<std::string_view> paths_of(const Page& page) {
  std::vector<std::string_view> paths{page.path};
  for (const DataTable& table : page.tables) paths.emplace_back(table.path);
  return paths;
}
}  // namespace

void leave_out_allowed(const std::vector<Page>& pages, Report& report) {
  std::map<std::string_view, std::set<std::string, std::less<>>> allowed;
  Report wrong;
  std::vector<std::string_view> known;
  for (const Code* code : all_codes()) known.push_back(code->name);
  for (const Page& page : pages) {
    if (page.view != nullptr) continue;
    for (const std::string& entry : page.fields.get(shared::allow)) {
      const std::string_view code = trim(std::string_view(entry).substr(0, entry.find(':')));
      const std::string_view reason = entry.find(':') == std::string::npos ? "" : trim(std::string_view(entry).substr(entry.find(':') + 1));
      const Place place = page.fields.place_of(shared::allow);
      if (find_code(code) == nullptr)
        wrong.add(codes::unknown_choices, page.path, place, fmt::format("there is no finding called '{}'", code), did_you_mean(code, known));
      else if (find_code(code)->severity == Severity::error)
        wrong.add(codes::wrong_values, page.path, place, fmt::format("'{}' is an error, and errors cannot be allowed", code),
                  "Mend what it names: readers would be lost otherwise.");
      else if (reason.empty())
        wrong.add(codes::wrong_values, page.path, place, fmt::format("'{}' is allowed without a reason", code),
                  fmt::format("Say why: allow: [\"{}: the reason\"]", code));
      else
        for (const std::string_view path : paths_of(page)) allowed[path].emplace(code);
    }
  }
  if (allowed.empty() && wrong.all().empty()) return;
  Report kept;
  for (const Diagnostic& one : report.all()) {
    const auto page = allowed.find(one.path);
    if (page != allowed.end() && page->second.contains(one.code->name) && one.code->severity != Severity::error) continue;
    kept.add(*one.code, one.path, one.place, one.message, one.help);
  }
  kept.add_all(std::move(wrong));
  report = std::move(kept);
}

}  // namespace offer
