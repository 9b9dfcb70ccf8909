#include "load/rules_file.h"

#include <algorithm>

#include "diagnose/codes.h"
#include "diagnose/near_word.h"

namespace offer {

namespace {

// A whole number of at most six digits.
std::optional<unsigned> number_in(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 6 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  unsigned number = 0;
  for (const char digit : text) number = number * 10 + static_cast<unsigned>(digit - '0');
  return number;
}

}  // namespace

void read_rule_numbers(const YamlNode& file, std::string_view path, const std::vector<RuleNumber>& numbers, Report& report) {
  std::vector<std::string_view> names{"leave_out"};
  for (const RuleNumber& one : numbers) names.push_back(one.name);
  for (const YamlNode::Entry& entry : file.entries)
    if (std::find(names.begin(), names.end(), entry.key) == names.end())
      report.add(codes::unknown_fields, path, entry.key_place, fmt::format("there is no rule called '{}'", entry.key), did_you_mean(entry.key, names));
  for (const RuleNumber& one : numbers) {
    const YamlNode* node = file.find(one.name);
    if (node == nullptr)
      report.add(codes::missing_settings, path, {1, 0, 0}, fmt::format("'{}' is missing, so {} counts", one.name, *one.number),
                 fmt::format("Add a line: {}: {}", one.name, *one.number));
    else if (const auto number = number_in(node->text)) *one.number = *number;
    else
      report.add(codes::wrong_values, path, node->place, fmt::format("'{}' takes a whole number", one.name),
                 fmt::format("For example: {}: {}", one.name, *one.number));
  }
}

}  // namespace offer
