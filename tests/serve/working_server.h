// A server at work, with a few answers, for the tests of the server.
#pragma once

#include "serve/server.h"

// As in serve/server.cpp, and for the same reason.
#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#define CPPHTTPLIB_OPENSSL_SUPPORT
#endif
#ifndef CPPHTTPLIB_ZLIB_SUPPORT
#define CPPHTTPLIB_ZLIB_SUPPORT
#endif
#ifndef CPPHTTPLIB_BROTLI_SUPPORT
#define CPPHTTPLIB_BROTLI_SUPPORT
#endif
#include <doctest/doctest.h>
#include <httplib.h>


#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/failure.h"
#include "base/text.h"
#include "serve/port.h"
#include "serve/site_answer.h"
#include "serve/wire.h"


namespace offer::serve_test {

inline const std::string home = "<h1>Home</h1>";

inline const std::map<std::string, std::pair<const char*, std::string>>& files() {
  static const std::map<std::string, std::pair<const char*, std::string>> all{
      {"/", {"text/html; charset=utf-8", home}},
      {"/a b\xC3\xA9/", {"text/html; charset=utf-8", "odd name"}},
      {"/empty.txt", {"text/plain; charset=utf-8", ""}},
      {"/news/", {"text/html; charset=utf-8", "<h1>News</h1>"}},
      {"/sound.mp3", {"audio/mpeg", "0123456789"}},
      {"/style.css", {"text/css; charset=utf-8", "p{}"}}};
  return all;
}

inline Answer some_answer(const Question& question) {
  if (question.address == "/a b\xC3\xA9") return redirect_answer(301, "/a b\xC3\xA9/");
  if (question.address == "/words/") {
    std::string words;
    for (const auto& [name, value] : question.words) words += name + "=" + value + ";";
    return text_answer(200, words);
  }
  if (question.address == "/mistake/") throw std::runtime_error("secret words");
  const auto found = files().find(question.address);
  if (found == files().end()) return text_answer(404, "<h1>Not here</h1>");
  return {.status = 200, .type = found->second.first, .bytes = found->second.second, .keep = nullptr};
}

// A server at work in a thread of its own.
class Working {
 public:
  explicit Working(Server::Answering answering = some_answer) : server_({.port = 0}, std::move(answering)) {
    thread_ = std::jthread([this] { server_.run(); });
  }
  ~Working() { server_.stop(); }

  const Server& server() const { return server_; }
  int port() const { return server_.port(); }

  httplib::Client client() const {
    httplib::Client client("127.0.0.1", port());
    client.set_read_timeout(3);
    return client;
  }
  httplib::Response get(const std::string& address, const httplib::Headers& headers = {}) const {
    const httplib::Result result = client().Get(address, headers);
    REQUIRE_MESSAGE(result, httplib::to_string(result.error()));
    return *result;
  }

  // Sends bytes as they are and gives the whole answer. "@" in them becomes our Host line and the
  // end of the header.
  std::string raw(const std::string& bytes) const {
    Wire wire(port());
    wire.send(replace_all(bytes, "@", fmt::format("\r\nHost: localhost:{}\r\n\r\n", port())));
    wire.send_no_more();
    return wire.everything();
  }

 private:
  Server server_;
  std::jthread thread_;
};

inline void check_security_headers(const httplib::Response& answer) {
  CHECK(answer.get_header_value("Content-Security-Policy").starts_with("default-src 'none'; "));
  CHECK(answer.get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(answer.get_header_value("Referrer-Policy") == "no-referrer");
  CHECK(answer.get_header_value("Cache-Control") == "no-store");
  CHECK_FALSE(answer.has_header("Access-Control-Allow-Origin"));
}

}  // namespace offer::serve_test
