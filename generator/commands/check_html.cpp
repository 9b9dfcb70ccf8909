#include "commands/check_html.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"
#include "checks/html_checks.h"
#include "commands/explain.h"
#include "commands/printing.h"
#include "diagnose/codes.h"
#include "diagnose/print_github.h"
#include "diagnose/print_json.h"
#include "diagnose/print_sarif.h"
#include "diagnose/print_text.h"

namespace offer {

namespace {

bool is_html(std::string_view path) {
  const std::string small = lower(path);
  return small.ends_with(".html") || small.ends_with(".htm") || small.ends_with(".xhtml") || small.ends_with(".svg");
}

// The files to judge, each with its path as it was given.
std::vector<SourceFile> html_files_in(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return {read_file(path)};
  std::vector<SourceFile> files;
  for (SourceFile& file : read_tree(path)) {
    if (!is_html(file.path)) continue;
    file.path = (std::filesystem::path(path) / file.path).generic_string();
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

int check_html_files(const Arguments& arguments) {
  const std::vector<SourceFile> files = html_files_in(arguments.site);
  std::vector<Report> reports(files.size());
  parallel_for(files.size(), build_options(arguments).threads, [&](size_t i) {
    if (files[i].trouble.empty()) check_html(files[i].bytes, files[i].path, reports[i]);
    else reports[i].add(codes::unreadable_files, files[i].path, {}, files[i].trouble);
  });
  Report report;
  for (Report& one : reports) report.add_all(std::move(one));
  report.sort();
  const auto source_of = [&](std::string_view path) -> std::string_view {
    const auto found = std::find_if(files.begin(), files.end(), [&](const SourceFile& file) { return file.path == path; });
    return found == files.end() ? std::string_view{} : std::string_view(found->bytes);
  };
  if (arguments.format == "json") {
    std::cout << print_json(report);
  } else if (arguments.format == "github") {
    std::cout << print_github(report, {});
  } else if (arguments.format == "sarif") {
    std::cout << print_sarif(report, source_of, {.version = OFFER_VERSION, .folders = {}, .help_of = page_of_code});
  } else {
    const char* no_colour = std::getenv("NO_COLOR");
    PrintOptions options;
    options.colour = isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == 0);
    options.most_of_a_code = arguments.all ? 0 : 5;
    std::cout << print_text(report, source_of, options);
    std::cout << fmt::format("{} looked at: {}.\n", count_of(files.size(), "HTML file", "HTML files"), problems_in_words(report));
  }
  return report.has_errors() ? exit_status::content : exit_status::fine;
}

}  // namespace offer
