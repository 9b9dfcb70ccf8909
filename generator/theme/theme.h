// Theme: a compiled frame and the files that go with it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/output.h"
#include "theme/template.h"

namespace offer {

struct Theme {
  Template page;
  std::string stylesheet;  // its address below the site's root: "/assets/council.1f2e3d4c5b.css"
  std::string icon;
  std::map<std::string, std::string, std::less<>> styles;   // "print.css" to its address: besides the stylesheet, where a page needs it
  std::map<std::string, std::string, std::less<>> scripts;  // "dates.js" to its address
  std::vector<OutputFile> assets;  // the files at those addresses
};

// Reads theme.yml, compiles templates/page.html against `schema`, shrinks the stylesheet. What is
// wrong is reported with paths that begin with "theme/".
Theme read_theme(const std::vector<SourceFile>& files, const Schema& schema, Report& report);

}  // namespace offer
