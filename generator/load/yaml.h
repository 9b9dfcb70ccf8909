// YAML as councils' editors write it: text, lists and maps, each with its place.
//
// Every scalar stays text ("no" is a word, "12:30" is not a number). Anchors, aliases, tags, double keys and nesting deeper than 8 are
// refused. What is wrong goes to the report as a Diagnostic at its line and column; the caller gets what could be read, or nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"

namespace offer {

struct YamlNode {
  enum class Kind { scalar, list, map };
  struct Entry;
  Kind kind = Kind::scalar;
  std::string text;  // of a scalar
  Place place;
  std::vector<YamlNode> items;    // of a list
  std::vector<Entry> entries;     // of a map, in file order, keys unique

  const YamlNode* find(std::string_view key) const;  // in a map; nothing if there is none
};

struct YamlNode::Entry {
  std::string key;
  Place key_place;
  YamlNode value;
};

// first_line: the line of the file at which `text` begins, from 1. An empty document is an empty map.
std::optional<YamlNode> parse_yaml(std::string_view text, std::string_view path,
                                   uint32_t first_line, Report& report);

// The same by libyaml alone; parse_yaml reads the simplest settings without it (simple_yaml.h).
std::optional<YamlNode> parse_all_yaml(std::string_view text, std::string_view path, uint32_t first_line, Report& report);

}  // namespace offer
