// offer-robust: twenty minutes of a storm (tests/serve/storm.h) on a copy of a site. ./tests/run robust
//
//   offer-robust PROGRAM SITE
//
// OFFER_ROBUST_SECONDS (1200), OFFER_ROBUST_EDITS (no more than so many), OFFER_ROBUST_SEED (1).
#include <cstdlib>
#include <iostream>

#include "base/temporary_folder.h"
#include "serve/storm.h"

namespace {

uint64_t number(const char* name, uint64_t usual) {
  const char* text = std::getenv(name);
  return text == nullptr ? usual : std::stoull(text);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: offer-robust PROGRAM SITE\n";
    return 2;
  }
  const offer::TemporaryFolder folder;
  const offer::StormSettings settings{.program = words[1],
                                      .site = words[2],
                                      .folder = folder.path(),
                                      .time = std::chrono::seconds(number("OFFER_ROBUST_SECONDS", 1200)),
                                      .most_edits = number("OFFER_ROBUST_EDITS", 1'000'000),
                                      .seed = number("OFFER_ROBUST_SEED", 1)};
  std::cout << "For " << settings.time.count() << " seconds, seed " << settings.seed << ".\n" << std::flush;
  const offer::StormReport report = offer::storm(settings);
  std::cout << offer::in_words(report) << "\n" << (report.count_wrong == 0 ? "1 passed, 0 failed" : "0 passed, 1 failed") << "\n";
  return report.count_wrong == 0 ? 0 : 1;
}
