// Lists that are no lists: lines that begin with a bullet or a dash typed as a sign. A screen reader hears a list only where there is one.
//
//   • a blanket            - a blanket
//   • a drink       ->     - a drink
//
// Only two or more such lines in a row with the same sign: a single one may be a pause or the name under a quotation.
#include "mend/mend.h"
#include "mend/words_in.h"

namespace offer {

namespace {

constexpr std::string_view bullets[]{"•", "·", "●", "▪", "◦", "‣", "–", "—"};

// The sign with the spaces behind it that a line of prose begins with; empty if it begins with none.
std::string_view sign_at(std::string_view bytes, size_t at, size_t end) {
  const std::string_view rest = bytes.substr(at, end - at);
  for (const std::string_view bullet : bullets) {
    if (!rest.starts_with(bullet)) continue;
    size_t length = bullet.size();
    while (length < rest.size() && (rest[length] == ' ' || rest[length] == '\t')) ++length;
    const bool dash = bullet == "–" || bullet == "—";
    if (length < rest.size() && (length > bullet.size() || !dash)) return rest.substr(0, length);
  }
  // A hyphen with nothing behind it makes no list: "-a drink".
  if (rest.size() > 1 && rest[0] == '-' && is_letter(rest[1])) return rest.substr(0, 1);
  return {};
}

struct Dashed {
  size_t from = 0;
  size_t length = 0;
  size_t line = 0;
};

void find_list_dashes(const MendSource& source, std::vector<Edit>& edits) {
  if (source.page.easy_read) return;  // its rows are made of lines
  std::vector<Dashed> row;
  const auto end_row = [&] {
    if (row.size() >= 2)
      for (const Dashed& one : row) edits.push_back({one.from, one.from + one.length, "- "});
    row.clear();
  };
  size_t line = 0;
  size_t counted = 0;
  for (const Stretch& stretch : source.stretches) {
    if (stretch.kind != StretchKind::prose) continue;
    for (; counted < stretch.from; ++counted)
      if (source.bytes[counted] == '\n') ++line;
    // Only spaces may stand before it in its line.
    size_t start = stretch.from;
    while (start > 0 && source.bytes[start - 1] == ' ') --start;
    if (start > 0 && source.bytes[start - 1] != '\n') continue;
    const std::string_view sign = sign_at(source.bytes, stretch.from, stretch.to);
    if (sign.empty()) continue;
    const bool goes_on = !row.empty() && row.back().line + 1 == line &&
                         source.bytes.substr(row.back().from, character_length(source.bytes, row.back().from)) == sign.substr(0, character_length(sign, 0));
    if (!goes_on) end_row();
    row.push_back({stretch.from, sign.size(), line});
  }
  end_row();
}

}  // namespace

const Mend list_dash_mend{.name = "list-dashes", .says = "lists that are typed with • or – made real lists", .find = find_list_dashes};

}  // namespace offer
