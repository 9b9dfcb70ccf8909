#include "types/types.h"

#include "model/shared_fields.h"

namespace offer {

const std::vector<const ContentType*>& all_types() {
  static const std::vector<const ContentType*> types{
      &page_type,    &pathway_type, &service_type, &strategy_type,     &plan_type, &measure_type,
      &update_type, &consultation_type, &news_type,   &body_type, &paper_type, &story_type, &term_type,
  };
  return types;
}

const ContentType* find_type(std::string_view name) {
  for (const ContentType* type : all_types())
    if (type->name == name) return type;
  return nullptr;
}

const ContentType& type_for_path(std::string_view path) {
  const std::string_view folder = path.substr(0, path.find('/'));
  for (const ContentType* type : all_types())
    if (!type->folder.empty() && type->folder == folder && folder.size() < path.size()) return *type;
  return page_type;
}

std::vector<const FieldInfo*> fields_of(const ContentType& type) {
  std::vector<const FieldInfo*> fields = shared::all();
  fields.insert(fields.end(), type.fields.begin(), type.fields.end());
  return fields;
}

}  // namespace offer
