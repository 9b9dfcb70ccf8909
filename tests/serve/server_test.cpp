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
#include <httplib.h>


#include <doctest/doctest.h>

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

using namespace offer;

namespace {

const std::string home = "<h1>Home</h1>";

const std::map<std::string, std::pair<const char*, std::string>>& files() {
  static const std::map<std::string, std::pair<const char*, std::string>> all{
      {"/", {"text/html; charset=utf-8", home}},
      {"/a b\xC3\xA9/", {"text/html; charset=utf-8", "odd name"}},
      {"/empty.txt", {"text/plain; charset=utf-8", ""}},
      {"/news/", {"text/html; charset=utf-8", "<h1>News</h1>"}},
      {"/sound.mp3", {"audio/mpeg", "0123456789"}},
      {"/style.css", {"text/css; charset=utf-8", "p{}"}}};
  return all;
}

Answer some_answer(const Question& question) {
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

void check_security_headers(const httplib::Response& answer) {
  CHECK(answer.get_header_value("Content-Security-Policy").starts_with("default-src 'none'; "));
  CHECK(answer.get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(answer.get_header_value("Referrer-Policy") == "no-referrer");
  CHECK(answer.get_header_value("Cache-Control") == "no-store");
  CHECK_FALSE(answer.has_header("Access-Control-Allow-Origin"));
}

}  // namespace

TEST_CASE("the server shows each file at its address, with its type") {
  const Working site;
  const std::vector<std::vector<std::string>> expected{
      {"/", "text/html; charset=utf-8", home},
      {"/?from=mail", "text/html; charset=utf-8", home},
      {"/news/", "text/html; charset=utf-8", "<h1>News</h1>"},
      {"/%6Eews/", "text/html; charset=utf-8", "<h1>News</h1>"},
      {"/style.css", "text/css; charset=utf-8", "p{}"},
      {"/empty.txt", "text/plain; charset=utf-8", ""},
      {"/a%20b%C3%A9/", "text/html; charset=utf-8", "odd name"},
  };
  for (const std::vector<std::string>& row : expected) {
    CAPTURE(row[0]);
    const httplib::Response answer = site.get(row[0]);
    CHECK(answer.status == 200);
    CHECK(answer.get_header_value("Content-Type") == row[1]);
    CHECK(answer.body == row[2]);
    check_security_headers(answer);
  }
}

TEST_CASE("HEAD gives the header only") {
  const Working site;
  const httplib::Result answer = site.client().Head("/");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->get_header_value("Content-Length") == std::to_string(home.size()));
  CHECK(answer->body.empty());
  check_security_headers(*answer);
}

TEST_CASE("a redirect says where, safely") {
  const Working site;
  const std::string answer = site.raw("GET /a%20b%C3%A9 HTTP/1.1@");
  CHECK(status_of(answer) == 301);
  CHECK(answer.find("Location: /a%20b%C3%A9/\r\n") != std::string::npos);
}

TEST_CASE("the words of a query are given as they were meant, the first of each name") {
  const Working site;
  CHECK(site.get("/words/?as=print&day=2026-11-21&as=other&%3Cx%3E=a%26b&&=&y").body == "<x>=a&b;as=print;day=2026-11-21;y=;");
  CHECK(site.get("/words/").body.empty());
}

TEST_CASE("an answer says what its page may do, and nobody may do more") {
  const auto policy_of = [](Rules rules) {
    const Working site([rules](const Question&) {
      Answer answer = text_answer(200, "page");
      answer.rules = rules;
      return answer;
    });
    const httplib::Response answer = site.get("/");
    CHECK(answer.get_header_value_count("Content-Security-Policy") == 1);
    return answer.get_header_value("Content-Security-Policy");
  };
  const std::string usual = policy_of(Rules::usual);
  for (const char* part : {"default-src 'none';", "script-src 'self';", "frame-src 'none';", "frame-ancestors 'none'", "base-uri 'none';"})
    CHECK(usual.find(part) != std::string::npos);
  CHECK(policy_of(Rules::no_scripts) == replace_all(usual, "script-src 'self'", "script-src 'none'"));
  CHECK(policy_of(Rules::may_frame) == replace_all(usual, "frame-src 'none'", "frame-src 'self'"));
  CHECK(policy_of(Rules::may_be_framed) == replace_all(usual, "frame-ancestors 'none'", "frame-ancestors 'self'"));
}

TEST_CASE("a mistake of ours is an answer without its details") {
  const Working site;
  const httplib::Response answer = site.get("/mistake/");
  CHECK(answer.status == 500);
  CHECK(answer.body == "The preview has met a mistake of its own.\n");
  check_security_headers(answer);
}

TEST_CASE("only a Host header that names this machine and our port is answered") {
  const Working site;
  const std::string port = std::to_string(site.port());
  for (const std::string& host :
       {"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, "LocalHost:" + port})
    CHECK(site.get("/", {{"Host", host}}).status == 200);
  for (const std::string& host : std::vector<std::string>{
           "localhost", "evil.example:" + port, "evil.example", "localhost.evil.example:" + port,
           "localhost:1", "localhost:" + port + "0", "0.0.0.0:" + port, "127.0.0.1",
           "localhost:" + port + "@evil.example", ""}) {
    CAPTURE(host);
    const httplib::Response answer = site.get("/", {{"Host", host}});
    CHECK(answer.status == 403);
    CHECK(answer.get_header_value("Content-Type") == "text/plain; charset=utf-8");
    check_security_headers(answer);
  }
  CHECK(status_of(site.raw("GET / HTTP/1.1\r\n\r\n")) == 403);
  CHECK(status_of(site.raw("GET / HTTP/1.1\r\nHost: evil.example@")) == 403);
}

TEST_CASE("a page of another site is not answered, a person who follows its link is") {
  const Working site;
  const httplib::Headers fetch{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "no-cors"}};
  CHECK(site.get("/", fetch).status == 403);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "cross-site"}}).status == 403);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "cross-site"},
                       {"Sec-Fetch-Mode", "navigate"},
                       {"Sec-Fetch-Dest", "iframe"}})
            .status == 403);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "cross-site"},
                       {"Sec-Fetch-Mode", "navigate"},
                       {"Sec-Fetch-Dest", "document"}})
            .status == 200);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "same-origin"}}).status == 200);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "none"}}).status == 200);
  // Another program's page on this machine is of the same "site", and still none of ours.
  CHECK(site.get("/", {{"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Mode", "cors"}}).status == 403);
}

TEST_CASE("only GET and HEAD are answered") {
  const Working site;
  httplib::Client client = site.client();
  for (const httplib::Result& answer :
       {client.Post("/", "name=x", "application/x-www-form-urlencoded"),
        client.Put("/", "x", "text/plain"), client.Delete("/"), client.Options("/"),
        client.Patch("/", "x", "text/plain")}) {
    REQUIRE(answer);
    CHECK(answer->status == 405);
    CHECK(answer->get_header_value("Allow") == "GET, HEAD");
    check_security_headers(*answer);
  }
  for (const char* line : {"TRACE / HTTP/1.1@", "CONNECT localhost:1 HTTP/1.1@"})
    CHECK(status_of(site.raw(line)) == 405);
}

TEST_CASE("no request line reaches anything but the outputs") {
  const Working site;
  const std::vector<std::string> targets{
      "/%2e%2e/%2e%2e/etc/passwd",
      "/../../../../etc/passwd",
      "/news/../style.css",
      "/news/%2e%2e/style.css",
      "/news%2f..%2fstyle.css",
      "//etc/passwd",
      "//style.css",
      "/..\\..\\etc\\passwd",
      "/..%5c..%5cetc%5cpasswd",
      "/style.css%00.html",
      "/style.css%00",
      "/%00",
      "/%252e%252e/etc/passwd",
      "/%c0%ae%c0%ae/etc/passwd",
      "/.local-offer",
      "/@fs/etc/passwd",
      "/etc/passwd?raw??",
      "/style.css/",
      "/STYLE.CSS",
      "/%",
      "/%zz",
      "/%u002e%u002e/etc/passwd",
      "http://localhost/style.css",
      "file:///etc/passwd",
      "*",
      "style.css",
      "../etc/passwd",
      "/news%0d%0aX-Evil:%20yes",
  };
  for (const std::string& target : targets) {
    CAPTURE(target);
    std::string request = "GET " + target + " HTTP/1.1";
    request = replace_all(request, "@", "%40") + "@";
    const std::string answer = site.raw(request);
    CHECK((status_of(answer) == 404 || status_of(answer) == 400));
    CHECK(answer.find("root:") == std::string::npos);
    CHECK(answer.find("p{}") == std::string::npos);
    CHECK(answer.find("X-Evil") == std::string::npos);
  }
}

TEST_CASE("requests that are not well formed are refused, and the next one is answered") {
  const Working site;
  const std::string long_text(20'000, 'a');
  for (const std::string& request : std::vector<std::string>{
           std::string("GARBAGE\r\n\r\n"), std::string("GET /\r\n\r\n"),
           std::string("GET / HTTP/9.9@"), "GET /" + long_text + " HTTP/1.1@",
           "GET / HTTP/1.1\r\nX: " + long_text + "@",
           "GET / HTTP/1.1\r\nRange: bytes=99999999999999999999999-@",
           std::string("GET / HTTP/1.1\r\nRange: bytes=x@"), std::string("\0\0\0\r\n\r\n", 7)}) {
    CAPTURE(request.substr(0, 40));
    const std::string answer = site.raw(request);
    CHECK((answer.empty() || status_of(answer) >= 400));
    CHECK(answer.find("<h1>Home") == std::string::npos);
    if (!answer.empty()) CHECK(answer.find("X-Content-Type-Options: nosniff") != std::string::npos);
  }
  CHECK(site.get("/").status == 200);
}

TEST_CASE("a range is cut to the bytes that there are") {
  const Working site;
  const std::vector<std::vector<std::string>> expected{{"bytes=2-4", "206", "234"},
                                                       {"bytes=7-", "206", "789"},
                                                       {"bytes=-3", "206", "789"},
                                                       {"bytes=8-999999", "206", "89"},
                                                       {"bytes=-999999", "206", "0123456789"},
                                                       {"bytes=10-", "200", "0123456789"},
                                                       {"bytes=5000-6000", "200", "0123456789"},
                                                       {"bytes=0-1,4-5", "200", "0123456789"}};
  for (const std::vector<std::string>& row : expected) {
    CAPTURE(row[0]);
    const httplib::Response answer = site.get("/sound.mp3", {{"Range", row[0]}});
    CHECK(std::to_string(answer.status) == row[1]);
    CHECK(answer.body == row[2]);
  }
  CHECK(site.get("/empty.txt", {{"Range", "bytes=5-9"}}).status == 200);
  CHECK(site.get("/none/", {{"Range", "bytes=0-1"}}).body == "<h1>Not here</h1>");
}

TEST_CASE("both of this machine's own addresses are answered, and a program that has only one of them counts") {
  const Working site;
  Wire wire(site.port(), "::1");
  wire.ask("/");
  CHECK(body_of(wire.answer()) == home);
  // Anything that listens: here another server, which has one family for itself by then.
  const int one = ::socket(AF_INET6, SOCK_STREAM, 0);
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_addr = in6addr_loopback;
  REQUIRE(::bind(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::listen(one, 1) == 0);
  socklen_t size = sizeof address;
  ::getsockname(one, reinterpret_cast<sockaddr*>(&address), &size);
  CHECK_THROWS_AS(Server({.port = ntohs(address.sin6_port)}, some_answer), Failure);
  ::close(one);
}

TEST_CASE("a port that is taken is refused, with the next free one") {
  const Working site;
  try {
    const Server second({.port = site.port()}, some_answer);
    FAIL("two servers on one port");
  } catch (const Failure& failure) {
    CHECK(failure.what() == fmt::format("port {} is in use by another program", site.port()));
    CHECK(failure.help().starts_with("Try: local-offer serve --port "));
    const int next = std::stoi(failure.help().substr(30));
    CHECK(next > site.port());
    CHECK(Server({.port = next}, some_answer).port() == next);
  }
}

TEST_CASE("a port can be used again as soon as its server has ended") {
  int port = 0;
  {
    const Working site;
    port = site.port();
    CHECK(site.get("/").status == 200);
  }
  CHECK(Server({.port = port}, some_answer).port() == port);
  CHECK(Server({.port = port}, some_answer).port() == port);
}

TEST_CASE("a port that does not exist is refused") {
  CHECK_THROWS_WITH_AS(Server({.port = 70000}, some_answer), "there is no port 70000", Failure);
}

TEST_CASE("stop before run means that run returns at once") {
  Server server({.port = 0}, some_answer);
  server.stop();
  server.run();
}

namespace {

const std::string secret = "k3vq9x2m7w4b8c5d6f1g0hjnpr";

// A server that is shared with the network. The addresses of its site begin with /send/SECRET/.
ServerOptions shared_options() { return {.port = 0, .start = "/send/" + secret + "/", .secret = secret}; }

}  // namespace

TEST_CASE("unless it is shared, no other device reaches the preview") {
  const Working site;
  CHECK(site.server().addresses_for_others().empty());
  for (const std::string& address : network_addresses()) {
    CAPTURE(address);
    CHECK_FALSE(Wire(site.port(), replace_all(replace_all(address, "[", ""), "]", "")).connected());
  }
}

TEST_CASE("a shared preview shows other devices what stands below its secret, and nothing else") {
  std::vector<Question> asked;
  std::mutex guard;
  Server server(shared_options(), [&](const Question& question) {
    const std::lock_guard lock(guard);
    asked.push_back(question);
    return text_answer(200, question.from_here ? "editor" : "guest");
  });
  const std::jthread thread([&] { server.run(); });
  const auto status = [&](const std::string& host, const std::string& address, const std::string& more = {}) {
    Wire wire(server.port(), host);
    wire.ask(address, more + "Connection: close\r\n");
    return status_of(wire.everything());
  };
  const std::string start = "/send/" + secret + "/";
  // This machine itself is answered everywhere, also where the editor's panel lives.
  CHECK(status("127.0.0.1", "/") == 200);
  CHECK(status("::1", "/-/panel.js") == 200);
  CHECK(status("127.0.0.1", start) == 200);
  const std::vector<std::string> addresses = network_addresses();
  CHECK(server.addresses_for_others().size() == addresses.size());
  for (const std::string& address : addresses) {
    CAPTURE(address);
    const std::string host = replace_all(replace_all(address, "[", ""), "]", "");
    asked.clear();
    CHECK(status(host, start) == 200);
    CHECK(status(host, start + "news/") == 200);
    REQUIRE(asked.size() == 2);
    CHECK_FALSE(asked[1].from_here);
    CHECK(asked[1].address == start + "news/");
    for (const std::string& other : std::vector<std::string>{
             "/", "/send/", "/send/news/", "/-/panel.js", "/send/" + secret.substr(0, 25) + "/", "/send/" + secret, "/" + secret + "/",
             "/send/" + secret + "x/", "/send/" + replace_all(secret, "k", "K") + "/", "/send//" + secret + "/", "/send/?/" + secret + "/",
             "/send/" + secret.substr(0, 25) + "%72x/", "/send/../send/" + secret + "/"})
      CHECK_MESSAGE(status(host, other) == 403, other);
    CHECK(asked.size() == 2);
    // A name that another site may have given to our address is not ours; nor is another address of ours.
    Wire wire(server.port(), host);
    wire.send(fmt::format("GET {} HTTP/1.1\r\nHost: evil.example:{}\r\n\r\n", start, server.port()));
    CHECK(status_of(wire.answer()) == 403);
    wire.send(fmt::format("GET {} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", start, server.port()));
    CHECK(status_of(wire.answer()) == 403);
    CHECK(status(host, start, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n") == 403);
    Wire changes(server.port(), host);
    changes.ask(start, "", "POST");
    CHECK(status_of(changes.answer()) == 405);
  }
  server.stop();
}

TEST_CASE("a preview is not shared without a secret that nobody can guess") {
  CHECK_THROWS_AS(Server({.port = 0, .start = "/short/", .secret = "short"}, some_answer), std::logic_error);
  CHECK_THROWS_AS(Server({.port = 0, .start = "/", .secret = secret}, some_answer), std::logic_error);
}
