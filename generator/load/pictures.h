// The Easy Read picture set: SVG drawings and their list, pictures.csv (concept, words, style, description, credit).
#pragma once

#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/site.h"

namespace offer {

std::vector<Picture> read_pictures(const std::vector<SourceFile>& set, Report& report);

}  // namespace offer
