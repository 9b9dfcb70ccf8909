// redirect: a small page at each old address that sends readers on, for servers that cannot do it themselves; and _redirects for those that can.
#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "formats/formats.h"

namespace offer {

namespace {

std::vector<OutputFile> redirect_files(const SiteView& site, const Theme&) {
  std::vector<OutputFile> files;
  std::string rules;
  for (const auto& [from, to] : site.redirects()) {
    const std::string address = escaped(site.href(to));
    const std::string whole = escaped(site.whole_address(to));
    std::string path = from.substr(1);
    if (path.ends_with('/')) path += "index.html";
    files.push_back({path, fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\" />\n"
                                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                                       "<title>This page has moved – {}</title>\n"
                                       "<meta http-equiv=\"refresh\" content=\"0; url={}\" />\n"
                                       "<meta name=\"robots\" content=\"noindex\" />\n"
                                       "<link rel=\"canonical\" href=\"{}\" />\n</head>\n<body>\n<main>\n<h1>This page has moved</h1>\n"
                                       "<p><a href=\"{}\">Go to the page</a></p>\n</main>\n</body>\n</html>\n",
                                       escaped(site.settings().language), escaped(site.settings().name), address, whole, address)});
    rules += fmt::format("{} {} 301\n", site.href(from), site.href(to));
  }
  if (!rules.empty()) files.push_back({"_redirects", std::move(rules)});
  return files;
}

}  // namespace

const Format redirect_format{
    .name = "redirect",
    .says = "a page at each old address that sends readers on",
    .of_page = nullptr,
    .of_site = redirect_files,
};

}  // namespace offer
