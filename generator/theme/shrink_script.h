// shrink_script: a script with fewer bytes and the same meaning, so that what explains it to its next writer does not travel to every phone.
//
// Takes out lines that are only a comment (// …), empty lines, and the white space at the beginning of lines. Line ends stay, so nothing runs
// together. Where that could be seen, as in a script with a template or with a string over several lines, it comes back as it is. Doing it twice changes nothing
// more. Called when the theme's assets are made. Safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace offer {

std::string shrink_script(std::string_view script);

}  // namespace offer
