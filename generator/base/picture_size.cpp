#include "base/picture_size.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace offer {

namespace {

uint32_t byte_at(std::string_view bytes, size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0; }
uint32_t big_16(std::string_view bytes, size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }
uint32_t big_32(std::string_view bytes, size_t at) { return big_16(bytes, at) << 16 | big_16(bytes, at + 2); }
uint32_t little_16(std::string_view bytes, size_t at) { return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8; }
uint32_t little_24(std::string_view bytes, size_t at) { return little_16(bytes, at) | byte_at(bytes, at + 2) << 16; }

// Segments of a marker (FF and a byte) and a length, until a frame header (C0 to CF but C4, C8 and CC) comes.
std::optional<PictureSize> jpeg_size(std::string_view bytes) {
  size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {  // markers that stand alone
      at += 2;
      continue;
    }
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
      return PictureSize{big_16(bytes, at + 7), big_16(bytes, at + 5)};
    const uint32_t length = big_16(bytes, at + 2);
    if (length < 2 || marker == 0xDA || marker == 0xD9) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<PictureSize> webp_size(std::string_view bytes) {
  if (bytes.size() < 30) return std::nullopt;
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X") return PictureSize{little_24(bytes, 24) + 1, little_24(bytes, 27) + 1};
  if (kind == "VP8 ") return PictureSize{little_16(bytes, 26) & 0x3FFF, little_16(bytes, 28) & 0x3FFF};
  if (kind == "VP8L") {
    const uint32_t packed = little_24(bytes, 21) | byte_at(bytes, 24) << 24;
    return PictureSize{(packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1};
  }
  return std::nullopt;
}

std::optional<double> size_number(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(" ,\n\t\""), text.size()));
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || !(number > 0) || number > 1e6) return std::nullopt;
  if (end != text.data() + text.size() && *end == '%') return std::nullopt;
  return number;
}

// The value of an attribute of the <svg> tag, or nothing.
std::string_view attribute_of_svg(std::string_view tag, std::string_view name) {
  for (size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const size_t equals = tag.find_first_not_of(" \n\t", at + name.size());
    if (at == 0 || is_word_byte(tag[at - 1]) || tag[at - 1] == '-' || equals == std::string_view::npos || tag[equals] != '=') continue;
    const size_t quote = tag.find_first_of("\"'", equals);
    if (quote == std::string_view::npos) return {};
    return tag.substr(quote + 1, tag.find(tag[quote], quote + 1) - quote - 1);
  }
  return {};
}

std::optional<PictureSize> svg_size(std::string_view bytes) {
  const std::string_view beginning = bytes.substr(0, 64'000);  // comments may stand before it
  const size_t start = beginning.find("<svg");
  if (start == std::string_view::npos) return std::nullopt;
  const std::string_view tag = beginning.substr(start, beginning.find('>', start) - start);
  auto width = size_number(attribute_of_svg(tag, "width"));
  auto height = size_number(attribute_of_svg(tag, "height"));
  if (const std::string_view box = attribute_of_svg(tag, "viewBox"); (!width || !height) && !box.empty()) {
    const auto parts = words_of(box);
    if (parts.size() == 4) width = size_number(parts[2]), height = size_number(parts[3]);
  }
  // A drawing without a size of its own fills what room it gets.
  const auto whole = [](double number) { return static_cast<uint32_t>(std::lround(number)); };
  return width && height ? PictureSize{whole(*width), whole(*height)} : PictureSize{0, 0};
}

}  // namespace

std::optional<PictureSize> picture_size(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    return PictureSize{big_32(bytes, 16), big_32(bytes, 20)};
  }
  if (bytes.starts_with("\xff\xd8"sv)) return jpeg_size(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    if (bytes.size() < 10) return std::nullopt;
    return PictureSize{little_16(bytes, 6), little_16(bytes, 8)};
  }
  if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return webp_size(bytes);
  return svg_size(bytes);
}

}  // namespace offer
