// A file of rules: rules.yml of Easy Read and of plain English, and the lists of words beside them.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.h"
#include "diagnose/report.h"
#include "load/yaml.h"

namespace offer {

// A number that a rule measures by, and where it goes. It keeps its value if the file has none.
struct RuleNumber {
  std::string_view name;
  unsigned* number;
};

// Reports numbers that are missing or no numbers, and names that are neither a number nor `leave_out`.
void read_rule_numbers(const YamlNode& file, std::string_view path, const std::vector<RuleNumber>& numbers, Report& report);

// Calls line(text, number) for each line that says something: not for empty ones and remarks (#).
template <class Line>
void each_line(std::string_view bytes, Line line) {
  uint32_t number = 0;
  for (std::string_view text : split(bytes, '\n')) {
    ++number;
    text = trim(text.substr(0, text.find('#')));
    if (!text.empty()) line(text, number);
  }
}

}  // namespace offer
