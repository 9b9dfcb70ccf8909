// Drawn pictures: Easy Read pictures that no set can hold, because they show a number or a date.
//
//   clock?weeks=6  clock?months=3  clock?days=15    that many squares and a clock (1 to 60)
//   age?years=14                                    a birthday badge (0 to 120)
//   people?3of10                                    10 people, 3 of them filled in (at most 20)
//   calendar?date=2024-10-01                        a calendar page with month, day and weekday
//   money?pounds=20                                 a note and coins with the sum (1 to 9999999)
//
// The same words always give the same bytes. In the style of the drawn set: see easy-read/README.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace offer {

struct DrawnPicture {
  std::string file_name;  // "clock-6-weeks.svg"
  std::string svg;
};

// What stands after "picture:". Nothing if it is not one of the forms above, or its number is out of range.
std::optional<DrawnPicture> draw_picture(std::string_view words);

// One example of each form, for messages.
std::string_view drawn_picture_forms();

}  // namespace offer
