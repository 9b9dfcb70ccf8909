#include "fuzz/targets.h"

#include <cstdlib>

#include "base/arena.h"
#include "checks/checks.h"
#include "checks/faultless.h"
#include "checks/html_checks.h"
#include "commands/printing.h"
#include "diagnose/baseline.h"
#include "formats/frame.h"
#include "html/well_formed.h"
#include "kit.h"
#include "load/csv.h"
#include "load/front_matter.h"
#include "load/markdown.h"
#include "load/simple_markdown.h"
#include "mend/difference.h"
#include "mend/mend.h"
#include "model/block.h"
#include "theme/shrink_css.h"
#include "theme/style_sheet.h"
#include "theme/template.h"

namespace offer {

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void front_matter(std::string_view bytes) {
  Report report;
  const SplitFile file = split_front_matter(bytes, "a.md", report);
  require(file.body.size() <= bytes.size());
}

void csv(std::string_view bytes) {
  const Csv table = parse_csv(bytes);
  size_t length = 0;
  for (const auto& row : table.rows) length += row.cells.size();
  require(length <= bytes.size() + 1);
}

bool same_blocks(const Block& a, const Block& b) {
  if (a.kind != b.kind || a.variant != b.variant || a.number != b.number || !(a.place == b.place) || a.text != b.text || a.target != b.target) return false;
  const Block* of_b = b.first;
  for (const Block& child : children(a)) {
    if (of_b == nullptr || !same_blocks(child, *of_b)) return false;
    of_b = of_b->next;
  }
  return of_b == nullptr;
}

void markdown(std::string_view bytes) {
  Arena arena;
  Report report;
  prepare_markdown();
  const Block* document = parse_markdown(bytes, 1, "a.md", arena, report);
  size_t blocks = 0;
  walk(*document, [&](const Block&) { ++blocks; });
  require(blocks <= 2 * bytes.size() + 64);
  if (const Block* simple = read_simple_markdown(bytes, 1, arena, {}, WordsIn::arena)) {
    Arena other;
    require(same_blocks(*simple, *parse_any_markdown(bytes, 1, "a.md", other, report)));
    require(report.all().empty());
  }
}

void templates(std::string_view bytes) {
  Report report;
  const std::vector<SourceFile> files{{"templates/page.html", std::string(bytes), {}}, {"templates/top.html", "<p>{{title}}</p>", {}}};
  const Template page = Template::compile(files, "page", frame_schema(), "theme/", report);
  Values values(frame_schema());
  for (std::string_view& text : values.texts) text = "<&\"'>";
  std::vector<OutputMark> marks;
  const std::string first = page.fill(values);
  require(first == page.fill(values, &marks));
}

void styles(std::string_view bytes) {
  read_style_sheet(bytes);
  shrink_css(bytes);
}

// A page with these bytes, through the whole pipeline, and its findings as a person reads them.
void site(std::string_view bytes) {
  Inputs inputs = kit::inputs_of("-- index.md --\nWords.\n");
  inputs.content.insert(inputs.content.begin(), {"a.md", std::string(bytes), {}});
  const kit::Built built = kit::build(std::move(inputs));
  built.printed();
}

// A page of HTML that somebody else wrote.
void html_page(std::string_view bytes) {
  Report strict;
  if (html::surely_well_formed(bytes) || html::surely_well_formed(html::Tree(bytes))) require(read_back({"a.html", std::string(bytes)}, "a.md", strict));
  Report report;
  check_html(bytes, "a.html", report);
  for (const Diagnostic& one : report.all()) require(one.place.line > 0);
  if (surely_faultless(bytes)) require(report.all().empty() && html::surely_well_formed(bytes));
}

// A page whose text is these bytes: what is mended stays mended.
void mends(std::string_view bytes) {
  const MendRules rules{.easier_words = {{"whilst", "while"}, {"purchase", "buy", true}}};
  const auto mended = [&](const std::string& page) {
    Inputs inputs;
    inputs.content = {{"a.md", page, {}}};
    return mended_pages(inputs, {}, rules, 1, [](const Page&) { return true; });
  };
  const auto once = mended("---\ntitle: A\nsummary: Wait whilst we look.\n---\n" + std::string(bytes));
  for (const MendedFile& file : once) {
    difference(file.path, file.before, file.after, true);
    require(mended(file.after).empty());
  }
}

void baselines(std::string_view bytes) {
  std::vector<BaselineTrouble> troubles;
  const Baseline baseline = read_baseline(bytes, troubles);
  std::vector<BaselineTrouble> none;
  if (troubles.empty()) require(read_baseline(write_baseline(baseline), none).times == baseline.times);
}

}  // namespace

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> targets{
      {"front-matter", front_matter}, {"csv", csv}, {"markdown", markdown}, {"templates", templates}, {"styles", styles}, {"site", site},
      {"html", html_page}, {"mends", mends}, {"baselines", baselines},
  };
  return targets;
}

}  // namespace offer
