#include "base/picture_size.h"

#include <doctest/doctest.h>

#include <string>

namespace offer::picture_size_test {

using namespace std::string_literals;

namespace {

std::string png(unsigned char width_high, unsigned char width_low) {
  return "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"s + static_cast<char>(width_high) + static_cast<char>(width_low) + "\0\0\0\x20"s;
}

}  // namespace

TEST_CASE("the size of each kind of picture is read from its first bytes") {
  CHECK(picture_size(png(0x0f, 0xa0)) == PictureSize{4000, 32});
  CHECK(picture_size("GIF89a\x10\x00\x20\x01"s) == PictureSize{16, 288});
  CHECK(picture_size("\xff\xd8\xff\xe0\x00\x04zz\xff\xc0\x00\x11\x08\x01\x00\x02\x00\x03"s) == PictureSize{512, 256});
  CHECK(picture_size("\xff\xd8\xff\xff\xc4\x00\x03z\xff\xc2\x00\x11\x08\x00\x05\x00\x07\x03"s) == PictureSize{7, 5});
  CHECK(picture_size("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x00\x00\x7f\x00\x00"s) == PictureSize{256, 128});
  CHECK(picture_size("RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\x00"s) == PictureSize{320, 240});
  CHECK(picture_size("RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x2f\x3f\xc0\x07\x00\0\0\0\0\0"s) == PictureSize{64, 32});
}

TEST_CASE("a drawing has the size that it says, in numbers or by its box") {
  CHECK(picture_size("<?xml version='1.0'?><!-- a > b -->\n<svg xmlns='x' width='120px' height=\"80\">") == PictureSize{120, 80});
  CHECK(picture_size("<svg viewBox='0 0 96.4 48'/>") == PictureSize{96, 48});
  CHECK(picture_size("<svg width='100%' height='100%' viewBox='0 0 10 20'/>") == PictureSize{10, 20});
  CHECK(picture_size("<svg stroke-width='3'/>") == PictureSize{0, 0});
  CHECK(picture_size("<svg") == PictureSize{0, 0});
}

TEST_CASE("what is no picture, or ends too early, has no size") {
  for (const std::string& bytes : {""s, "GIF89a"s, "\x89PNG\r\n\x1a\n"s, "\xff\xd8"s, "\xff\xd8\xff\xe0\xff\xff"s, "\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0\0"s, "RIFF\0\0\0\0WEBP"s, "bytes"s,
                                   "\xff\xd8\xff\xda\x00\x08zzzzzzzz"s})
    CHECK_FALSE(picture_size(bytes));
  // Cut anywhere, nothing is read beyond the end.
  const std::string whole = png(0, 9);
  for (size_t i = 0; i < whole.size(); ++i) picture_size(std::string_view(whole).substr(0, i));
}

}  // namespace offer::picture_size_test
