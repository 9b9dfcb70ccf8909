// Terminal: what the program may know of the window that it prints to. Nothing here prints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace offer {

// Colours are wanted: the descriptor (1: standard output, 2: standard error) is a terminal, and NO_COLOR is not set to anything.
bool wants_colour(int descriptor);

// Characters in a line: the terminal's width, from 40 to 100; 80 where the descriptor is no terminal.
size_t terminal_width(int descriptor);

// What a file or a message holds, as a terminal can show it: control characters, signs that turn the direction of writing, and bytes that are
// no UTF-8 become dots, a tab a space, so that a file cannot play with the terminal. One character stays one character.
std::string shown_in_terminal(std::string_view text);

}  // namespace offer
