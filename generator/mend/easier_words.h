// The list of words that a machine may replace.
#pragma once

#include "mend/mend.h"

namespace offer {

// Out of the lists of plain English: rows of easy-read/plain-english/words.csv whose column `fix` says yes and that have no exceptions. files: paths below
// easy-read.
std::vector<EasierWord> easier_words_in(const std::vector<SourceFile>& files);

}  // namespace offer
