#include "serve/server.h"

// Debian's library is compiled, and these macros change the layout of its classes: without those
// that it was built with (pkg-config --cflags cpp-httplib), memory is corrupted. Its other macros
// have no effect for us; its setters have.
#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#define CPPHTTPLIB_OPENSSL_SUPPORT
#endif
#ifndef CPPHTTPLIB_ZLIB_SUPPORT
#define CPPHTTPLIB_ZLIB_SUPPORT
#endif
#ifndef CPPHTTPLIB_BROTLI_SUPPORT
#define CPPHTTPLIB_BROTLI_SUPPORT
#endif
#include <httplib.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

#include "base/failure.h"
#include "base/text.h"
#include "serve/site_answer.h"

namespace offer {

namespace {

constexpr const char* loopback = "127.0.0.1";

constexpr const char* policy_header = "Content-Security-Policy";

#define OFFER_POLICY(scripts, framed_by)                                                                                  \
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src " scripts "; connect-src 'self'; " \
  "media-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors " framed_by
const char* content_security_policy(Rules rules) {
  switch (rules) {
    case Rules::usual: return OFFER_POLICY("'self'", "'none'");
    case Rules::no_scripts: return OFFER_POLICY("'none'", "'none'");
    case Rules::may_frame: return OFFER_POLICY("'self'", "'none'; frame-src 'self'");
    case Rules::may_be_framed: return OFFER_POLICY("'self'", "'self'");
  }
  return "";
}
#undef OFFER_POLICY

// 0, or the errno of binding to and listening at an address.
template <class Address>
int trouble_with(const Address& address, int family) {
  const int probe = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return errno;
  const int yes = 1;
  ::setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  int error = 0;
  if (::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(probe, 1) != 0)
    error = errno;
  ::close(probe);
  return error;
}

// 0, or why we cannot have the port. A program that has it only at [::1] counts too: browsers would
// show that one at http://localhost.
int trouble_with_port(int port) {
  sockaddr_in6 new_address{};
  new_address.sin6_family = AF_INET6;
  new_address.sin6_port = htons(static_cast<uint16_t>(port));
  new_address.sin6_addr = in6addr_loopback;
  if (trouble_with(new_address, AF_INET6) == EADDRINUSE) return EADDRINUSE;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = new_address.sin6_port;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return trouble_with(address, AF_INET);
}

[[noreturn]] void refuse_port(int port, int error) {
  if (error == EACCES || error == EPERM)
    throw Failure(fmt::format("we may not use port {} (permission denied)", port),
                  "Ports below 1024 are for the administrator. Try: local-offer serve --port 8000");
  std::string help;
  for (int next = port + 1; next <= 65535 && next <= port + 100 && help.empty(); ++next)
    if (trouble_with_port(next) == 0) help = fmt::format("Try: local-offer serve --port {}", next);
  throw Failure(fmt::format("port {} is in use by another program", port), help);
}

// The one range that a request asks for, cut to `size` bytes; nothing if it asks for none, for
// several, or for what is not there: then it gets the whole. A pair of first and last byte; -1 is
// "not said".
httplib::Ranges range_within(const httplib::Ranges& asked, size_t size) {
  if (asked.size() != 1) return {};
  const auto end = static_cast<ssize_t>(size);
  auto [first, last] = asked.front();
  if (first < 0) first = std::max<ssize_t>(0, end - last), last = end - 1;
  if (last < 0 || last >= end) last = end - 1;
  if (first > last) return {};
  return {{first, last}};
}

// Through a provider, because the library copies the bodies that it holds, and compresses them
// slowly.
void send(const Answer& answer, const httplib::Request& request, httplib::Response& response) {
  // The library trusts ranges and would read beyond the end of the bytes, so it gets to see only
  // one that we checked. (It hands us as const what it made as not const.)
  httplib::Ranges& ranges = const_cast<httplib::Request&>(request).ranges;
  ranges = answer.status == 200 ? range_within(ranges, answer.bytes.size()) : httplib::Ranges{};
  response.status = ranges.empty() ? answer.status : 206;
  if (!answer.location.empty()) response.set_header("Location", answer.location);
  response.headers.erase(policy_header);  // two of them would both hold
  response.set_header(policy_header, content_security_policy(answer.rules));
  if (answer.bytes.empty()) {
    response.set_content("", answer.type);
    return;
  }
  response.set_content_provider(answer.bytes.size(), answer.type,
                                [bytes = answer.bytes, keep = answer.keep](
                                    size_t from, size_t count, httplib::DataSink& sink) {
                                  const std::string_view part =
                                      bytes.substr(std::min(from, bytes.size()), count);
                                  return !part.empty() && sink.write(part.data(), part.size());
                                });
}

}  // namespace

struct Server::State {
  httplib::Server http;
  std::string base;
  int port = 0;
  int listening = -1;  // the library's socket, which it closes if it ever ran
  bool ran = false;
  std::vector<std::string> hosts;  // what the Host header may say
  std::atomic<bool> stopped{false};
  bool told = false;  // the accepting thread has closed its socket
  Answering answering;
  std::mutex guard;
  std::condition_variable something_new;
  uint64_t happened = 0;  // under guard

  // In the accepting thread, which comes here between connections and fifty times a second.
  // (http.stop() does nothing before listening began, and must not be called twice.)
  void stop_if_told() {
    if (stopped && !std::exchange(told, true)) http.stop();
  }

  Answer ask(Question question) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(25);
    for (uint64_t before = 0;;) {
      {
        const std::lock_guard lock(guard);
        before = happened;
      }
      Answer answer = answering(question);
      if (!answer.later) return answer;
      std::unique_lock lock(guard);
      if (!something_new.wait_until(lock, end, [&] { return stopped || happened != before; }) || stopped) question.last = true;
    }
  }

  Answer answer_to(const httplib::Request& request, httplib::Response& response) {
    const std::string host = lower(request.get_header_value("Host"));
    if (request.get_header_value_count("Host") != 1 ||
        std::find(hosts.begin(), hosts.end(), host) == hosts.end())
      return text_answer(
          403, fmt::format("This preview answers only at http://localhost:{}{}\n", port, base));
    const bool person_comes = request.get_header_value("Sec-Fetch-Mode") == "navigate" &&
                              request.get_header_value("Sec-Fetch-Dest") == "document";
    if (request.get_header_value("Sec-Fetch-Site") == "cross-site" && !person_comes)
      return text_answer(403, "This preview does not answer to pages of other sites.\n");
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      return text_answer(405, "This preview only shows pages.\n");
    }
    Question question;
    question.address = request.path;  // which is without the query, and percent-decoded
    for (const auto& [name, value] : request.params) question.words.emplace(name, value);
    return ask(std::move(question));
  }
};

namespace {

// Runs a function between connections and while there are none.
class Crew : public httplib::ThreadPool {
 public:
  explicit Crew(std::function<void()> between) : ThreadPool(32), between_(std::move(between)) {}
  void enqueue(std::function<void()> work) override {
    ThreadPool::enqueue(std::move(work));
    between_();
  }
  void on_idle() override { between_(); }

 private:
  std::function<void()> between_;
};

}  // namespace

Server::Server(const ServerOptions& options, Answering answering) : state_(std::make_unique<State>()) {
  State& s = *state_;
  const int port = options.port;
  s.base = options.start;
  s.answering = std::move(answering);

  if (port < 0 || port > 65535)
    throw Failure(fmt::format("there is no port {}", port), "Ports go from 1 to 65535.");
  if (port != 0)
    if (const int error = trouble_with_port(port)) refuse_port(port, error);

  s.http.set_socket_options([&s](socket_t socket) {
    const int yes = 1;  // no SO_REUSEPORT: two servers would silently share the port
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    s.listening = socket;
  });
  if (port == 0)
    s.port = s.http.bind_to_any_port(loopback);
  else if (s.http.bind_to_port(loopback, port))
    s.port = port;
  if (s.port <= 0) refuse_port(port, EADDRINUSE);
  ::listen(s.listening, 64);  // the library's queue of 5 makes a browser's burst wait for a second

  for (const char* name : {"localhost", loopback, "[::1]"}) {
    s.hosts.push_back(fmt::format("{}:{}", name, s.port));
    if (s.port == 80) s.hosts.emplace_back(name);
  }

  s.http.new_task_queue = [&s] { return new Crew([&s] { s.stop_if_told(); }); };
  s.http.set_idle_interval(0, 20'000);
  // One request a connection: one that waits for a second request holds a thread.
  s.http.set_keep_alive_max_count(1);
  s.http.set_keep_alive_timeout(1);
  s.http.set_read_timeout(5);
  s.http.set_write_timeout(5);
  s.http.set_payload_max_length(8192);
  s.http.set_tcp_nodelay(true);
  s.http.set_default_headers({{policy_header, content_security_policy(Rules::usual)},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cache-Control", "no-store"}});
  s.http.set_pre_routing_handler(
      [&s](const httplib::Request& request, httplib::Response& response) {
        send(s.answer_to(request, response), request, response);
        return httplib::Server::HandlerResponse::Handled;
      });
  s.http.set_exception_handler(
      [](const httplib::Request& request, httplib::Response& response, const std::exception_ptr&) {
        send(text_answer(500, "The preview has met a mistake of its own.\n"), request, response);
      });
}

Server::~Server() {
  if (!state_->ran) ::close(state_->listening);
}

int Server::port() const {
  return state_->port;
}

void Server::something_happened() {
  const std::lock_guard lock(state_->guard);
  ++state_->happened;
  state_->something_new.notify_all();
}

void Server::run() {
  if (state_->stopped) return;
  state_->ran = true;
  state_->http.listen_after_bind();
}

void Server::stop() {
  state_->stopped = true;
  something_happened();
}

}  // namespace offer
