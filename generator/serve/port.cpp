#include "serve/port.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/failure.h"
#include "base/text.h"

namespace offer {

namespace {

// An address of either family, in the form that the system takes.
struct SocketAddress {
  sockaddr_storage bytes{};
  socklen_t size = sizeof bytes;
  sockaddr* address() { return reinterpret_cast<sockaddr*>(&bytes); }
};

SocketAddress place_at(int family, int port, bool for_the_network) {
  SocketAddress place;
  if (family == AF_INET) {
    sockaddr_in& v4 = reinterpret_cast<sockaddr_in&>(place.bytes);
    v4.sin_port = htons(static_cast<uint16_t>(port));
    v4.sin_addr.s_addr = htonl(for_the_network ? INADDR_ANY : INADDR_LOOPBACK);
    place.size = sizeof v4;
  } else {
    sockaddr_in6& v6 = reinterpret_cast<sockaddr_in6&>(place.bytes);
    v6.sin6_port = htons(static_cast<uint16_t>(port));
    v6.sin6_addr = for_the_network ? in6addr_any : in6addr_loopback;
    place.size = sizeof v6;
  }
  place.bytes.ss_family = static_cast<sa_family_t>(family);
  return place;
}

int port_of(int socket) {
  SocketAddress here;
  ::getsockname(socket, here.address(), &here.size);
  return ntohs(here.bytes.ss_family == AF_INET ? reinterpret_cast<sockaddr_in&>(here.bytes).sin_port : reinterpret_cast<sockaddr_in6&>(here.bytes).sin6_port);
}

// A socket that listens, or -1 and errno.
int listen_at(int family, int port, bool for_the_network) {
  const int socket = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (socket < 0) return -1;
  const int yes = 1;
  // So that a server can begin where another has just ended. Not SO_REUSEPORT: two servers would silently share the port.
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (family == AF_INET6) ::setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  SocketAddress place = place_at(family, port, for_the_network);
  if (::bind(socket, place.address(), place.size) == 0 && ::listen(socket, 256) == 0) return socket;
  const int error = errno;
  ::close(socket);
  errno = error;
  return -1;
}

void close_all(std::vector<int>& sockets) {
  for (const int socket : sockets) ::close(socket);
  sockets.clear();
}

// 0, or the errno of listening in both families.
int trouble_with_port(int port, bool for_the_network, std::vector<int>& sockets) {
  int no_family = 0;
  for (const int family : {AF_INET, AF_INET6}) {
    const int socket = listen_at(family, sockets.empty() ? port : port_of(sockets.front()), for_the_network);
    if (socket >= 0) {
      sockets.push_back(socket);
    } else if (errno == EAFNOSUPPORT || errno == EADDRNOTAVAIL) {  // this machine has no such addresses
      no_family = errno;
    } else {
      const int error = errno;
      close_all(sockets);
      return error;
    }
  }
  return sockets.empty() ? no_family : 0;
}

[[noreturn]] void refuse(int port, int error, bool for_the_network) {
  if (error == EACCES || error == EPERM)
    throw Failure(fmt::format("we may not use port {} (permission denied)", port),
                  "Ports below 1024 are for the administrator. Try: local-offer serve --port 8000");
  if (error != EADDRINUSE) throw Failure(fmt::format("we cannot listen at port {} (system error {})", port, error));
  std::string help;
  for (int next = port + 1; next <= 65535 && next <= port + 100 && help.empty(); ++next) {
    std::vector<int> sockets;
    if (trouble_with_port(next, for_the_network, sockets) == 0) help = fmt::format("Try: local-offer serve --port {}", next);
    close_all(sockets);
  }
  throw Failure(fmt::format("port {} is in use by another program", port), help);
}

// As a browser writes it, or empty.
std::string written(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address->sa_family == AF_INET) return ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
  if (address->sa_family != AF_INET6) return {};
  return fmt::format("[{}]", ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size()));
}

bool is_loopback(const sockaddr* address) {
  if (address->sa_family == AF_INET) return ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr) >> 24 == 127;
  return address->sa_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr);
}

}  // namespace

Port::Port(int wanted, bool for_the_network) {
  if (wanted < 0 || wanted > 65535) throw Failure(fmt::format("there is no port {}", wanted), "Ports go from 1 to 65535.");
  int error = trouble_with_port(wanted, for_the_network, sockets_);
  // Any port: one that is free in one family may be taken in the other.
  for (int i = 0; i < 50 && wanted == 0 && error == EADDRINUSE; ++i) error = trouble_with_port(wanted, for_the_network, sockets_);
  if (error != 0) refuse(wanted, error, for_the_network);
  number_ = port_of(sockets_.front());
}

Port::~Port() { close_all(sockets_); }

Ends ends_of(int socket) {
  SocketAddress here;
  SocketAddress there;
  if (::getsockname(socket, here.address(), &here.size) != 0 || ::getpeername(socket, there.address(), &there.size) != 0) return {};
  return {is_loopback(there.address()), written(here.address())};
}

std::vector<std::string> network_addresses() {
  ifaddrs* first = nullptr;
  if (::getifaddrs(&first) != 0) return {};
  std::vector<std::string> found;
  std::vector<std::string> new_ones;
  for (const ifaddrs* one = first; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_UP) == 0 || is_loopback(one->ifa_addr)) continue;
    if (one->ifa_addr->sa_family == AF_INET) found.push_back(written(one->ifa_addr));
    // An address of one cable only needs the cable's name too, which browsers do not take.
    else if (one->ifa_addr->sa_family == AF_INET6 && !IN6_IS_ADDR_LINKLOCAL(&reinterpret_cast<const sockaddr_in6*>(one->ifa_addr)->sin6_addr))
      new_ones.push_back(written(one->ifa_addr));
  }
  ::freeifaddrs(first);
  found.insert(found.end(), new_ones.begin(), new_ones.end());
  return found;
}

std::vector<std::string> network_names() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return {};
  std::string own = lower(name.data());
  const std::string first = own.substr(0, own.find('.'));
  if (first.empty() || first == "localhost") return {};
  std::vector<std::string> names{own};
  if (first != own) names.push_back(first);
  if (own != first + ".local") names.push_back(first + ".local");
  return names;
}

}  // namespace offer
