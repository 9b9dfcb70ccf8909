// CodePages: what each finding is for, as pages of the preview: "/-/codes/broken-links/" shows checks/docs/broken-links.md. Read once, at the start.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diagnose/code.h"
#include "model/site_view.h"

namespace offer {

class CodePages {
 public:
  CodePages();

  // Title and body of the page of a code; false if there is no such code. site: any; only for how HTML is written.
  bool page(std::string_view code, const SiteView& site, std::string& title, std::string& body) const;
  // A list of them all.
  std::string list() const;

 private:
  std::map<std::string_view, std::string> docs_;  // by code, Markdown
};

}  // namespace offer
