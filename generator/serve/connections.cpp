#include "serve/connections.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/failure.h"
#include "serve/crew.h"
#include "serve/port.h"

namespace offer {

namespace {

using Clock = std::chrono::steady_clock;

// Where a head ends, or npos. A bare "\n\n" ends one too: it is wrong, and will be refused, but nothing more will come.
size_t end_of_head(std::string_view text) {
  const size_t right = text.find("\r\n\r\n");
  const size_t wrong = text.find("\n\n");
  return std::min(right == std::string_view::npos ? right : right + 4, wrong == std::string_view::npos ? wrong : wrong + 2);
}

// 0, or how a head is refused that is not even looked at. whole: it has come to its end.
int trouble_with_head(std::string_view head, bool whole, const ConnectionLimits& limits) {
  if (std::min(head.find('\n'), head.size()) > limits.line_bytes) return 414;
  if (head.size() > limits.head_bytes) return 431;
  if (!whole) return 0;
  if (static_cast<size_t>(std::count(head.begin(), head.end(), '\n')) > limits.head_lines + 2) return 431;
  const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\r' && c != '\n' && c != '\t') || c == 0x7f; };
  return std::any_of(head.begin(), head.end(), is_control) ? 400 : 0;
}

}  // namespace

struct Connections::State {
  enum class Phase { lingering, reading, waiting, writing, asked };  // in the order in which they have to go when there are too many

  struct Connection {
    int socket = -1;
    Phase phase = Phase::reading;
    Clock::time_point end;       // of what the phase may take
    Clock::time_point end_of_all;  // of the answer, or of the question's waiting
    bool from_here = true;
    std::string our_address;
    bool used = false;           // it has had an answer before
    std::string in;              // what was read and not yet looked at
    std::shared_ptr<const Heard> heard;
    Said out;
    size_t sent = 0;             // of out.head and out.body together
  };

  struct Done {
    uint64_t connection = 0;
    uint64_t happened = 0;  // when the question was asked
    Said said;
  };

  const std::vector<int> listening;
  const ConnectionLimits limits;
  const Reply reply;
  const Refusal refusal;
  const int alarm = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);  // wakes the thread of run()
  std::atomic<bool> stopped{false};
  std::atomic<uint64_t> happened{0};

  std::mutex guard;
  std::vector<Done> done;  // under guard; by the crew

  // The rest: of the thread of run().
  std::map<uint64_t, Connection> all;  // in the order in which they came
  uint64_t next = 0;
  size_t waiting = 0;
  uint64_t seen_happened = 0;
  Clock::time_point now;
  Clock::time_point no_accept_until;
  std::optional<Clock::time_point> end;
  std::vector<pollfd> polled;
  std::vector<uint64_t> of_polled;
  std::unique_ptr<Crew> crew;

  State(std::vector<int> sockets, ConnectionLimits allowed, Reply answers, Refusal refuses)
      : listening(std::move(sockets)), limits(allowed), reply(std::move(answers)), refusal(std::move(refuses)) {
    if (alarm < 0) throw Failure("the system gives us no more files to open", "Close other programs and try again.");
  }
  ~State() {
    crew.reset();
    for (auto& [number, one] : all) ::close(one.socket);
    ::close(alarm);
  }

  void wake() const {
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t ignored = ::write(alarm, &one, sizeof one);
  }

  void enter(Connection& one, Phase phase, ConnectionLimits::Time time) {
    if (one.phase == Phase::waiting) --waiting;
    if (phase == Phase::waiting) ++waiting;
    one.phase = phase;
    one.end = now + time;
  }

  // What a phase has to say about its connection.
  enum class Still { open, closed };

  Still ask(uint64_t number, Connection& one, bool again) {
    enter(one, Phase::asked, {});
    const auto work = [this, number, heard = one.heard] {
      const uint64_t before = happened;
      Done result{number, before, reply(*heard)};
      {
        const std::lock_guard lock(guard);
        done.push_back(std::move(result));
      }
      wake();
    };
    if (again) crew->give_later(work);
    else crew->give(work);
    return Still::open;
  }

  Still say(uint64_t number, Connection& one, Said said) {
    one.out = std::move(said);
    one.sent = 0;
    enter(one, Phase::writing, limits.for_some);
    one.end_of_all = now + limits.for_answer;
    return write(number, one);
  }

  Still refuse(uint64_t number, Connection& one, int status) {
    Said said;
    said.head = refusal(status);
    said.close = true;
    return say(number, one, std::move(said));
  }

  // Reads what has come. The buffer never holds much more than a head.
  Still read(uint64_t number, Connection& one) {
    std::array<char, 8192> part;
    const ssize_t got = ::recv(one.socket, part.data(), part.size(), 0);
    if (got == 0) return Still::closed;
    if (got < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Still::open : Still::closed;
    if (one.phase == Phase::lingering) return Still::open;  // nobody wants to know
    if (one.in.empty() && one.phase == Phase::reading) enter(one, Phase::reading, limits.for_head);
    one.in.append(part.data(), static_cast<size_t>(got));
    if (one.phase == Phase::waiting) return one.in.size() > limits.head_bytes ? Still::closed : Still::open;
    return take_head(number, one);
  }

  Still take_head(uint64_t number, Connection& one) {
    const size_t end_here = end_of_head(one.in);
    const bool whole = end_here != std::string::npos;
    const std::string_view head = std::string_view(one.in).substr(0, end_here);
    if (const int status = trouble_with_head(head, whole, limits)) return refuse(number, one, status);
    if (!whole) return Still::open;
    one.heard = std::make_shared<const Heard>(Heard{std::string(head), one.from_here, one.our_address});
    one.in.erase(0, end_here);
    one.end_of_all = now + limits.for_question;
    return ask(number, one, false);
  }

  Still take_answer(uint64_t number, Connection& one, Done&& answer) {
    if (!answer.said.later) return say(number, one, std::move(answer.said));
    if (one.heard->last || waiting >= limits.waiting) return refuse(number, one, 503);
    if (answer.happened != happened) return ask(number, one, true);
    enter(one, Phase::waiting, {});
    one.end = one.end_of_all;
    return Still::open;
  }

  Still write(uint64_t number, Connection& one) {
    const size_t size = one.out.head.size() + one.out.body.size();
    while (one.sent < size) {
      const std::string_view head = std::string_view(one.out.head).substr(std::min(one.sent, one.out.head.size()));
      const std::string_view body = one.out.body.substr(std::max(one.sent, one.out.head.size()) - one.out.head.size());
      std::array<iovec, 2> parts{{{const_cast<char*>(head.data()), head.size()}, {const_cast<char*>(body.data()), body.size()}}};
      msghdr message{};
      message.msg_iov = parts.data();
      message.msg_iovlen = parts.size();
      const ssize_t sent = ::sendmsg(one.socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Still::open : Still::closed;
      one.sent += static_cast<size_t>(sent);
      one.end = std::min(now + limits.for_some, one.end_of_all);
    }
    const bool close = one.out.close || end.has_value();
    one.out = {};
    one.heard.reset();
    one.used = true;
    if (close) {
      ::shutdown(one.socket, SHUT_WR);
      one.in.clear();
      enter(one, Phase::lingering, limits.to_linger);
      return end ? Still::closed : Still::open;
    }
    enter(one, Phase::reading, limits.for_next);
    return one.in.empty() ? Still::open : take_head(number, one);
  }

  Still time_is_over(uint64_t number, Connection& one) {
    if (one.phase == Phase::waiting) {
      Heard last = *one.heard;
      last.last = true;
      one.heard = std::make_shared<const Heard>(std::move(last));
      return ask(number, one, true);
    }
    if (one.phase == Phase::reading && !one.in.empty()) return refuse(number, one, 408);
    return Still::closed;
  }

  void close(uint64_t number) {
    const auto found = all.find(number);
    if (found->second.phase == Phase::waiting) --waiting;
    ::close(found->second.socket);
    all.erase(found);
  }

  void close_if(Still still, uint64_t number) {
    if (still == Still::closed) close(number);
  }

  // The one that matters least: it has been silent for long.
  bool let_one_go() {
    const auto matters = [](const auto& entry) { return std::pair(entry.second.phase, entry.second.phase == Phase::reading && !entry.second.used); };
    const auto least = std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) { return matters(a) < matters(b); });
    if (least == all.end() || least->second.phase == Phase::asked) return false;
    close(least->first);
    return true;
  }

  void accept_from(int socket) {
    for (int i = 0; i < 64; ++i) {  // then the others have their turn
      const int accepted = ::accept4(socket, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (accepted < 0) {
        if (errno == EINTR || errno == ECONNABORTED) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) {  // no more files: some must go before we ask again
          no_accept_until = now + std::chrono::milliseconds(20);
          let_one_go();
        }
        return;
      }
      if (all.size() >= limits.open && !let_one_go()) {
        ::close(accepted);
        continue;
      }
      const int yes = 1;
      ::setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      Connection one;
      one.socket = accepted;
      one.end = now + limits.for_head;
      const Ends ends = ends_of(accepted);
      one.from_here = ends.from_here;
      one.our_address = ends.our_address;
      all.emplace(next++, std::move(one));
    }
  }

  // How long poll may wait, in milliseconds.
  int patience() const {
    Clock::time_point first = now + std::chrono::seconds(5);
    for (const auto& [number, one] : all)
      if (one.phase != Phase::asked) first = std::min(first, one.end);
    if (end) first = std::min(first, *end);
    if (no_accept_until > now) first = std::min(first, no_accept_until);
    return static_cast<int>(std::max<int64_t>(0, std::chrono::ceil<std::chrono::milliseconds>(first - now).count()));
  }

  void poll_all() {
    polled.clear();
    of_polled.clear();
    polled.push_back({alarm, POLLIN, 0});
    for (const int socket : listening) polled.push_back({end || no_accept_until > now ? -1 : socket, POLLIN, 0});
    for (const auto& [number, one] : all) {
      if (one.phase == Phase::asked) continue;
      polled.push_back({one.socket, static_cast<short>(one.phase == Phase::writing ? POLLOUT : POLLIN), 0});
      of_polled.push_back(number);
    }
    const int ready = ::poll(polled.data(), polled.size(), patience());
    now = Clock::now();
    if (ready < 0)
      for (pollfd& one : polled) one.revents = 0;
  }

  void take_what_is_done() {
    uint64_t rings = 0;
    [[maybe_unused]] const ssize_t ignored = ::read(alarm, &rings, sizeof rings);
    std::vector<Done> answers;
    {
      const std::lock_guard lock(guard);
      answers.swap(done);
    }
    for (Done& answer : answers) {
      const uint64_t number = answer.connection;
      if (const auto found = all.find(number); found != all.end()) close_if(take_answer(number, found->second, std::move(answer)), number);
    }
    if (const uint64_t count = happened; count != seen_happened) {
      seen_happened = count;
      for (auto& [number, one] : all)
        if (one.phase == Phase::waiting) ask(number, one, true);
    }
  }

  void begin_to_end() {
    end = now + limits.to_end;
    std::vector<uint64_t> idle;
    for (const auto& [number, one] : all)
      if (one.phase != Phase::asked && one.phase != Phase::writing) idle.push_back(number);
    for (const uint64_t number : idle) close(number);
  }

  void step() {
    poll_all();
    if (polled[0].revents != 0) take_what_is_done();
    if (stopped && !end) begin_to_end();
    for (size_t i = 0; i < of_polled.size(); ++i) {
      const short what = polled[1 + listening.size() + i].revents;
      const auto found = what == 0 ? all.end() : all.find(of_polled[i]);
      if (found == all.end()) continue;
      Connection& one = found->second;
      if (one.phase == Phase::writing) close_if(write(found->first, one), of_polled[i]);
      else if (one.phase != Phase::asked) close_if(read(found->first, one), of_polled[i]);
    }
    std::vector<uint64_t> late;
    for (const auto& [number, one] : all)
      if (one.phase != Phase::asked && one.end <= now) late.push_back(number);
    for (const uint64_t number : late) close_if(time_is_over(number, all.find(number)->second), number);
    for (size_t i = 0; i < listening.size(); ++i)
      if (polled[1 + i].revents != 0) accept_from(listening[i]);
  }

  bool finished() const { return end && (all.empty() || now >= *end); }
};

Connections::Connections(std::vector<int> listening, ConnectionLimits limits, Reply reply, Refusal refusal)
    : state_(std::make_unique<State>(std::move(listening), limits, std::move(reply), std::move(refusal))) {}

Connections::~Connections() = default;

void Connections::run() {
  State& s = *state_;
  s.now = Clock::now();
  s.crew = std::make_unique<Crew>(s.limits.threads);
  while (!s.finished()) s.step();
  s.crew.reset();
  for (auto& [number, one] : s.all) ::close(one.socket);
  s.all.clear();
}

void Connections::stop() {
  state_->stopped = true;
  state_->wake();
}

void Connections::something_happened() {
  ++state_->happened;
  state_->wake();
}

}  // namespace offer
