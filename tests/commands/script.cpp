#include "commands/script.h"

#include <stdio.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "kit.h"

namespace offer::script {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view content = "content/";

std::string in_quotes(const std::string& words) {
  return "'" + replace_all(words, "'", "'\\''") + "'";
}

// "in 0.01 s" becomes "in … s".
std::string without_times(std::string_view output) {
  std::string result;
  for (size_t at = 0; at < output.size();) {
    result += output[at++];
    if (!result.ends_with("in ") || at == output.size() || !is_digit(output[at])) continue;
    const size_t end = output.find_first_not_of("0123456789.", at);
    if (end == std::string_view::npos || !output.substr(end).starts_with(" s")) continue;
    result += "…";
    at = end;
  }
  return result;
}

class Player {
 public:
  explicit Player(std::string_view script) : lines_(split(script, '\n')) {}

  std::string play() {
    if (!has_file("content/site.yml"))
      for (const SourceFile& file : kit::inputs_of("").content)
        folder_.put(std::string(content) + file.path, file.bytes);
    for (size_t at = 0; at < lines_.size();) {
      const std::string_view line = lines_[at++];
      transcript_.append(line).append("\n");
      if (is_file(line)) {
        const size_t start = at;
        while (at < lines_.size() && !is_file(lines_[at]) && !is_command(lines_[at])) ++at;
        write(line.substr(3, line.size() - 6), {lines_.begin() + static_cast<std::ptrdiff_t>(start),
                                                lines_.begin() + static_cast<std::ptrdiff_t>(at)});
      } else if (is_command(line)) {
        transcript_ += output_of(std::string(line.substr(2)));
        while (at < lines_.size() && !is_file(lines_[at]) && !is_command(lines_[at])) ++at;
      }
    }
    return transcript_;
  }

 private:
  static bool is_file(std::string_view line) {
    return line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
  }
  static bool is_command(std::string_view line) { return line.starts_with("$ "); }

  bool has_file(std::string_view path) const {
    for (const std::string_view line : lines_)
      if (is_file(line) && line.substr(3, line.size() - 6) == path) return true;
    return false;
  }

  void write(std::string_view path, const std::vector<std::string_view>& lines) {
    std::string bytes;
    for (const std::string_view line : lines) bytes.append(line).append("\n");
    transcript_ += bytes;
    if (path.starts_with(content) && path.ends_with(".md")) {
      const std::string below(path.substr(content.size()));
      for (const SourceFile& file :
           kit::inputs_of(fmt::format("-- {} --\n{}", below, bytes)).content)
        // The kit reads the end of the string as one line more.
        if (file.path == below) bytes = file.bytes.substr(0, file.bytes.size() - 1);
    }
    folder_.put(path, bytes);
  }

  std::string output_of(const std::string& command) const {
    const std::string shell =
        fmt::format("cd {} && export LOCAL_OFFER_HOME={} PATH={}:\"$PATH\" && {{ {}\n}} 2>&1",
                    in_quotes(folder_.path().string()), in_quotes(kit::source_folder()),
                    in_quotes(program_folder()), command);
    FILE* pipe = ::popen(shell.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell");
    std::string output;
    char buffer[4096];
    for (size_t n = 0; (n = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, n);
    const int status = ::pclose(pipe);
    std::erase(output, '\r');
    output = replace_all(output, folder_.path().string(), "(here)");
    output = replace_all(output, kit::source_folder(), "(home)");
    output = without_times(output);
    if (!output.empty() && output.back() != '\n') output += "\n";
    if (WIFSIGNALED(status))
      output += fmt::format("(killed by signal {})\n", WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0)
      output += fmt::format("(exit {})\n", WEXITSTATUS(status));
    return output;
  }

  std::vector<std::string_view> lines_;
  TemporaryFolder folder_;
  std::string transcript_;
};

}  // namespace

std::string program_folder() {
  if (const char* set = std::getenv("LOCAL_OFFER_PROGRAM"); set != nullptr && *set != 0)
    return fs::absolute(set).parent_path().string();
  return fs::read_symlink("/proc/self/exe").parent_path().string();
}

std::string play(std::string_view script) {
  // The last line end of the string ends its last line.
  if (script.ends_with('\n')) script.remove_suffix(1);
  return Player(script).play();
}

}  // namespace offer::script
