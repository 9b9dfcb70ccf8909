// surely_faultless: is this page one that reads back and in which no check on HTML finds anything, beyond doubt? Quick, for the many that are.
//
// True only for pages of our own writer's kind: plain XML tags, elements that stand where every browser leaves them, attributes whose meaning is
// simple. False says nothing: then html/page.h makes a tree, and the checks of checks/html_checks.h judge. One pass, no tree, any thread.
#pragma once

#include <string_view>

namespace offer {

bool surely_faultless(std::string_view source);

// Is every check on HTML one that surely_faultless answers for? If not it is sure of nothing, and every page goes the long way.
bool faultless_knows_all_checks();

}  // namespace offer
