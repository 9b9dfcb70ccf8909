#include "types/step_order.h"

#include <charconv>

#include "base/text.h"
#include "diagnose/codes.h"
#include "types/structure.h"

namespace offer {

bool is_go_to(std::string_view label) { return lower(label).ends_with("go to"); }

std::optional<size_t> step_named(std::string_view words) {
  const std::string text = lower(trim(words));
  std::string_view rest = text;
  while (rest.ends_with('.')) rest.remove_suffix(1);
  if (rest == "the end") return 0;
  if (rest.starts_with("step ")) rest.remove_prefix(5);
  size_t number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  return error == std::errc{} && end == rest.data() + rest.size() && number > 0 ? std::optional(number) : std::nullopt;
}

std::string_view anchor_of_step(const Page& page, size_t number) {
  const Block* heading = find_heading(page, 2, "Steps");
  if (heading == nullptr) return {};
  for (const Block* block : section_of(*heading))
    if (block->kind == BlockKind::heading && block->number == 3 && --number == 0) return block->target;
  return {};
}

namespace {

// Steps that can be reached from `from` along `ways`.
std::vector<bool> reached(const std::vector<std::vector<size_t>>& ways, size_t from) {
  std::vector<bool> seen(ways.size(), false);
  std::vector<size_t> open{from};
  while (!open.empty()) {
    const size_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    open.insert(open.end(), ways[at].begin(), ways[at].end());
  }
  return seen;
}

}  // namespace

void inspect_order(const Page& page, const std::vector<const Block*>& steps, Report& report) {
  if (steps.empty()) return;
  const size_t end = steps.size();  // a place after the last step
  std::vector<std::vector<size_t>> ways(end + 1), back(end + 1);
  bool any = false;
  for (size_t i = 0; i < steps.size(); ++i) {
    bool goes_on = true;
    for (const Block* block : section_of(*steps[i])) {
      const auto label = label_of(*block);
      if (!label || !is_go_to(*label)) continue;
      any = true;
      const std::string text = plain_text(*block);
      const auto to = step_named(std::string_view(text).substr(text.find(':') + 1));
      if (!to || *to > steps.size()) {
        report.add(codes::endless_steps, page.path, block->place, fmt::format("'{}' leads to no step of this pathway", trim(text)),
                   fmt::format("Write a number from 1 to {}, or the end: **{}:** step {}", steps.size(), *label, steps.size()));
        continue;
      }
      ways[i].push_back(*to == 0 ? end : *to - 1);
      if (equal_ignoring_case(*label, "go to")) goes_on = false;  // for everybody, not only if something is so
    }
    if (goes_on) ways[i].push_back(i + 1);
  }
  if (!any) return;
  for (size_t i = 0; i < ways.size(); ++i)
    for (const size_t to : ways[i]) back[to].push_back(i);
  const auto from_start = reached(ways, 0);
  const auto to_end = reached(back, end);
  for (size_t i = 0; i < steps.size(); ++i) {
    const std::string title(trim(plain_text(*steps[i])));
    if (!from_start[i])
      report.add(codes::endless_steps, page.path, steps[i]->place, fmt::format("nobody comes to the step '{}'", title), "Lead to it from another step, or take it out.");
    else if (!to_end[i])
      report.add(codes::endless_steps, page.path, steps[i]->place, fmt::format("from the step '{}' nobody comes to an end", title), "Lead on to a later step: **Go to:** the end");
  }
}

}  // namespace offer
