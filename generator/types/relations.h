// Relations: fields that name other pages and are shared by several content types, and how such pages are shown.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace offer {

class Builder;
class SiteView;

namespace relations {
extern const Field<Ids> reports_to;   // of a body
extern const Field<Ids> overseen_by;  // of strategies and plans: bodies
extern const Field<Id> supersedes;    // of strategies and plans
}  // namespace relations

// The pages that a field names, without those that are missing.
std::vector<const Page*> pages_of(const SiteView& site, const Id& id);
std::vector<const Page*> pages_of(const SiteView& site, const Ids& ids);

// A fact whose value is a link, or several; nothing if there is no page.
void add_links_fact(std::string_view name, const std::vector<const Page*>& pages, Builder& to);
// A section of links under a heading of level 2; nothing if there is no page.
void add_links_section(std::string_view title, const std::vector<const Page*>& pages, Builder& to);
// A list of links, each with the page's summary.
void add_links(const std::vector<const Page*>& pages, Builder& to);
// One item of such a list; `more` follows the link.
void add_link_item(const Page& page, std::string_view more, Builder& to);
// Cards: title, summary, and what `more` adds.
void add_card(const Page& page, Builder& to, const std::function<void()>& more);
void add_cards(const std::vector<const Page*>& pages, Builder& to);

// The other names of a body.
const Words& names_of_body(const Page& page);
}  // namespace offer
