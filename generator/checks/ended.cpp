// Ended: words and boards that are no more, on pages that were checked since.
#include <algorithm>

#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"
#include "model/term_finder.h"

namespace offer {

namespace {

// Pages of these types tell of the past as it was.
bool tells_of_the_past(const Page& page) {
  const std::string& status = page.fields.get(shared::status).word;
  const std::string_view type = page.type->name;
  return status == "superseded" || status == "withdrawn" || type == "paper" || type == "update" || type == "body";
}

bool leads_to(const PageParts& parts, const Page& other) {
  return std::any_of(parts.links.begin(), parts.links.end(), [&](const PageLink& link) { return link.block->target.starts_with(other.address); });
}

// Does the page name `other`, by whatever name?
bool speaks_of(const Page& page, const PageParts& parts, const Page& other) {
  const std::string text = lower(plain_text(page.document()));
  std::vector<std::string> names{other.title};
  for (const Fields::Entry& entry : other.fields.all())
    if (const Words* also = std::get_if<Words>(&entry.value); also != nullptr && entry.field->name == "also") names.insert(names.end(), also->begin(), also->end());
  for (const std::string& name : names)
    if (text.find(lower(name)) != std::string::npos) return true;
  return leads_to(parts, other);
}

void expired_words(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  if (page.easy_read || site.ended().empty() || tells_of_the_past(page) || !page.fields.has(shared::reviewed)) return;
  std::vector<bool> told(site.ended().size(), false);
  for (const PageText& text : parts.texts) {
    const Block& block = *text.block;
    for (auto found = site.ended_finder().next(block.text, 0); found.length > 0; found = site.ended_finder().next(block.text, found.start + found.length)) {
      if (told[found.term]) continue;
      told[found.term] = true;
      const Ended& ended = site.ended()[found.term];
      const Page& gone = site.all_pages()[ended.page];
      const Page& next = site.all_pages()[ended.replacement];
      if (page.fields.get(shared::reviewed) < ended.day || &page == &gone || &page == &next || leads_to(parts, gone) || speaks_of(page, parts, next)) continue;
      const std::string_view words = block.text.substr(found.start, found.length);
      report.add(codes::expired_words, page.path, place_in(block, found.start, characters_before(words, words.size())),
                 fmt::format("'{}' ended on {}, and this page was checked after that", gone.title, in_words(ended.day)),
                 fmt::format("Write '{}', or say what came after: {}.", next.title, next.title));
    }
  }
}

}  // namespace

const std::vector<Check>& ended_checks() {
  static const std::vector<Check> checks{{codes::expired_words, expired_words}};
  return checks;
}

}  // namespace offer
