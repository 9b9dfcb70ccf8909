// Server: shows a site on this machine only. It answers from memory: a request can never open a
// file.
//
// `serve` (commands/serve.cpp) builds, gives the outputs to publish(), watches the source folders
// and does so again after each change. Safe from several threads: publish() swaps the whole set in
// one step; a request sees the old set or the new one, never a mixture.
//
// Who is answered: GET and HEAD, with a Host header that names this machine and our port (so no
// other site can reach us under a name of its own), and not on behalf of a page of another site
// unless the person follows a link. No answer may be read by another origin.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/output.h"

namespace offer {

// What the server answers from. Addresses: "/pathways/camhs/" comes from the file
// "pathways/camhs/index.html".
struct Outputs {
  std::vector<OutputFile> files;  // paths differ; after a build that could not be shown, the last
                                  // good ones
  std::string trouble;            // when the last build could not be shown: its problems as plain
                                  // text, shown in place of every page that is not in `files`
};

class Server {
 public:
  // port 0 takes any free one. Binds 127.0.0.1 only, without port sharing; throws Failure if the
  // port is taken (names the next free one). base_path: where the site lives, usually "/".
  Server(int port, const std::string& base_path);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;
  void publish(std::shared_ptr<const Outputs> outputs);
  void run();   // answers requests until stop(); at once if stop() was called before
  void stop();  // from any thread, also from a signal handler; run() returns within some seconds

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
