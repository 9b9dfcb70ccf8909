#include "html/tags.h"

#include <algorithm>
#include <array>

namespace offer::html {

namespace {

constexpr std::array names{
    std::string_view(""),
#define OFFER_HTML_TAG(name) std::string_view(#name),
    OFFER_HTML_TAGS(OFFER_HTML_TAG)
#undef OFFER_HTML_TAG
};
static_assert(std::is_sorted(names.begin(), names.end()));

}  // namespace

Tag tag_of(std::string_view name) {
  const auto found = std::lower_bound(names.begin() + 1, names.end(), name);
  return found != names.end() && *found == name ? static_cast<Tag>(found - names.begin()) : Tag::unknown;
}

std::string_view name_of(Tag tag) { return names[static_cast<size_t>(tag)]; }

bool is_void(Tag tag) {
  switch (tag) {
    case Tag::area_: case Tag::base_: case Tag::basefont_: case Tag::bgsound_: case Tag::br_: case Tag::col_: case Tag::command_:
    case Tag::embed_: case Tag::frame_: case Tag::hr_: case Tag::image_: case Tag::img_: case Tag::input_: case Tag::keygen_:
    case Tag::link_: case Tag::meta_: case Tag::param_: case Tag::source_: case Tag::spacer_: case Tag::track_: case Tag::wbr_:
      return true;
    default: return false;
  }
}

}  // namespace offer::html
