// The table of checks on HTML: each asks one question of a page as browsers and assistive technology understand it, whoever wrote it.
//
// The same checks judge what we build (pipeline.cpp) and any file or folder (`local-offer check --html`). Those with ids in Code::act decide
// these rules of the W3C's ACT rules, and nothing else: the published cases are their yardstick (tests/run act).
// To add one: a Code, a function and a line in the table of its family's file, and a page in checks/docs/ with a wrong and a right example. Then make
// sure that checks/faultless.cpp passes no page in which it finds something, and name it there: until then every page is built into a tree.
#pragma once

#include <string>
#include <vector>

#include "diagnose/report.h"
#include "html/page.h"

namespace offer {

// What a check finds: at an element's start tag.
class HtmlFindings {
 public:
  explicit HtmlFindings(const html::Page& page) : page_(page) {}
  void add(const Code& code, html::NodeId element, std::string message, std::string help = {});

  struct Finding {
    const Code* code = nullptr;
    uint32_t offset = 0;  // of the element's '<', in bytes
    std::string message;
    std::string help;
  };
  const std::vector<Finding>& all() const { return all_; }

 private:
  static constexpr size_t most = 1000;  // of one page: more says nothing new
  const html::Page& page_;
  std::vector<Finding> all_;
};

struct HtmlCheck {
  const Code& code;
  void (*run)(const html::Page& page, HtmlFindings& found);
  bool ours_only = false;  // a promise that we make of our own pages, not a fault of others
};

struct HtmlFamily {
  std::string_view name;
  const std::vector<HtmlCheck>& (*checks)();
};
const std::vector<HtmlFamily>& html_families();

namespace html {
const std::vector<HtmlCheck>& name_checks();
const std::vector<HtmlCheck>& aria_checks();
const std::vector<HtmlCheck>& owned_checks();
const std::vector<HtmlCheck>& focus_checks();
const std::vector<HtmlCheck>& language_checks();
const std::vector<HtmlCheck>& page_checks();
const std::vector<HtmlCheck>& landmark_checks();
const std::vector<HtmlCheck>& table_checks();
const std::vector<HtmlCheck>& spacing_checks();
const std::vector<HtmlCheck>& form_checks();
const std::vector<HtmlCheck>& id_checks();
const std::vector<HtmlCheck>& media_checks();
}  // namespace html

// Runs them all over one page's source. ours: with the promises that we make of our own pages.
void run_html_checks(const html::Page& page, bool ours, HtmlFindings& found);

// Judges one HTML source: its findings in the report under `path`, with line and column in the source.
void check_html(std::string_view source, std::string_view path, Report& report);

// For messages: "<img>".
std::string tag_in_words(const html::Page& page, html::NodeId element);

}  // namespace offer
