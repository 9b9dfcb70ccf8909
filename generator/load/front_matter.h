// Front matter: the settings at the top of a page's file, between two lines of three hyphens.
#pragma once

#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "load/yaml.h"
#include "model/field.h"

namespace offer {

// A file cut in two. Without front matter `yaml` is empty and body_line is 1.
struct SplitFile {
  std::string_view yaml;
  std::string_view body;
  uint32_t body_line = 1;  // the line of the file at which body begins
  bool complete = false;   // both lines of hyphens were there
};

// Reports front matter that is missing or never closed. A byte order mark at the start is passed over.
SplitFile split_front_matter(std::string_view bytes, std::string_view path, Report& report);

// Reads the map's entries into `to` by the table of fields: unknown names, wrong values and missing fields are reported.
// `what`: what the file is, for messages: "a pathway".
void read_fields(const YamlNode& map, const std::vector<const FieldInfo*>& table,
                 std::string_view what, std::string_view path, Fields& to, Report& report);

}  // namespace offer
