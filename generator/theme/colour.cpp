#include "theme/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace offer {

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<Colour> read_hex(std::string_view digits) {
  const size_t each = digits.size() == 3 ? 1 : digits.size() == 6 ? 2 : 0;
  if (each == 0) return std::nullopt;
  std::array<double, 3> parts{};
  for (size_t i = 0; i < 3; ++i) {
    const int high = digit_value(digits[i * each]);
    const int low = digit_value(digits[i * each + each - 1]);
    if (high < 0 || low < 0) return std::nullopt;
    parts[i] = high * 16 + low;
  }
  return Colour{parts[0], parts[1], parts[2]};
}

// The numbers of "rgb(1, 2, 3)"; percentages and a fourth number are not read.
std::optional<Colour> read_rgb(std::string_view inside) {
  std::array<double, 3> parts{};
  size_t count = 0;
  std::string number;
  for (const char c : std::string(inside) + ' ') {
    if (is_digit(c) && number.size() < 3) {
      number += c;
    } else if (c == ' ' || c == ',') {
      if (number.empty()) continue;
      if (count == 3) return std::nullopt;
      parts[count++] = std::min(255, std::stoi(number));
      number.clear();
    } else {
      return std::nullopt;
    }
  }
  if (count != 3) return std::nullopt;
  return Colour{parts[0], parts[1], parts[2]};
}

double linear(double part) {
  const double c = part / 255;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) { return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue); }

Colour mixed_colour(const Colour& from, const Colour& to, double share) {
  const auto part = [&](double a, double b) { return std::round(a + (b - a) * share); };
  return {part(from.red, to.red), part(from.green, to.green), part(from.blue, to.blue)};
}

}  // namespace

std::optional<Colour> read_colour(std::string_view text) {
  const std::string small = lower(trim(text));
  const std::string_view words = small;
  if (words == "black") return Colour{0, 0, 0};
  if (words == "white") return Colour{255, 255, 255};
  if (words.starts_with('#')) return read_hex(words.substr(1));
  if (words.starts_with("rgb(") && words.ends_with(')')) return read_rgb(words.substr(4, words.size() - 5));
  return std::nullopt;
}

std::string hex(const Colour& colour) {
  const auto part = [](double value) { return static_cast<unsigned>(std::clamp(std::round(value), 0.0, 255.0)); };
  return fmt::format("#{:02x}{:02x}{:02x}", part(colour.red), part(colour.green), part(colour.blue));
}

double contrast(const Colour& a, const Colour& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Colour mended(const Colour& colour, const Colour& ground, double least) {
  const Colour black{0, 0, 0};
  const Colour white{255, 255, 255};
  const bool darker = contrast(black, ground) >= contrast(white, ground);
  const Colour end = darker ? black : white;
  for (int step = 1; step < 100; ++step)
    if (const Colour tried = mixed_colour(colour, end, step / 100.0); contrast(tried, ground) >= least) return tried;
  return end;
}

}  // namespace offer
