// Attr: the attributes that our questions are about, as numbers, so that comparing them costs nothing.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
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

// Some of them.
class AttrSet {
 public:
  constexpr AttrSet() = default;
  constexpr AttrSet(std::initializer_list<Attr> all) {
    for (const Attr one : all) add(one);
  }
  constexpr void add(Attr one) { bits_[number(one) / 64] |= bit(one); }
  constexpr bool has(Attr one) const { return (bits_[number(one) / 64] & bit(one)) != 0; }
  constexpr bool empty() const { return (bits_[0] | bits_[1]) == 0; }
  constexpr AttrSet without(const AttrSet& others) const {
    AttrSet rest;
    for (size_t i = 0; i < 2; ++i) rest.bits_[i] = bits_[i] & ~others.bits_[i];
    return rest;
  }
  // Do all of them fit? In their own order, up to the first that does not.
  template <class Fits>
  bool all(const Fits& fits) const {
    for (size_t i = 0; i < 2; ++i)
      for (uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1)
        if (!fits(static_cast<Attr>(64 * i + static_cast<size_t>(std::countr_zero(rest))))) return false;
    return true;
  }

 private:
  static constexpr size_t number(Attr one) { return static_cast<size_t>(one); }
  static constexpr uint64_t bit(Attr one) { return uint64_t{1} << number(one) % 64; }
  uint64_t bits_[2] = {};
};
static_assert(static_cast<size_t>(Attr::aria_valuetext_) < 128);

// The states and properties of WAI-ARIA are among them, in their own order.
constexpr Attr attr_of(Aria one) { return static_cast<Attr>(static_cast<unsigned>(Attr::aria_activedescendant_) + static_cast<unsigned>(one)); }
constexpr std::optional<Aria> aria_of(Attr one) {
  if (one < Attr::aria_activedescendant_) return std::nullopt;
  return static_cast<Aria>(static_cast<unsigned>(one) - static_cast<unsigned>(Attr::aria_activedescendant_));
}

}  // namespace offer::html
