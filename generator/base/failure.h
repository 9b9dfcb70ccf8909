// Failure: the machine said no (disk full, no permission, port taken).
//
// Thrown by base/files, write/ and serve/, caught once, in main, which prints the words and ends with exit status 3.
// Wrong content is never a Failure: it is a Diagnostic (diagnose/report.h).
#pragma once

#include <stdexcept>
#include <string>

namespace offer {

class Failure : public std::runtime_error {
 public:
  // words: one plain sentence that names the file or the port. help: what the person can do, or empty.
  explicit Failure(const std::string& words, std::string help = {})
      : std::runtime_error(words), help_(std::move(help)) {}
  const std::string& help() const { return help_; }

 private:
  std::string help_;
};

}  // namespace offer
