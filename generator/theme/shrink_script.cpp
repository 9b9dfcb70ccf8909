#include "theme/shrink_script.h"

#include "base/text.h"

namespace offer {

std::string shrink_script(std::string_view script) {
  std::string result;
  result.reserve(script.size());
  for (std::string_view rest = script; !rest.empty();) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (line.starts_with("//") && line.find("*/") != std::string_view::npos) return std::string(script);  // the end of a comment that began before
    if (line.empty() || line == "\r" || line.starts_with("//")) continue;
    result += line;
    if (end != std::string_view::npos) result += '\n';
  }
  // A template, or a string that goes on in the next line: what looks like a comment or an indent may be part of it. The line where it begins is still here.
  const bool unsure = result.find('`') != std::string::npos || result.find("\\\n") != std::string::npos || result.find("\\\r") != std::string::npos;
  return unsure ? std::string(script) : result;
}

}  // namespace offer
