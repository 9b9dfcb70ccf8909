// Link targets: what readers are told about where a link leads, and whether that is true.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

const Code same_words_to_two_places{"same-words-to-two-places", Severity::warning, "WCAG 2.4.4, PE-11"};
const Code links_to_their_own_page{"links-to-their-own-page", Severity::warning, "WCAG 2.4.4"};
const Code links_without_https{"links-without-https", Severity::look, "readers are safe"};
const Code web_addresses_in_the_text{"web-addresses-in-the-text", Severity::warning, "PE-11"};
const Code files_without_type_and_size{"files-without-type-and-size", Severity::warning, "PE-12"};
const Code links_to_pdfs{"links-to-pdfs", Severity::look, "PE-12, accessibility regulations 2018"};

std::string_view place_of_target(std::string_view target) { return target.substr(0, target.find('#')); }

// Words that are the same but for capitals.
struct HashOfSmallLetters {
  size_t operator()(std::string_view words) const {
    size_t hash = words.size();
    for (const char c : words) hash = hash * 31 + static_cast<unsigned char>(is_upper(c) ? c | 0x20 : c);
    return hash;
  }
};
struct SameSmallLetters {
  bool operator()(std::string_view a, std::string_view b) const { return equal_ignoring_case(a, b); }
};

void same_link_words(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  std::unordered_map<std::string_view, const Block*, HashOfSmallLetters, SameSmallLetters> first_of;
  for (const PageLink& link : parts.links) {
    const Block& block = *link.block;
    const std::string_view words = trim(link.words);
    if (block.target.empty() || words.empty()) continue;
    const auto [first, fresh] = first_of.emplace(words, &block);
    // Two parts of one page are one place: the reader lands on the page that was named.
    if (fresh || place_of_target(first->second->target) == place_of_target(block.target)) continue;
    if (block.target.starts_with('#') || first->second->target.starts_with('#')) continue;
    report.add(same_words_to_two_places, page.path, block.place, fmt::format("'{}' leads somewhere else on line {}", words, first->second->place.line),
               "Say in the words of each link what it leads to.");
  }
}

void link_to_own_page(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links)
    if (link.block->target == page.address && link.block->place.line > 0)
      report.add(links_to_their_own_page, page.path, link.block->place, "this link leads to the page that it stands on",
                 "Take the link away, or lead to a heading of this page: (#the-heading).");
}

void without_https(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links)
    if (equal_ignoring_case(link.block->target.substr(0, 7), "http://"))
      report.add(links_without_https, page.path, link.block->place, "whoever follows this link can be watched and misled on the way",
                 fmt::format("Try the safe address: https://{}", link.block->target.substr(7, 80)));
}

// Calls found(offset, length) where "https://…" or "www.…" stands in words.
template <class Found>
void find_web_addresses(std::string_view text, const Found& found) {
  if (text.find("://") == std::string_view::npos && text.find("www.") == std::string_view::npos) return;
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool begins = (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")) && (at == 0 || !is_word_byte(text[at - 1]));
    if (!begins) {
      ++at;
      continue;
    }
    size_t length = std::min(rest.find_first_of(" \n<>\"'()[]"), rest.size());
    while (length > 0 && std::string_view(".,;:!?").find(rest[length - 1]) != std::string_view::npos) --length;
    if (length > 8) found(at, length);
    at += std::max<size_t>(length, 1);
  }
}

void addresses_in_text(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageText& text : parts.texts) {
    const Block& block = *text.block;
    if (!text.has(PageText::web_address) || text.around.link != nullptr || block.place.line == 0) continue;
    find_web_addresses(block.text, [&](size_t at, size_t length) {
      const std::string_view address = block.text.substr(at, length);
      report.add(web_addresses_in_the_text, page.path, place_in(block, at, characters_before(address, address.size())),
                 "this web address cannot be followed, and a screen reader reads it letter by letter",
                 fmt::format("[the page's name]({}{})", address.starts_with("www.") ? "https://" : "", address));
    });
  }
}

struct FileKind {
  std::string_view ending;  // of the address, in small letters
  std::string_view name;    // as readers know it
  std::array<std::string_view, 3> words;  // any of them in the link's words says what it is
};
constexpr std::array<FileKind, 18> file_kinds{{{".pdf", "PDF", {"pdf", "pdf", "pdf"}},
                                               {".doc", "Word document", {"word", "doc", "doc"}},
                                               {".docx", "Word document", {"word", "docx", "doc"}},
                                               {".odt", "OpenDocument text", {"opendocument", "odt", "odt"}},
                                               {".rtf", "text document", {"rtf", "rich text", "text document"}},
                                               {".xls", "Excel table", {"excel", "spreadsheet", "xls"}},
                                               {".xlsx", "Excel table", {"excel", "spreadsheet", "xlsx"}},
                                               {".ods", "OpenDocument table", {"opendocument", "spreadsheet", "ods"}},
                                               {".csv", "CSV table", {"csv", "spreadsheet", "csv"}},
                                               {".ppt", "PowerPoint slides", {"powerpoint", "slides", "ppt"}},
                                               {".pptx", "PowerPoint slides", {"powerpoint", "slides", "pptx"}},
                                               {".zip", "ZIP folder", {"zip", "zip", "zip"}},
                                               {".mp3", "MP3 sound", {"mp3", "sound", "audio"}},
                                               {".wav", "sound", {"wav", "sound", "audio"}},
                                               {".mp4", "video", {"mp4", "video", "film"}},
                                               {".mov", "video", {"mov", "video", "film"}},
                                               {".webm", "video", {"webm", "video", "film"}},
                                               {".epub", "EPUB book", {"epub", "e-book", "ebook"}}}};

// path: of an address, without what stands behind '?' or '#'.
const FileKind* file_kind_of(std::string_view path) {
  constexpr size_t longest = 5;  // ".docx"
  const size_t point = path.size() <= longest ? path.find('.') : path.find('.', path.size() - longest);
  if (point == std::string_view::npos || path.starts_with("mailto:") || path.starts_with("tel:") || path.find('/') == std::string_view::npos) return nullptr;
  for (const FileKind& kind : file_kinds)
    if (path.size() > kind.ending.size() && equal_ignoring_case(path.substr(path.size() - kind.ending.size()), kind.ending)) return &kind;
  return nullptr;
}

// "(PDF, 250 KB)", "1.2 MB", "12 pages", "3 minutes": a number and a measure that says how much there is to fetch or read.
bool says_size(std::string_view words) {
  const std::vector<std::string_view> parts = words_of(words);
  for (size_t i = 0; i < parts.size(); ++i) {
    std::string_view unit = parts[i].substr(std::min(parts[i].find_first_not_of("(0123456789.,"), parts[i].size()));
    const bool number = unit.size() < parts[i].size() && std::any_of(parts[i].begin(), parts[i].end(), is_digit);
    if (!number) continue;
    if (unit.empty() && i + 1 < parts.size()) unit = parts[i + 1];
    for (const std::string_view one : {"kb", "mb", "gb", "bytes", "kilobyte", "megabyte", "page", "minute"})
      if (lower(unit).starts_with(one)) return true;
  }
  return false;
}

const SourceFile* own_file(std::string_view target, const SiteView& site) {
  if (!target.starts_with('/')) return nullptr;
  const std::string_view path = target.substr(1, target.find_first_of("?#") - 1);
  const auto& files = site.files();
  const auto found = std::lower_bound(files.begin(), files.end(), path, [](const SourceFile& file, std::string_view p) { return file.path < p; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

void type_and_size(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    const Block& block = *link.block;
    const FileKind* kind = block.place.line == 0 ? nullptr : file_kind_of(link.path);
    if (kind == nullptr) continue;
    const std::string_view words = link.words;
    // What stands in brackets straight after the link belongs to it.
    std::string said = lower(words);
    if (block.next != nullptr && block.next->kind == BlockKind::text && trim(block.next->text).starts_with('(')) said += " " + lower(block.next->text.substr(0, block.next->text.find(')')));
    const bool type = std::any_of(kind->words.begin(), kind->words.end(), [&](std::string_view word) { return said.find(word) != std::string::npos; });
    const SourceFile* file = own_file(block.target, site);
    const bool size = says_size(said) || file == nullptr;  // how large another site's file is nobody here can promise
    if (type && size) continue;
    report.add(files_without_type_and_size, page.path, block.place,
               fmt::format("this link leads to a file and does not say {}", type ? "how large it is" : size ? fmt::format("that it is a {}", kind->name) : "of what kind and how large it is"),
               file != nullptr ? fmt::format("[{} ({}, {})]({})", words, kind->name, size_in_words(file->bytes.size()), block.target)
                               : fmt::format("[{} ({})]({})", words, kind->name, block.target));
  }
}

void pdfs(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    const Block& block = *link.block;
    const std::string_view file = place_of_target(block.target);
    if (file.size() < 4 || !equal_ignoring_case(file.substr(file.size() - 4), ".pdf") || block.place.line == 0 || own_file(block.target, site) == nullptr) continue;
    report.add(links_to_pdfs, page.path, block.place, "a PDF is hard to read on a phone, and for many people with a screen reader",
               "Make a page of it. If it must be a PDF, say why in the page's settings: allow: [\"links-to-pdfs: the signed decision\"]");
  }
}

}  // namespace

const std::vector<Check>& link_target_checks() {
  static const std::vector<Check> checks{
      {same_words_to_two_places, same_link_words}, {links_to_their_own_page, link_to_own_page},           {links_without_https, without_https},
      {web_addresses_in_the_text, addresses_in_text}, {files_without_type_and_size, type_and_size}, {links_to_pdfs, pdfs},
  };
  return checks;
}

}  // namespace offer
