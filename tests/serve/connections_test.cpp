// How requests come and answers go, however slowly: on a whole server, with short times.
#include "serve/connections.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "serve/server.h"
#include "serve/site_answer.h"
#include "serve/wire.h"

namespace offer::connections_test {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

ConnectionLimits short_times() {
  ConnectionLimits limits;
  limits.for_head = limits.for_next = limits.for_some = milliseconds(150);
  limits.to_linger = milliseconds(100);
  return limits;
}

// A server whose site is: "/" says "home"; "/large" 20 million bytes; "/wait?seen=N" the number of changes, as soon as it is more than N; "/slow"
// answers when the test lets it.
class Pages {
 public:
  explicit Pages(ConnectionLimits limits = {}) : server_({.port = 0, .limits = limits}, [this](const Question& question) { return answer(question); }) {
    thread_ = std::jthread([this] { server_.run(); });
  }
  ~Pages() {
    let_slow_answer();
    server_.stop();
  }

  int port() const { return server_.port(); }
  Server& server() { return server_; }
  void change() {
    ++changes;
    server_.something_happened();
  }
  void let_slow_answer() {
    const std::lock_guard lock(guard_);
    let_go_ = true;
    let_.notify_all();
  }
  // Waits for a state of the test to be reached; false if it is not within some seconds.
  template <class Reached>
  static bool comes(Reached reached) {
    for (int i = 0; i < 500 && !reached(); ++i) std::this_thread::sleep_for(milliseconds(10));
    return reached();
  }
  // Ends the server; how long that took.
  milliseconds end() {
    const auto begin = steady_clock::now();
    server_.stop();
    thread_.join();
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
  }

  std::atomic<int> changes{0};
  std::atomic<int> asked{0};       // "/wait" was, all in all
  std::atomic<int> asked_slow{0};
  std::atomic<bool> change_while_asked{false};

 private:
  Answer answer(const Question& question) {
    if (question.address == "/") return text_answer(200, "home");
    if (question.address == "/large") return {.status = 200, .type = "text/plain", .bytes = *large_, .keep = large_};
    if (question.address == "/slow") {
      ++asked_slow;
      std::unique_lock lock(guard_);
      let_.wait(lock, [&] { return let_go_; });
      return text_answer(200, "slow");
    }
    if (question.address != "/wait") return text_answer(404, "no");
    ++asked;
    const int seen = std::stoi(question.words.at("seen"));
    const int now = changes;
    if (change_while_asked.exchange(false)) change();  // behind our back
    if (now <= seen && !question.last) return {.later = true};
    return text_answer(200, fmt::format("{}{}", now, question.last ? " (last)" : ""));
  }

  std::shared_ptr<const std::string> large_ = std::make_shared<const std::string>(20'000'000, 'x');
  std::mutex guard_;
  std::condition_variable let_;
  bool let_go_ = false;
  Server server_;
  std::jthread thread_;
};

}  // namespace

TEST_CASE("a request may come byte by byte") {
  const Pages site;
  Wire wire(site.port());
  for (const char c : fmt::format("GET / HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", site.port())) wire.send({&c, 1});
  CHECK(body_of(wire.answer()) == "home");
}

TEST_CASE("a connection is used for one request after the other, also when they come at once") {
  const Pages site;
  Wire wire(site.port());
  for (int i = 0; i < 3; ++i) {
    wire.ask("/");
    CHECK(body_of(wire.answer()) == "home");
  }
  wire.ask("/none");
  wire.ask("/");
  CHECK(status_of(wire.answer()) == 404);
  CHECK(body_of(wire.answer()) == "home");
  wire.ask("/", "Connection: close\r\n");
  CHECK(body_of(wire.answer()) == "home");
  CHECK(wire.is_closed());
}

TEST_CASE("a browser of old times gets one answer and the end") {
  const Pages site;
  Wire wire(site.port());
  wire.send(fmt::format("GET / HTTP/1.0\r\nHost: localhost:{}\r\n\r\n", site.port()));
  CHECK(body_of(wire.everything()) == "home");
  CHECK(wire.is_closed());
}

TEST_CASE("a request that does not come to its end in time is refused, and a silent connection closed") {
  const Pages site(short_times());
  Wire slow(site.port());
  slow.send("GET / HTT");
  Wire silent(site.port());
  Wire drops(site.port());  // a byte now and then does not help
  for (int i = 0; i < 10; ++i) {
    drops.send("X");
    std::this_thread::sleep_for(milliseconds(25));
  }
  CHECK(status_of(slow.everything()) == 408);
  CHECK(status_of(drops.everything()) == 408);
  CHECK(silent.everything().empty());
  CHECK(silent.is_closed());
}

TEST_CASE("what is too long or no request is refused, as soon as that can be seen") {
  const Pages site;
  const std::string host = fmt::format("Host: localhost:{}\r\n", site.port());
  const std::vector<std::pair<std::string, int>> requests{
      {"GET /" + std::string(8192, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
      {"GET /" + std::string(8192, 'a'), 414},  // not even a whole line
      {"GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
      {"GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'a'), 431},
      {"GET / HTTP/1.1\r\n" + host + replace_all(std::string(150, '.'), ".", "X: y\r\n") + "\r\n", 431},
      {"GET / HTTP/1.1\r\n" + host + std::string("X: a\0b\r\n\r\n", 10), 400},
      {std::string("GET /\0 HTTP/1.1\r\n", 17) + host + "\r\n", 400},
      {"GET / HTTP/1.1\n" + replace_all(host, "\r", "") + "\n", 400},
      {"GET /a\tb HTTP/1.1\r\n" + host + "\r\n", 404},
      {"\r\n\r\n", 400},
      {"BREW / HTTP/1.1\r\n" + host + "\r\n", 400},
      {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 13), 400}};  // a browser that was told https://
  for (const auto& [request, status] : requests) {
    CAPTURE(request.substr(0, 40));
    Wire wire(site.port());
    wire.send(request);
    const std::string answer = wire.answer();
    CHECK(status_of(answer) == status);
    if (status != 404) CHECK(wire.is_closed());
    CHECK(answer.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
  }
}

TEST_CASE("what is sent with a request is not taken for the next one") {
  const Pages site;
  const std::string inside = fmt::format("GET /none HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", site.port());
  for (const std::string& more : {fmt::format("Content-Length: {}\r\n", inside.size()), std::string("Transfer-Encoding: chunked\r\n")}) {
    for (const char* method : {"GET", "POST"}) {
      Wire wire(site.port());
      wire.ask("/", more, method);
      wire.send(inside);
      const std::string all = wire.everything();
      CHECK(status_of(all) == (method[0] == 'G' ? 200 : 405));
      CHECK(all.find("HTTP/1.1", 1) == std::string::npos);
      CHECK(wire.is_closed());
    }
  }
  Wire wire(site.port());
  wire.ask("/", "Expect: 100-continue\r\nContent-Length: 5\r\n", "POST");
  const std::string all = wire.everything();
  CHECK(status_of(all) == 417);
  CHECK(all.find("HTTP/1.1", 1) == std::string::npos);
}

TEST_CASE("a large upload is refused, and the refusal arrives") {
  const Pages site;
  Wire wire(site.port());
  wire.ask("/", "Content-Length: 3000000\r\n", "POST");
  wire.send(std::string(3'000'000, 'x'));
  CHECK(status_of(wire.everything()) == 405);
}

TEST_CASE("two hundred pages that wait for changes hold no thread, keep nobody waiting, and all hear of a change") {
  Pages site;
  std::vector<std::unique_ptr<Wire>> tabs;
  for (int i = 0; i < 200; ++i) {
    tabs.push_back(std::make_unique<Wire>(site.port()));
    tabs.back()->ask("/wait?seen=0");
  }
  REQUIRE(Pages::comes([&] { return site.asked == 200; }));
  const auto begin = steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    Wire wire(site.port());
    wire.ask("/");
    CHECK(body_of(wire.answer()) == "home");
  }
  CHECK(steady_clock::now() - begin < milliseconds(1000));
  site.change();
  for (const auto& tab : tabs) CHECK(body_of(tab->answer()) == "1");
  // And the same connections may wait again.
  tabs[7]->ask("/wait?seen=1");
  CHECK(tabs[7]->some(milliseconds(50)).empty());
  site.change();
  CHECK(body_of(tabs[7]->answer()) == "2");
}

TEST_CASE("a change between a question and its waiting is not lost") {
  Pages site;
  site.change_while_asked = true;
  Wire wire(site.port());
  wire.ask("/wait?seen=0");
  CHECK(body_of(wire.answer(milliseconds(2000))) == "1");
}

TEST_CASE("a question waits so long and no longer") {
  ConnectionLimits limits;
  limits.for_question = milliseconds(80);
  const Pages site(limits);
  Wire wire(site.port());
  wire.ask("/wait?seen=0");
  CHECK(body_of(wire.answer()) == "0 (last)");
}

TEST_CASE("a page that was closed waits no longer, and too many that wait are refused") {
  ConnectionLimits limits;
  limits.waiting = 2;
  const Pages site(limits);
  auto first = std::make_unique<Wire>(site.port());
  first->ask("/wait?seen=0");
  REQUIRE(Pages::comes([&] { return site.asked == 1; }));
  Wire second(site.port());
  second.ask("/wait?seen=0");
  REQUIRE(Pages::comes([&] { return site.asked == 2; }));
  Wire third(site.port());
  third.ask("/wait?seen=0");
  const std::string answer = third.answer();
  CHECK(status_of(answer) == 503);
  CHECK(answer.find("\r\nRetry-After: 10\r\n") != std::string::npos);
  first.reset();
  CHECK(Pages::comes([&] {
    Wire again(site.port());
    again.ask("/wait?seen=0");
    return again.some(milliseconds(50)).empty();
  }));
}

TEST_CASE("a slow reader gets the whole, one that takes nothing is closed, and neither holds a thread") {
  ConnectionLimits limits = short_times();
  const Pages site(limits);
  std::vector<std::unique_ptr<Wire>> stuck;
  for (int i = 0; i < 20; ++i) {
    stuck.push_back(std::make_unique<Wire>(site.port(), "127.0.0.1", 4096));
    stuck.back()->ask("/large");
  }
  Wire slow(site.port());
  slow.ask("/large");
  const std::string begin_of_slow = slow.some();
  const auto begin = steady_clock::now();
  Wire quick(site.port());
  quick.ask("/");
  CHECK(body_of(quick.answer()) == "home");
  CHECK(steady_clock::now() - begin < milliseconds(500));
  std::string all = begin_of_slow;
  const size_t whole = all.find("\r\n\r\n") + 4 + 20'000'000;
  for (std::string more = slow.some(); !more.empty(); more = all.size() < whole ? slow.some(milliseconds(1000)) : std::string()) all += more;
  CHECK(body_of(all).size() == 20'000'000);
  std::this_thread::sleep_for(milliseconds(200));
  for (const auto& one : stuck) CHECK(one->everything().size() < 20'000'000);
}

TEST_CASE("a flood of connections pushes out the silent ones, not a reader") {
  ConnectionLimits limits;
  limits.open = 20;
  Pages site(limits);
  Wire waits(site.port());
  waits.ask("/wait?seen=0");
  REQUIRE(Pages::comes([&] { return site.asked == 1; }));
  std::vector<std::unique_ptr<Wire>> silent;
  for (int i = 0; i < 200; ++i) {
    silent.push_back(std::make_unique<Wire>(site.port()));
    if (i % 3 == 0) silent.back()->send("GET / HTTP/1.1\r\nX: y");
  }
  Wire wire(site.port());
  wire.ask("/");
  CHECK(body_of(wire.answer()) == "home");
  CHECK(silent.front()->is_closed());
  site.change();
  CHECK(body_of(waits.answer()) == "1");  // it had more to say
}

TEST_CASE("the server ends within a second with all its threads, whoever waits") {
  for (const bool slow_work : {false, true}) {
    Pages site;
    std::vector<std::unique_ptr<Wire>> tabs;
    for (int i = 0; i < 200; ++i) {
      tabs.push_back(std::make_unique<Wire>(site.port()));
      tabs.back()->ask("/wait?seen=0");
    }
    Wire silent(site.port());
    Wire stuck(site.port(), "127.0.0.1", 4096);
    stuck.ask("/large");
    Wire asked(site.port());
    if (slow_work) asked.ask("/slow");
    REQUIRE(Pages::comes([&] { return site.asked == 200 && (!slow_work || site.asked_slow == 1); }));
    std::jthread later([&] {
      std::this_thread::sleep_for(milliseconds(200));
      site.let_slow_answer();
    });
    CHECK(site.end() < milliseconds(1000));
    if (slow_work) CHECK(body_of(asked.everything()) == "slow");  // what was being answered is answered
    CHECK(tabs.front()->everything().empty());
  }
}

TEST_CASE("several thousand requests of many threads get whole answers") {
  const Pages site;
  std::atomic<int> whole{0};
  {
    std::vector<std::jthread> clients;
    for (int c = 0; c < 10; ++c)
      clients.emplace_back([&, c] {
        for (int i = 0; i < 30; ++i) {
          Wire wire(site.port(), c % 2 == 0 ? "127.0.0.1" : "::1");
          for (int k = 0; k < 10; ++k) {
            wire.ask("/");
            if (body_of(wire.answer()) == "home") ++whole;
          }
        }
      });
  }
  CHECK(whole == 3000);
}

}  // namespace offer::connections_test
