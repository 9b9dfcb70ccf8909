// uuid5: a UUID made from a name (RFC 9562, version 5): the same name has the same UUID for ever, on every machine.
//
// It stands on SHA-1, which is no secret-keeper any more; here it only makes names that do not meet by chance.
#pragma once

#include <string>
#include <string_view>

namespace offer {

std::string sha1(std::string_view bytes);  // 20 bytes (FIPS 180-4)
// The UUID of a web address, such as "https://x.example/send/services/short-breaks", in the namespace that the RFC has for addresses.
std::string uuid5(std::string_view address);

}  // namespace offer
