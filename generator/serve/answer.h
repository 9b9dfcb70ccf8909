// What the preview server is asked and what it answers: the seam between the network (server.h) and the site (preview.h).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace offer {

struct Question {
  std::string address;  // percent-decoded, without the query: "/pathways/camhs/"
  std::map<std::string, std::string, std::less<>> words;  // of the query: ?as=print gives {"as", "print"}; of two with one name, the first
};

struct Answer {
  int status = 200;
  const char* type = "";             // of the bytes: "text/html; charset=utf-8"
  std::string_view bytes;
  std::shared_ptr<const void> keep;  // what owns the bytes
  std::string location;              // of a redirect; fit for a header
};

}  // namespace offer
