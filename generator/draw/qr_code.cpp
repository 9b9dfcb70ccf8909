#include "draw/qr_code.h"

#include <qrencode.h>

#include "base/escape.h"
#include "base/text.h"

namespace offer {

std::string qr_code(std::string_view address) {
  QRcode* code = QRcode_encodeString(std::string(address).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  if (code == nullptr) return {};
  constexpr int quiet = 4;  // modules
  const int size = code->width + 2 * quiet;
  std::string path;
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if (code->data[y * code->width + x] & 1) path += fmt::format("M{} {}h1v1h-1z", x + quiet, y + quiet);
  QRcode_free(code);
  return fmt::format("<svg class=\"qr\" viewBox=\"0 0 {0} {0}\" role=\"img\" aria-label=\"QR code that leads to {1}\" xmlns=\"http://www.w3.org/2000/svg\" shape-rendering=\"crispEdges\">"
                     "<rect width=\"{0}\" height=\"{0}\" fill=\"#fff\" /><path d=\"{2}\" fill=\"#000\" /></svg>",
                     size, escaped(address), path);
}

}  // namespace offer
