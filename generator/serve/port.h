// Port: where the preview listens: at this machine's own addresses, 127.0.0.1 and ::1, or at all of them.
#pragma once

#include <string>
#include <vector>

namespace offer {

class Port {
 public:
  // wanted: 0 takes any free one. Both families have it, or (where the machine has no IPv6) the only one. Without port sharing: throws Failure if
  // another program has it in one of them (a browser may ask either), and names the next free one.
  Port(int wanted, bool for_the_network);
  ~Port();
  Port(const Port&) = delete;
  Port& operator=(const Port&) = delete;

  int number() const { return number_; }
  const std::vector<int>& sockets() const { return sockets_; }  // they listen, and do not block

 private:
  int number_ = 0;
  std::vector<int> sockets_;
};

// Of a connection.
struct Ends {
  bool from_here = false;   // the other end is this machine, at an address that no other machine can use
  std::string our_address;  // as a browser writes it: "127.0.0.1", "[::1]"
};
Ends ends_of(int socket);

// This machine's addresses in its networks, as a browser writes them, IPv4 first; without those that only it can use.
std::vector<std::string> network_addresses();
// What it is called there, in small letters: "laptop", "laptop.local"; nothing if it has no name.
std::vector<std::string> network_names();

}  // namespace offer
