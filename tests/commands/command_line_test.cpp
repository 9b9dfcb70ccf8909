// Words that the program is started with: help, and what it says when they are wrong.
#include <doctest/doctest.h>

#include "commands/command.h"
#include "commands/script.h"

namespace offer::command_line_test {

TEST_CASE("help lists every command and every way in which a run can end") {
  CHECK_SCRIPT(R"(
$ local-offer --help
Makes the website of a SEND Local Offer out of a folder of Markdown.
Usage: local-offer COMMAND [OPTION...]

Commands:
  build      make the site and publish it
  check      say what stands between pages and readers; writes nothing
  serve      show the site on this machine and follow every change
  list       every page, one a line, drafts too
  new        begin a page: new pathway "How to get a short break"
  explain    what a finding's code means, with a wrong and a right example
  fix        offer safe mends: dates, phone numbers, typed lists, long words, spaces
  easy-read  accept PAGE: it says what its full page says; suggest FILE: easier words, pictures
  report     what the site has and lacks: report coverage

Options of local-offer itself:
  --help, -h print this; after a command, its own options
  --version  print the version

How it ends (exit status):
  0   done; there may be warnings
  1   the content has errors: nothing was published; check: or more warnings than --max-warnings
  2   the command was used wrongly
  3   the machine said no: disk full, no permission, port taken
  70  a mistake in local-offer itself
)");
}

TEST_CASE("no words at all print the help, and are no success") {
  CHECK_SCRIPT(R"(
$ local-offer | head -1
Makes the website of a SEND Local Offer out of a folder of Markdown.
$ local-offer > /dev/null
(exit 2)
$ local-offer -h | head -1
Makes the website of a SEND Local Offer out of a folder of Markdown.
$ local-offer --version | sed 's/[0-9]/N/g'
local-offer N.N.N
)");
}

TEST_CASE("every command has help of its own, with its options") {
  CHECK_SCRIPT(R"(
$ local-offer build --help | sed '/^How/,$d'
make the site and publish it
Usage: local-offer build [OPTIONS] [SITE]

Positionals:
  SITE DIR                    the site's folder (content)

Options:
  -h,--help                   print this
  --out DIR                   where the site goes (public; a draft: preview)
  --preview                   make a draft to send to somebody: it says so on every page, at an address that nobody can guess
  --until DATE                the draft's last day (in two weeks)
  --address ADDRESS           where DIR will be put on the web, if not where the site is
  --today DATE                build as on this day, written 2026-11-21
  --drafts                    show drafts and pages of a later day too
  --threads N                 how many threads (as many as the machine has)
  --all                       print every finding, not only five of a kind
  --anew                      make all of the site, whatever was made before
  --why                       say what was made again, and why
  --timings                   print what each stage cost
  --no-checks                 leave out all checks that can be left out, to measure what they cost
  --no-search                 leave out the index of the search, to measure what it costs; the search page then finds nothing

)");
  for (const Command* command : all_commands()) {
    CAPTURE(command->name);
    const std::string script =
        "$ local-offer " + std::string(command->name) + " --help | head -1\n";
    CHECK(script::play(script) == script + std::string(command->says) + "\n");
  }
}

TEST_CASE(
    "a command, an option or a type that there is not is told with the near one, or with all") {
  CHECK_SCRIPT(R"(
$ local-offer biuld
local-offer: there is no command 'biuld'
    help: Did you mean 'build'?
(exit 2)
$ local-offer publish
local-offer: there is no command 'publish'
    help: The commands are: build, check, serve, list, new, explain, fix, easy-read, report.
(exit 2)
$ local-offer --hlep
local-offer: local-offer does not know '--hlep'
    help: Did you mean '--help'?
(exit 2)
$ local-offer build --otu site
local-offer: local-offer build does not know '--otu'
    help: Did you mean '--out'?
(exit 2)
$ local-offer list --out x
local-offer: local-offer list does not know '--out'
    help: See: local-offer list --help
(exit 2)
$ local-offer build content more
local-offer: local-offer build does not know 'more'
    help: See: local-offer build --help
(exit 2)
$ local-offer new pathwya Ask
local-offer: there is no type 'pathwya'
    help: Did you mean 'pathway'?
(exit 2)
$ local-offer new leaflet Ask
local-offer: there is no type 'leaflet'
    help: The types are: page, pathway, service, strategy, plan, measure, update, consultation, news, body, paper, story, term.
(exit 2)
$ ls -A
content
)");
}

TEST_CASE("values that cannot be are refused before anything is done") {
  CHECK_SCRIPT(R"(
$ local-offer check --today 2026-02-30
local-offer: '2026-02-30' is not a day that exists
    help: Write it as year-month-day: --today 2026-11-21
(exit 2)
$ local-offer build --today yesterday
local-offer: 'yesterday' is not a day that exists
    help: Write it as year-month-day: --today 2026-11-21
(exit 2)
$ local-offer check --today
local-offer: --today needs a word after it: --today DATE
    help: See: local-offer check --help
(exit 2)
$ local-offer check --threads many
local-offer: --threads takes a number, not 'many'
    help: See: local-offer check --help
(exit 2)
$ local-offer check --threads 1000
local-offer: --threads takes a number from 1 to 256
(exit 2)
$ local-offer serve --port 70000
local-offer: --port takes a number from 1 to 65535
(exit 2)
$ local-offer report
local-offer: KIND is missing
    help: See: local-offer report --help
(exit 2)
$ ls -A
content
)");
}

TEST_CASE("nothing in front of the command is passed over in silence") {
  CHECK_SCRIPT(R"(
$ local-offer --drafts check
local-offer: local-offer does not know '--drafts'
    help: See: local-offer --help
(exit 2)
$ local-offer biuld check
local-offer: there is no command 'biuld'
    help: Did you mean 'build'?
(exit 2)
)");
}

TEST_CASE("a word after the command that is also a command's name is a word like any other") {
  CHECK_SCRIPT(R"(
$ local-offer check build
local-offer: there is no folder 'build'
    help: Check the name, and that you are in the right folder.
(exit 3)
$ local-offer new page How to check the new list
Made 'content/how-to-check-the-new-list.md'. It is a draft: readers see it when its status is 'published'.
)");
}

TEST_CASE("a run whose words could not be printed has failed") {
  CHECK_SCRIPT(R"(
$ local-offer --help > /dev/full
local-offer: what there was to say could not be printed
(exit 3)
)");
}

}  // namespace offer::command_line_test
