// Page edits: changes to the HTML of a finished page, noted by their places in it and made all at once, so that each of those who make them can
// think of the page as it was. For pages as our program writes them: well-formed, attributes in quotes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

struct PageEdit {
  size_t at = 0;      // in bytes, in the page as it was
  size_t length = 0;  // how many bytes go
  std::string text;   // what comes in their place
};

// Edits that begin inside what another one has taken out are dropped. Of two at one place, the first that was noted comes first.
std::string with_edits(std::string_view html, std::vector<PageEdit> edits);

// A tag of a page: "<a href='x'>", "</a>", "<img … />".
struct PageTag {
  size_t start = 0;  // of '<'
  size_t end = 0;    // behind '>'
  std::string_view name;
  bool closing = false;
  bool closes_itself = false;
};

// The first tag at or after `from`; comments are passed over.
std::optional<PageTag> next_tag(std::string_view html, size_t from);
// Where to look for the tag after this one: behind it, and behind the text of a script or style, where nothing is a tag.
size_t behind(std::string_view html, const PageTag& tag);
// Where the tag's element ends: behind its end tag, or behind the tag itself if it has none.
size_t end_of_element(std::string_view html, const PageTag& tag);

// An attribute as it stands between its quotes, still escaped.
struct TagAttribute {
  std::string_view name;
  std::string_view value;
  size_t start = 0;        // of the name
  size_t value_start = 0;  // of the value's first byte
  size_t end = 0;          // behind the closing quote
};
std::vector<TagAttribute> attributes_of(std::string_view html, const PageTag& tag);
std::optional<TagAttribute> attribute_of(std::string_view html, const PageTag& tag, std::string_view name);

}  // namespace offer
