#include "commands/printing.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

#include "base/terminal.h"
#include "base/text.h"

namespace offer {

BuildOptions build_options(const Arguments& arguments) {
  const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  return {.today = parse_date(arguments.today).value(),
          .drafts = arguments.drafts,
          .threads = arguments.threads > 0 ? static_cast<unsigned>(arguments.threads) : machine,
          .checks = !arguments.no_checks,
          .search = !arguments.no_search};
}

ShownFolders shown_folders(const Inputs& inputs, const Arguments& arguments) {
  std::string folder = arguments.site;
  if (!folder.empty() && folder.back() != '/') folder += '/';
  return {.site = folder == "./" ? "" : folder, .theme = inputs.theme_folder, .rules = home_folder().string() + "/"};
}

SourceOf source_of(const Inputs& inputs) {
  // By the whole path, made once: there may be a finding in every file of a large site.
  auto known = std::make_shared<ByName<std::string_view>>();
  for (const SourceFile& file : inputs.content) known->emplace(file.path, file.bytes);
  for (const SourceFile& file : inputs.easy_read) known->insert_or_assign("easy-read/" + file.path, file.bytes);
  for (const SourceFile& file : inputs.theme) known->insert_or_assign("theme/" + file.path, file.bytes);
  return [known](std::string_view path) -> std::string_view {
    const auto found = known->find(path);
    return found == known->end() ? std::string_view{} : found->second;
  };
}

std::string findings(const Report& report, const Inputs& inputs, const Arguments& arguments, bool colour) {
  return print_text(report, source_of(inputs),
                    {.colour = colour, .most_of_a_code = arguments.all ? size_t{0} : size_t{5}, .folders = shown_folders(inputs, arguments)});
}

void print_findings(const Report& report, const Inputs& inputs, const Arguments& arguments) {
  std::cerr << findings(report, inputs, arguments, wants_colour(STDERR_FILENO));
}

std::string problems_in_words(const Report& report) {
  std::vector<std::string> parts;
  if (const size_t n = report.count(Severity::error); n > 0) parts.push_back(count_of(n, "error", "errors"));
  if (const size_t n = report.count(Severity::warning); n > 0) parts.push_back(count_of(n, "warning", "warnings"));
  if (const size_t n = report.count(Severity::look); n > 0) parts.push_back(fmt::format("{} to look at", n));
  return parts.empty() ? "no problems" : joined_words(parts);
}

}  // namespace offer
