// TemplateProblems: what is wrong with a template, on its way to the Report. Called by
// template_parser.cpp only.
//
// One message for each place: what a part has wrong is said once, however often it is put in. After
// max_problems the template is not worth reading further, and a message says so.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/files.h"
#include "diagnose/report.h"

namespace offer {

class TemplateProblems {
 public:
  static constexpr size_t max_problems = 100;

  explicit TemplateProblems(Report& report) : report_(report) {}

  void add(const Code& code, const std::string& path, Place place, std::string message,
           std::string help);
  // Is the template text that can be read? If not, says why. text: the file's, without its byte order mark.
  bool readable(const SourceFile& source, std::string_view text, const std::string& path);
  bool enough() const { return seen_.size() >= max_problems; }

 private:
  Report& report_;
  std::set<std::tuple<std::string, uint32_t, uint32_t>> seen_;
};

// The bytes from begin to end of a template as a Place; a length ends with the first line.
Place place_in(std::string_view text, size_t begin, size_t end);

}  // namespace offer
