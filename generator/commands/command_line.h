// The command line: words in, a command with its arguments out.
#pragma once

#include <string>
#include <vector>

#include "commands/command.h"

namespace offer {

// Runs the command that `words` (without the program's name) ask for and returns its exit status. Help and usage messages go to standard
// output and standard error. `today`: what --today is when it is not given. `secret`: what nobody can
// guess (base/secret.h).
int run_command_line(const std::vector<std::string>& words, const std::string& today, const std::string& secret);

}  // namespace offer
