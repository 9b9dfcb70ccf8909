// check --html: judges HTML files, ours or anybody's, by the checks on HTML alone.
#pragma once

#include "commands/command.h"

namespace offer {

// arguments.site: a file, or a folder with *.html, *.htm, *.xhtml and *.svg at any depth. Prints to standard output as --format says.
int check_html_files(const Arguments& arguments);

}  // namespace offer
