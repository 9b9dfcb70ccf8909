// Report: everything that is wrong with the content, as values; printing is someone else's work (print_text.h).
//
// One Report a thread at a time; parallel work fills one Report per page and adds them up in page order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnose/code.h"
#include "diagnose/place.h"

namespace offer {

struct Diagnostic {
  const Code* code = nullptr;
  std::string path;     // below the site's folder: "pathways/camhs.md"
  Place place;
  std::string message;  // what is wrong: one plain sentence without a full stop
  std::string help;     // what to do, with the mended line where we can show it; may be empty
};

class Report {
 public:
  void add(const Code& code, std::string_view path, Place place, std::string message,
           std::string help = {});
  void add_all(Report&& other);
  void sort();  // by file, then line, then column, then code; equal findings once

  const std::vector<Diagnostic>& all() const { return all_; }
  size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) > 0; }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace offer
