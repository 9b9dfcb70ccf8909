// What the search index costs: makes that of a site again and again, and prints the medians of wall time and of CPU time of all threads, and by how
// much the program's memory grew at most.
//
//   offer-bench-search SITE [ROUNDS] [THREADS]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "pipeline.h"
#include "search/pieces.h"

namespace {

using namespace offer;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Of this process, in MB: as Linux counts it.
double memory(std::string_view what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(what)) return std::atof(line.c_str() + what.size()) / 1000;
  return 0;
}

struct Times {
  std::vector<double> wall;
  std::vector<double> cpu;
  double wall_from = 0;
  double cpu_from = 0;
  void begin() { wall_from = seconds_of(CLOCK_MONOTONIC), cpu_from = seconds_of(CLOCK_PROCESS_CPUTIME_ID); }
  void end() { wall.push_back(seconds_of(CLOCK_MONOTONIC) - wall_from), cpu.push_back(seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_from); }
  // The least of many is what the work costs where nobody disturbs it.
  std::string said(std::string_view name) const {
    return fmt::format("{:<10} {:.3f} s, at least {:.3f} s; {:.3f} s of CPU, at least {:.3f} s\n", name, median(wall), *std::min_element(wall.begin(), wall.end()), median(cpu),
                       *std::min_element(cpu.begin(), cpu.end()));
  }
};

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "Usage: offer-bench-search SITE [ROUNDS] [THREADS]\n";
    return 2;
  }
  const int rounds = count > 2 ? std::max(1, std::atoi(words[2])) : 5;
  const unsigned threads = count > 3 ? static_cast<unsigned>(std::max(1, std::atoi(words[3]))) : 2;
  Report report;
  const Inputs inputs = read_inputs(words[1]);
  const Prepared prepared = prepare(inputs, {.today = parse_date("2026-11-21").value(), .threads = threads, .checks = false}, report);
  const SiteView site(prepared.site, threads);
  Times all, gathering, joining, cutting;
  size_t files = 0, bytes = 0;
  std::string hash;
  std::ofstream("/proc/self/clear_refs") << "5";
  const double before = memory("VmRSS:");
  for (int round = 0; round < rounds; ++round) {
    all.begin(), gathering.begin();
    Vocabulary vocabulary;
    Gatherer gatherer(site, vocabulary);
    const std::vector<const Page*> pages = searched_pages(site);
    std::vector<PageWords> gathered(pages.size());
    parallel_for(pages.size(), threads, [&](size_t i) { gathered[i] = gatherer.gather(*pages[i]); });
    gathering.end(), joining.begin();
    const SearchIndex index = join_search_index(site, gatherer.ideas(), vocabulary, gathered);
    joining.end(), cutting.begin();
    const auto written = search_files(index, gathered, site, gatherer.filters());
    cutting.end(), all.end();
    files = written.size(), bytes = 0;
    std::string hashes;
    for (const OutputFile& file : written) bytes += file.bytes.size(), hashes += file.path + content_hash(file.bytes);
    hash = content_hash(hashes);
  }
  std::cout << fmt::format("{} pages, {} threads, {} rounds: {} files, {:.2f} MB, {}\n", prepared.site.pages.size(), threads, rounds, files, static_cast<double>(bytes) / 1e6, hash)
            << gathering.said("gathering") << joining.said("joining") << cutting.said("cutting") << all.said("together") << fmt::format("memory     +{:.0f} MB at most\n", memory("VmHWM:") - before);
}
