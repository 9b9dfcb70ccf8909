// body: a board, partnership, group or panel: what it does, who it reports to, and every name that it has had.
#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"
#include "draw/tree_chart.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "model/site_view.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<Choice> board_kind{"kind", Need::required, "What sort of body it is.", "board",
                         {"board", "partnership", "group", "forum", "panel", "council", "outside"}};
const Field<std::string> meets{"meets", Need::optional, "How often it meets.", "Every 3 months"};
const Field<std::string> chair{"chair", Need::optional, "Which role leads it; never a person's name.", "An independent chair"};
const Field<RoughDate> board_began{"began", Need::optional, "When it began, as exactly as is known.", "2021"};
const Field<RoughDate> board_ended{"ended", Need::optional, "When it ended.", "2024-10-01"};
const Field<Id> board_replaced_by{"replaced_by", Need::optional, "The body that took its place.", "board-send-executive", {}, RefersTo::page, "body"};
const Field<Words> board_also{"also", Need::optional, "Every other name and spelling that people know it by.", "[SEND Improvement Board]"};

const std::vector<std::string> name_columns{"Name", "From", "Until"};

void inspect_board(const Page& page, Report& report) {
  inspect_headings(page, {{"What it does", Need::required}, {"Names over time", Need::optional}, {"Who is on it", Need::optional}, {"How to take part", Need::optional}}, report);
  if (const Block* names = find_heading(page, 2, "Names over time")) inspect_table(page, *names, name_columns, report);
  if (page.fields.has(board_began) && page.fields.has(board_ended) && page.fields.get(board_ended) < page.fields.get(board_began))
    report.add(codes::wrong_values, page.path, page.fields.place_of(board_ended), "it ended before it began", "Swap the two dates.");
}

std::string title_of(Page const& page) {
  const std::string& word = page.fields.get(board_kind).word;
  return word == "outside" ? "From outside the council" : word.empty() ? "" : static_cast<char>(word[0] - 'a' + 'A') + word.substr(1);
}

void board_body(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("What it is", title_of(page));
    if (page.fields.has(board_began)) to.fact("Began", in_words(page.fields.get(board_began)));
    if (page.fields.has(board_ended)) to.fact("Ended", in_words(page.fields.get(board_ended)));
    add_links_fact("What came after", pages_of(site, page.fields.get(board_replaced_by)), to);
    add_links_fact("It reports to", pages_of(site, page.fields.get(relations::reports_to)), to);
    if (page.fields.has(chair)) to.fact("Led by", page.fields.get(chair));
    if (page.fields.has(meets)) to.fact("Meets", page.fields.get(meets));
    if (page.fields.has(board_also)) to.fact("Also called", join(page.fields.get(board_also), "; "));
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
  add_links_section("Who reports to it", site.named_by(page, relations::reports_to), to);
  add_links_section("What it watches over", site.named_by(page, relations::overseen_by), to);
  add_links_section("What it took over from", site.named_by(page, board_replaced_by), to);
}

// One body and, under it, those that report to it. A body with two above it stands under the first; the second place says so.
// What is deeper than anybody can follow stands under "Others".
constexpr int deepest_board = 10;

void add_branch(const Page& page, const SiteView& site, std::vector<bool>& told, Builder& to, int depth = 0) {
  to.within(BlockKind::item, [&] {
    to.within(BlockKind::paragraph, [&] {
        to.link(page.title, page.address);
        if (page.fields.has(board_ended)) to.add(BlockKind::text, fmt::format(" (ended {})", in_words(page.fields.get(board_ended))));
        if (told[page.number]) to.add(BlockKind::text, " (also named above)");
      }).variant = static_cast<uint8_t>(ParagraphKind::tight);
    if (told[page.number]) return;
    told[page.number] = true;
    const auto below = site.named_by(page, relations::reports_to);
    if (below.empty() || depth == deepest_board) return;
    to.within(BlockKind::bullet_list, [&] {
      for (const Page* one : below) add_branch(*one, site, told, to, depth + 1);
    });
  });
}

void add_nodes(const Page& page, size_t depth, const SiteView& site, std::vector<bool>& told, std::vector<TreeNode>& to) {
  to.push_back({depth, page.title, told[page.number]});
  if (told[page.number]) return;
  told[page.number] = true;
  for (const Page* one : site.named_by(page, relations::reports_to)) add_nodes(*one, depth + 1, site, told, to);
}

void board_list(const std::vector<const Page*>& bodies, const SiteView& site, Builder& to) {
  std::vector<bool> told(site.all_pages().size(), false);
  const auto part = [&](std::string_view title, auto&& belongs) {
    if (std::none_of(bodies.begin(), bodies.end(), belongs)) return;
    to.heading(2, title, "list-" + slug(title));
    to.within(BlockKind::bullet_list, [&] {
      for (const Page* page : bodies)
        if (belongs(page)) add_branch(*page, site, told, to);
    });
  };
  part("Who reports to whom", [&](const Page* page) { return page->fields.get(relations::reports_to).ids.empty() && !site.named_by(*page, relations::reports_to).empty(); });
  std::vector<TreeNode> nodes;
  std::vector<bool> drawn(site.all_pages().size(), false);
  for (const Page* page : bodies)
    if (page->fields.get(relations::reports_to).ids.empty() && !site.named_by(*page, relations::reports_to).empty()) add_nodes(*page, 0, site, drawn, nodes);
  if (!nodes.empty()) {
    to.heading(2, "The same as a drawing", "list-drawing");
    to.add(BlockKind::drawing, "Who reports to whom, as a drawing", tree_chart(nodes));
  }
  part("Others", [&](const Page* page) { return !told[page->number]; });
}

}  // namespace

const Words& names_of_body(const Page& page) { return page.fields.get(board_also); }

const ContentType body_type{
    .name = "body",
    .folder = "boards",
    .title = "Board or group",
    .many = "Boards and groups",
    .says = "A board, partnership, group or panel: what it does, who it reports to, and every name that it has had.",
    .fields = {&board_kind, &relations::reports_to, &meets, &chair, &board_began, &board_ended, &board_replaced_by, &board_also},
    .skeleton = "## What it does\n\nSay in two sentences what it decides or watches.\n\n## Names over time\n\n| Name | From | Until |\n"
                "| --- | --- | --- |\n| The name today | 2021 | |\n\n## Who is on it\n\n- A role\n\n## How to take part\n\nSay how families can speak to it.\n",
    .inspect = inspect_board,
    .body = board_body,
    .list = board_list,
    .happened = nullptr,
    .weight_in_search = 75,
};

}  // namespace offer
