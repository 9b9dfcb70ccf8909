// shrink_css: a style sheet with fewer bytes and the same meaning.
//
// Takes out comments, folds white space, takes out the spaces beside { } : ; , > where no browser
// can tell the difference, and the last ; of a block. Where it is not sure, the space stays: before
// ':' in selectors, inside strings, url() and calc(), beside parentheses (`and (`), in the values
// of custom properties. Doing it twice changes nothing more.
//
// A style sheet that does not read as CSS (an open string, comment, bracket or block) comes back as
// it is. Called when the theme's assets are made. Safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace offer {

std::string shrink_css(std::string_view css);

}  // namespace offer
