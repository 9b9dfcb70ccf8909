#include "commands/command.h"

namespace offer {

const std::vector<const Command*>& all_commands() {
  static const std::vector<const Command*> commands{
      &build_command, &check_command, &serve_command, &list_command, &new_command, &explain_command, &fix_command, &easy_read_command, &report_command,
  };
  return commands;
}

const Option site_option{.name = "SITE", .value = "DIR", .says = "the site's folder (content)", .text = &Arguments::site};
const Option today_option{.name = "--today", .value = "DATE", .says = "build as on this day, written 2026-11-21", .text = &Arguments::today};
const Option drafts_option{.name = "--drafts", .value = "", .says = "show drafts and pages of a later day too", .flag = &Arguments::drafts};
const Option threads_option{.name = "--threads", .value = "N", .says = "how many threads (as many as the machine has)", .number = &Arguments::threads};
const Option all_option{.name = "--all", .value = "", .says = "print every finding, not only five of a kind", .flag = &Arguments::all};

}  // namespace offer
