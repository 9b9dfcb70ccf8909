// Spelling: the British English dictionary of the machine (hunspell, en_GB).
//
// Each distinct word is looked up once in the life of the program; what was found is kept, and asking again takes some nanoseconds. Safe from
// any thread. Without a dictionary on the machine every word counts as right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

// Is there a dictionary? Reads it the first time.
bool can_spell();

// word: as written, letters and straight apostrophes only. key: a hash of the word as it is written.
bool is_spelled_right(std::string_view word, uint64_t key);

// What is kept of a word that somebody asked for, by its key.
enum class Remembered : uint8_t { nothing, right, wrong, right_with_z /* it has a small z */ };
Remembered remembered_spelling(uint64_t key);

// The same by Hunspell alone: for tests that the quicker way is right.
bool is_right_by_hunspell(std::string_view word);

// Up to `most` words that may have been meant, the likeliest first. Slow (a millisecond): for findings only.
std::vector<std::string> spelled_like(std::string_view word, size_t most);

}  // namespace offer
