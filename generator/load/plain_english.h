// Reads how pages are written here: easy-read/plain-english, and what a site adds to it in plain-english.csv and known-words.txt.
#pragma once

#include <memory>
#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/plain_english.h"

namespace offer {

// folder: with paths below easy-read, "plain-english/words.csv". content: the site's own files. Never gives nothing.
std::shared_ptr<const PlainEnglish> read_plain_english(const std::vector<SourceFile>& folder, const std::vector<SourceFile>& content, Report& report);

}  // namespace offer
