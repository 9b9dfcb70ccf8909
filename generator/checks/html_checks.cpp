#include "checks/html_checks.h"

#include "base/text.h"

namespace offer {

void HtmlFindings::add(const Code& code, html::NodeId element, std::string message, std::string help) {
  if (all_.size() < most) all_.push_back({&code, page_.tree[element].offset, std::move(message), std::move(help)});
}

const std::vector<HtmlFamily>& html_families() {
  static const std::vector<HtmlFamily> families{
      {"names", html::name_checks},         {"aria", html::aria_checks},   {"owned", html::owned_checks}, {"focus", html::focus_checks},
      {"language", html::language_checks},  {"page", html::page_checks},   {"landmarks", html::landmark_checks},
      {"tables", html::table_checks},       {"spacing", html::spacing_checks}, {"forms", html::form_checks},
      {"ids", html::id_checks},             {"media", html::media_checks},
  };
  return families;
}

void run_html_checks(const html::Page& page, bool ours, HtmlFindings& found) {
  for (const HtmlFamily& family : html_families())
    for (const HtmlCheck& check : family.checks())
      if (ours || !check.ours_only) check.run(page, found);
}

void check_html(std::string_view source, std::string_view path, Report& report) {
  const html::Page page(source);
  HtmlFindings found(page);
  run_html_checks(page, false, found);
  for (const HtmlFindings::Finding& one : found.all()) report.add(*one.code, path, page.tree.place(one.offset), one.message, one.help);
}

std::string tag_in_words(const html::Page& page, html::NodeId element) { return fmt::format("<{}>", page.tree[element].name); }

}  // namespace offer
