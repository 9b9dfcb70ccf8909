// The states and properties of WAI-ARIA 1.2, and of 1.3 those that browsers know (braille labels, description, texts of row and column).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offer::html {

// In the order of the alphabet, as the rows in aria_attributes.cpp; without "aria-".
#define OFFER_ARIA_ATTRIBUTES(X) \
  X(activedescendant) X(atomic) X(autocomplete) X(braillelabel) X(brailleroledescription) X(busy) X(checked) X(colcount) X(colindex) \
  X(colindextext) X(colspan) X(controls) X(current) X(describedby) X(description) X(details) X(disabled) X(dropeffect) X(errormessage) \
  X(expanded) X(flowto) X(grabbed) X(haspopup) X(hidden) X(invalid) X(keyshortcuts) X(label) X(labelledby) X(level) X(live) X(modal) \
  X(multiline) X(multiselectable) X(orientation) X(owns) X(placeholder) X(posinset) X(pressed) X(readonly) X(relevant) X(required) \
  X(roledescription) X(rowcount) X(rowindex) X(rowindextext) X(rowspan) X(selected) X(setsize) X(sort) X(valuemax) X(valuemin) X(valuenow) \
  X(valuetext)

enum class Aria : uint8_t {
#define OFFER_ARIA_ATTRIBUTE(name) name##_,
  OFFER_ARIA_ATTRIBUTES(OFFER_ARIA_ATTRIBUTE)
#undef OFFER_ARIA_ATTRIBUTE
};

enum class AriaValue : uint8_t { boolean, maybe /* true, false, undefined */, tristate, id, ids, integer, number, text, token, tokens };

struct AriaAttribute {
  std::string_view name;    // "aria-busy"
  AriaValue value;
  bool global = false;      // every element may have it
  bool may_undo_none = false;  // global in 1.2, so that it makes browsers ignore role="none"
  std::string_view tokens = {};
};

class AriaSet {
 public:
  void add(Aria one) { bits_ |= uint64_t{1} << static_cast<unsigned>(one); }
  bool has(Aria one) const { return (bits_ >> static_cast<unsigned>(one) & 1) != 0; }
  bool empty() const { return bits_ == 0; }
  AriaSet operator|(AriaSet other) const {
    AriaSet both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }

 private:
  uint64_t bits_ = 0;
};

const AriaAttribute& aria_data(Aria one);

// Is this one of the attribute's values? Says nothing of empty values, nor whether an id exists.
bool is_aria_value(const AriaAttribute& attribute, std::string_view value);
// What it takes, for a message: "true or false".
std::string aria_values_in_words(const AriaAttribute& attribute);

}  // namespace offer::html
