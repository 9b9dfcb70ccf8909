// Panel: what the preview puts under a page for the editor: its problems, what there is to know of it, and other ways to see it.
//
// The panel is HTML made here, so it can be read without script; serve/panel/panel.js adds comfort and serve/panel/live.js keeps page and panel up
// to date. Its classes and ids all begin with "lo-", which belongs to the preview; themes keep away from it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "serve/page_facts.h"
#include "serve/panel_files.h"
#include "serve/problem_list.h"
#include "serve/ways.h"

namespace offer {

struct Panel {
  std::string address;                // of what is shown, with base path, without query: "/send/pathways/camhs/"
  const Asked* asked = nullptr;       // never null
  bool drafts_shown = false;          // as this page is asked for
  Date today;                         // the same
  std::optional<PageFacts> facts;     // nothing: there is no page at the address, or it is one of the preview's own
  std::vector<Diagnostic> problems;   // of this page
  std::vector<size_t> marks;          // see problem_marks.h
  // Why the page is not as its files are now, or is not there: a sentence with a capital and a full stop; or empty.
  std::string trouble;
  std::string trouble_link;           // where that leads on, or empty: an address and its words
  std::string trouble_link_words;
  std::string compared;               // what is known of the published page, a sentence; or empty
  bool with_changes = false;          // there is a page to compare with the published one
};

// source_text: of a file by its path in a finding.
std::string panel_html(const Panel& panel, const SourceLinks& links, const std::function<std::string(std::string_view)>& source_text);

// For the head of a page: the style sheet of the panel and of the marks.
std::string panel_sheet(const PanelFiles& files);

// The link to the panel that stands first in a page.
std::string_view link_to_panel();

}  // namespace offer
