// Picture files and what is said of them: descriptions that tell what the picture tells, and files that arrive on a phone.
#include <algorithm>
#include <array>
#include <set>

#include "base/picture_size.h"
#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

const Code file_names_as_descriptions{"file-names-as-descriptions", Severity::warning, "WCAG 1.1.1"};
const Code descriptions_that_begin_with_picture{"descriptions-that-begin-with-picture", Severity::warning, "WCAG 1.1.1"};
const Code descriptions_that_repeat_the_text{"descriptions-that-repeat-the-text", Severity::warning, "WCAG 1.1.1, ER-38"};
const Code long_descriptions{"long-descriptions", Severity::warning, "WCAG 1.1.1"};
const Code heavy_pictures{"heavy-pictures", Severity::warning, "people with little data"};
const Code huge_pictures{"huge-pictures", Severity::warning, "people with little data"};
const Code pictures_that_do_not_open{"pictures-that-do-not-open", Severity::warning, "WCAG 1.1.1"};
const Code words_in_pictures{"words-in-pictures", Severity::look, "WCAG 1.4.5, ER-30"};

constexpr uint32_t most_characters = 200;
constexpr size_t most_picture_bytes = 300'000;
constexpr uint32_t most_pixels = 2000;  // on the longer side: twice what any page shows

// A picture that the page's own Markdown holds and that somebody has described.
template <class Visit>
void each_described(const PageParts& parts, Visit&& visit) {
  for (const PagePart& picture : parts.pictures)
    if (const std::string_view words = trim(picture.block->text); !words.empty()) visit(*picture.block, words);
}

constexpr std::array<std::string_view, 9> picture_endings{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tiff"};

std::string_view name_of(std::string_view target) { return target.substr(target.rfind('/') + 1); }
std::string_view stem_of(std::string_view target) {
  const std::string_view name = name_of(target);
  return name.substr(0, name.rfind('.'));
}

// "IMG_2041", "DSC00123", "photo-3 final", "screenshot 2024-05-01": what cameras and phones call their pictures.
bool is_camera_name(std::string_view words) {
  const std::string small = lower(words);
  if (count_words(words) > 2 || std::none_of(small.begin(), small.end(), is_digit)) return false;
  for (const std::string_view one : {"img", "dsc", "dscn", "pxl", "image", "photo", "picture", "screenshot", "scan", "untitled"}) {
    if (!small.starts_with(one)) continue;
    const std::string_view rest = std::string_view(small).substr(one.size());
    return rest.find_first_not_of("0123456789 _-().") == std::string_view::npos;
  }
  return false;
}

void file_names(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_described(parts, [&](const Block& block, std::string_view words) {
    const std::string small = lower(words);
    const bool ends = std::any_of(picture_endings.begin(), picture_endings.end(), [&](std::string_view ending) { return small.ends_with(ending); });
    const std::string_view stem = stem_of(block.target);
    const bool same = equal_ignoring_case(words, stem) && words.find_first_of("-_0123456789") != std::string_view::npos;
    if (ends || same || is_camera_name(words))
      report.add(file_names_as_descriptions, page.path, block.place, fmt::format("'{}' is the name of a file, not what the picture shows", words),
                 fmt::format("Say what it shows: ![Parents and staff at a table]({})", block.target));
  });
}

void begins_with_picture(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_described(parts, [&](const Block& block, std::string_view words) {
    const std::string small = lower(words);
    for (const std::string_view one : {"image of ", "picture of ", "photo of ", "photograph of ", "a photo of ", "a picture of ", "an image of ", "a photograph of ", "graphic of ", "icon of ", "image showing ",
                                       "picture showing ", "photo showing ", "image: ", "picture: ", "photo: "}) {
      if (!small.starts_with(one)) continue;
      std::string rest(trim(words.substr(one.size())));
      if (!rest.empty() && is_lower(rest[0])) rest[0] = static_cast<char>(rest[0] & ~0x20);
      report.add(descriptions_that_begin_with_picture, page.path, block.place, "a screen reader says that it is a picture before it reads this", fmt::format("![{}]({})", rest, block.target));
      return;
    }
  });
}

// Whether plain_text of the Block would give any words.
bool has_caption(const Block& block) {
  if (block.kind != BlockKind::picture && block.kind != BlockKind::values && block.kind != BlockKind::line_break && !trim(block.text).empty()) return true;
  for (const Block& child : children(block))
    if (has_caption(child)) return true;
  return false;
}

// The description is the link's other words, the whole line above or below, or the heading that the picture stands in.
void repeats_the_text(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  const auto same = [](const Block* block, const std::string& words) {
    if (block == nullptr || !holds_inlines(block->kind)) return false;
    const std::string text = plain_text(*block);
    std::string_view shown = trim(text);
    if (shown.ends_with('.')) shown.remove_suffix(1);
    return !shown.empty() && lower(shown) == words;
  };
  const Block* before = nullptr;  // the last paragraph or heading with words that begins before the picture
  auto line = parts.lines.begin();
  for (const PagePart& picture : parts.pictures) {
    std::string words = lower(trim(picture.block->text));
    if (words.empty()) continue;
    for (; line != parts.lines.end() && line->order < picture.order; ++line)
      if (has_caption(*line->block)) before = line->block;
    if (words.ends_with('.')) words.pop_back();
    const Block* holder = picture.around.holder;
    const Block* after = holder == nullptr ? nullptr : holder->next;
    if (same(picture.around.link, words) || same(holder, words) || same(before, words) || same(after, words))
      report.add(descriptions_that_repeat_the_text, page.path, picture.block->place, "the words beside this picture say the same, so a screen reader says it twice",
                 "Say what only the picture tells, or say it once: keep the description and take the line away.");
  }
}

void too_long_description(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_described(parts, [&](const Block& block, std::string_view words) {
    const uint32_t length = characters_before(words, words.size());
    if (length > most_characters)
      report.add(long_descriptions, page.path, block.place, fmt::format("this description has {} characters; {} are the most", length, most_characters),
                 "Say in one sentence what the picture shows, and tell the rest in the text, where everybody can read it.");
  });
}

// "A poster: …": somebody who cannot see it, or who needs larger letters, cannot read it.
void with_words(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_described(parts, [&](const Block& block, std::string_view words) {
    const std::string name = lower(name_of(block.target)), said = lower(words);
    for (const std::string_view one : {"poster", "leaflet", "flyer", "infographic", "screenshot"}) {
      if (name.find(one) == std::string::npos && said.find(one) == std::string::npos) continue;
      report.add(words_in_pictures, page.path, block.place, fmt::format("this picture seems to be a {}: are there words in it?", one), "Write them into the page as well, all of them.");
      return;
    }
  });
}

// ER-30: no words on an Easy Read picture. The picture of a row belongs to a set; a drawing can be looked into.
void words_on_easy_pictures(const Page& page, const SiteView& site, const PageParts&, Report& report) {
  if (!page.easy_read) return;
  std::set<std::string_view> told;
  for (const Block& row : children(page.document())) {
    if (row.kind != BlockKind::easy_row) continue;
    const Picture* picture = site.picture(row.text);
    if (picture == nullptr || picture->bytes.find("<text") == std::string::npos || !told.insert(row.text).second) continue;
    report.add(words_in_pictures, page.path, row.place, fmt::format("the picture '{}' has words on it", row.text), "Take a picture without words: what is to be read stands beside it.");
  }
}

// --- The files themselves ---

const SourceFile* file_of_picture(std::string_view target, const SiteView& site) {
  if (!target.starts_with('/')) return nullptr;
  const auto& files = site.files();
  const auto found = std::lower_bound(files.begin(), files.end(), target.substr(1), [](const SourceFile& file, std::string_view path) { return file.path < path; });
  return found != files.end() && found->path == target.substr(1) ? &*found : nullptr;
}

template <class Visit>
void each_file_once(const PageParts& parts, const SiteView& site, Visit&& visit) {
  std::set<std::string_view> seen;
  for (const PagePart& picture : parts.pictures)
    if (const SourceFile* file = file_of_picture(picture.block->target, site); file != nullptr && seen.insert(file->path).second) visit(*picture.block, *file);
}

void heavy(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  each_file_once(parts, site, [&](const Block& block, const SourceFile& file) {
    if (file.bytes.size() > most_picture_bytes)
      report.add(heavy_pictures, page.path, block.place, fmt::format("this picture has {}; {} are the most", size_in_words(file.bytes.size()), size_in_words(most_picture_bytes)),
                 "On a slow phone it takes many seconds, and data cost money. Save it smaller, as a JPEG or WebP.");
  });
}

void huge(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  each_file_once(parts, site, [&](const Block& block, const SourceFile& file) {
    const auto size = picture_size(file.bytes);
    if (size && !file.path.ends_with(".svg") && std::max(size->width, size->height) > most_pixels)
      report.add(huge_pictures, page.path, block.place, fmt::format("this picture is {} by {} pixels, and no page shows more than {}", size->width, size->height, most_pixels),
                 fmt::format("Make it at most {} pixels wide.", most_pixels / 2));
  });
}

void that_do_not_open(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  each_file_once(parts, site, [&](const Block& block, const SourceFile& file) {
    if (picture_size(file.bytes) || lower(file.path).ends_with(".avif")) return;
    report.add(pictures_that_do_not_open, page.path, block.place, fmt::format("the file '{}' is not a picture that browsers can show", file.path),
               "Save it again as PNG, JPEG, GIF, WebP or SVG.");
  });
}

}  // namespace

const std::vector<Check>& picture_file_checks() {
  static const std::vector<Check> checks{
      {file_names_as_descriptions, file_names}, {descriptions_that_begin_with_picture, begins_with_picture}, {descriptions_that_repeat_the_text, repeats_the_text},
      {long_descriptions, too_long_description},            {words_in_pictures, with_words},                             {heavy_pictures, heavy},
      {words_in_pictures, words_on_easy_pictures},
      {huge_pictures, huge},                    {pictures_that_do_not_open, that_do_not_open},
  };
  return checks;
}

}  // namespace offer
