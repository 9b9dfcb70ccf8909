// coverage: how the site answers each point of Schedule 2, as data.
#include "base/escape.h"
#include "base/text.h"
#include "formats/formats.h"
#include "model/coverage.h"

namespace offer {

namespace {

std::vector<OutputFile> coverage_files(const SiteView& site, const Theme&) {
  std::string json = "[\n";
  bool first = true;
  for (const CoveredPoint& point : coverage_of(site)) {
    if (!first) json += ",\n";
    first = false;
    json += fmt::format("  {{\"point\": {}, \"asks\": {}, \"state\": {}, \"pages\": [", json_string(point.id), json_string(point.words), json_string(covered_name(point.state)));
    for (size_t i = 0; i < point.pages.size(); ++i) json += fmt::format("{}{}", i == 0 ? "" : ", ", json_string(site.whole_address(point.pages[i]->address)));
    json += "]}";
  }
  return only({"coverage.json", json + "\n]\n"});
}

}  // namespace

const Format coverage_format{
    .name = "coverage",
    .says = "how the site answers each point of Schedule 2, as data",
    .of_page = nullptr,
    .of_site = coverage_files,
};

}  // namespace offer
