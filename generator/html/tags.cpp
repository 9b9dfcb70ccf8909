#include "html/tags.h"

#include <algorithm>
#include <array>

#include "html/name_table.h"

namespace offer::html {

namespace {

constexpr std::array names{
    std::string_view(""),
#define OFFER_HTML_TAG(name) std::string_view(#name),
    OFFER_HTML_TAGS(OFFER_HTML_TAG)
#undef OFFER_HTML_TAG
};
static_assert(std::is_sorted(names.begin(), names.end()));

constexpr NameTable<512> table(names);

}  // namespace

Tag tag_of(std::string_view name) { return static_cast<Tag>(table.find(name)); }

std::string_view name_of(Tag tag) { return names[static_cast<size_t>(tag)]; }

}  // namespace offer::html
