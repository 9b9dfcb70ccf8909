#include "base/drawn_picture.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/date.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr std::string_view start_of_svg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="#22303c" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">)";
constexpr std::string_view end_of_svg = "</svg>";

std::string add_digits(std::string_view text, int x, int y, int size) {
  return fmt::format(
      R"(<text x="{}" y="{}" font-family="Arial, Helvetica, sans-serif" font-weight="700" font-size="{}" text-anchor="middle" fill="#22303c" stroke="none">{}</text>)",
      x, y, size, text);
}

// A whole number from `least` to `most`, or nothing.
std::optional<int> number_between(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

// One square for each week, day or month, in rows of five or ten, and a small clock in the corner.
DrawnPicture clock(int count, std::string_view unit) {
  const int across = count <= 5 ? std::max(count, 1) : (count <= 20 ? 5 : 10);
  const int rows = (count + across - 1) / across;
  const int side = std::min({count <= 5 ? 16 : 14, 84 / across - 3, 52 / rows - 3});
  const int left = 48 - (across * (side + 3) - 3) / 2;
  std::string svg(start_of_svg);
  svg += R"(<circle cx="26" cy="22" r="17" fill="#fff1d0"/><path d="M26 12v10h8"/>)";
  svg += add_digits(std::to_string(count), 69, 34, 32);
  for (int i = 0; i < count; ++i)
    svg += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="#6caae6" stroke-width="2"/>)", left + (i % across) * (side + 3),
                       44 + (i / across) * (side + 3), side, side);
  svg += end_of_svg;
  return {fmt::format("clock-{}-{}.svg", count, unit), svg};
}

DrawnPicture age(int years) {
  std::string svg(start_of_svg);
  svg += R"(<path fill="#ffd055" d="M48 4l9 8 12-2 4 11 11 5-2 12 8 9-8 9 2 12-11 5-4 11-12-2-9 8-9-8-12 2-4-11-11-5 2-12-8-9 8-9-2-12 11-5 4-11 12 2z"/><circle cx="48" cy="47" r="29" fill="#fff"/>)";
  svg += add_digits(std::to_string(years), 48, years > 99 ? 58 : 60, years > 99 ? 30 : 38);
  svg += end_of_svg;
  return {fmt::format("age-{}.svg", years), svg};
}

DrawnPicture people(int some, int all) {
  const int across = all <= 5 ? all : (all <= 10 ? 5 : 10);
  const int rows = (all + across - 1) / across;
  const double scale = across > 5 ? 0.5 : 1.0;
  std::string svg(start_of_svg);
  for (int i = 0; i < all; ++i) {
    const double x = 48 + (i % across - (across - 1) / 2.0) * 18 * scale;
    const double y = 48 + (i / across - (rows - 1) / 2.0) * (44 * (across > 5 ? 0.75 : 1.0)) - 6;
    const bool filled = i < some;
    // Filled people are dark, the others only outlines: it can be seen without colour.
    svg += fmt::format(
        R"svg(<g transform="translate({:g} {:g}) scale({:g})" stroke-width="{:g}" fill="{}"><circle cx="0" cy="-7" r="6"/><path d="M-7 20V10q0-7 7-7t7 7v10z"/></g>)svg",
        x, y, scale, scale < 1 ? 4.0 : 2.5, filled ? "#1f5fa8" : "#fff");
  }
  svg += end_of_svg;
  return {fmt::format("people-{}-of-{}.svg", some, all), svg};
}

DrawnPicture calendar(Date date) {
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(date.day));
  constexpr std::array<std::string_view, 7> days{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  const std::string words = in_words(date);
  const std::string month = words.substr(words.find(' ') + 1, words.rfind(' ') - words.find(' ') - 1);
  std::string svg(start_of_svg);
  svg += R"(<rect x="8" y="10" width="80" height="80" rx="5" fill="#fff"/><path fill="#ffd055" d="M8 34V15q0-5 5-5h70q5 0 5 5v19z"/><path stroke-width="5" d="M28 5v10M68 5v10"/>)";
  svg += add_digits(month, 48, 30, month.size() > 7 ? 12 : 15);
  svg += add_digits(std::to_string(static_cast<unsigned>(date.day.day())), 48, 68, 34);
  svg += add_digits(days.at(weekday.c_encoding()), 48, 84, 11);
  svg += end_of_svg;
  return {fmt::format("calendar-{}.svg", iso(date)), svg};
}

DrawnPicture money(int pounds) {
  std::string sum = std::to_string(pounds);
  for (int at = static_cast<int>(sum.size()) - 3; at > 0; at -= 3) sum.insert(static_cast<size_t>(at), ",");
  sum.insert(0, "£");
  std::string svg(start_of_svg);
  svg += R"(<rect x="6" y="14" width="84" height="46" rx="4" fill="#86c95f"/><rect x="12" y="20" width="72" height="34" rx="3" fill="#fff" stroke-width="2"/>)";
  svg += add_digits(sum, 48, 46, sum.size() > 7 ? 12 : (sum.size() > 4 ? 18 : 26));
  svg += R"(<ellipse cx="30" cy="80" rx="18" ry="7" fill="#d9a06b"/><ellipse cx="30" cy="74" rx="18" ry="7" fill="#ffd055"/><ellipse cx="68" cy="78" rx="16" ry="7" fill="#c3ccd3"/>)";
  svg += end_of_svg;
  return {fmt::format("money-{}-pounds.svg", pounds), svg};
}

}  // namespace

std::optional<DrawnPicture> draw_picture(std::string_view words) {
  const size_t mark = words.find('?');
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view name = words.substr(0, mark);
  const std::string_view rest = words.substr(mark + 1);
  const std::string_view key = rest.substr(0, rest.find('='));
  const std::string_view value = rest.find('=') == std::string_view::npos ? std::string_view{} : rest.substr(rest.find('=') + 1);
  if (name == "clock" && (key == "weeks" || key == "days" || key == "months"))
    if (const auto count = number_between(value, 1, 60)) return clock(*count, key);
  if (name == "age" && key == "years")
    if (const auto years = number_between(value, 0, 120)) return age(*years);
  if (name == "people" && rest.find("of") != std::string_view::npos) {
    const auto all = number_between(rest.substr(rest.find("of") + 2), 1, 20);
    const auto some = all ? number_between(rest.substr(0, rest.find("of")), 0, *all) : std::nullopt;
    if (some) return people(*some, *all);
  }
  if (name == "calendar" && key == "date")
    if (const auto date = parse_date(value)) return calendar(*date);
  if (name == "money" && key == "pounds")
    if (const auto pounds = number_between(value, 1, 9'999'999)) return money(*pounds);
  return std::nullopt;
}

std::string_view drawn_picture_forms() {
  return "clock?weeks=6, clock?days=15, clock?months=3, age?years=14, people?3of10, calendar?date=2024-10-01, money?pounds=20";
}

}  // namespace offer
