// Ways: how an editor can have a page shown: as it is, in the dark, without pictures, as a screen reader says it, on another day.
//
// A way is chosen in the address (?as=dark&today=2027-01-10&drafts=yes), so it can be linked to, works without script, and every tab has its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "serve/answer.h"
#include "serve/page_edits.h"

namespace offer {

struct Way {
  std::string_view name;   // in addresses: "dark"
  std::string_view title;  // "Dark"
  std::string_view says;   // one or two sentences for whoever has chosen it
  bool has_sheet = false;  // a style sheet of its own: serve/panel/as-dark.css
  bool other_css = false;  // the site's style sheets are changed: conditions that do not hold here count as if they did
};
const std::vector<Way>& all_ways();
const Way* find_way(std::string_view name);  // nothing if there is none

// How one page is asked for.
struct Asked {
  const Way* way = nullptr;      // nothing: as it is
  bool framed = false;           // it stands in the frame of the way `narrow`
  std::optional<Date> today;     // nothing: the day of the server
  std::optional<bool> drafts;    // nothing: as the server shows them
  std::string unread_day;        // what was asked for as a day and is none

  // "as=dark&today=2027-01-10"; empty if everything is as usual. Not escaped, and it needs no escaping.
  std::string query() const;
  Asked with_way(const Way* other) const;
};
// today, drafts: of the server; what says the same counts as not asked.
Asked asked_of(const Question& question, Date today, bool drafts);

// What to change in a page of the site. base: where the site lives. sheet: the address of the way's own style sheet.
void edit_for_way(std::string_view html, const Asked& asked, std::string_view base, std::string_view sheet, std::vector<PageEdit>& edits);
// A style sheet of the site for a way with other_css.
std::string css_for_way(std::string_view css, const Way& way);

}  // namespace offer
