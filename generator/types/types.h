// The table of content types. To add one: copy the shortest file beside this one, and add a line in types.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "model/content_type.h"

namespace offer {

const std::vector<const ContentType*>& all_types();
const ContentType* find_type(std::string_view name);         // nothing if there is none
const ContentType& type_for_path(std::string_view path);     // by the first folder of a source path; `page` if none claims it
std::vector<const FieldInfo*> fields_of(const ContentType& type);  // the shared ones and its own

extern const ContentType body_type;
extern const ContentType consultation_type;
extern const ContentType measure_type;
extern const ContentType news_type;
extern const ContentType page_type;
extern const ContentType paper_type;
extern const ContentType pathway_type;
extern const ContentType plan_type;
extern const ContentType service_type;
extern const ContentType story_type;
extern const ContentType strategy_type;
extern const ContentType term_type;
extern const ContentType update_type;

}  // namespace offer
