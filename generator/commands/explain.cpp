// explain: what a finding's code means, why it matters, a wrong and a right example; all of them in a list, or as a site.
#include "commands/explain.h"

#include <unistd.h>

#include <iostream>
#include <set>

#include "base/terminal.h"
#include "base/text.h"
#include "checks/all_codes.h"
#include "checks/checks.h"
#include "checks/style.h"
#include "diagnose/near_word.h"
#include "write/publish.h"

namespace offer {

std::vector<CodeFamily> families_of_codes() {
  std::vector<CodeFamily> families{{"Files, settings and links", {}}, {"Easy Read", {}}};
  std::set<const Code*> placed;
  for (const CheckFamily& family : check_families()) {
    std::string title(family.name);
    if (is_lower(title.front())) title.front() = static_cast<char>(title.front() - 'a' + 'A');
    const auto same = std::find_if(families.begin(), families.end(), [&](const CodeFamily& one) { return equal_ignoring_case(one.title, title); });
    CodeFamily& to = same != families.end() ? *same : families.emplace_back(CodeFamily{title, {}});
    for (const Check& check : family.checks())
      if (placed.insert(&check.code).second) to.codes.push_back(&check.code);
  }
  families.push_back({"Themes", {}});
  for (const Code* code : style_codes())
    if (placed.insert(code).second) families.back().codes.push_back(code);
  for (const Code* code : all_codes())
    if (placed.insert(code).second) families[code->name.starts_with("easy-read-") || code->serves.starts_with("ER-") ? 1 : 0].codes.push_back(code);
  std::erase_if(families, [](const CodeFamily& family) { return family.codes.empty(); });
  for (CodeFamily& family : families)
    std::sort(family.codes.begin(), family.codes.end(), [](const Code* a, const Code* b) { return a->name < b->name; });
  return families;
}

namespace {

int wrong_use_of_explain(const std::string& words, const std::string& help) {
  std::cerr << "local-offer: " << words << "\n    help: " << help << "\n";
  return exit_status::usage;
}

int list_codes() {
  size_t longest = 0;
  for (const Code* code : all_codes()) longest = std::max(longest, code->name.size());
  for (const CodeFamily& family : families_of_codes()) {
    std::cout << family.title << "\n";
    for (const Code* code : family.codes) std::cout << fmt::format("  {:<{}}  {:<7}  {}\n", code->name, longest, severity_word(code->severity), code->serves);
    std::cout << "\n";
  }
  std::cout << fmt::format("{}. An error: the site is not published. A warning: a reader may be lost. Look: a person must judge.\n",
                           count_of(all_codes().size(), "finding", "findings"));
  return exit_status::fine;
}

// The same pipeline as any site, with the theme that comes with the program.
int publish_site(const Arguments& arguments) {
  Inputs inputs = read_inputs_for(explained_as_site(parse_date(arguments.today).value()));
  const BuildOptions options = build_options(arguments);
  Publication publication(arguments.site_of_codes);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  produce(prepared, options, [&](OutputFile&& file) { publication.add(file); }, report);
  if (!report.all().empty()) {
    Arguments here = arguments;
    here.site = "./";
    print_findings(report, inputs, here);
  }
  if (report.has_errors()) {
    std::cerr << fmt::format("Not published: {}. This is our mistake: a page in generator/checks/docs does not pass its own checks.\n", problems_in_words(report));
    return exit_status::ourselves;
  }
  publication.publish();
  std::cout << fmt::format("{} in '{}'.\n", count_of(prepared.site.pages.size(), "page", "pages"), arguments.site_of_codes);
  return exit_status::fine;
}

int run_explain(const Arguments& arguments) {
  if (arguments.list) return list_codes();
  if (arguments.all && arguments.site_of_codes.empty()) return wrong_use_of_explain("say where the site of all findings goes", "local-offer explain --all --out checks");
  if (arguments.all) return publish_site(arguments);
  if (arguments.codes.empty()) return wrong_use_of_explain("say which finding: local-offer explain CODE", "All of them: local-offer explain --list");
  std::vector<const Code*> codes;
  for (const std::string& name : arguments.codes) {
    const Code* code = find_code(name);
    if (code == nullptr) {
      std::vector<std::string_view> names;
      for (const Code* one : all_codes()) names.push_back(one->name);
      const std::string near = did_you_mean(name, names);
      return wrong_use_of_explain(fmt::format("there is no finding called '{}'", name), near.empty() ? "All of them: local-offer explain --list" : near);
    }
    codes.push_back(code);
  }
  for (size_t i = 0; i < codes.size(); ++i)
    std::cout << (i > 0 ? "\n\n" : "") << explained_in_text(*codes[i], terminal_width(STDOUT_FILENO), wants_colour(STDOUT_FILENO));
  return exit_status::fine;
}

}  // namespace

const Command explain_command{
    .name = "explain",
    .says = "what a finding's code means, with a wrong and a right example",
    .options = {{.name = "CODE", .value = "CODE", .says = "for example broken-links; several in a row", .texts = &Arguments::codes},
                {.name = "--list", .value = "", .says = "every code in a table: how bad it is and what it serves", .flag = &Arguments::list},
                {.name = "--all", .value = "", .says = "make a small site of all of them", .flag = &Arguments::all},
                {.name = "--out", .value = "DIR", .says = "where that site goes", .text = &Arguments::site_of_codes},
                today_option},
    .run = run_explain,
};

}  // namespace offer
