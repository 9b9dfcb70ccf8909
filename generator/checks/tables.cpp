// Tables: every column says what it holds.
#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

void without_header(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PagePart& table : parts.tables) {
    const Block& block = *table.block;
    if (block.first == nullptr) continue;
    int column = 0;
    for (const Block& cell : children(*block.first)) {
      ++column;
      if (!trim(plain_text(cell)).empty()) continue;
      report.add(codes::tables_without_header, page.path, block.place, fmt::format("column {} of this table has no heading", column),
                 "Write in the table's first row what the column holds.");
    }
  }
}

}  // namespace

const std::vector<Check>& table_checks() {
  static const std::vector<Check> checks{{codes::tables_without_header, without_header}};
  return checks;
}

}  // namespace offer
