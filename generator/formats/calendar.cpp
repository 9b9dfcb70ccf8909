// calendar: every day of the site as an iCalendar file (RFC 5545), for a reader's own calendar.
#include <map>

#include "base/text.h"
#include "formats/formats.h"
#include "model/events.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// A line of at most 75 octets, folded between characters.
void add_calendar_line(std::string line, std::string& to) {
  size_t room = 75;
  while (line.size() > room) {
    size_t end = room;
    while (end > 0 && (line[end] & 0xC0) == 0x80) --end;
    to += line.substr(0, end) + "\r\n ";
    line.erase(0, end);
    room = 74;  // the space counts
  }
  to += line + "\r\n";
}

std::string escaped_text(std::string text) {
  for (const auto& [from, with] : {std::pair{"\\", "\\\\"}, {";", "\\;"}, {",", "\\,"}, {"\n", "\\n"}}) text = replace_all(std::move(text), from, with);
  return text;
}

std::string plain_day(Date day) { return replace_all(iso(day), "-", ""); }

std::vector<OutputFile> calendar_files(const SiteView& site, const Theme&) {
  std::string ics;
  std::map<std::string, int> uids;  // how often each came
  for (const std::string_view line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//local-offer//EN", "CALSCALE:GREGORIAN"}) add_calendar_line(std::string(line), ics);
  add_calendar_line("X-WR-CALNAME:" + escaped_text(site.settings().name), ics);
  for (const Event& event : all_events(site)) {
    if (event.date.month == 0) continue;  // a year alone is no day in a calendar
    const Date first = first_day(event.date);
    const Date after{std::chrono::year_month_day{std::chrono::sys_days{last_day(event.date).day} + std::chrono::days{1}}};
    add_calendar_line("BEGIN:VEVENT", ics);
    std::string uid = fmt::format("{}-{}@{}", iso(event.date), slug(event.what), slug(event.page->id));
    if (const int times = ++uids[uid]; times > 1) uid.insert(0, fmt::format("{}-", times));
    add_calendar_line("UID:" + uid, ics);
    // When it was last looked at, not when the site was built: the file stays as it is from day to day.
    add_calendar_line(fmt::format("DTSTAMP:{}T000000Z", plain_day(event.page->fields.get(shared::reviewed))), ics);
    add_calendar_line("DTSTART;VALUE=DATE:" + plain_day(first), ics);
    add_calendar_line("DTEND;VALUE=DATE:" + plain_day(after), ics);
    add_calendar_line("SUMMARY:" + escaped_text(event.what), ics);
    if (!event.note.empty()) add_calendar_line("DESCRIPTION:" + escaped_text(event.note), ics);
    if (event.state == "cancelled") add_calendar_line("STATUS:CANCELLED", ics);
    add_calendar_line("URL:" + site.whole_address(event.page->address), ics);
    add_calendar_line("END:VEVENT", ics);
  }
  add_calendar_line("END:VCALENDAR", ics);
  return only({"calendar.ics", std::move(ics)});
}

}  // namespace

const Format calendar_format{
    .name = "calendar",
    .says = "every day of the site as an iCalendar file",
    .of_page = nullptr,
    .of_site = calendar_files,
};

}  // namespace offer
