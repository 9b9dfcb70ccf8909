#include "diagnose/print_github.h"

#include "base/text.h"

namespace offer {

namespace {

std::string in_message(std::string text) {
  return replace_all(replace_all(replace_all(std::move(text), "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string in_property(std::string text) { return replace_all(replace_all(in_message(std::move(text)), ":", "%3A"), ",", "%2C"); }

std::string_view kind_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::look: return "notice";
  }
  return "notice";
}

}  // namespace

std::string print_github(const Report& report, const ShownFolders& folders) {
  std::string result;
  for (const Diagnostic& one : report.all()) {
    result += fmt::format("::{} file={}", kind_of(one.code->severity), in_property(shown_path(one.path, folders)));
    if (one.place.line > 0) result += fmt::format(",line={}", one.place.line);
    if (one.place.line > 0 && one.place.column > 0) {
      result += fmt::format(",col={}", one.place.column);
      if (one.place.length > 0) result += fmt::format(",endColumn={}", one.place.column + one.place.length);
    }
    result += fmt::format(",title={}::{}", in_property(std::string(one.code->name)), in_message(one.message));
    if (!one.help.empty()) result += "%0AHelp: " + in_message(one.help);
    result += "\n";
  }
  return result;
}

}  // namespace offer
