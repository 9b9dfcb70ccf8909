// Script: a test of the real program as one string: files, commands, and what they print.
//
//   CHECK_SCRIPT(R"(
//   -- content/a.md --
//   [Ask](b.md)
//   $ local-offer check
//   content/a.md:1:1: error[broken-links]: …
//   (exit 1)
//   )");
//
// Each command runs in a shell, in a folder of the script's own in which all files and outputs stay
// from one command to the next. What it prints (both streams, errors first) and how it ended,
// unless well, stands below it. A file may stand between two commands: it is written then. Pages
// below content/ are completed as tests/kit.h does it, and a script without content/site.yml gets
// one, with a roles.yml and a topics.yml, but no page.
//
// What changes from run to run is printed as a word: times "in … s", the script's folder "(here)",
// the project's "(home)".
#pragma once

#include <string>
#include <string_view>

namespace offer::script {

// The script with what its commands really printed.
std::string play(std::string_view script);

// The folder that holds the program: that of LOCAL_OFFER_PROGRAM, or else of the test program.
std::string program_folder();

}  // namespace offer::script

#define CHECK_SCRIPT(text) CHECK(offer::script::play(text) == text)

// How many scripts begin: with a whole page, or with the settings of one whose words follow.
//
//   CHECK_SCRIPT(PAGE_A R"([x](nowhere.md)
//   $ local-offer check
//   …
#define HOME_PAGE \
  "\n"           \
  "-- content/index.md --\n---\ntitle: Home\nid: home\n---\nWords.\n"
#define PAGE_A \
  "\n"        \
  "-- content/a.md --\n---\ntitle: A\nid: a\n---\n"
