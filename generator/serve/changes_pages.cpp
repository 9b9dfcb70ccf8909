#include "serve/changes_pages.h"

#include <algorithm>
#include <chrono>

#include "base/escape.h"
#include "base/text.h"
#include "serve/page_changes.h"
#include "serve/site_answer.h"

namespace offer {

namespace {

constexpr auto reading_patience = std::chrono::seconds(10);  // for the first reading of a large published site

std::string nothing_to_compare_with(const PublishedSite& published) {
  const std::string why = published.folder().empty() ? "no folder of a published site is named"
                                                     : fmt::format("there is no published site in the folder <code>{}</code>", escaped(published.folder()));
  return fmt::format("<p><strong>There is nothing to compare with:</strong> {}.</p>\n<p>Publish the site once with <code>local-offer build</code>. If it is published to another folder, start the "
                     "preview with that one: <code>local-offer serve --out FOLDER</code>.</p>\n",
                     why);
}

std::string address_of_output(std::string_view path) { return "/" + std::string(path.substr(0, path.size() - std::string_view("index.html").size())); }

}  // namespace

ChangesPage changes_of_page(const Desk& desk, std::string_view address, std::string_view base, PublishedSite& published) {
  ChangesPage page{fmt::format("What has changed on {}", address), {}};
  std::string path;
  const auto file = file_path_of(base, address, path) ? desk.file(path) : nullptr;
  if (file != nullptr)
    desk.read([&](const SiteView& site) {
      const Page* shown = site.page_at(address_of_output(path));
      if (shown != nullptr && !shown->title.empty()) page.title = fmt::format("What has changed on “{}”", shown->title);
    });
  const auto snapshot = published.now(reading_patience);
  if (snapshot.pages == nullptr) {
    page.body = nothing_to_compare_with(published);
    return page;
  }
  const auto before = snapshot.pages->find(path);
  const bool was_there = before != snapshot.pages->end();
  if (file == nullptr) {
    page.body = was_there ? "<p>This page is published, and it will be taken away: it is not in the files any more. It said:</p>\n" + changes_html(page_changes(before->second, ""))
                          : "<p>There is no page at this address, now or published.</p>\n";
    return page;
  }
  page.body = fmt::format("<p><a href=\"{0}\">See the page {1}</a></p>\n", escaped(percent_encoded(address)), escaped(address));
  const std::string_view now = main_of(file->file->bytes);
  if (!was_there) {
    page.body += "<p>This page has not been published yet: all of it is new.</p>\n" + changes_html(page_changes("", now));
    return page;
  }
  const PageChanges changed = page_changes(before->second, now);
  if (!changed.none()) {
    const std::string removed = changed.removed == 1 ? "1 was taken out" : fmt::format("{} were taken out", changed.removed);
    page.body += fmt::format("<p>{} and {}, compared with what was last published.</p>\n", count_of(changed.added, "sentence is new", "sentences are new"), removed) + changes_html(changed);
  } else if (before->second == now) {
    page.body += "<p>Nothing has changed since it was published.</p>\n";
  } else {
    page.body += "<p>Not a word has changed since it was published. Something has changed that is no word: a picture, a link in a menu, or how the page is built.</p>\n";
  }
  return page;
}

ChangesPage changed_pages(const Desk& desk, std::string_view base, PublishedSite& published) {
  ChangesPage page{"What has changed since the site was published", {}};
  const auto snapshot = published.now(reading_patience);
  if (snapshot.pages == nullptr) {
    page.body = nothing_to_compare_with(published);
    return page;
  }
  std::vector<std::pair<std::string, std::string_view>> found;  // address, and what happened to the page
  for (const DeskPage& one : desk.pages()) {
    if (one.address.empty()) continue;
    const auto file = desk.file(one.address.substr(1) + "index.html");
    if (file == nullptr) continue;
    const auto before = snapshot.pages->find(file->file->path);
    if (before == snapshot.pages->end()) found.emplace_back(one.address, "new");
    else if (before->second != main_of(file->file->bytes)) found.emplace_back(one.address, "changed");
  }
  for (const auto& [path, main] : *snapshot.pages)
    if (path.ends_with("index.html") && main.starts_with("<main") && desk.file(path) == nullptr) found.emplace_back(address_of_output(path), "will be taken away");
  std::sort(found.begin(), found.end());
  if (found.empty()) {
    page.body = "<p>No page has changed since the site was published.</p>\n";
    return page;
  }
  page.body = fmt::format("<p>{}.</p>\n<ul>\n", count_of(found.size(), "page has changed", "pages have changed"));
  for (const auto& [address, what] : found)
    page.body += fmt::format("<li><a href=\"/-/changes{0}{1}\">{0}{2}</a>: {3}</li>\n", escaped(base), escaped(percent_encoded(std::string_view(address).substr(1))),
                             escaped(std::string_view(address).substr(1)), what);
  page.body += "</ul>\n";
  return page;
}

}  // namespace offer
