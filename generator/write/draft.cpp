#include "write/draft.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "base/failure.h"
#include "base/files.h"
#include "base/secret.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view draft_note = "draft.txt";
constexpr std::string_view until_word = "Last day: ";

std::optional<Date> end_of_draft(const fs::path& draft) {
  const FileBytes text = read_file(draft / draft_note).bytes;
  const size_t at = text.find(until_word);
  return at == std::string::npos ? std::nullopt : parse_date(std::string_view(text).substr(at + until_word.size(), 10));
}

// Until the end of the day. Apache compares texts, which dates written like this allow.
std::string for_apache(Date until) {
  return fmt::format(
      "# A draft: no search engine lists it, and after {0} it is gone.\n"
      "<IfModule mod_headers.c>\n"
      "  Header always set X-Robots-Tag \"noindex, nofollow\"\n"
      "</IfModule>\n"
      "<IfModule mod_rewrite.c>\n"
      "  RewriteEngine On\n"
      "  RewriteCond %{{TIME_YEAR}}-%{{TIME_MON}}-%{{TIME_DAY}} >{0}\n"
      "  RewriteRule ^ - [G]\n"
      "</IfModule>\n",
      iso(until));
}

constexpr std::string_view nothing_here =
    "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
    "<meta name=\"robots\" content=\"noindex\" />\n<title>Nothing to see here</title>\n</head>\n<body>\n<main>\n<h1>Nothing to see here</h1>\n"
    "<p>If somebody sent you an address, use the whole of it.</p>\n</main>\n</body>\n</html>\n";

}  // namespace

std::string draft_in(const fs::path& out, Date today) {
  std::error_code error;
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(out, error))
    if (is_secret(entry.path().filename().string()) && entry.is_directory(error)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string running;
  bool any = false;
  for (const std::string& name : names) {
    const std::optional<Date> end = end_of_draft(out / name);
    any |= end.has_value();
    if (running.empty() && end && *end >= today) running = name;
  }
  if (!any && fs::exists(out / "index.html", error))
    throw Failure(fmt::format("'{}' holds the finished site, and a draft there would take its place", out.string()), "Choose another folder: --out preview");
  return running;
}

std::vector<OutputFile> draft_files(std::string_view name, Date until) {
  return {{".htaccess", for_apache(until)},
          {"_headers", "/*\n  X-Robots-Tag: noindex, nofollow\n"},
          {"index.html", std::string(nothing_here)},
          {fmt::format("{}/{}", name, draft_note),
           fmt::format("This folder is a draft of a website, for people who were sent its address.\n{}{}\nDelete it after that day, if your server does not.\n", until_word,
                       iso(until))}};
}

}  // namespace offer
