// Shown: one set of outputs, arranged by address. What the server knows, without the network.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "serve/answer.h"
#include "serve/server.h"

namespace offer {

Answer text_answer(int status, std::string text);

// Does not change after it is made, so any number of threads may ask.
class Shown {
 public:
  // base: begins and ends with '/'.
  Shown(std::shared_ptr<const Outputs> outputs, std::string base);

  // address: percent-decoded, without the query. Only an exact match finds a file.
  Answer at(const std::string& address) const;

 private:
  Answer answer(int status, const OutputFile& file) const;

  std::shared_ptr<const Outputs> outputs_;
  std::string base_;
  std::unordered_map<std::string, const OutputFile*> files_;
  std::unordered_map<std::string, std::string> redirects_;  // "/news" -> "/news/"
};

}  // namespace offer
