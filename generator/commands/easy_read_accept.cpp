// easy-read accept: writes down what the full page says now, so that later changes are noticed. Changes these two lines of the file and no other
// byte, and writes x.easy.lock beside it.
#include <iostream>

#include "base/failure.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/easy_read.h"
#include "diagnose/codes.h"
#include "model/following.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

struct AcceptedLine {
  size_t start = 0;
  size_t length = 0;  // with its line end
};

// The lines of the front matter, without the hyphens; `end` is where the closing ones begin.
std::vector<AcceptedLine> front_matter_lines(std::string_view bytes, size_t& end) {
  std::vector<AcceptedLine> lines;
  size_t at = bytes.find('\n') + 1;  // the page was loaded, so there is a first line of hyphens
  while (at < bytes.size()) {
    const size_t next = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(at, next - at);
    if (line.starts_with("---") && trim(line) == "---") break;
    lines.push_back({at, line.size()});
    at = next;
  }
  end = at;
  return lines;
}

// Sets `name` to `value`: in the place of the lines that it has, else before the closing hyphens.
void set_line(std::string& bytes, std::string_view name, const std::string& value) {
  const bool returns = bytes.find("\r\n") != std::string::npos && bytes.find("\r\n") == bytes.find('\n') - 1;
  const std::string line = fmt::format("{}: {}{}", name, value, returns ? "\r\n" : "\n");
  size_t end = 0;
  const auto lines = front_matter_lines(bytes, end);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!std::string_view(bytes).substr(lines[i].start, lines[i].length).starts_with(fmt::format("{}:", name))) continue;
    size_t length = lines[i].length;
    // A long value may go on over lines that are indented.
    for (size_t k = i + 1; k < lines.size() && (bytes[lines[k].start] == ' ' || bytes[lines[k].start] == '\t'); ++k) length += lines[k].length;
    bytes.replace(lines[i].start, length, line);
    return;
  }
  bytes.insert(end, line);
}

}  // namespace

int accept_full_page(const Arguments& arguments) {
  BuildOptions options = build_options(arguments);
  options.drafts = true;
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  const Page* easy = find_easy_read_page(prepared.site, arguments.page, arguments);
  if (easy == nullptr) return exit_status::usage;
  for (const Diagnostic& one : report.all())
    if (one.path == easy->path && one.code->severity == Severity::error &&
        (one.code == &codes::missing_front_matter || one.code == &codes::unclosed_front_matter || one.code == &codes::broken_yaml)) {
      std::cerr << fmt::format("local-offer: the settings of '{}' cannot be read, so nothing was written\n    help: See: local-offer check\n",
                               easy->path);
      return exit_status::usage;
    }
  const Page& full = prepared.site.pages[easy->twin];
  const auto lines = lines_to_follow(*easy, full);
  const std::string lock = lock_file_of(lines, full.path);
  const std::filesystem::path file = std::filesystem::path(arguments.site) / easy->path;
  const SourceFile source = read_file(file);
  if (!source.trouble.empty()) throw Failure(fmt::format("'{}' could not be read: {}", file.string(), source.trouble));
  std::string bytes(source.bytes);
  const bool again = easy->fields.has(shared::accepted);
  set_line(bytes, shared::accepted.name, hash_of(lines));
  if (easy->fields.get(shared::accepted) == hash_of(lines) && easy->accepted_lines == lock) {
    std::cout << fmt::format("'{}' was accepted before, and {} has not changed since. Nothing was written.\n", easy->path, full.path);
    return exit_status::fine;
  }
  set_line(bytes, shared::accepted_on.name, arguments.today);
  // The lock file first: alone it says nothing, and the page's own line counts.
  const std::filesystem::path beside = std::filesystem::path(arguments.site) / replace_all(easy->path, ".easy.md", ".easy.lock");
  if (std::filesystem::exists(beside)) replace_file(beside, lock);
  else write_file(beside, lock);
  replace_file(file, bytes);
  std::cout << fmt::format(
      "'{}' says what {} says: written down{} for {} of it, on {}.\nFrom now on 'local-offer check' tells you when one of them changes.\n",
      easy->path, full.path, again ? " again" : "", count_of(lines.size(), "line", "lines"), in_words(options.today));
  return exit_status::fine;
}

}  // namespace offer
