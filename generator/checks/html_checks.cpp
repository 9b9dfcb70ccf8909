#include "checks/html_checks.h"

#include "base/text.h"

namespace offer {

void HtmlFindings::add(const Code& code, html::NodeId element, std::string message, std::string help) {
  if (all_.size() < most) all_.push_back({&code, page_.tree[element].offset, std::move(message), std::move(help)});
}

const std::vector<HtmlFamily>& html_families() {
  static const std::vector<HtmlFamily> families{
      {"names", html_name_checks},         {"aria", html_aria_checks},   {"owned", html_owned_checks}, {"focus", html_focus_checks},
      {"language", html_language_checks},  {"page", html_page_checks},   {"landmarks", html_landmark_checks},
      {"tables", html_table_checks},       {"spacing", html_spacing_checks}, {"forms", html_form_checks},
      {"ids", html_id_checks},             {"media", html_media_checks},
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
