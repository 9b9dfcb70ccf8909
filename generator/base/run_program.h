// run_program: another program, run to its end without a shell, so that no word of a person's can become a command.
#pragma once

#include <string>
#include <vector>

namespace offer {

struct ProgramRun {
  bool started = false;  // false: there is no such program, or it may not be run
  int status = 0;        // its exit status; 128 and more: ended by a signal
  std::string output;    // what it wrote to standard output
  std::string errors;    // and to standard error
};

// words: the program, looked for as a shell does (PATH), and its arguments. settings: put into its environment, "LC_ALL=C". Its standard input
// is empty. Waits until it ends. Throws Failure if the machine cannot start programs at all.
ProgramRun run_program(const std::vector<std::string>& words, const std::vector<std::string>& settings = {});

}  // namespace offer
