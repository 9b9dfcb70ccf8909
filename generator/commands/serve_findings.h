// ServeFindings: what `serve` prints while somebody works: the findings that a change brought, how many it mended, how many there are.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "diagnose/print_text.h"
#include "diagnose/report.h"

namespace offer {

class ServeFindings {
 public:
  explicit ServeFindings(PrintOptions printing) : printing_(std::move(printing)) {}

  // What there is to say since the last time; the first time, of all findings. Empty if it is the same.
  std::string news(const std::vector<Diagnostic>& all, const std::function<std::string(std::string_view)>& text_of);

 private:
  // Code, path, words. Not the line, which moves with every change above it.
  using Known = std::multiset<std::tuple<std::string_view, std::string, std::string>>;

  PrintOptions printing_;
  Known known_;
  bool told_ = false;
};

}  // namespace offer
