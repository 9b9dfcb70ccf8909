// parse_template: a theme's template, with its parts, as a program. Called by Template::compile
// only.
//
// Reads each template as text and tags, looks names up, keeps sections in order, and says what is
// wrong. A fault is read as what was probably meant, so that one cause gives one message.
#pragma once

#include <string_view>
#include <vector>

#include "theme/template.h"
#include "theme/template_program.h"

namespace offer {

TemplateProgram parse_template(const std::vector<SourceFile>& files, std::string_view name,
                               const Schema& schema, std::string_view path_prefix, Report& report);

}  // namespace offer
