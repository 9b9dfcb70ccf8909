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

// Names by a hash of their length and three of their letters: each tag of each page is looked up here. 0: an empty place.
constexpr size_t places = 1024;
constexpr size_t place_of(std::string_view name) {
  const auto letter = [&](size_t at) { return static_cast<size_t>(static_cast<unsigned char>(name[at])); };
  return (name.size() * 131 + letter(0) * 31 + letter(name.size() / 2) * 7 + letter(name.size() - 1) * 61) % places;
}
constexpr std::array<uint16_t, places> by_hash = [] {
  std::array<uint16_t, places> table{};
  for (size_t i = 1; i < names.size(); ++i) {
    size_t at = place_of(names[i]);
    while (table[at] != 0) at = (at + 1) % places;
    table[at] = static_cast<uint16_t>(i);
  }
  return table;
}();
static_assert(names.size() < places / 2);

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.empty()) return Tag::unknown;
  for (size_t at = place_of(name); by_hash[at] != 0; at = (at + 1) % places)
    if (names[by_hash[at]] == name) return static_cast<Tag>(by_hash[at]);
  return Tag::unknown;
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
