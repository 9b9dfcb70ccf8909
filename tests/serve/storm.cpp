#include "serve/storm.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <memory>
#include <mutex>
#include <numeric>
#include <random>
#include <thread>

#include "base/files.h"
#include "base/run_program.h"
#include "base/text.h"
#include "serve/storm_editor.h"
#include "serve/wire.h"

extern char** environ;

namespace offer {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr const char* today = "2026-11-21";
constexpr milliseconds patience{20'000};  // of a browser for an answer: other work may have the machine

milliseconds since(steady_clock::time_point begin) { return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin); }

// The program under test.
class Serving {
 public:
  Serving(const std::string& program, const fs::path& site, const fs::path& record) {
    const std::string record_path = record.string();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, record_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    std::vector<std::string> words{program, "serve", site.string(), "--port", "0", "--today", today};
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    if (posix_spawn(&process_, program.c_str(), &actions, nullptr, pointers.data(), environ) != 0) process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    for (const auto begin = steady_clock::now(); port_ == 0 && is_alive() && since(begin) < std::chrono::minutes(2);) {
      const std::string said(read_file(record).bytes);
      constexpr std::string_view before = "http://localhost:";
      if (const size_t at = said.find(before); at != std::string::npos && said.find('\n', at) != std::string::npos) port_ = std::stoi(said.substr(at + before.size()));
      else std::this_thread::sleep_for(milliseconds(20));
    }
  }
  ~Serving() {
    if (!is_alive()) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, &status_, 0);
  }

  int port() const { return port_; }
  bool is_alive() {
    if (process_ > 0 && !ended_) ended_ = ::waitpid(process_, &status_, WNOHANG) == process_;
    return process_ > 0 && !ended_;
  }
  // In MB.
  double memory() const {
    std::ifstream status(fmt::format("/proc/{}/status", process_));
    for (std::string word; status >> word;)
      if (word == "VmRSS:" && status >> word) return std::stod(word) / 1024;
    return 0;
  }
  // As Ctrl-C does. False if it did not end well.
  bool end(milliseconds& time) {
    const auto begin = steady_clock::now();
    if (!is_alive()) return false;
    ::kill(process_, SIGINT);
    while (is_alive() && since(begin) < std::chrono::seconds(20)) std::this_thread::sleep_for(milliseconds(2));
    time = since(begin);
    return ended_ && WIFEXITED(status_) && WEXITSTATUS(status_) == 0;
  }

 private:
  pid_t process_ = -1;
  int status_ = 0;
  bool ended_ = false;
  int port_ = 0;
};

class Storm {
 public:
  explicit Storm(const StormSettings& settings) : s_(settings), site_(settings.folder / "site") {}

  StormReport rage() {
    fs::copy(s_.site, site_, fs::copy_options::recursive);
    if (!fresh_build()) return std::move(report_);
    for (const auto& [path, bytes] : built_) addresses_.push_back(path);
    Serving serving(s_.program, site_, s_.folder / "said");
    port_ = serving.port();
    if (port_ == 0) {
      wrong("serve did not begin");
      return std::move(report_);
    }
    StormEditor editor(site_, s_.seed);
    {
      std::vector<std::jthread> browsers;
      for (size_t i = 0; i < s_.browsers; ++i) browsers.emplace_back([this, i] { browse(i); });
      edit(editor, serving);
      if (serving.is_alive()) settle(editor, serving);
      over_ = true;
    }
    judge_memory();
    end(serving);
    return std::move(report_);
  }

 private:
  void wrong(const std::string& words) {
    const std::lock_guard lock(guard_);
    ++report_.count_wrong;
    if (report_.wrong.size() < 30) report_.wrong.push_back(words);
  }

  bool fresh_build() {
    const ProgramRun run = run_program({s_.program, "build", site_.string(), "--out", (s_.folder / "out").string(), "--today", today});
    if (run.status != 0) wrong("the fresh build did not work: " + run.errors.substr(0, 2000) + run.output.substr(0, 500));
    built_.clear();
    if (run.status != 0) return false;
    for (SourceFile& file : read_tree(s_.folder / "out")) built_.emplace(std::move(file.path), file.bytes);
    return true;
  }

  void edit(StormEditor& editor, Serving& serving) {
    std::mt19937_64 chance(s_.seed + 1);
    const auto begin = steady_clock::now();
    auto measured = begin;
    std::ofstream record(s_.folder / "edits");
    while (since(begin) < s_.time && report_.edits < s_.most_edits) {
      record << editor.do_something() << std::endl;
      ++report_.edits;
      // Now and then in a burst, mostly as a person, sometimes with a rest in which everything is made.
      const uint64_t pace = chance() % 10;
      std::this_thread::sleep_for(milliseconds(pace < 3 ? chance() % 10 : pace < 9 ? 20 + chance() % 150 : chance() % 700));
      if (since(measured) >= milliseconds(500)) {
        memory_.push_back(serving.memory());
        measured = steady_clock::now();
        if (!serving.is_alive()) return wrong("serve ended by itself");
      }
    }
  }

  // Waits until what is served is what a fresh build makes.
  void settle(StormEditor& editor, Serving& serving) {
    editor.restore();
    const auto begin = steady_clock::now();
    if (!fresh_build()) return;
    std::vector<std::string> different;
    for (const auto& [path, bytes] : built_)
      if (path != ".local-offer") different.push_back(path);
    // On a busy machine the first round alone may take a minute, so those that differ are asked for a few times more whatever the clock says.
    for (int round = 0; !different.empty() && serving.is_alive() && (round < 5 || since(begin) < std::chrono::minutes(1)); ++round) {
      if (round > 0) std::this_thread::sleep_for(milliseconds(200));
      std::erase_if(different, [&](const std::string& path) { return served(path) == built_.at(path); });
      report_.to_settle = since(begin);
    }
    for (const std::string& path : different) wrong("not as in a fresh build: " + path + ": " + difference(built_.at(path), served(path)));
    report_.compared = built_.size() - different.size();
    for (const std::string& address : editor.gone()) {
      Wire wire(port_);
      wire.ask(percent_encoded(address));
      if (status_of(wire.answer(patience)) != 404) wrong("still there: " + address);
    }
  }

  // Where they begin to differ, with what stands around it.
  static std::string difference(const std::string& expected, const std::string& is) {
    const auto at = static_cast<size_t>(std::mismatch(expected.begin(), expected.end(), is.begin(), is.end()).first - expected.begin());
    const size_t from = at > 80 ? at - 80 : 0;
    return fmt::format("\n  expected …{}…\n  is       …{}…", expected.substr(from, 240), is.substr(std::min(from, is.size()), 240));
  }

  // A file as `build` writes it; "(status N)" if it is not there.
  std::string served(const std::string& path) const {
    std::string address = "/" + path;
    if (address.ends_with("/index.html")) address.resize(address.size() - std::string_view("index.html").size());
    Wire wire(port_);
    wire.ask(percent_encoded(address) + "?as=built");
    const std::string answer = wire.answer(patience);
    return status_of(answer) == 200 || path == "404.html" ? body_of(answer) : fmt::format("(status {})", status_of(answer));
  }

  void judge_memory() {
    const size_t fifth = memory_.size() / 5;
    if (fifth == 0) return;
    const auto mean = [&](size_t from) {
      const auto begin = memory_.begin() + static_cast<std::ptrdiff_t>(from);
      return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(fifth), 0.0) / static_cast<double>(fifth);
    };
    report_.memory_before = mean(fifth);
    report_.memory_after = mean(memory_.size() - fifth);
    if (s_.judge_memory && report_.memory_after > report_.memory_before * 1.1) wrong("the memory has grown");
  }

  void end(Serving& serving) {
    std::vector<std::unique_ptr<Wire>> waiting;
    for (int i = 0; i < 200; ++i) {
      waiting.push_back(std::make_unique<Wire>(port_));
      waiting.back()->ask("/-/wait?for=/&have=");
    }
    if (!serving.end(report_.to_end)) wrong("serve did not end well after Ctrl-C: " + last_words());
    else if (s_.judge_memory && report_.to_end > std::chrono::seconds(1)) wrong("serve took too long to end");
  }

  std::string last_words() const {
    const std::string said(read_file(s_.folder / "said").bytes);
    return said.substr(said.size() - std::min<size_t>(said.size(), 2000));
  }

  void browse(size_t number) {
    std::mt19937_64 chance(s_.seed * 1000 + number);
    while (!over_) {
      const uint64_t kind = chance() % 40;
      if (kind == 0) hang_up(chance());
      else if (kind == 1) talk_nonsense(chance());
      else if (kind == 2) read_slowly(chance());
      else if (kind < 6) wait_for_change(chance());
      else read_pages(chance);
    }
  }

  const std::string& some_address(uint64_t chance) const { return addresses_[chance % addresses_.size()]; }

  // Every answer must be whole and of a kind that makes sense.
  void judge(const std::string& asked, const std::string& answer) {
    const int status = status_of(answer);
    const size_t length = answer.find("Content-Length: ");
    const bool whole = length != std::string::npos && body_of(answer).size() == std::stoul(answer.substr(length + 16));
    // While site.yml or the theme is broken, a page that was not there before is not said to be no page: it cannot be made for now.
    const bool for_now = status == 503 && (asked.find("/-/wait") != std::string::npos || answer.find("cannot be shown") != std::string::npos);
    const bool good = status == 200 || status == 301 || status == 404 || for_now;
    if (!whole || !good) wrong(fmt::format("{}: status {}, {}", asked, status, whole ? "whole" : "not whole: " + answer.substr(0, 300)));
    const std::lock_guard lock(guard_);
    ++report_.answers;
  }

  void read_pages(std::mt19937_64& chance) {
    Wire wire(port_, chance() % 2 == 0 ? "127.0.0.1" : "::1");
    for (uint64_t i = chance() % 8; i < 8 && !over_; ++i) {
      std::string address = "/" + percent_encoded(some_address(chance()));
      if (chance() % 3 == 0 && address.ends_with("index.html")) address.resize(address.size() - std::string_view("index.html").size());
      if (chance() % 20 == 0) address = "/-/pages/";
      wire.ask(address);
      judge(address, wire.answer(patience));
      std::this_thread::sleep_for(milliseconds(chance() % 30));
    }
  }

  void wait_for_change(uint64_t chance) {
    Wire wire(port_);
    const std::string address = "/-/wait?for=/" + percent_encoded(some_address(chance)) + "&have=x";
    wire.ask(address);
    const std::string answer = wire.answer(milliseconds(chance % 3000));
    if (!answer.empty()) judge(address, answer);
  }

  void hang_up(uint64_t chance) {
    Wire wire(port_);
    wire.send(fmt::format("GET /{} HTTP/1.1\r\nHost: loc", some_address(chance)).substr(0, chance % 60));
    if (chance % 2 == 0) std::this_thread::sleep_for(milliseconds(chance % 100));
    odd();
  }

  void read_slowly(uint64_t chance) {
    Wire wire(port_, "127.0.0.1", 4096);
    wire.ask("/" + percent_encoded(some_address(chance)));
    for (int i = 0; i < 5 && !wire.some(milliseconds(200)).empty(); ++i) std::this_thread::sleep_for(milliseconds(50));
    odd();
  }

  void talk_nonsense(uint64_t chance) {
    static const std::vector<std::string> nonsense{
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "GET // HTTP/1.1", "GET /?? HTTP/1.1", "GET /%00 HTTP/1.1", "GET /" + std::string(8192, 'a') + " HTTP/1.1",
        "GET * HTTP/1.1", "POST / HTTP/1.1", "BREW / HTTP/1.1", "GET http://localhost/ HTTP/1.1", "GET / HTTP/1.1\r\n" + replace_all(std::string(200, '.'), ".", "X: y\r\n"),
        "GET / HTTP/1.1\r\nRange: bytes=5-99999999999999999999999", "\x16\x03\x01", std::string("\0\0\0\n\n", 5), "GET /-/wait?for=%00&have=%ff HTTP/1.1"};
    const std::string& words = nonsense[chance % nonsense.size()];
    Wire wire(port_);
    wire.send(words + fmt::format("\r\nHost: localhost:{}\r\n\r\n", port_));
    const std::string answer = wire.answer(milliseconds(words.find("/-/wait") != std::string::npos ? 100 : 5000));
    if (answer.find("root:") != std::string::npos || status_of(answer) == 500) wrong("nonsense was answered: " + answer.substr(0, 200));
    odd();
  }

  void odd() {
    const std::lock_guard lock(guard_);
    ++report_.odd_requests;
  }

  const StormSettings& s_;
  const fs::path site_;
  int port_ = 0;
  std::map<std::string, std::string> built_;  // path -> bytes
  std::vector<std::string> addresses_;        // does not change once the browsers have begun
  std::vector<double> memory_;
  std::atomic<bool> over_{false};
  std::mutex guard_;
  StormReport report_;
};

}  // namespace

StormReport storm(const StormSettings& settings) { return Storm(settings).rage(); }

std::string in_words(const StormReport& r) {
  std::string text;
  for (const std::string& one : r.wrong) text += "wrong: " + one + "\n";
  return text + fmt::format("{} edits, {} whole answers and {} odd requests, {} things wrong; memory {:.1f} MB, then {:.1f} MB ({:+.1f} %); {} files as in a fresh build, "
                            "{} ms after the last edit; ended {} ms after Ctrl-C",
                            r.edits, r.answers, r.odd_requests, r.count_wrong, r.memory_before, r.memory_after,
                            r.memory_before > 0 ? (r.memory_after / r.memory_before - 1) * 100 : 0.0, r.compared, r.to_settle.count(), r.to_end.count());
}

}  // namespace offer
