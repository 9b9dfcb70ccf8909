#include "html/attributes.h"

#include <array>

#include "html/name_table.h"

namespace offer::html {

namespace {

// "aria-" and the name: those of Attr::aria_… differ from the list's by that.
constexpr std::array attribute_names{
    std::string_view(""),
#define OFFER_HTML_ATTRIBUTE(id, name) std::string_view(name),
    OFFER_HTML_ATTRIBUTES(OFFER_HTML_ATTRIBUTE)
#undef OFFER_HTML_ATTRIBUTE
#define OFFER_HTML_ARIA_ATTRIBUTE(name) std::string_view("aria-" #name),
    OFFER_ARIA_ATTRIBUTES(OFFER_HTML_ARIA_ATTRIBUTE)
#undef OFFER_HTML_ARIA_ATTRIBUTE
};
static_assert(attribute_names[static_cast<size_t>(Attr::aria_valuetext_)] == "aria-valuetext" && attribute_names.size() == static_cast<size_t>(Attr::aria_valuetext_) + 1);

constexpr NameTable<512> attribute_table(attribute_names);

}  // namespace

Attr attr_of(std::string_view name) { return static_cast<Attr>(attribute_table.find(name)); }

std::string_view name_of(Attr attribute) { return attribute_names[static_cast<size_t>(attribute)]; }

}  // namespace offer::html
