// Weight: how long a built page takes to arrive.
#pragma once

#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/output.h"

namespace offer {

// path: the page's source, for the message.
void check_weight(const OutputFile& file, std::string_view path, Report& report);

const std::vector<const Code*>& weight_codes();

}  // namespace offer
