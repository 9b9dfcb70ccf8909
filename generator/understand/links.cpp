// Links: what editors write becomes an address, and what leads nowhere is reported.
//
// Editors may write a path to a source file ("../contact.md", "/contact.md"), a page's id ("contact"), an address ("/contact/"), each
// with "#heading"; "#heading" alone; https, http, mailto and tel addresses. A file of the site's folder by its path.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "understand/steps.h"

namespace offer {

namespace {

std::string near_or(std::string near, std::string_view otherwise) { return near.empty() ? std::string(otherwise) : near; }

// "pathways" + "../contact.md" = "contact.md". Nothing if it leads out of the site's folder.
std::optional<std::string> join_path(std::string_view folder, std::string_view relative) {
  std::string path;
  path.reserve(folder.size() + relative.size() + 1);
  if (!relative.starts_with('/')) path = folder;
  for (size_t start = 0; start <= relative.size();) {
    const size_t end = std::min(relative.find('/', start), relative.size());
    const std::string_view part = relative.substr(start, end - start);
    start = end + 1;
    if (part == "." || part.empty()) continue;
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path.resize(path.find('/') == std::string::npos ? 0 : path.rfind('/'));
    } else {
      if (!path.empty()) path += '/';
      path += part;
    }
  }
  return path;
}

std::string_view folder_above(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

// Markdown writes "what%20now.md" for a file with a space in its name.
std::string decoded_link(std::string_view text) {
  const auto digit = [](char c) { return is_digit(c) ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1; };
  if (text.find('%') == std::string_view::npos) return std::string(text);
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
      const char c = static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      if (c != 0) {
        result += c;
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return first_bad_utf8(result) ? std::string(text) : result;
}

std::string_view scheme_of(std::string_view target) {
  const size_t colon = target.find(':');
  if (colon == std::string_view::npos || colon > target.find('/') || colon > target.find('#')) return {};
  return target.substr(0, colon);
}

// The schemes that cannot run anything in a reader's browser.
bool is_safe_scheme(std::string_view scheme) {
  return equal_ignoring_case(scheme, "https") || equal_ignoring_case(scheme, "http") ||
         equal_ignoring_case(scheme, "mailto") || equal_ignoring_case(scheme, "tel");
}

constexpr size_t most_near_names = 20;  // a page with more broken links than that has other trouble

class LinkResolver {
 public:
  LinkResolver(Page& page, const Site& site, const Unpublished& unpublished, Report& report)
      : page_(page), site_(site), unpublished_(unpublished), report_(report) {}

  void resolve(Block& link) {
    const std::string_view target = trim(link.target);
    if (target.empty() || target == "#") {
      report_.add(codes::broken_links, page_.path, link.place, "this link has no address", "Write where it leads between the round brackets.");
      return;
    }
    if (const std::string_view scheme = scheme_of(target); !scheme.empty()) {
      if (!is_safe_scheme(scheme)) unsafe(link, target);
      return;
    }
    if (target.starts_with("//") || target.find('\\') != std::string_view::npos) return unsafe(link, target);
    const size_t hash = target.find('#');
    // An address as readers need it stays where it stands, in the file.
    if (hash == std::string_view::npos && !page_.easy_read)
      if (const auto found = site_.page_by_address.number_of(target)) {
        link.target = target;
        return leads_to(*found);
      }
    std::string decoded;
    std::string_view where = target.substr(0, hash);
    if (where.find('%') != std::string_view::npos) where = decoded = decoded_link(where);
    const std::string decoded_anchor = hash == std::string_view::npos ? std::string() : decoded_link(target.substr(hash + 1));
    const std::string_view anchor = decoded_anchor;
    if (where.empty()) {
      if (anchor.empty()) return broken(link, target);
      to_heading(link, page_, anchor);
      link.target = page_.arena.copy(fmt::format("#{}", anchor));
      return;
    }
    const Page* to = find_page(where);
    if (to == nullptr) return to_file_or_nowhere(link, target, where);
    if (anchor.empty()) {
      // A reader of Easy Read goes on in Easy Read where there is one.
      if (page_.easy_read && !to->easy_read && to->twin != none) to = &site_.pages[to->twin];
      link.target = page_.arena.copy(to->address);
      return leads_to(to->number);
    }
    leads_to(to->number);
    to_heading(link, *to, anchor);
    link.target = page_.arena.copy(fmt::format("{}#{}", to->address, anchor));
  }

  void resolve_picture(Block& picture) {
    const std::string_view target = trim(picture.target);
    if (target.starts_with("picture:")) {
      if (page_.easy_read) return;  // shape_easy_read looks it up
      report_.add(codes::unknown_pictures, page_.path, picture.place, fmt::format("'{}' is for Easy Read pages only", target),
                  "Put it in the page's Easy Read version, in a file that ends with .easy.md.");
      picture.target = {};
      return;
    }
    if (!scheme_of(target).empty()) {
      report_.add(codes::unsafe_addresses, page_.path, picture.place,
                  fmt::format("the picture '{}' is on another site", target.substr(0, 80)),
                  "Pages ask nothing of other sites. Put a copy of the picture beside the page.");
      picture.target = {};
      return;
    }
    const auto path = join_path(folder_above(page_.path), decoded_link(target));
    if (path && find_file(*path)) {
      picture.target = page_.arena.copy("/" + *path);
      return;
    }
    std::vector<std::string_view> known;
    for (const SourceFile& file : site_.files) known.push_back(file.path);
    report_.add(codes::broken_links, page_.path, picture.place, fmt::format("there is no picture '{}'", target),
                near_or(did_you_mean(path.value_or(std::string(target)), known), "Put the picture into the site's folder, or take this out."));
  }

 private:
  void leads_to(size_t page) { page_.leads_to.push_back(static_cast<uint32_t>(page)); }

  const Page* at(size_t number) const { return &site_.pages[number]; }

  const Page* find_page(std::string_view where) const {
    if (where.ends_with(".md")) {
      const auto path = join_path(folder_above(page_.path), where);
      if (!path) return nullptr;
      const auto found = site_.page_by_path.number_of(*path);
      return found ? at(*found) : nullptr;
    }
    if (const auto found = site_.page_by_id.number_of(where)) return at(*found);
    if (where.starts_with('/')) {
      std::string address(where);
      if (address.back() != '/') address += '/';
      if (const auto old = site_.redirects.find(address); old != site_.redirects.end()) address = old->second;
      if (const auto found = site_.page_by_address.number_of(address)) return at(*found);
    }
    return nullptr;
  }

  bool find_file(std::string_view path) const {
    const auto found = std::lower_bound(site_.files.begin(), site_.files.end(), path,
                                        [](const SourceFile& file, std::string_view p) { return file.path < p; });
    return found != site_.files.end() && found->path == path;
  }

  void to_file_or_nowhere(Block& link, std::string_view target, std::string_view where) {
    const auto path = join_path(folder_above(page_.path), where);
    if (path && find_file(*path)) {
      const size_t hash = target.find('#');  // "plan.pdf#page=2" opens at a page
      link.target = page_.arena.copy("/" + *path + std::string(hash == std::string_view::npos ? "" : target.substr(hash)));
      return;
    }
    if (path && is_made_file(*path)) {
      link.target = page_.arena.copy("/" + *path);
      return;
    }
    for (const std::string& key : {path.value_or(""), std::string(where), std::string(where) + "/"}) {
      const auto hidden = unpublished_.find(key);
      if (hidden == unpublished_.end()) continue;
      if (hidden->second.empty()) return;  // a page that cannot be read has its own message
      report_.add(codes::links_to_unpublished_pages, page_.path, link.place,
                  fmt::format("this link leads to '{}', which readers cannot see yet", hidden->second),
                  "Publish that page first, or take the link out.");
      return;
    }
    broken(link, target);
  }

  // To be looked at by check_anchors.
  void to_heading(const Block& link, const Page& to, std::string_view anchor) {
    if (anchor.starts_with("list-")) return;  // made by the page's type: checks/links.cpp looks at what it really makes
    page_.anchored_links.push_back({to.number, std::string(anchor), link.place});
  }

  void broken(const Block& link, std::string_view target) {
    const std::string_view where = target.substr(0, target.find('#'));
    std::vector<std::string_view> known;
    std::string sought(where);
    if (++near_names_sought_ > most_near_names) {
      // No near name: see check_anchors.
    } else if (where.ends_with(".md")) {
      for (const Page& page : site_.pages) known.push_back(page.path);
      sought = join_path(folder_above(page_.path), where).value_or(sought);
    } else if (where.find('.') != std::string_view::npos) {
      for (const SourceFile& file : site_.files) known.push_back(file.path);
      sought = join_path(folder_above(page_.path), where).value_or(sought);
    } else if (where.find('/') != std::string_view::npos) {
      for (const Page& page : site_.pages) known.push_back(page.address);
    } else {
      for (const Page& page : site_.pages)
        if (!page.id.empty()) known.push_back(page.id);
    }
    report_.add(codes::broken_links, page_.path, link.place, fmt::format("this link leads nowhere: there is no '{}'", sought),
                near_or(did_you_mean(sought, known), "Name a page's file or id. 'local-offer list' shows all of them."));
  }

  void unsafe(Block& link, std::string_view target) {
    const bool on_a_computer = target.find('\\') != std::string_view::npos || target.starts_with("file:");
    report_.add(codes::unsafe_addresses, page_.path, link.place,
                fmt::format("a link cannot lead to '{}'", target.substr(0, 80)),
                on_a_computer ? "That is a place on one computer. Put a copy of the file beside the page, and link to the copy."
                              : "Links lead to pages of this site, or begin with https:, http:, mailto: or tel:.");
    link.target = {};  // it does not reach the preview either
  }

  Page& page_;
  const Site& site_;
  const Unpublished& unpublished_;
  Report& report_;
  size_t near_names_sought_ = 0;
};

}  // namespace

void resolve_links(Page& page, const Site& site, const Unpublished& unpublished, Report& report) {
  LinkResolver resolver(page, site, unpublished, report);
  walk(*page.blocks, [&](Block& block) {
    if (block.kind == BlockKind::link) resolver.resolve(block);
    if (block.kind == BlockKind::picture) resolver.resolve_picture(block);
  });
}

void check_anchored_links(const Page& page, const Site& site, Report& report) {
  size_t broken = 0;
  for (const AnchoredLink& link : page.anchored_links) {
    const Page& to = site.pages[link.page];
    if (std::any_of(to.headings.begin(), to.headings.end(), [&](const Heading& heading) { return heading.anchor == link.anchor; })) continue;
    std::vector<std::string_view> known;
    if (++broken <= most_near_names)
      for (const Heading& heading : to.headings) known.push_back(heading.anchor);
    const auto near = near_word(link.anchor, known);
    std::string help = near ? fmt::format("Did you mean '#{}'?", *near) : "";
    if (!near && !known.empty() && known.size() <= 20)
      help = fmt::format("Its headings are: #{}", join({known.begin(), known.end()}, ", #"));
    report.add(codes::broken_anchors, page.path, link.place,
               link.page == page.number ? fmt::format("there is no heading '#{}' on this page", link.anchor)
                                        : fmt::format("there is no heading '#{}' in {}", link.anchor, to.path),
               std::move(help));
  }
}

}  // namespace offer
