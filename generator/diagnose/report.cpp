#include "diagnose/report.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace offer {

void Report::add(const Code& code, std::string_view path, Place place, std::string message,
                 std::string help) {
  all_.push_back({&code, std::string(path), place, std::move(message), std::move(help)});
}

void Report::add_all(Report&& other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
  other.all_.clear();
}

void Report::sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.path, d.place.line, d.place.column, d.code->name, d.message);
  };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  all_.erase(std::unique(all_.begin(), all_.end(),
                         [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
             all_.end());
}

size_t Report::count(Severity severity) const {
  return static_cast<size_t>(std::count_if(
      all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.code->severity == severity; }));
}

}  // namespace offer
