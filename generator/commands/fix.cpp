// fix: offers mends that a machine may make without changing what a page says; shows the difference, and changes files only with --write.
//
// The difference goes to standard output, where `patch` and `git apply` can read it; sentences go to standard error.
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <set>

#include "base/files.h"
#include "base/terminal.h"
#include "base/text.h"
#include "commands/chosen.h"
#include "commands/find_page.h"
#include "diagnose/near_word.h"
#include "mend/difference.h"
#include "mend/easier_words.h"
#include "mend/mend.h"
#include "model/following.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

int wrong_use_of_fix(const std::string& words, const std::string& help) {
  std::cerr << "local-offer: " << words << "\n    help: " << help << "\n";
  return exit_status::usage;
}

// "3 dates, 1 trailing-spaces"
std::string times_in_words(const std::map<std::string_view, size_t>& times) {
  std::vector<std::string> parts;
  for (const auto& [name, many] : times) parts.push_back(fmt::format("{} {}", many, name));
  return join(parts, ", ");
}

// The files that --page or PAGE names; nothing, after a message, if one is not there. An empty set: all of them.
bool choose(const Arguments& arguments, const Inputs& inputs, std::set<std::string>& files) {
  if (arguments.pages.empty()) return true;
  BuildOptions options = build_options(arguments);
  options.drafts = true;
  Report ignored;
  const Prepared prepared = prepare(inputs, options, ignored);
  for (const std::string& name : arguments.pages) {
    const Page* page = find_page(prepared.site, name, arguments);
    if (page == nullptr && std::filesystem::is_directory(name)) {
      wrong_use_of_fix(fmt::format("'{}' is a folder, and fix takes pages", name), fmt::format("For all pages of a site: local-offer fix --site {}", name));
      return false;
    }
    if (page == nullptr) {
      wrong_use_of_fix(fmt::format("there is no page '{}'", name), near_page(prepared.site, name, arguments));
      return false;
    }
    files.insert(page->path);
  }
  return true;
}

// Easy Read pages that were accepted for a full page that now has other words.
std::vector<std::string> to_compare_again(const Inputs& inputs, const std::vector<MendedFile>& mended, const BuildOptions& options) {
  std::map<std::string_view, const MendedFile*> changed;
  for (const MendedFile& file : mended) changed.emplace(file.path, &file);
  Inputs after = inputs;
  for (SourceFile& file : after.content)
    if (const auto one = changed.find(file.path); one != changed.end()) file.bytes = one->second->after;
  BuildOptions all = options;
  all.drafts = true;
  Report ignored;
  const Prepared before = prepare(inputs, all, ignored);
  const Prepared now = prepare(after, all, ignored);
  std::vector<std::string> pages;
  for (const Page& page : now.site.pages) {
    if (!page.easy_read || page.twin == none || !page.fields.has(shared::accepted) || !changed.contains(now.site.pages[page.twin].path)) continue;
    const auto old = before.site.page_by_path.number_of(page.path);
    if (!old) continue;
    const Page& old_page = before.site.pages[*old];
    if (old_page.twin == none) continue;
    if (hash_of(lines_to_follow(page, now.site.pages[page.twin])) != hash_of(lines_to_follow(old_page, before.site.pages[old_page.twin]))) pages.push_back(page.path);
  }
  return pages;
}

int run_fix(const Arguments& arguments) {
  std::vector<const Mend*> mends;
  for (const std::string& name : arguments.only) {
    std::vector<std::string_view> names;
    for (const Mend* mend : all_mends()) {
      names.push_back(mend->name);
      if (mend->name == name) mends.push_back(mend);
    }
    if (!mends.empty() && mends.back()->name == name) continue;
    const std::string near = did_you_mean(name, names);
    return wrong_use_of_fix(fmt::format("there is no mend '{}'", name), near.empty() ? fmt::format("The mends are: {}.", join({names.begin(), names.end()}, ", ")) : near);
  }
  const BuildOptions options = build_options(arguments);
  const Inputs inputs = read_inputs(arguments.site);
  std::set<std::string> files;
  if (!choose(arguments, inputs, files)) return exit_status::usage;
  const std::vector<MendedFile> mended = mended_pages(inputs, mends, {.easier_words = easier_words_in(inputs.easy_read)}, options.threads,
                                                      [&](const Page& page) { return files.empty() || files.contains(page.path); });
  const ShownFolders folders = shown_folders(inputs, arguments);
  size_t times = 0;
  size_t written = 0;
  for (const MendedFile& file : mended) {
    const std::string path = shown_path(file.path, folders);
    for (const auto& [name, many] : file.times) times += many;
    if (!arguments.write) std::cout << difference(path, file.before, file.after, wants_colour(STDOUT_FILENO));
    std::cout.flush();
    std::cerr << fmt::format("{}: {}\n", shown_in_terminal(path), times_in_words(file.times));
    if (!arguments.write) continue;
    if (replace_file_if(std::filesystem::path(arguments.site) / file.path, file.before, file.after)) ++written;
    else std::cerr << "    It changed while we were looking at it, so it was left as it is. Start again.\n";
  }
  if (mended.empty()) {
    std::cerr << "Nothing to mend.\n";
    return exit_status::fine;
  }
  const std::vector<std::string> easy = to_compare_again(inputs, mended, options);
  for (const std::string& page : easy)
    std::cerr << fmt::format("{}\n    help: Its full page {} other words now. Compare the two, then: local-offer easy-read accept {} --site {}\n", shown_path(page, folders),
                             arguments.write ? "has" : "would have", page, arguments.site);
  if (arguments.write)
    std::cerr << fmt::format("{} in {} made.\n", count_of(times, "mend", "mends"), count_of(written, "file", "files"));
  else
    std::cerr << fmt::format("{} in {} offered; nothing was written. To make them: the same with --write\n", count_of(times, "mend", "mends"),
                             count_of(mended.size(), "file", "files"));
  return exit_status::fine;
}

}  // namespace

const Command fix_command{
    .name = "fix",
    .says = "offer safe mends: dates, phone numbers, typed lists, long words, spaces",
    .options = {{.name = "PAGE", .value = "PAGE", .says = "only this page, by its id, file or address; several in a row", .texts = &Arguments::pages},
                {.name = "--write", .value = "", .says = "make the mends; without it they are only shown", .flag = &Arguments::write},
                {.name = "--only", .value = "MEND", .says = "only this mend; several with commas", .texts = &Arguments::only},
                {.name = "--site", .value = "DIR", .says = "the site's folder (content)", .text = &Arguments::site},
                today_option, threads_option},
    .run = run_fix,
};

}  // namespace offer
