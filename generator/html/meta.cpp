#include "html/meta.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace offer::html {

namespace {

bool parts_settings(char c) { return is_space(c) || c == ',' || c == ';'; }

// The number at the start of the value, as strtod reads it; nothing if there is none.
std::optional<double> leading_number(std::string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || number != number) return std::nullopt;
  return number;
}

double scale_of(std::string_view value) {
  if (equal_ignoring_case(value, "yes")) return 1;
  if (equal_ignoring_case(value, "device-width") || equal_ignoring_case(value, "device-height")) return 10;
  return leading_number(value).value_or(0);
}

}  // namespace

std::optional<uint32_t> refresh_delay(std::string_view content) {
  size_t at = 0;
  while (at < content.size() && is_space(content[at])) ++at;
  const size_t first = at;
  uint64_t seconds = 0;
  for (; at < content.size() && is_digit(content[at]); ++at) seconds = std::min<uint64_t>(seconds * 10 + static_cast<uint64_t>(content[at] - '0'), 0xFFFFFFFF);
  if (at == first && (at == content.size() || content[at] != '.')) return std::nullopt;
  while (at < content.size() && (is_digit(content[at]) || content[at] == '.')) ++at;
  if (at < content.size() && content[at] != ';' && content[at] != ',' && !is_space(content[at])) return std::nullopt;
  return static_cast<uint32_t>(seconds);
}

ZoomRule zoom_rule(std::string_view content) {
  ZoomRule rule;
  size_t at = 0;
  while (at < content.size()) {
    while (at < content.size() && (parts_settings(content[at]) || content[at] == '=')) ++at;
    const size_t name_start = at;
    while (at < content.size() && !parts_settings(content[at]) && content[at] != '=') ++at;
    const std::string_view name = content.substr(name_start, at - name_start);
    while (at < content.size() && is_space(content[at])) ++at;
    std::string_view value;
    if (at < content.size() && content[at] == '=') {
      while (at < content.size() && (is_space(content[at]) || content[at] == '=')) ++at;
      const size_t value_start = at;
      while (at < content.size() && !parts_settings(content[at]) && content[at] != '=') ++at;
      value = content.substr(value_start, at - value_start);
    }
    if (equal_ignoring_case(name, "user-scalable")) {
      rule.speaks_of_zoom = true;
      const double scale = equal_ignoring_case(value, "no") ? 0 : scale_of(value);
      if (scale < 1 && scale > -1) rule.allows_zoom = false;
    } else if (equal_ignoring_case(name, "maximum-scale")) {
      rule.speaks_of_zoom = true;
      const double scale = scale_of(value);
      if (scale >= 0 && scale < 2) rule.allows_zoom = false;  // less than nothing is left out by browsers
    }
  }
  return rule;
}

}  // namespace offer::html
