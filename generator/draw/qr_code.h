// QR code: an address that a phone's camera can read. By libqrencode.
#pragma once

#include <string>
#include <string_view>

namespace offer {

// An <svg> element, dark on white with the quiet edge that readers need; empty if the address is too long for a code.
std::string qr_code(std::string_view address);

}  // namespace offer
