#include "base/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/failure.h"

extern char** environ;

namespace offer {

namespace {

// A pipe, closed when it is done with.
struct Pipe {
  int from = -1;
  int to = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Failure("the machine has no room to start another program");
    from = ends[0];
    to = ends[1];
  }
  ~Pipe() {
    close(from);
    close(to);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

// Reads both pipes to their ends, by turns, so that the program never waits for us to read the other one.
void read_both(Pipe& first, std::string& first_bytes, Pipe& second, std::string& second_bytes) {
  std::array<char, 16384> piece{};
  while (first.from >= 0 || second.from >= 0) {
    std::array<pollfd, 2> ends{pollfd{first.from, POLLIN, 0}, pollfd{second.from, POLLIN, 0}};
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
    for (size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      const ssize_t got = ::read(ends[i].fd, piece.data(), piece.size());
      if (got > 0) (i == 0 ? first_bytes : second_bytes).append(piece.data(), static_cast<size_t>(got));
      else if (got == 0 || errno != EINTR) Pipe::close(i == 0 ? first.from : second.from);
    }
  }
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& words, const std::vector<std::string>& settings) {
  std::vector<std::string> arguments = words;
  std::vector<std::string> surroundings = settings;
  for (char** one = environ; *one != nullptr; ++one) {
    const std::string_view entry(*one);
    bool replaced = false;
    for (const std::string& setting : settings) replaced = replaced || entry.starts_with(setting.substr(0, setting.find('=') + 1));
    if (!replaced) surroundings.emplace_back(entry);
  }
  Pipe output;
  Pipe errors;
  posix_spawn_file_actions_t actions;
  if (::posix_spawn_file_actions_init(&actions) != 0) throw Failure("the machine has no room to start another program");
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output.to, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, errors.to, STDERR_FILENO);
  pid_t child = -1;
  const int error = ::posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr, pointers_to(arguments).data(), pointers_to(surroundings).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ProgramRun run;
  if (error == EAGAIN || error == ENOMEM) throw Failure("the machine has no room to start another program");
  if (error != 0) return run;
  run.started = true;
  Pipe::close(output.to);
  Pipe::close(errors.to);
  read_both(output, run.output, errors, run.errors);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

}  // namespace offer
