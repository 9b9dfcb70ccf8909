// explain: what a finding's code means, why it matters, a wrong and a right example.
#include <iostream>

#include "base/files.h"
#include "base/text.h"
#include "checks/all_codes.h"
#include "commands/command.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "load/inputs.h"

namespace offer {

namespace {

int run(const Arguments& arguments) {
  const Code* code = find_code(arguments.code);
  if (code == nullptr) {
    std::vector<std::string_view> names;
    for (const Code* one : all_codes()) names.push_back(one->name);
    std::cerr << fmt::format("local-offer: there is no finding called '{}'\n", arguments.code);
    const std::string near = did_you_mean(arguments.code, names);
    if (!near.empty()) {
      std::cerr << "    help: " << near << "\n";
    } else {
      std::cerr << "    help: These are all:\n";
      for (const std::string_view name : names) std::cerr << "      " << name << "\n";
    }
    return exit_status::usage;
  }
  const SourceFile page = read_file(home_folder() / "generator" / "checks" / "docs" / (std::string(code->name) + ".md"));
  std::cout << fmt::format("{} ({}; serves: {})\n\n", code->name, severity_word(code->severity), code->serves);
  std::cout << (page.trouble.empty() ? page.bytes : "This finding has no page yet.\n");
  return exit_status::fine;
}

}  // namespace

const Command explain_command{
    .name = "explain",
    .says = "what a finding's code means, with a wrong and a right example",
    .options = {{.name = "CODE", .value = "CODE", .says = "for example broken-links", .required = true, .text = &Arguments::code}},
    .run = run,
};

}  // namespace offer
