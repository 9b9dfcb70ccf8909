// ShownPage: a page of the site as the preview answers it: its HTML in the way that was asked for, with marks and panel.
#pragma once

#include <memory>
#include <string>

#include "serve/answer.h"
#include "serve/desk.h"
#include "serve/panel.h"
#include "serve/published_site.h"

namespace offer {

struct ShownPage {
  int status = 200;
  std::string html;
  std::string have;     // the fingerprint of all that can be seen in it
  std::string news;     // of what an editor should be told of: the page's own bytes and its problems
  std::string page_id;  // of the site's page; or empty
  Rules rules = Rules::usual;
  bool still_working = false;  // it will know more without a change of any file
};

// What the making of a page needs besides the page. All of it outlives the page.
struct PageSurroundings {
  const std::string& base;  // where the site lives
  bool drafts;              // shown unless a page asks for something else
  const SourceLinks& links;
  const PanelFiles& files;
  PublishedSite& published;
  bool still_working;       // the desk will know more without a change of any file, and nobody will say so
};

// file: what stands at the address, with status 200; or the site's page for what is not there, with 404, or nothing if it has no such page; or nothing,
// with 503: the site cannot be made.
ShownPage shown_page(const Desk& desk, const Question& question, const Asked& asked, const DeskFile* file, int status, const PageSurroundings& around);

// Does it keep every page from being made, if it is an error?
bool is_of_whole_site(const Diagnostic& problem);

// Puts in what lets the page follow changes. The fingerprint is of the page with its panel, so that a new problem is news too. with_messages: it has a
// panel, or a place for messages.
void make_live(ShownPage& page, bool with_messages, const PanelFiles& files);

}  // namespace offer
