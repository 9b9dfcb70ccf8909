// What checks cost: builds a site in memory with all checks and with none, by turns, and prints the medians, their ratio, and the cost of a page.
//
//   offer-bench-checks SITE [ROUNDS] [THREADS]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "base/text.h"
#include "pipeline.h"

namespace {

using namespace offer;

double seconds_of_build(const Inputs& inputs, const BuildOptions& options, size_t& pages, size_t& findings) {
  const auto start = std::chrono::steady_clock::now();
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  produce(prepared, options, [](OutputFile&&) {}, report);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  pages = prepared.site.pages.size();
  findings = report.all().size();
  return seconds.count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "Usage: offer-bench-checks SITE [ROUNDS] [THREADS]\n";
    return 2;
  }
  const int rounds = count > 2 ? std::max(1, std::atoi(words[2])) : 5;
  const unsigned threads = count > 3 ? static_cast<unsigned>(std::max(1, std::atoi(words[3]))) : 2;
  const Inputs inputs = read_inputs(words[1]);
  std::vector<double> with;
  std::vector<double> without;
  size_t pages = 0;
  size_t findings = 0;
  for (int round = 0; round < rounds; ++round) {
    BuildOptions options{.today = parse_date("2026-11-21").value(), .threads = threads};
    options.checks = false;
    size_t unasked = 0;
    without.push_back(seconds_of_build(inputs, options, pages, unasked));
    options.checks = true;
    with.push_back(seconds_of_build(inputs, options, pages, findings));
  }
  const double cost = median(with) - median(without);
  std::cout << fmt::format("{} pages, {} threads, {} rounds, {} findings\n", pages, threads, rounds, findings)
            << fmt::format("without checks  {:.3f} s\nwith checks     {:.3f} s\n", median(without), median(with))
            << fmt::format("checks add      {:.0f} %, {:.0f} µs a page (CPU of all threads)\n", 100 * cost / median(without),
                           1e6 * cost * threads / static_cast<double>(std::max<size_t>(pages, 1)));
}
