// list: every page, one a line: review date, kind, id, title.
#include <algorithm>
#include <iostream>
#include <set>

#include "base/text.h"
#include "commands/printing.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// Addresses that readers are given now and that the site's addresses.txt does not keep yet, one a line: for the end of that file.
int print_new_addresses(const Arguments& arguments) {
  const BuildOptions options = build_options(arguments);
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  std::set<std::string_view> kept;
  for (const KeptAddress& one : prepared.site.kept_addresses) kept.insert(one.address);
  std::set<std::string_view> fresh;
  for (const Page& page : prepared.site.pages)
    if (page.id != "not-found") fresh.insert(page.address);
  for (const std::string_view address : fresh)
    if (!kept.contains(address)) std::cout << address << '\n';
  return exit_status::fine;
}

int run_list(const Arguments& arguments) {
  if (arguments.addresses) return print_new_addresses(arguments);
  Arguments with_drafts = arguments;
  with_drafts.drafts = true;
  const BuildOptions options = build_options(with_drafts);
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  size_t shown = 0;
  std::cout << fmt::format("{:<11} {:<9} {:<15} {:<38} {}\n", "check by", "kind", "status", "id", "title");
  for (const Page& page : prepared.site.pages) {
    const bool dated = page.fields.has(shared::review_by);
    const bool overdue = dated && page.fields.get(shared::review_by) < options.today;
    if (arguments.overdue && !overdue) continue;
    const std::string& status = page.fields.get(shared::status).word;
    std::cout << fmt::format("{:<11} {:<9} {:<15} {:<38} {}\n",
                             (dated ? iso(page.fields.get(shared::review_by)) : std::string("-")) + (overdue ? "!" : ""),
                             page.easy_read ? "easy read" : page.type->name, status.empty() ? "published" : status,
                             page.easy_read ? page.path : page.id, page.title);
    ++shown;
  }
  std::cout << fmt::format("{}{}\n", count_of(shown, "page", "pages"),
                           arguments.overdue ? " past their review date." : ". '!' marks those past their review date.");
  if (report.has_errors()) std::cerr << fmt::format("The site has {}: see local-offer check.\n", problems_in_words(report));
  return exit_status::fine;
}

}  // namespace

const Command list_command{
    .name = "list",
    .says = "every page, one a line, drafts too",
    .options = {site_option,
                {.name = "--overdue", .value = "", .says = "only pages past their review date", .flag = &Arguments::overdue},
                {.name = "--addresses", .value = "", .says = "only addresses that addresses.txt does not keep yet", .flag = &Arguments::addresses},
                today_option, threads_option},
    .run = run_list,
};

}  // namespace offer
