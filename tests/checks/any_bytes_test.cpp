// Checks of words end, and touch nothing that is not theirs, whatever bytes a page has. `build` leaves out pages that are no UTF-8, but the preview may have read half of
// them when a file changes.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "checks/checks.h"
#include "kit.h"
#include "model/site_view.h"
#include "pipeline.h"

namespace offer::any_bytes_test {

TEST_CASE("the checks of a page end whatever its bytes are") {
  const Inputs inputs = kit::real_inputs();
  Report report;
  Prepared prepared = prepare(inputs, {.today = *parse_date("2026-11-21")}, report);
  const SiteView site(prepared.site);
  std::mt19937 random(21);
  const std::string_view pieces[]{"A", "BC ", "Mr ", "9", "01/02/", "\xE2", "\x80", "\x99", "\xC2", "\xA3", "\xF0", "\xEE", " ", "\n", ". ", "(", ")", "-", "'", "the ", "EHCP", "@", "£"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (size_t n = random() % 400; n > 0; --n) {
      if (random() % 2 == 0) text += pieces[random() % std::size(pieces)];
      else text += static_cast<char>(random());
    }
    Arena arena;
    Page& page = prepared.site.pages[random() % prepared.site.pages.size()];
    if (page.view != nullptr) continue;
    Block document, paragraph, words;
    paragraph.kind = BlockKind::paragraph;
    paragraph.place = words.place = {9, 1, 0};
    words.kind = BlockKind::text;
    words.text = text;
    paragraph.append(&words);
    document.append(&paragraph);
    page.blocks = &document;
    Report found;
    run_checks(page, site, found);
    CHECK(found.all().size() < 2000);
    page.blocks = nullptr;
  }
}

}  // namespace offer::any_bytes_test
