// Command: one word of the command line, as data. The table of them all is commands/commands.cpp; help, completion and near names come from it.
//
// To add one: a file beside this one, a line in the table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

// How a run ended. Printed by --help.
namespace exit_status {
inline constexpr int fine = 0;      // done; there may be warnings
inline constexpr int content = 1;   // the content has errors (of check: or more warnings than --max-warnings): nothing was published
inline constexpr int usage = 2;     // the command was used wrongly
inline constexpr int machine = 3;   // the machine said no: disk full, no permission, port taken
inline constexpr int ourselves = 70;  // a mistake in local-offer itself
}  // namespace exit_status

// Everything that the command line can say. Each command looks at its own part.
struct Arguments {
  std::string site = "content";
  static constexpr std::string_view not_said = "\n";  // no folder is called so
  std::string out{not_said};  // where the site goes: public, or of build --preview: preview
  std::string out_or(std::string_view usual) const { return out == not_said ? std::string(usual) : out; }
  std::string today;       // YYYY-MM-DD; main fills it in from the clock
  std::string secret;      // what nobody can guess: see base/secret.h; main fills it in
  int port = 4000;
  bool share = false;      // of serve: with the network
  bool preview = false;    // of build: a draft
  std::string until;       // of build --preview: the last day, YYYY-MM-DD; empty: in two weeks
  std::string address;     // of build --preview: where it will be put; empty: where the site is
  int threads = 0;         // 0: as many as the machine has
  bool drafts = false;
  bool anew = false;       // of build: also when nothing has changed
  bool why = false;        // of build: say why it is made anew
  bool timings = false;    // of build: print what each stage cost
  bool no_checks = false;  // of build
  bool no_search = false;
  bool all = false;        // print every finding
  bool overdue = false;
  bool csv = false;        // of report reading
  bool addresses = false;  // of list: only addresses that addresses.txt does not have
  bool list = false;       // of explain: every code in a table
  bool html = false;       // of check: judge HTML files instead of a site
  bool write = false;      // of fix: change the files
  int max_warnings = -1;   // of check: more are an error; below 0: any number is fine
  std::string format = "text";       // of check: text, json, sarif or github
  std::string changed_since;         // of check: a revision of git
  std::string baseline;              // of check: a file of known findings
  std::string write_baseline;        // of check: where to write them
  std::vector<std::string> only;     // of check: codes; of fix: mends
  std::vector<std::string> pages;    // ids, paths or addresses
  std::vector<std::string> codes;    // of explain
  std::string site_of_codes;         // of explain: where the site of all codes goes
  std::string type;
  std::string action;      // of easy-read: accept or suggest
  std::string page;        // a page's path or id
  std::string kind;        // of a report
  std::vector<std::string> title;
};

struct Option {
  std::string_view name;   // "--out", or "SITE" for a word without hyphens
  std::string_view value;  // what stands after it in help: "DIR"; empty for a switch
  std::string_view says;
  bool required = false;
  // Exactly one of these is set.
  std::string Arguments::*text = nullptr;
  int Arguments::*number = nullptr;
  bool Arguments::*flag = nullptr;
  // Behind an option each takes one word, or several with commas: --only a --only b,c. A word without hyphens takes all that there are.
  std::vector<std::string> Arguments::*texts = nullptr;
};

struct Command {
  std::string_view name;
  std::string_view says;
  std::vector<Option> options;
  int (*run)(const Arguments& arguments);  // returns an exit status; may throw Failure
};

const std::vector<const Command*>& all_commands();

extern const Command build_command;
extern const Command check_command;
extern const Command serve_command;
extern const Command list_command;
extern const Command explain_command;
extern const Command new_command;
extern const Command easy_read_command;
extern const Command report_command;
extern const Command fix_command;

// Options that several commands have.
extern const Option site_option;
extern const Option today_option;
extern const Option drafts_option;
extern const Option threads_option;
extern const Option all_option;

}  // namespace offer
