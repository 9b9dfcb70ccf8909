// The rules of plain English: which families there are, and on which pages they are asked.
#include <algorithm>

#include "base/language.h"
#include "base/spelling.h"
#include "base/text.h"
#include "checks/plain_page.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"

namespace offer {

const std::vector<PlainFamily>& plain_families() {
  static const std::vector<PlainFamily> families{
      {"sentences", plain_sentence_checks}, {"plain words", plain_word_checks}, {"style", plain_style_checks},
      {"numbers", plain_number_checks},     {"spelling", spelling_checks},
  };
  return families;
}

void check_plain_english(const Page& page, const SiteView& site, Report& report) {
  const PlainEnglish& rules = site.plain_english();
  if (page.easy_read || rules.is_left_out("all") || !is_english(site.language_of(page))) return;
  const std::string& status = page.fields.get(shared::status).word;
  if ((page.type->name == "paper" && !page.is_index) || status == "superseded" || status == "withdrawn") return;
  const PlainPage plain(page, site);
  for (const PlainFamily& family : plain_families())
    for (const PlainCheck& check : family.checks())
      if (rules.leave_out.empty() || !rules.is_left_out(check.code.name)) check.run(plain, report);
}

void check_plain_rules(const SiteView& site, Report& report) {
  std::vector<std::string_view> names{"all"};
  for (const PlainFamily& family : plain_families())
    for (const PlainCheck& check : family.checks()) names.push_back(check.code.name);
  for (const PlainEnglish::LeftOut& one : site.plain_english().leave_out)
    if (std::find(names.begin(), names.end(), one.name) == names.end())
      report.add(codes::unknown_choices, "easy-read/plain-english/rules.yml", one.place, fmt::format("there is no finding of plain English called '{}'", one.name),
                 did_you_mean(one.name, names));
  if (!site.plain_english().is_left_out("all") && !site.plain_english().is_left_out("spelling") && !can_spell())
    report.add(codes::missing_dictionaries, "easy-read/plain-english/rules.yml", {}, "this machine has no British dictionary, so spelling was not looked at",
               "Install the package hunspell-en-gb.");
}

}  // namespace offer
