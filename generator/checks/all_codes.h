// Every code that there is: the shared ones and those that stand beside their checks.
#pragma once

#include <vector>

#include "diagnose/code.h"

namespace offer {

const std::vector<const Code*>& all_codes();
const Code* find_code(std::string_view name);  // nothing if there is none

}  // namespace offer
