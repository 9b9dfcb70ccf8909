#include "commands/changed_files.h"

#include "base/run_program.h"
#include "base/text.h"

namespace offer {

namespace {

ProgramRun git(const std::filesystem::path& site, std::vector<std::string> words) {
  std::vector<std::string> all{"git", "-C", site.string(), "-c", "core.fsmonitor=false", "--no-pager"};
  all.insert(all.end(), words.begin(), words.end());
  // Nothing is asked of a person or another machine, nothing is written, and messages come in English.
  return run_program(all, {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1"});
}

std::string first_line(std::string_view text) { return std::string(trim(text.substr(0, text.find('\n')))); }

void add_paths(std::string_view output, std::set<std::string>& to) {
  for (const std::string_view path : split(output, '\0'))
    if (!path.empty()) to.emplace(path);
}

}  // namespace

ChangedFiles changed_since(const std::filesystem::path& site, const std::string& revision) {
  ChangedFiles changed;
  const ProgramRun inside = git(site, {"rev-parse", "--is-inside-work-tree"});
  if (!inside.started) {
    changed.trouble = "git is not on this machine, so nobody knows what changed";
    changed.help = "Install git, or name pages one by one: --page ID";
    return changed;
  }
  if (inside.status != 0) {
    const bool no_repository = inside.errors.find("not a git repository") != std::string::npos;
    changed.trouble = no_repository ? fmt::format("'{}' is not kept in git, so nobody knows what changed", site.string())
                           : fmt::format("git does not open '{}': {}", site.string(), first_line(inside.errors));
    changed.help = "Without git, name pages one by one: --page ID";
    return changed;
  }
  const ProgramRun commit = git(site, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (commit.status != 0) {
    changed.trouble = fmt::format("git knows no revision '{}' here", revision);
    changed.help = "Name a branch, a tag or a commit: --changed-since main. A copy without its history has to fetch it first.";
    return changed;
  }
  std::string from = first_line(commit.output);
  // Where the present work left that branch: what others have done on it since is not ours to mend.
  if (const ProgramRun base = git(site, {"merge-base", from, "HEAD"}); base.status == 0) from = first_line(base.output);
  const ProgramRun differing = git(site, {"diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative", "-z", from, "--", "."});
  const ProgramRun fresh = git(site, {"ls-files", "--others", "--exclude-standard", "-z", "--", "."});
  if (differing.status != 0 || fresh.status != 0) {
    changed.trouble = fmt::format("git could not compare: {}", first_line(differing.status != 0 ? differing.errors : fresh.errors));
    return changed;
  }
  add_paths(differing.output, changed.paths);
  add_paths(fresh.output, changed.paths);
  return changed;
}

}  // namespace offer
