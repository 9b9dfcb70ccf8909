// What several lists of feedback share.
#pragma once

#include <string>
#include <vector>

#include "model/site_view.h"

namespace offer {

class Builder;

std::vector<const Page*> updates_newest_first(const SiteView& site);
// A list of updates: title, who and when, and the state of the answer.
void add_updates(const std::vector<const Page*>& pages, Builder& to);

}  // namespace offer
