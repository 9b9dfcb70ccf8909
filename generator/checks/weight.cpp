// Weight: pages that take long to arrive on an old phone with a weak signal.
#include "checks/weight.h"

#include "base/text.h"

namespace offer {

namespace {

const Code heavy_pages{"heavy-pages", Severity::warning, "pages that open on an old phone"};

constexpr size_t most_page_bytes = 150'000;
constexpr size_t bytes_a_second = 50'000;  // a weak mobile signal, about 400 kilobits a second, before compression

}  // namespace

void check_weight(const OutputFile& file, std::string_view path, Report& report) {
  if (!file.path.ends_with(".html") || file.bytes.size() <= most_page_bytes) return;
  report.add(heavy_pages, path, {},
             fmt::format("the built page weighs {} kB, and a phone with a weak signal may need {} seconds for it", file.bytes.size() / 1000, file.bytes.size() / bytes_a_second),
             "Cut it into several pages, one question each.");
}

const std::vector<const Code*>& weight_codes() {
  static const std::vector<const Code*> all{&heavy_pages};
  return all;
}

}  // namespace offer
