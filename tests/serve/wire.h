// Wire: a connection to a server on this machine, spoken by hand, byte for byte.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <utility>
#include <string_view>

#include "base/text.h"

namespace offer {

class Wire {
 public:
  // host: "127.0.0.1", "::1", or an address of this machine. receive_buffer: small, to be a slow reader.
  explicit Wire(int port, const std::string& host = "127.0.0.1", int receive_buffer = 0) : port_(port), host_(host) {
    const bool v6 = host.find(':') != std::string::npos;
    socket_ = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receive_buffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in old_address{};
    old_address.sin_family = AF_INET;
    old_address.sin_port = htons(static_cast<uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &old_address.sin_addr);
    sockaddr_in6 new_address{};
    new_address.sin6_family = AF_INET6;
    new_address.sin6_port = old_address.sin_port;
    ::inet_pton(AF_INET6, host.c_str(), &new_address.sin6_addr);
    connected_ = (v6 ? ::connect(socket_, reinterpret_cast<sockaddr*>(&new_address), sizeof new_address)
                     : ::connect(socket_, reinterpret_cast<sockaddr*>(&old_address), sizeof old_address)) == 0;
  }
  ~Wire() { ::close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  bool connected() const { return connected_; }

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // it has closed: what it said tells the rest
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
  }
  void send_no_more() const { ::shutdown(socket_, SHUT_WR); }

  // "GET / HTTP/1.1" with our Host line, and more lines.
  void ask(std::string_view address, std::string_view more = {}, std::string_view method = "GET") const {
    const std::string host = host_.find(':') != std::string::npos ? "[" + host_ + "]" : host_;
    send(fmt::format("{} {} HTTP/1.1\r\nHost: {}:{}\r\n{}\r\n", method, address, host, port_, more));
  }

  // Something more, or nothing when it was closed or when the time is over.
  std::string some(std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    pollfd ready{socket_, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(patience.count())) <= 0) return {};
    std::string part(65536, '\0');
    const ssize_t got = ::recv(socket_, part.data(), part.size(), 0);
    closed_ = got <= 0;
    part.resize(got > 0 ? static_cast<size_t>(got) : 0);
    return part;
  }

  // One whole answer, with its head; less if no more comes in time.
  std::string answer(std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    for (;;) {
      const size_t head = left_.find("\r\n\r\n");
      if (head != std::string::npos) {
        const size_t at = left_.find("Content-Length: ");
        const size_t whole = head + 4 + (at < head ? std::stoul(left_.substr(at + 16)) : 0);
        if (left_.size() >= whole) {
          const std::string answer = left_.substr(0, whole);
          left_.erase(0, whole);
          return answer;
        }
      }
      const std::string more = some(patience);
      if (more.empty()) return std::exchange(left_, {});
      left_ += more;
    }
  }
  // All that comes until it is closed.
  std::string everything(std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    std::string all = std::exchange(left_, {});
    for (std::string more = some(patience); !more.empty(); more = some(patience)) all += more;
    return all;
  }
  // Whether the other side has closed it, within this time.
  bool is_closed(std::chrono::milliseconds patience = std::chrono::seconds(2)) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!closed_ && std::chrono::steady_clock::now() < end) some(std::chrono::milliseconds(10));
    return closed_;
  }

 private:
  int port_;
  std::string host_;
  int socket_ = -1;
  bool connected_ = false;
  bool closed_ = false;
  std::string left_;
};

// "HTTP/1.1 404 Not Found…" -> 404; 0 if it is no answer.
inline int status_of(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") && answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
}
// What stands behind the head.
inline std::string body_of(const std::string& answer) {
  const size_t head = answer.find("\r\n\r\n");
  return head == std::string::npos ? std::string{} : answer.substr(head + 4);
}

}  // namespace offer
