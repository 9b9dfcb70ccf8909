#include "checks/all_codes.h"

#include <algorithm>

#include "checks/checks.h"
#include "checks/html_checks.h"
#include "checks/plain_page.h"
#include "checks/site_checks.h"
#include "checks/style.h"
#include "checks/weight.h"
#include "diagnose/codes.h"

namespace offer {

const std::vector<const Code*>& all_codes() {
  static const std::vector<const Code*> all = [] {
    std::vector<const Code*> codes = shared_codes();
    for (const auto& family : check_families())
      for (const Check& check : family.checks())
        if (std::find(codes.begin(), codes.end(), &check.code) == codes.end()) codes.push_back(&check.code);
    for (const HtmlFamily& family : html_families())
      for (const HtmlCheck& check : family.checks()) codes.push_back(&check.code);
    for (const PlainFamily& family : plain_families())
      for (const PlainCheck& check : family.checks()) codes.push_back(&check.code);
    for (const SiteCheckFamily family : site_check_families())
      for (const SiteCheck& check : family())
        if (std::find(codes.begin(), codes.end(), &check.code) == codes.end()) codes.push_back(&check.code);
    for (const auto* of_family : {&style_codes(), &weight_codes()}) codes.insert(codes.end(), of_family->begin(), of_family->end());
    return codes;
  }();
  return all;
}

const Code* find_code(std::string_view name) {
  for (const Code* code : all_codes())
    if (code->name == name) return code;
  return nullptr;
}

}  // namespace offer
