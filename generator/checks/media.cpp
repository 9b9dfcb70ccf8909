// Media: films and recordings that everybody can follow, and that wait to be started.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "checks/checks.h"
#include "checks/surroundings.h"

namespace offer {

namespace {

const Code videos_without_captions{"videos-without-captions", Severity::warning, "WCAG 1.2.2"};
const Code recordings_without_transcript{"recordings-without-transcript", Severity::warning, "WCAG 1.2.1"};
const Code links_that_play_by_themselves{"links-that-play-by-themselves", Severity::warning, "WCAG 1.4.2"};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> ones) {
  return std::any_of(ones.begin(), ones.end(), [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

std::string path_of(std::string_view target) { return lower(target.substr(0, target.find_first_of("?#"))); }

bool is_video(std::string_view target) {
  const std::string path = path_of(target);
  for (const std::string_view ending : {".mp4", ".webm", ".mov", ".m4v", ".avi"})
    if (path.ends_with(ending)) return true;
  const std::string all = lower(target);
  if (is_one_of(path, {"youtube.com/watch", "youtube.com/shorts/", "youtube.com/embed/", "//youtu.be/"})) return true;
  // vimeo.com/12345, but not vimeo.com/help
  const size_t vimeo = all.find("vimeo.com/");
  return vimeo != std::string::npos && vimeo + 10 < all.size() && (is_digit(all[vimeo + 10]) || all.find("/video/", vimeo) != std::string::npos);
}

bool is_recording(std::string_view target) {
  const std::string path = path_of(target);
  for (const std::string_view ending : {".mp3", ".wav", ".m4a", ".ogg", ".aac"})
    if (path.ends_with(ending)) return true;
  return is_one_of(path, {"soundcloud.com/", "open.spotify.com/episode"});
}

bool is_page_elsewhere(std::string_view target) { return target.starts_with("http") || target.starts_with('/'); }

// What is said of a link: its own paragraph or cell, and the paragraph after that.
std::string said_of(const Surroundings& around, const Block& link) {
  std::string said = around.holder == nullptr ? plain_text(link) : plain_text(*around.holder);
  const Block* after = around.holder == nullptr ? nullptr : around.holder->next;
  if (after != nullptr && after->kind == BlockKind::paragraph) said += " " + plain_text(*after);
  return lower(said);
}

template <class Visit>
void each_link(const Page& page, Visit&& visit) {
  walk_with_surroundings(*page.document, [&](const Block& block, const Surroundings& around) {
    if (block.kind == BlockKind::link && block.place.line > 0 && is_page_elsewhere(block.target)) visit(block, around);
  });
}

void captions(const Page& page, const SiteView&, Report& report) {
  each_link(page, [&](const Block& link, const Surroundings& around) {
    if (!is_video(link.target) || is_one_of(said_of(around, link), {"caption", "subtitle", "without sound", "no sound"})) return;
    report.add(videos_without_captions, page.path, link.place, "nothing says whether this film has captions", fmt::format("Say it beside the link: [{}]({}), with captions", plain_text(link), link.target));
  });
}

void transcripts(const Page& page, const SiteView&, Report& report) {
  each_link(page, [&](const Block& link, const Surroundings& around) {
    if (!is_recording(link.target) || is_one_of(said_of(around, link), {"transcript", "in writing", "written version", "as text", "this page read aloud", "read aloud"})) return;
    report.add(recordings_without_transcript, page.path, link.place, "nothing says where deaf people can read what this recording says", "Put what is said on a page, and link to it: read the transcript.");
  });
}

void autoplay(const Page& page, const SiteView&, Report& report) {
  each_link(page, [&](const Block& link, const Surroundings&) {
    const std::string target = lower(link.target);
    const size_t asked = target.find('?');
    if (asked == std::string::npos) return;
    const std::string_view rest = std::string_view(target).substr(asked);
    if (is_one_of(rest, {"autoplay=1", "autoplay=true", "auto_play=true"}))
      report.add(links_that_play_by_themselves, page.path, link.place, "whoever follows this link is met by sound at once", "Take 'autoplay' out of the address.");
  });
}

}  // namespace

const std::vector<Check>& media_checks() {
  static const std::vector<Check> checks{{videos_without_captions, captions}, {recordings_without_transcript, transcripts}, {links_that_play_by_themselves, autoplay}};
  return checks;
}

}  // namespace offer
