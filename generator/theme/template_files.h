// The templates among a theme's files: those named templates/NAME.html.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace offer {

std::string template_path(std::string_view name);  // "templates/page.html"
const SourceFile* find_template(const std::vector<SourceFile>& files, std::string_view name);
std::vector<std::string_view> template_names(const std::vector<SourceFile>& files);

}  // namespace offer
