// Where lines end: spaces that nobody sees, and the line end that the last line needs so that the next words do not land in it.
#include "mend/mend.h"
#include "mend/words_in.h"

namespace offer {

namespace {

// Only lines that are known to hold words, so never code. Two spaces or more before another line of the same paragraph are a line break and stay.
void find_trailing(const MendSource& source, std::vector<Edit>& edits) {
  const std::string_view bytes = source.bytes;
  for (size_t i = 0; i < source.stretches.size();) {
    const Stretch& first = source.stretches[i];
    const size_t end = std::min(bytes.find('\n', first.to), bytes.size());
    // The last stretch of the line.
    while (i + 1 < source.stretches.size() && source.stretches[i + 1].from < end) ++i;
    const Stretch& stretch = source.stretches[i++];
    if (stretch.kind == StretchKind::setting) continue;
    const size_t words_end = end > stretch.to && bytes[end - 1] == '\r' ? end - 1 : end;
    size_t from = words_end;
    while (from > stretch.to && (bytes[from - 1] == ' ' || bytes[from - 1] == '\t')) --from;
    if (from == words_end) continue;
    const size_t next = std::min(end + 1, bytes.size());
    const std::string_view next_line = bytes.substr(next, bytes.find('\n', next) - next);
    const std::string_view next_words = next_line.substr(std::min(next_line.find_first_not_of(" \t\r>"), next_line.size()));
    const bool begins_block = next_words.empty() || next_words.front() == '#' || next_words.front() == '|' || next_words.starts_with("- ") || next_words.starts_with("* ") ||
                              next_words.starts_with("+ ");
    const bool is_break = words_end - from >= 2 && bytes.substr(from, 2) == "  " && !begins_block;
    if (is_break) continue;
    edits.push_back({from, words_end, ""});
  }
}

void find_final(const MendSource& source, std::vector<Edit>& edits) {
  if (source.bytes.empty() || source.bytes.ends_with('\n')) return;
  const size_t first = source.bytes.find('\n');
  const bool returns = first != std::string_view::npos && first > 0 && source.bytes[first - 1] == '\r';
  edits.push_back({source.bytes.size(), source.bytes.size(), returns ? "\r\n" : "\n"});
}

}  // namespace

const Mend trailing_space_mend{.name = "trailing-spaces", .says = "spaces at the ends of lines taken out", .find = find_trailing};
const Mend final_newline_mend{.name = "final-newline", .says = "a line end after the last line", .find = find_final};

}  // namespace offer
