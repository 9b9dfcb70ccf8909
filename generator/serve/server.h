// Server: the network of the preview. It turns requests into Questions, and Answers into what a browser gets. It knows nothing of a site, and a request
// can never open a file.
//
// Who is answered: GET and HEAD, with a Host header that names this machine and our port (so no other site can reach us under a name of its own), and not
// on behalf of a page of another site unless the person follows a link. No answer may be read by another origin. Other devices are answered only if the
// preview is shared, and only at addresses that hold its secret.
//
// cpp-httplib reads the requests and writes the answers; the sockets are ours (connections.h says why).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "serve/answer.h"
#include "serve/connections.h"

namespace offer {

struct ServerOptions {
  int port = 4000;          // 0 takes any free one
  std::string start = "/";  // where the site begins; begins and ends with '/'
  // Shared with the network: one part of `start`, which nobody can guess. Empty: this machine only.
  std::string secret = {};
  ConnectionLimits limits = {};
};

class Server {
 public:
  // Any thread, several at once. What it throws becomes an answer with status 500.
  using Answering = std::function<Answer(const Question&)>;

  // Listens from here on. Throws Failure if the port is taken (names the next free one).
  Server(ServerOptions options, Answering answering);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;
  // Where other devices find the start, the likeliest first; none if it is not shared, or if this machine is in no network.
  std::vector<std::string> addresses_for_others() const;

  void run();   // answers requests until stop(); at once if stop() was called before
  void stop();  // from any thread; run() returns within a second

  // Questions that were answered with `later` are asked again. From any thread.
  void something_happened();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
