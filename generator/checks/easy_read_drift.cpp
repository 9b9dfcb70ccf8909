// Drift: the full page has changed, and its Easy Read page may say something else now.
#include <algorithm>

#include "base/text.h"
#include "checks/easy_read_page.h"
#include "diagnose/codes.h"
#include "model/following.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// "line 12", "lines 12, 15 and 20 to 22"
std::string lines_in_words(std::vector<uint32_t> lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::vector<std::string> parts;
  for (size_t i = 0; i < lines.size();) {
    size_t last = i;
    while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
    if (last - i < 2) last = i;
    parts.push_back(last == i ? std::to_string(lines[i]) : fmt::format("{} to {}", lines[i], lines[last]));
    i = last + 1;
  }
  return fmt::format("{} {}", lines.size() == 1 ? "line" : "lines", joined_words(parts));
}

std::string what_changed(const Drift& drift) {
  std::vector<std::string> parts;
  if (!drift.changed.empty())
    parts.push_back(fmt::format("{} {} new or different", lines_in_words(drift.changed), drift.changed.size() == 1 ? "is" : "are"));
  if (!drift.gone_after.empty()) parts.push_back(fmt::format("something is gone after {}", lines_in_words(drift.gone_after)));
  return joined_words(parts);
}

// The rows under headings that both pages have: "the rows on lines 14 to 20, under 'How to ask'".
std::string rows_to_look_at(const EasyPage& page, const Page& full, const Drift& drift) {
  std::vector<std::string> parts;
  for (const std::string& anchor : drift.headings) {
    const auto above = std::find_if(full.headings.begin(), full.headings.end(), [&](const Heading& one) { return one.anchor == anchor; });
    if (above == full.headings.end()) continue;
    for (size_t at = 0; at < page.lines.size(); ++at) {
      const EasyLine& heading = page.lines[at];
      if (heading.kind != LineKind::heading || lower(trim(heading.text)) != lower(trim(above->title))) continue;
      const EasyRow* first = nullptr;
      const EasyRow* last = nullptr;
      for (const EasyRow& row : page.rows)
        if (row.heading == at) {
          if (first == nullptr) first = &row;
          last = &row;
        }
      if (first == nullptr) continue;
      const uint32_t end = page.lines[last->lines.empty() ? at : last->lines.back()].place.line;
      parts.push_back(
          fmt::format("the rows on lines {} to {}, under '{}'", first->block->place.line, std::max(end, last->block->place.line), above->title));
    }
  }
  return parts.empty() ? "the rows that tell of it" : joined_words(parts);
}

void drifted(const EasyPage& page, Report& report) {
  const Page* full = page.site.twin(page.page);
  const auto drift = full == nullptr ? std::nullopt : drift_of(page.page, *full);
  if (!drift) return;
  const std::string since = page.page.fields.has(shared::accepted_on) ? " since " + in_words(page.page.fields.get(shared::accepted_on)) : "";
  report.add(
      codes::easy_read_drift, page.page.path, page.page.fields.place_of(shared::accepted),
      fmt::format("the full page {} has changed{}{}", full->path, since, drift->known ? ": " + what_changed(*drift) : ""),
      fmt::format("Bring {} up to date. Then say so: local-offer easy-read accept {}", rows_to_look_at(page, *full, *drift), page.page.path));
}

void never_compared(const EasyPage& page, Report& report) {
  const Page* full = page.site.twin(page.page);
  if (full == nullptr || page.page.fields.has(shared::accepted)) return;
  report.add(codes::easy_read_never_compared, page.page.path, {1, 0, 0},
             fmt::format("nobody has said that this page says what {} says", full->path),
             fmt::format("Compare the two. Then say so, and later changes will be noticed: local-offer easy-read accept {}", page.page.path));
}

}  // namespace

const std::vector<EasyReadCheck>& easy_read_drift_checks() {
  static const std::vector<EasyReadCheck> checks{
      {codes::easy_read_drift, drifted},
      {codes::easy_read_never_compared, never_compared},
  };
  return checks;
}

}  // namespace offer
