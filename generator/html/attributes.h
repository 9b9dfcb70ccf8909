// Attr: the attributes that our questions are about, as numbers, so that comparing them costs nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "html/aria_attributes.h"

namespace offer::html {

#define OFFER_HTML_ATTRIBUTES(X) \
  X(alt_, "alt") X(autocomplete_, "autocomplete") X(autofocus_, "autofocus") X(autoplay_, "autoplay") X(class_, "class") X(colspan_, "colspan") \
  X(content_, "content") X(contenteditable_, "contenteditable") X(controls_, "controls") X(data_, "data") X(disabled_, "disabled") X(for_, "for") \
  X(headers_, "headers") X(height_, "height") X(hidden_, "hidden") X(href_, "href") X(http_equiv_, "http-equiv") X(id_, "id") X(inert_, "inert") X(kind_, "kind") \
  X(label_, "label") X(lang_, "lang") X(list_, "list") X(media_, "media") X(multiple_, "multiple") X(muted_, "muted") X(name_, "name") \
  X(open_, "open") X(placeholder_, "placeholder") X(role_, "role") X(rowspan_, "rowspan") X(scope_, "scope") X(selected_, "selected") \
  X(size_, "size") X(src_, "src") X(srcdoc_, "srcdoc") X(style_, "style") X(tabindex_, "tabindex") X(target_, "target") X(title_, "title") \
  X(type_, "type") X(value_, "value") X(width_, "width") X(xlink_href_, "xlink:href") X(xlink_title_, "xlink:title")

enum class Attr : uint8_t {
  unknown,  // any other
#define OFFER_HTML_ATTRIBUTE(id, name) id,
  OFFER_HTML_ATTRIBUTES(OFFER_HTML_ATTRIBUTE)
#undef OFFER_HTML_ATTRIBUTE
#define OFFER_HTML_ARIA_ATTRIBUTE(name) aria_##name##_,
  OFFER_ARIA_ATTRIBUTES(OFFER_HTML_ARIA_ATTRIBUTE)
#undef OFFER_HTML_ARIA_ATTRIBUTE
};

Attr attr_of(std::string_view name);  // name: in small letters
std::string_view name_of(Attr attribute);  // "" for Attr::unknown

// The states and properties of WAI-ARIA are among them, in their own order.
constexpr Attr attr_of(Aria one) { return static_cast<Attr>(static_cast<unsigned>(Attr::aria_activedescendant_) + static_cast<unsigned>(one)); }
constexpr std::optional<Aria> aria_of(Attr one) {
  if (one < Attr::aria_activedescendant_) return std::nullopt;
  return static_cast<Aria>(static_cast<unsigned>(one) - static_cast<unsigned>(Attr::aria_activedescendant_));
}

}  // namespace offer::html
