// Easy Read picture sets: SVG drawings and their list, pictures.csv, with the columns concept, words, style, description, credit, and perhaps
// file, for sets whose files have names of their own ("1F4AC.svg").
#pragma once

#include <vector>

#include "load/inputs.h"
#include "diagnose/report.h"
#include "model/site.h"

namespace offer {

// One picture for each concept: of the first of the council's own sets that has it, else of the set that comes with the program. Drawings that
// are not safe to publish are reported and left out.
std::vector<Picture> read_pictures(const std::vector<PictureSet>& own, const std::vector<SourceFile>& ours, Report& report);

// Folders of the site that hold a pictures.csv and that site.yml does not name.
void report_unnamed_sets(const std::vector<SourceFile>& content, Report& report);

}  // namespace offer
