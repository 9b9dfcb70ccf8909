// Media: films and recordings that everybody can follow, and that wait to be started.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

const Code videos_without_captions{"videos-without-captions", Severity::warning, "WCAG 1.2.2"};
const Code recordings_without_transcript{"recordings-without-transcript", Severity::warning, "WCAG 1.2.1"};
const Code links_that_play_by_themselves{"links-that-play-by-themselves", Severity::warning, "WCAG 1.4.2"};

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> ones) {
  return std::any_of(ones.begin(), ones.end(), [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

// No film or recording has an address without a full stop: "/pathways/camhs/".
bool may_be_file_or_elsewhere(std::string_view target) { return target.find('.') != std::string_view::npos; }

bool is_video(const PageLink& link) {
  if (!may_be_file_or_elsewhere(link.block->target)) return false;
  const std::string path = lower(link.path);
  for (const std::string_view ending : {".mp4", ".webm", ".mov", ".m4v", ".avi"})
    if (path.ends_with(ending)) return true;
  const std::string all = lower(link.block->target);
  if (has_one_of(path, {"youtube.com/watch", "youtube.com/shorts/", "youtube.com/embed/", "//youtu.be/"})) return true;
  // vimeo.com/12345, but not vimeo.com/help
  const size_t vimeo = all.find("vimeo.com/");
  return vimeo != std::string::npos && vimeo + 10 < all.size() && (is_digit(all[vimeo + 10]) || all.find("/video/", vimeo) != std::string::npos);
}

bool is_recording(const PageLink& link) {
  if (!may_be_file_or_elsewhere(link.block->target)) return false;
  const std::string path = lower(link.path);
  for (const std::string_view ending : {".mp3", ".wav", ".m4a", ".ogg", ".aac"})
    if (path.ends_with(ending)) return true;
  return has_one_of(path, {"soundcloud.com/", "open.spotify.com/episode"});
}

bool is_page_elsewhere(std::string_view target) { return target.starts_with("http") || target.starts_with('/'); }

// What is said of a link: its own paragraph or cell, and the paragraph after that.
std::string said_of(const PageLink& link) {
  const Block* holder = link.around.holder;
  std::string said = holder == nullptr ? std::string(link.words) : plain_text(*holder);
  const Block* after = holder == nullptr ? nullptr : holder->next;
  if (after != nullptr && after->kind == BlockKind::paragraph) said += " " + plain_text(*after);
  return lower(said);
}

// Whether the link stands in the source and leads to something that could be played.
bool may_play(const PageLink& link) { return link.block->place.line > 0 && is_page_elsewhere(link.block->target); }

void text_of_media(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    if (!may_play(link) || !is_video(link) || has_one_of(said_of(link), {"caption", "subtitle", "without sound", "no sound"})) continue;
    report.add(videos_without_captions, page.path, link.block->place, "nothing says whether this film has captions",
               fmt::format("Say it beside the link: [{}]({}), with captions", link.words, link.block->target));
  }
}

void transcripts(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    if (!may_play(link) || !is_recording(link) || has_one_of(said_of(link), {"transcript", "in writing", "written version", "as text", "this page read aloud", "read aloud"})) continue;
    report.add(recordings_without_transcript, page.path, link.block->place, "nothing says where deaf people can read what this recording says", "Put what is said on a page, and link to it: read the transcript.");
  }
}

void autoplay(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    const std::string_view target = link.block->target;
    const size_t asked = may_play(link) ? target.find('?') : std::string_view::npos;
    if (asked != std::string_view::npos && has_one_of(lower(target.substr(asked)), {"autoplay=1", "autoplay=true", "auto_play=true"}))
      report.add(links_that_play_by_themselves, page.path, link.block->place, "whoever follows this link is met by sound at once", "Take 'autoplay' out of the address.");
  }
}

}  // namespace

const std::vector<Check>& media_checks() {
  static const std::vector<Check> checks{{videos_without_captions, text_of_media}, {recordings_without_transcript, transcripts}, {links_that_play_by_themselves, autoplay}};
  return checks;
}

}  // namespace offer
