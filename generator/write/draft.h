// Draft: a copy of the site for somebody who is to look at it before it is published. It lives in a folder whose name nobody can guess, below the
// folder that is uploaded, and it ends on a day.
//
//   preview/
//     index.html       says nothing, so that no server shows a list of what is here
//     .htaccess        for Apache: not to be listed by search engines; gone after the last day
//     _headers         for Netlify and Cloudflare Pages: not to be listed
//     k3vq…/           the draft, with draft.txt, which says until when
//
// The next draft in the same place keeps the name until its last day is over, so that an address that was sent to somebody shows what is new.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/output.h"

namespace offer {

// The name of the draft in `out` that has not ended by `today`; empty if there is none. Throws Failure if `out` holds a finished site, which a draft
// would replace.
std::string draft_in(const std::filesystem::path& out, Date today);

// What stands beside and in a draft's folder, besides its pages.
std::vector<OutputFile> draft_files(std::string_view name, Date until);

}  // namespace offer
