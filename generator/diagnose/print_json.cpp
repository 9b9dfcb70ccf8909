#include "diagnose/print_json.h"

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace offer {

std::string print_json(const Report& report, const ShownFolders* folders) {
  std::string result = "{\"findings\":[";
  bool first = true;
  for (const Diagnostic& one : report.all()) {
    nlohmann::ordered_json finding;
    finding["path"] = folders == nullptr ? one.path : shown_path(one.path, *folders);
    finding["line"] = one.place.line;
    finding["column"] = one.place.column;
    finding["code"] = one.code->name;
    finding["act"] = words_of(one.code->act);
    finding["severity"] = severity_word(one.code->severity);
    finding["message"] = one.message;
    finding["help"] = one.help;
    result += first ? "\n" : ",\n";
    result += finding.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    first = false;
  }
  result += first ? "]}\n" : "\n]}\n";
  return result;
}

}  // namespace offer
