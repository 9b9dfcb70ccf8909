// Links: their words say where they lead. (Where they lead is understand/links.cpp's business.)
#include <algorithm>
#include <array>

#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "listings/dates.h"
#include "model/builder.h"

namespace offer {

namespace {

constexpr std::array<std::string_view, 12> empty_link_words{"click here", "here", "more", "read more", "this", "this page", "link",
                                                         "this link", "find out more", "learn more", "see more", "go"};

// "here." and "more…" say no more than "here" and "more".
std::string_view without_end_signs(std::string_view words) {
  while (!words.empty()) {
    if (words.ends_with("…")) words.remove_suffix(std::string_view("…").size());
    else if (std::string_view(".!?:;> ").find(words.back()) != std::string_view::npos) words.remove_suffix(1);
    else break;
  }
  return words;
}

bool holds_described_picture(const Block& link) {
  bool picture = false;
  walk(link, [&](const Block& inside) { picture = picture || (inside.kind == BlockKind::picture && !inside.text.empty()); });
  return picture;
}

bool is_empty_phrase(std::string_view words) {
  return std::any_of(empty_link_words.begin(), empty_link_words.end(), [&](std::string_view one) { return equal_ignoring_case(words, one); });
}

void without_words(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    const Block& block = *link.block;
    const std::string_view all = trim(link.words);
    const std::string_view words = without_end_signs(all);
    const auto begins = [&](std::string_view small) { return equal_ignoring_case(words.substr(0, small.size()), small); };
    if (words.empty() && !holds_described_picture(block))
      report.add(codes::links_without_words, page.path, block.place, "this link has no words", "Write where it leads between the square brackets.");
    else if (is_empty_phrase(words))
      report.add(codes::links_without_words, page.path, block.place, fmt::format("'{}' does not say where the link leads", all),
                 "Somebody may hear only the links of the page. Use words such as: how to ask for an EHC plan.");
    else if (begins("http://") || begins("https://") || begins("www."))
      report.add(codes::links_without_words, page.path, block.place, "this link shows a bare web address",
                 "A screen reader reads it letter by letter. Write the name of the page it leads to.");
  }
}

// Headings that a content type makes ("#list-your-dates") are known only when the page is made.
void broken_made_anchors(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    const Block& block = *link.block;
    if (link.path.size() == block.target.size()) continue;  // most links have no '#'
    const size_t hash = block.target.find("#list-");
    if (hash == std::string_view::npos) continue;
    const Page* to = hash == 0 ? &page : site.page_at(block.target.substr(0, hash));
    if (to == nullptr || to->easy_read) continue;
    const std::string_view anchor = block.target.substr(hash + 1);
    Arena arena;
    Block root;
    Builder builder(arena, root);
    if (to->view != nullptr && to->view->body_of_value != nullptr) to->view->body_of_value(*to, site, builder);
    else if (to->view != nullptr) to->view->body(site.whole(*to), site, builder);
    else to->type->body(*to, site, builder);
    add_dates(*to, site, builder);
    std::vector<std::string_view> known;
    walk(root, [&](const Block& made) {
      if (made.kind == BlockKind::heading) known.push_back(made.target);
    });
    if (std::find(known.begin(), known.end(), anchor) != known.end()) continue;
    const std::string near = did_you_mean(anchor, known);
    report.add(codes::broken_anchors, page.path, block.place, fmt::format("there is no heading '#{}' in {}", anchor, to->path), near);
  }
}

}  // namespace

const std::vector<Check>& link_checks() {
  static const std::vector<Check> checks{{codes::links_without_words, without_words}, {codes::broken_anchors, broken_made_anchors}};
  return checks;
}

}  // namespace offer
