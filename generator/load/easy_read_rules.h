// The rules of Easy Read from the folder easy-read: rules.yml and the word lists beside it.
#pragma once

#include <memory>
#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/easy_read_rules.h"

namespace offer {

// What is missing or wrong is reported with paths that begin with "easy-read/"; the number that comes with the program stands in for it.
std::shared_ptr<const EasyReadRules> read_easy_read_rules(const std::vector<SourceFile>& folder, Report& report);

}  // namespace offer
