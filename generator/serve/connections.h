// Connections: many browsers on few threads.
//
// One thread holds every socket: it waits for requests, keeps those that nothing can be said to yet, and sends answers as fast as each browser
// takes them. No request and no answer ever blocks it. Answers are worked out by a crew of threads that never touch a socket. So a browser that is
// slow, silent or waiting costs some memory and no thread, and hundreds of them keep nobody else waiting.
//
// A request goes through these: its head is read; it is asked; perhaps it waits and is asked again; its answer is written; the connection is used
// for the next request, or it lingers until the browser has closed it too (else what is still under way to us would destroy the answer).
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

// A request as it came.
struct Heard {
  std::string head;         // from its first line to the empty one
  bool from_here = true;    // from this machine
  std::string our_address;  // where it reached us, as a browser writes it: "127.0.0.1", "[::1]"
  bool last = false;        // an answer must be given now
};

// An answer as it goes.
struct Said {
  std::string head;  // with the empty line; and what is small
  std::string_view body = {};
  std::shared_ptr<const void> keep = {};  // what owns the body
  bool close = false;                     // nothing more is read from this connection
  bool later = false;                     // no answer yet (and nothing else counts)
};

struct ConnectionLimits {
  using Time = std::chrono::milliseconds;
  size_t open = 800;              // connections; a new one is always let in, and the one that matters least has to go
  size_t waiting = 500;           // of these, with a question that waits; more are refused (503)
  size_t line_bytes = 4096;       // of a request's first line (414)
  size_t head_bytes = 16 * 1024;  // of a request's head (431)
  size_t head_lines = 100;        // of a request's head (431)
  Time for_head{10'000};          // to send a whole head (408)
  Time for_next{15'000};          // for the next request to begin
  Time for_question{25'000};      // to wait; then it is asked for the last time
  Time for_some{10'000};          // to take something more of an answer
  Time for_answer{300'000};       // to take the whole
  Time to_linger{1'000};
  Time to_end{500};               // to finish what is being answered, when all ends
  unsigned threads = 4;           // of the crew
};

class Connections {
 public:
  // Works out an answer. From several threads; must not throw.
  using Reply = std::function<Said(const Heard&)>;
  // A whole answer to what is no request: 400, 408, 414, 431, 503.
  using Refusal = std::function<std::string(int status)>;

  // listening: sockets that listen, without blocking; stay the caller's.
  Connections(std::vector<int> listening, ConnectionLimits limits, Reply reply, Refusal refusal);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  void run();                 // until stop()
  void stop();                // from any thread; run() returns within a second
  void something_happened();  // questions that wait are asked again; from any thread

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
