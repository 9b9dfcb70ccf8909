#include "base/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace offer {

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(descriptor) != 0 && (no_colour == nullptr || *no_colour == 0);
}

size_t terminal_width(int descriptor) {
  winsize size{};
  if (isatty(descriptor) == 0 || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<size_t>(size.ws_col, 40, 100);
}

std::string shown_in_terminal(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const size_t good = std::min(first_bad_utf8(text).value_or(text.size()), text.size());
    for (size_t i = 0; i < good; ++i) {
      const auto byte = [&](size_t k) { return i + k < good ? static_cast<unsigned char>(text[i + k]) : 0U; };
      const bool c1 = byte(0) == 0xC2 && byte(1) < 0xA0;
      const bool turning = byte(0) == 0xE2 && ((byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE))) ||
                                               (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
      if (text[i] == '\t') result += ' ';
      else if (byte(0) < 0x20 || byte(0) == 0x7F) result += '.';
      else if (c1) result += '.', i += 1;
      else if (turning) result += '.', i += 2;
      else result += text[i];
    }
    text.remove_prefix(good);
    if (!text.empty()) result += '.', text.remove_prefix(1);
  }
  return result;
}

}  // namespace offer
