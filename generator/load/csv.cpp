#include "load/csv.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

namespace {

class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes) : bytes_(bytes) {}

  Csv read() {
    while (at_ < bytes_.size()) {
      CsvRow row{line_, {}, {}};
      for (bool more = true; more;) {
        const Place place = here();
        const size_t start = at_;
        row.cells.push_back(cell());
        row.places.push_back({place.line, place.column, line_ == place.line ? characters_before(bytes_.substr(start), at_ - start) : 1});
        more = at_ < bytes_.size() && bytes_[at_] == ',';
        if (more) ++at_;
      }
      next_line();
      const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return trim(cell).empty(); });
      if (!empty) csv_.rows.push_back(std::move(row));
    }
    return std::move(csv_);
  }

 private:
  // Counts on from where it counted last: a line of many cells is gone through once.
  Place here() {
    column_ += characters_before(bytes_.substr(counted_), at_ - counted_);
    counted_ = at_;
    return {line_, column_, 1};
  }

  void begin_line(size_t at) {
    ++line_;
    column_ = 1;
    counted_ = at;
  }

  std::string cell() {
    std::string text;
    if (at_ < bytes_.size() && bytes_[at_] == '"') quoted(text);
    while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n') {
      if (bytes_[at_] != '\r') text += bytes_[at_];
      ++at_;
    }
    return text;
  }

  void quoted(std::string& text) {
    const Place start = here();
    for (++at_; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] == '"' && (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '"')) {
        ++at_;
        return;
      }
      if (bytes_[at_] == '"') ++at_;  // two stand for one
      if (bytes_[at_] == '\r') continue;
      text += bytes_[at_];
      if (bytes_[at_] == '\n') begin_line(at_ + 1);
    }
    csv_.unclosed = start;
  }

  void next_line() {
    if (at_ >= bytes_.size()) return;
    begin_line(++at_);
  }

  std::string_view bytes_;
  size_t at_ = 0;
  size_t counted_ = 0;  // column_ is that of this byte
  uint32_t line_ = 1;
  uint32_t column_ = 1;
  Csv csv_;
};

}  // namespace

Csv parse_csv(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return CsvReader(bytes).read();
}

}  // namespace offer
