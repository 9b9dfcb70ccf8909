#include "serve/server.h"

// Debian's library is compiled, and these macros change the layout of its classes: without those that it was built with (pkg-config --cflags
// cpp-httplib), memory is corrupted. Its other macros have no effect for us.
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

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "base/text.h"
#include "serve/port.h"
#include "serve/site_answer.h"

namespace offer {

namespace {

// What a page may do. Only our own files, always; the rest as the answer asks for it.
std::string content_security_policy(Rules rules) {
  return fmt::format(
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src {}; connect-src 'self'; media-src 'self'; frame-src {}; "
      "base-uri 'none'; form-action 'self'; frame-ancestors {}",
      rules == Rules::no_scripts ? "'none'" : "'self'", rules == Rules::may_frame ? "'self'" : "'none'",
      rules == Rules::may_be_framed ? "'self'" : "'none'");
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> headers_of_all{{{"Cross-Origin-Resource-Policy", "same-origin"},
                                                                                      {"X-Content-Type-Options", "nosniff"},
                                                                                      {"Referrer-Policy", "no-referrer"},
                                                                                      {"Cache-Control", "no-store"}}};

constexpr size_t shortest_secret = 22;  // of letters and digits: 128 bits

// Two texts, compared in a time that does not tell where they differ.
bool same_secret(std::string_view given, std::string_view ours) {
  if (given.size() != ours.size()) return false;
  unsigned difference = 0;
  for (size_t i = 0; i < ours.size(); ++i) difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(ours[i]);
  return difference == 0;
}

// A whole answer to what is no request. status: see Connections::Refusal.
std::string refusal(int status) {
  constexpr std::array<std::pair<int, std::pair<const char*, const char*>>, 5> kinds{
      {{400, {"Bad Request", "This is not a request that a browser sends.\n"}},
       {408, {"Request Timeout", "The request did not come to its end.\n"}},
       {414, {"URI Too Long", "No address here is that long.\n"}},
       {431, {"Request Header Fields Too Large", "The request is too large.\n"}},
       {503, {"Service Unavailable", "Too many pages wait for changes. Close some.\n"}}}};
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == status; });
  const std::string_view words = kind->second.second;
  std::string text = fmt::format("HTTP/1.1 {} {}\r\nContent-Security-Policy: {}\r\n", status, kind->second.first, content_security_policy(Rules::usual));
  for (const auto& [name, value] : headers_of_all) text += fmt::format("{}: {}\r\n", name, value);
  if (status == 503) text += "Retry-After: 10\r\n";
  return text + fmt::format("Connection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\r\n{}", words.size(), words);
}

// The one range that a request asks for, cut to `size` bytes; nothing if it asks for none, for several, or for what is not there: then it gets the
// whole. A pair of first and last byte; -1 is "not said".
httplib::Ranges range_within(const httplib::Ranges& asked, size_t size) {
  if (asked.size() != 1) return {};
  const auto end = static_cast<ssize_t>(size);
  auto [first, last] = asked.front();
  if (first < 0) first = std::max<ssize_t>(0, end - last), last = end - 1;
  if (last < 0 || last >= end) last = end - 1;
  if (first > last) return {};
  return {{first, last}};
}

// What the library reads from and writes to in place of a socket: the head that came, and what will be said.
class Paper : public httplib::Stream {
 public:
  explicit Paper(std::string_view head) : left_(head) {}

  // From here on, what is written out of these bytes is not copied.
  void body_comes_from(std::string_view bytes) { source_ = bytes; }
  Said take() { return std::move(said_); }

  bool is_readable() const override { return !left_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    const size_t count = left_.copy(to, size);
    left_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, size_t size) override {
    const std::less_equal<const char*> before;
    const bool of_body = before(source_.data(), from) && before(from + size, source_.data() + source_.size());
    if (of_body && said_.body.empty()) said_.body = {from, size};
    else if (of_body && said_.body.data() + said_.body.size() == from) said_.body = {said_.body.data(), said_.body.size() + size};
    else said_.head.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& address, int& port) const override { address.clear(), port = 0; }
  void get_local_ip_and_port(std::string& address, int& port) const override { address.clear(), port = 0; }
  socket_t socket() const override { return 0; }  // the library only looks whether its number is small

 private:
  std::string_view left_;
  std::string_view source_;
  Said said_;
};

// One request and its answer, in the library's words. It lives for one request, and has no socket.
class Exchange : private httplib::Server {
 public:
  using Answering = std::function<Answer(const httplib::Request&, httplib::Response&)>;

  Said said_to(const Heard& heard, const Answering& answering) {
    Paper paper(heard.head);
    Answer answer;
    bool refused = true;  // by the library, before it asked us
    bool one_more = false;
    svr_sock_ = 0;  // without one, the library would believe that it is ending, and write no body
    httplib::Headers headers(headers_of_all.begin(), headers_of_all.end());
    headers.emplace(policy, content_security_policy(Rules::usual));
    set_default_headers(std::move(headers));
    set_keep_alive_timeout(15);
    set_keep_alive_max_count(1000);
    set_expect_100_continue_handler([](const httplib::Request&, httplib::Response& response) {
      response.status = 417;
      return 0;  // neither "go on" nor the library's own refusal, behind which it would answer once more
    });
    set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& response) {
      refused = false;
      // What is sent with a request (which needs no body) is not read, so the next request could not be found.
      one_more = (request.method == "GET" || request.method == "HEAD") && !request.has_header("Content-Length") && !request.has_header("Transfer-Encoding");
      if (!one_more) response.set_header("Connection", "close");
      try {
        answer = answering(request, response);
      } catch (const std::exception&) {
        answer = text_answer(500, "The preview has met a mistake of its own.\n");
      }
      paper.body_comes_from(answer.bytes);
      give(answer, request, response);
      return HandlerResponse::Handled;
    });
    bool closed = false;
    const bool written = process_request(paper, false, closed, nullptr);
    Said said = paper.take();
    said.later = answer.later;
    said.close = refused || closed || !one_more || !written;
    said.keep = std::move(answer.keep);
    return said;
  }

 private:
  static constexpr const char* policy = "Content-Security-Policy";

  // Through a provider: a body that the library holds is copied, and compressed slowly.
  static void give(const Answer& answer, const httplib::Request& request, httplib::Response& response) {
    // The library trusts ranges and would read beyond the end of the bytes, so it gets to see only one that we checked. (It hands us as const what it
    // made as not const.)
    httplib::Ranges& ranges = const_cast<httplib::Request&>(request).ranges;
    ranges = answer.status == 200 ? range_within(ranges, answer.bytes.size()) : httplib::Ranges{};
    response.status = ranges.empty() ? answer.status : 206;
    if (!answer.location.empty()) response.set_header("Location", answer.location);
    response.headers.erase(policy);  // two of them would both hold
    response.set_header(policy, content_security_policy(answer.rules));
    if (answer.bytes.empty()) {
      response.set_content("", answer.type);
      return;
    }
    response.set_content_provider(answer.bytes.size(), answer.type, [bytes = answer.bytes](size_t from, size_t count, httplib::DataSink& sink) {
      const std::string_view part = bytes.substr(std::min(from, bytes.size()), count);
      return !part.empty() && sink.write(part.data(), part.size());
    });
  }
};

}  // namespace

struct Server::State {
  const ServerOptions options;
  const Answering answering;
  const Port port;
  const std::vector<std::string> names = network_names();
  Connections connections;

  State(ServerOptions chosen, Answering answers)
      : options(checked(std::move(chosen))),
        answering(std::move(answers)),
        port(options.port, !options.secret.empty()),
        connections(port.sockets(), options.limits, [this](const Heard& heard) { return reply(heard); }, refusal) {}

  static ServerOptions checked(ServerOptions chosen) {
    if (!chosen.secret.empty() && (chosen.secret.size() < shortest_secret || chosen.start.find("/" + chosen.secret + "/") == std::string::npos))
      throw std::logic_error("a shared preview needs a long secret in its address");
    return chosen;
  }

  Said reply(const Heard& heard) {
    try {
      return Exchange().said_to(heard, [&](const httplib::Request& request, httplib::Response& response) { return answer_to(request, response, heard); });
    } catch (const std::exception&) {  // the library throws at a number that is too long
      Said said;
      said.head = refusal(400);
      said.close = true;
      return said;
    }
  }

  bool is_ours(const std::string& host, const Heard& heard) const {
    const auto is = [&](std::string_view name) { return host == fmt::format("{}:{}", name, port.number()) || (port.number() == 80 && host == name); };
    if (heard.from_here) return is("localhost") || is("127.0.0.1") || is("[::1]");
    return is(heard.our_address) || std::any_of(names.begin(), names.end(), is);
  }

  // "/send/SECRET/…", up to the end of the secret.
  bool has_secret(std::string_view address) const {
    if (options.secret.empty()) return false;
    const size_t end = options.start.find("/" + options.secret + "/") + options.secret.size() + 2;
    return same_secret(address.substr(0, end), std::string_view(options.start).substr(0, end));
  }

  Answer answer_to(const httplib::Request& request, httplib::Response& response, const Heard& heard) const {
    if (request.get_header_value_count("Host") != 1 || !is_ours(lower(request.get_header_value("Host")), heard))
      return text_answer(403, heard.from_here ? fmt::format("This preview answers only at http://localhost:{}{}\n", port.number(), options.start)
                                              : "This preview does not answer under this name.\n");
    const std::string from = request.get_header_value("Sec-Fetch-Site");
    const bool person_comes = request.get_header_value("Sec-Fetch-Mode") == "navigate" && request.get_header_value("Sec-Fetch-Dest") == "document";
    if ((from == "cross-site" || from == "same-site") && !person_comes) return text_answer(403, "This preview does not answer to pages of other sites.\n");
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      return text_answer(405, "This preview only shows pages.\n");
    }
    if (!heard.from_here && !has_secret(request.path))
      return text_answer(403, "This preview is shown only at its whole address. Ask the person who shared it with you.\n");
    Question question;
    question.address = request.path;  // which is without the query, and percent-decoded
    for (const auto& [name, value] : request.params) question.words.emplace(name, value);
    question.from_here = heard.from_here;
    question.last = heard.last;
    return answering(question);
  }
};

Server::Server(ServerOptions options, Answering answering) : state_(std::make_unique<State>(std::move(options), std::move(answering))) {}

Server::~Server() = default;

int Server::port() const { return state_->port.number(); }

std::vector<std::string> Server::addresses_for_others() const {
  std::vector<std::string> all;
  if (!state_->options.secret.empty())
    for (const std::string& address : network_addresses()) all.push_back(fmt::format("http://{}:{}{}", address, port(), state_->options.start));
  return all;
}

void Server::run() { state_->connections.run(); }

void Server::stop() { state_->connections.stop(); }

void Server::something_happened() { state_->connections.something_happened(); }

}  // namespace offer
