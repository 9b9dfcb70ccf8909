// Film and sound: nothing starts by itself, and films have captions.
#include "base/text.h"
#include "checks/html_checks.h"

namespace offer::html {

namespace {

constexpr Code self_starting_sound{"self-starting-sound", Severity::error, "WCAG 1.4.2"};
constexpr Code films_without_captions{"films-without-captions", Severity::look, "WCAG 1.2.2"};

void starting(const html::Page& page, HtmlFindings& found) {
  for (const Tag tag : {Tag::audio_, Tag::video_})
    for (const NodeId id : page.with_tag(tag))
      if (page.tree.has(id, Attr::autoplay_) && !page.tree.has(id, Attr::muted_))
        found.add(self_starting_sound, id, fmt::format("this {} starts by itself: nobody hears their screen reader any more", tag_in_words(page, id)), "Take autoplay away.");
}

void film_captions(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::video_)) {
    if (!page.is_rendered(id)) continue;
    bool has = page.tree.has(id, Attr::muted_);
    for (NodeId child = page.tree[id].first_child; child != no_node && !has; child = page.tree[child].next)
      if (!page.tree[child].is_text && page.tree[child].is(Tag::track_)) {
        const std::string_view kind = trim(page.tree.value(child, Attr::kind_));
        has = kind.empty() || equal_ignoring_case(kind, "captions") || equal_ignoring_case(kind, "subtitles");
      }
    if (!has) found.add(films_without_captions, id, "this film has no captions of its own: are they in the picture?", "<track kind=\"captions\" src=\"film.vtt\" srclang=\"en\" label=\"English\" />");
  }
}

}  // namespace

const std::vector<HtmlCheck>& media_checks() {
  static const std::vector<HtmlCheck> checks{{self_starting_sound, starting}, {films_without_captions, film_captions}};
  return checks;
}

}  // namespace offer::html
