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
  bool from_here = true;  // asked on this machine; false: by a guest of a shared preview, who sees the site and nothing of the editor's
  bool last = false;      // it has waited long enough: an answer that would be `later` must be given now
};

// What a browser may do with an answer besides showing it: which Content-Security-Policy it gets.
enum class Rules {
  usual,          // as a council's strict server has it: our own scripts, no frames
  no_scripts,     // the same, and no scripts at all: the page as it is for a reader whose scripts do not run
  may_frame,      // the usual ones, and it may hold a page of this preview in a frame
  may_be_framed,  // the usual ones, and a page of this preview may hold it in a frame
};

struct Answer {
  int status = 200;
  const char* type = "";                  // of the bytes: "text/html; charset=utf-8"
  std::string_view bytes = {};
  std::shared_ptr<const void> keep = {};  // what owns the bytes
  std::string location = {};              // of a redirect; fit for a header
  Rules rules = Rules::usual;
  // Nothing to say yet: the server keeps the question without a thread, and asks it again when it was told that something happened
  // (Server::something_happened), or, as the last time, after 25 seconds.
  bool later = false;
};

}  // namespace offer
