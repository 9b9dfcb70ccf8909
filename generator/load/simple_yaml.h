// The simplest YAML, which nearly all settings are: lines of a name and a value, read without libyaml in a tenth of its time.
//
//   title: How to ask for help
//   summary: "Who to ask: and when"
//   topics: [health, short breaks]
//
// A value is words on the same line, words in double quotes with no backslash, or a list of plain words in brackets. Wherever YAML could mean anything
// else by it (empty values, remarks, indented lines, "a: b: c", any other sign at the start) nothing is read, and libyaml must be asked.
#pragma once

#include <optional>
#include <string_view>

#include "load/yaml.h"

namespace offer {

// What parse_yaml() of the same text gives, with all places; or nothing, which says nothing about the text.
std::optional<YamlNode> read_simple_yaml(std::string_view text, uint32_t first_line);

}  // namespace offer
