// Phone numbers of the United Kingdom, as people write them in running text: "01632 960 101", "+44 (0)20 7946 0018", "18001 01632 960101".
//
// The rules are those of Ofcom's National Telephone Numbering Plan: how long a number is after each kind of beginning, which numbers cost extra,
// and which are kept free for stories and examples, so that nobody is rung by mistake. "Digits" below are those that national_digits gives.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace offer {

// "+44 (0)1632 960 101" and "01632-960101" give "01632960101". The textphone's 18001 or 18002 in front is left out. A number of another
// country keeps its "+".
std::string national_digits(std::string_view written);

// Why no phone can have these digits: "it has 10 digits, and numbers that begin with 07 have 11"; empty if one can.
std::string phone_number_trouble(std::string_view digits);

bool is_kept_for_stories(std::string_view digits);  // 01632 960000 to 960999 and their like
bool costs_extra(std::string_view digits);          // 084, 087, 09 and 118: the one who answers is paid by the one who rings

// "01632 960 101": in groups as people read them out. Digits without spaces come back the same if their groups are not known.
std::string in_groups(std::string_view digits);

// Calls found(offset, length in bytes) for each run of digits in `text` that somebody meant as a phone number: it begins with 0 or +44 and has at
// least nine digits (or is 0800 1111), with single spaces, hyphens, round brackets or a line end between them.
void find_phone_numbers(std::string_view text, const std::function<void(size_t offset, size_t length)>& found);

}  // namespace offer
