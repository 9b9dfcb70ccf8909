// Runs a command and prints what it cost: seconds on the clock, seconds of the processor for itself and for the system, its largest memory in kB, and
// its exit status.
//
//   offer-bench-measured RECORD COMMAND...      what the command prints goes to the file RECORD
//
// It is a program of its own because the kernel counts the starter's memory as the command's own until the command is loaded: a script's 15 MB would hide
// what a small program needs.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

int main(int count, char** words) {
  if (count < 3) {
    std::fputs("Usage: offer-bench-measured RECORD COMMAND...\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int record = open(words[1], O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (record >= 0 && dup2(record, STDOUT_FILENO) >= 0 && dup2(record, STDERR_FILENO) >= 0) execvp(words[2], words + 2);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child) {
    std::perror(words[2]);
    return 3;
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const auto in_seconds = [](timeval time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
  std::printf("%.6f %.6f %.6f %ld %d\n", seconds.count(), in_seconds(used.ru_utime), in_seconds(used.ru_stime), used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}
