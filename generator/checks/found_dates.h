// Dates in the words of a page, as editors write them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/block.h"

namespace offer {

// Where a date is looked for: a text of the page, or a field.
struct DateSource {
  std::string_view words;
  const Block* text = nullptr;  // nothing: a field
  Place field = {};
};

struct FoundDate {
  std::string_view written;  // looks into the words
  DateSource source;

  Place place() const;
};

// A date in words: "Monday 1 October 2024", "1st October", "3 April '26". Members that are not there are 0 or nothing.
struct DateInWords : FoundDate {
  unsigned day = 0, month = 0, year = 0;
  bool short_year = false;  // '26
  std::optional<size_t> weekday = {};  // from Sunday, 0
};

// A date in numbers: "03/04/26", "3.4.2026". "2023/24" and "24/7" are none.
struct DateInNumbers : FoundDate {
  unsigned first = 0, second = 0, year = 0;
  bool short_year = false;
};

struct FoundDates {
  std::vector<DateInWords> in_words;
  std::vector<DateInNumbers> in_numbers;

  // Adds every date that names its month with its day before it, and every date in numbers.
  void add_from(const DateSource& source);
};

}  // namespace offer
