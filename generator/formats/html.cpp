// html: a page as a reader's browser shows it.
#include <algorithm>

#include "base/growing_text.h"
#include "formats/formats.h"
#include "formats/frame.h"
#include "formats/html_body.h"
#include "formats/html_trace.h"
#include "listings/dates.h"
#include "listings/poster.h"
#include "model/builder.h"

namespace offer {

namespace {

void fill_root(const Page& page, const SiteView& site, Builder& to) {
  if (page.easy_read) {
    for (const Block& block : children(page.document())) to.adopt_copy(block);
  } else if (page.view != nullptr && page.view->body_of_value != nullptr) {
    page.view->body_of_value(page, site, to);
  } else if (page.view != nullptr) {
    page.view->body(site.whole(page), site, to);
  } else {
    page.type->body(page, site, to);
    add_dates(page, site, to);
    add_poster_link(page, to);
  }
}

std::string whole_page(const Page& page, const SiteView& site, const Theme& theme, std::vector<OutputMark>* marks) {
  thread_local Arena arena;  // the same memory for page after page
  thread_local GrowingText body;
  arena.clear();
  Block root;
  Builder to(arena, root);
  fill_root(page, site, to);
  write_html_body(root, site, body, page.path, marks);
  std::string whole = in_frame(page, root, body.view(), site, theme, marks);
  body.clear();  // the list of all services has megabytes
  return whole;
}

std::vector<OutputFile> html_files(const Page& page, const SiteView& site, const Theme& theme) {
  std::vector<OutputFile> files(1);
  files.front().path = page.id == "not-found" ? "404.html" : page.address.substr(1) + "index.html";
  files.front().bytes = whole_page(page, site, theme, nullptr);
  return files;
}

}  // namespace

std::vector<OutputMark> trace_html(const Page& page, const SiteView& site, const Theme& theme) {
  std::vector<OutputMark> marks;
  whole_page(page, site, theme, &marks);
  return marks;
}

OutputMark mark_at(const std::vector<OutputMark>& marks, size_t offset) {
  const auto after = std::upper_bound(marks.begin(), marks.end(), offset, [](size_t at, const OutputMark& mark) { return at < mark.offset; });
  return after == marks.begin() ? OutputMark{} : *(after - 1);
}

const Format html_format{
    .name = "html",
    .says = "a page as a reader's browser shows it",
    .of_page = html_files,
    .of_site = nullptr,
};

}  // namespace offer
