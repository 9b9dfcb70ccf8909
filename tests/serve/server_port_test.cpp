// Where the server can be reached, and by whom.
#include "serve/working_server.h"

#include <doctest/doctest.h>

namespace offer::server_port_test {

using namespace offer::serve_test;

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

}  // namespace offer::server_port_test
