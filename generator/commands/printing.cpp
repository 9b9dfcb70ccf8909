#include "commands/printing.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <algorithm>
#include <thread>

#include "base/text.h"
#include "diagnose/print_text.h"
#include "load/settings.h"

namespace offer {

BuildOptions build_options(const Arguments& arguments) {
  const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  return {.today = parse_date(arguments.today).value(),
          .drafts = arguments.drafts,
          .threads = arguments.threads > 0 ? static_cast<unsigned>(arguments.threads) : machine};
}

std::string findings(const Report& report, const Inputs& inputs, const Arguments& arguments, bool colour) {
  std::string folder = arguments.site;
  if (!folder.empty() && folder.back() != '/') folder += '/';
  const auto source_of = [&](std::string_view path) -> std::string_view {
    if (path.starts_with("easy-read/"))
      if (const SourceFile* rules = find_file(inputs.easy_read, path.substr(10))) return rules->bytes;
    const bool of_theme = path.starts_with("theme/");
    const SourceFile* file = of_theme ? find_file(inputs.theme, path.substr(6)) : find_file(inputs.content, path);
    return file == nullptr ? std::string_view{} : std::string_view(file->bytes);
  };
  return print_text(report, source_of,
                    {.colour = colour,
                     .most_of_a_code = arguments.all ? size_t{0} : size_t{5},
                     .site_folder = folder == "./" ? "" : folder,
                     .theme_folder = inputs.theme_folder,
                     .rules_folder = home_folder().string() + "/"});
}

void print_findings(const Report& report, const Inputs& inputs, const Arguments& arguments) {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool colour = isatty(STDERR_FILENO) != 0 && (no_colour == nullptr || *no_colour == 0);
  std::cerr << findings(report, inputs, arguments, colour);
}

std::string problems_in_words(const Report& report) {
  std::vector<std::string> parts;
  if (const size_t n = report.count(Severity::error); n > 0) parts.push_back(count_of(n, "error", "errors"));
  if (const size_t n = report.count(Severity::warning); n > 0) parts.push_back(count_of(n, "warning", "warnings"));
  if (const size_t n = report.count(Severity::look); n > 0) parts.push_back(fmt::format("{} to look at", n));
  return parts.empty() ? "no problems" : joined_words(parts);
}

}  // namespace offer
