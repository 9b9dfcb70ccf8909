// Runs a command and prints what it cost: seconds on the clock, seconds of the processor for itself and for the system, its largest memory in kB,
// its exit status, and seconds of the processor for this program.
//
//   offer-bench-measured RECORD NEEDS COMMAND...      what the command prints goes to the file RECORD; NEEDS: MB
//
// NEEDS is how much memory the command and the files that it makes in a memory disk will take. Where our machine is one of many on another, the other takes
// back what nobody uses, and who asks for it again waits twenty times as long as for memory that was used just before. How much is still there depends on
// what ran before, and is soon used up: so a large site pays for memory that a small one finds. Therefore so much is asked for and written to beforehand, and
// given back bit by bit while the command takes it. 0: none.
//
// It is a program of its own because the kernel counts the starter's memory as the command's own until the command is loaded: a script's 15 MB would hide
// what a small program needs.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

namespace {

constexpr size_t slice = size_t{8} << 20;     // bytes that are given back at once
constexpr size_t margin = size_t{128} << 20;  // that nobody uses yet

size_t free_memory() {
  struct sysinfo now {};
  return sysinfo(&now) == 0 ? now.freeram * now.mem_unit : SIZE_MAX;
}

// Memory that was written to, and stays with us until others need it.
std::vector<void*> held(size_t bytes) {
  std::vector<void*> slices;
  for (size_t have = 0; have < bytes; have += slice) {
    void* const memory = mmap(nullptr, slice, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) break;
    madvise(memory, slice, MADV_HUGEPAGE);
    madvise(memory, slice, MADV_DONTFORK);  // the command has no share in it
    std::memset(memory, 1, slice);
    slices.push_back(memory);
  }
  return slices;
}

// So that as much is free as at first, and the margin, until the command has ended.
void give_back(std::vector<void*> slices, const std::atomic<bool>& ended) {
  const size_t at_first = free_memory();
  for (; !ended && !slices.empty(); std::this_thread::sleep_for(std::chrono::milliseconds(2)))
    for (size_t now = free_memory(); now < at_first + margin && !slices.empty(); now += slice) {
      munmap(slices.back(), slice);
      slices.pop_back();
    }
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::fputs("Usage: offer-bench-measured RECORD NEEDS COMMAND...\n", stderr);
    return 2;
  }
  std::vector<void*> slices = held(std::strtoull(words[2], nullptr, 10) * 1'000'000);
  std::atomic<bool> ended = false;
  std::thread giving([&] { give_back(std::move(slices), ended); });
  if (words[2][0] != '0') std::this_thread::sleep_for(std::chrono::milliseconds(10));  // for the margin
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int record = open(words[1], O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (record >= 0 && dup2(record, STDOUT_FILENO) >= 0 && dup2(record, STDERR_FILENO) >= 0) execvp(words[3], words + 3);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  const bool failed = child < 0 || wait4(child, &status, 0, &used) != child;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  ended = true;
  giving.join();
  if (failed) {
    std::perror(words[3]);
    return 3;
  }
  const auto in_seconds = [](timeval time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
  rusage own{};
  getrusage(RUSAGE_SELF, &own);
  std::printf("%.6f %.6f %.6f %ld %d %.6f\n", seconds.count(), in_seconds(used.ru_utime), in_seconds(used.ru_stime), used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
              in_seconds(own.ru_utime) + in_seconds(own.ru_stime));
}
