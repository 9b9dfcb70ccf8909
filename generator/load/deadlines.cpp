#include "load/deadlines.h"

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "load/yaml.h"

namespace offer {

namespace {

class DeadlineReader {
 public:
  DeadlineReader(std::string_view path, Report& report) : path_(path), report_(report) {}

  void read(const YamlNode& map, std::vector<Deadline>& to) {
    const YamlNode* clocks = map.find("clocks");
    const YamlNode* deadlines = map.find("deadlines");
    if (deadlines == nullptr) return;
    for (const YamlNode::Entry& entry : deadlines->entries) {
      Deadline one;
      one.id = entry.key;
      const auto text = [&](std::string_view name) {
        const YamlNode* node = entry.value.find(name);
        return node == nullptr ? std::string() : node->text;
      };
      one.clock = text("clock");
      one.unit = text("unit");
      one.date = text("date");
      one.what = text("what");
      one.if_late = text("if_late");
      one.exceptions = text("exceptions");
      one.law = text("law");
      one.from = text("in_force_from");
      one.until = text("in_force_until");
      const std::string number = text("number");
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), one.number);
      const bool counts = error == std::errc{} && end == number.data() + number.size() && one.number > 0;
      const YamlNode* words = clocks == nullptr ? nullptr : clocks->find(one.clock);
      if (words != nullptr) one.clock_words = words->text;
      if (one.law.empty()) wrong(entry, "names no law", "law: regulation 5");
      else if (words == nullptr) wrong(entry, fmt::format("starts with '{}', which is not under 'clocks'", one.clock), "clock: request");
      else if (one.what.empty()) wrong(entry, "does not say what must be done by then", "what: We must tell you whether we will check your needs.");
      else if (one.unit != "date" && !counts) wrong(entry, fmt::format("has the number '{}'", number), "number: 6");
      else if (one.unit == "date" && !parse_date("2024-" + one.date)) wrong(entry, fmt::format("has no day of the year '{}'", one.date), "date: 02-15");
      else if (one.unit != "days" && one.unit != "working-days" && one.unit != "weeks" && one.unit != "months" && one.unit != "date")
        wrong(entry, fmt::format("counts in '{}'", one.unit), "unit is one of days, working-days, weeks, months and date.");
      else if (!parse_date(one.from)) wrong(entry, "does not say from when it is in force", "in_force_from: 2014-09-01");
      else if (!one.until.empty() && (!parse_date(one.until) || one.until < one.from)) wrong(entry, fmt::format("ends on '{}'", one.until), "in_force_until is a day after in_force_from.");
      else to.push_back(std::move(one));
    }
  }

 private:
  void wrong(const YamlNode::Entry& entry, std::string words, std::string help) {
    report_.add(codes::broken_deadlines, path_, entry.key_place, fmt::format("the time limit '{}' {}", entry.key, words), std::move(help));
  }

  std::string_view path_;
  Report& report_;
};

}  // namespace

std::vector<Deadline> read_deadlines(const std::vector<SourceFile>& law, Report& report) {
  std::vector<Deadline> deadlines;
  Report reported_already;  // read_law() reads the same files
  for (const SourceFile& file : law)
    if (const auto map = parse_yaml(file.bytes, file.path, 1, reported_already)) DeadlineReader(file.path, report).read(*map, deadlines);
  return deadlines;
}

std::vector<Date> read_bank_holidays(const std::vector<SourceFile>& law, Report& report) {
  std::vector<Date> days;
  Report reported_already;  // read_law() reads the same files
  for (const SourceFile& file : law) {
    const auto map = parse_yaml(file.bytes, file.path, 1, reported_already);
    const YamlNode* list = map ? map->find("bank_holidays") : nullptr;
    if (list == nullptr) continue;
    for (const YamlNode& item : list->items) {
      if (const auto day = parse_date(item.text)) days.push_back(*day);
      else report.add(codes::wrong_values, file.path, item.place, fmt::format("'{}' is not a day that exists", item.text), "- 2026-12-25");
    }
  }
  std::sort(days.begin(), days.end());
  return days;
}

}  // namespace offer
