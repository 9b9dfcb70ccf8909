// report reading: how hard each page looks by its counts, the hardest first. A trend, never a finding.
#include <algorithm>
#include <iostream>

#include "base/text.h"
#include "checks/page_reading.h"
#include "commands/report.h"

namespace offer {

namespace {

struct ReadingRow {
  const Page* page;
  ReadingCounts counts;
  ReadingMeasures measures;
};

int report_reading(const Prepared& prepared, const Arguments& arguments) {
  const SiteView view(prepared.site);
  std::vector<ReadingRow> rows;
  size_t too_short = 0;
  for (const Page& page : prepared.site.pages) {
    if (page.view != nullptr) continue;
    const ReadingCounts counts = reading_counts(page, view);
    if (const auto measures = reading_measures(counts)) rows.push_back({&page, counts, *measures});
    else ++too_short;
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ReadingRow& a, const ReadingRow& b) { return a.measures.grade > b.measures.grade; });
  if (arguments.csv) {
    std::cout << "page,grade,ari,lix,words,sentences,words_in_a_sentence\n";
    for (const ReadingRow& row : rows)
      std::cout << fmt::format("{},{:.1f},{:.1f},{:.0f},{},{},{:.1f}\n", row.page->path, row.measures.grade, row.measures.ari, row.measures.lix, row.counts.words,
                               row.counts.sentences, row.measures.words_in_a_sentence);
    return exit_status::fine;
  }
  std::cout << "grade   ARI  LIX  words  sentences  words a sentence  page\n";
  for (const ReadingRow& row : rows)
    std::cout << fmt::format("{:5.1f} {:5.1f} {:4.0f} {:6} {:10} {:17.1f}  {}\n", row.measures.grade, row.measures.ari, row.measures.lix, row.counts.words, row.counts.sentences,
                             row.measures.words_in_a_sentence, row.page->path);
  std::cout << fmt::format("{}; too short to score (under {} words): {}.\n", count_of(rows.size(), "page", "pages"), fewest_words_to_score, too_short);
  std::cout << "Grade is an American school year (Flesch-Kincaid); the age of a reader is about 5 more. These count lengths, not meaning: watch how they\n"
               "change, and ask people whether they understand.\n";
  return exit_status::fine;
}

}  // namespace

const ReportKind reading_report{"reading", "how hard each page looks by its counts, the hardest first", report_reading};

}  // namespace offer
