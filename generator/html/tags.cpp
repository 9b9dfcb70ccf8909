#include "html/tags.h"

#include <algorithm>
#include <array>

#include "html/name_table.h"

namespace offer::html {

namespace {

constexpr std::array tag_names{
    std::string_view(""),
#define OFFER_HTML_TAG(name) std::string_view(#name),
    OFFER_HTML_TAGS(OFFER_HTML_TAG)
#undef OFFER_HTML_TAG
};
static_assert(std::is_sorted(tag_names.begin(), tag_names.end()));

constexpr NameTable<512> tag_table(tag_names);

}  // namespace

Tag tag_of(std::string_view name) { return static_cast<Tag>(tag_table.find(name)); }

std::string_view name_of(Tag tag) { return tag_names[static_cast<size_t>(tag)]; }

}  // namespace offer::html
