// Start tags as nearly everybody writes them, and as XML has them: <a class="help" href="/contact/">. All others are left to Tokens::read_tag.
#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "html/entities.h"
#include "html/tokens.h"

namespace offer::html {

namespace {

// Where the small letters and digits (of a tag) or small letters and hyphens (of an attribute) end that begin at `at`. end: that, if it is near.
template <bool tag>
const char* end_of_name(const char* at, const char* end) {
  for (; end - at >= 8; at += 8) {
    const uint64_t eight = eight_bytes(at);
    const uint64_t letters = bytes_between(eight, 'a', 'z');
    const uint64_t others = tag ? ~(letters | bytes_between(eight, '0', '9')) & top_bits : ~letters & bytes_that_are_not(eight, '-');
    if (others != 0) return at + first_of(others);
  }
  return end;
}

// Where the quotation mark stands that ends a value; nullptr if there is none, or a '<' comes first. references: whether there is an '&' in it.
const char* end_of_value(const char* at, const char* end, bool& references) {
  for (; end - at >= 8; at += 8) {
    const uint64_t eight = eight_bytes(at);
    const uint64_t found = bytes_that_are(eight, '"') | bytes_that_are(eight, '&') | bytes_that_are(eight, '<');
    if (found == 0) continue;
    at += first_of(found);
    if (*at == '"') return at;
    if (*at == '<') return nullptr;
    references = true;
    at -= 7;  // on behind it
  }
  return nullptr;
}

// Attributes of one tag, to find those that stand twice.
class SeenAttributes {
 public:
  bool insert(const Attribute& one, const Attribute* first, const Attribute* last) {
    if (one.known == Attr::unknown) return std::none_of(first, last, [&](const Attribute& other) { return other.name == one.name; });
    uint64_t& bits = known_[static_cast<size_t>(one.known) / 64];
    const uint64_t bit = uint64_t{1} << static_cast<size_t>(one.known) % 64;
    const bool fresh = (bits & bit) == 0;
    bits |= bit;
    return fresh;
  }

 private:
  std::array<uint64_t, 4> known_{};
};

}  // namespace

// False if the tag is none of these; then nothing has happened. at_ stands on its '<'.
bool Tokens::read_plain_start(Token& token) {
  const char* const end = source_.data() + source_.size();
  const char* at = source_.data() + at_ + 1;
  const std::string_view name(at, static_cast<size_t>(end_of_name<true>(at, end) - at));
  if (name.empty() || name.size() > longest_xml_name) return false;
  at += name.size();
  bool closes_itself = false;
  const size_t first = attributes_.size();
  const auto is_other = [&] {
    attributes_.resize(first);
    return false;
  };
  SeenAttributes seen;
  while (end - at >= 8 && *at == ' ' && at[1] != '/') {
    const char* const start = at + 1;
    at = end_of_name<false>(start, end);
    Attribute attribute;
    attribute.name = std::string_view(start, static_cast<size_t>(at - start));
    if (end - at < 8 || at[0] != '=' || at[1] != '"' || !is_lower(*start) || attribute.name.size() > longest_xml_name) return is_other();
    attribute.known = attr_of(attribute.name);
    bool references = false;
    const char* const value = at + 2;
    at = end_of_value(value, end, references);
    if (at == nullptr || !seen.insert(attribute, attributes_.data() + first, attributes_.data() + attributes_.size()) || attributes_.size() - first == most_xml_attributes) return is_other();
    attribute.value = std::string_view(value, static_cast<size_t>(at - value));
    ++at;
    if (references) {
      keep_xml(references_are_xml(attribute.value));
      attribute.value = arena_.copy(decoded(attribute.value, true));
    }
    attributes_.push_back(attribute);
  }
  if (end - at >= 3) {
    if (*at == ' ' && at[1] == '/') ++at;
    closes_itself = *at == '/';
    if (closes_itself) ++at;
  }
  if (at == end || *at != '>') return is_other();
  at_ = static_cast<size_t>(at + 1 - source_.data());
  token.kind = Token::Kind::start;
  token.words = name;
  token.tag = tag_of(name);
  token.closes_itself = closes_itself;
  repeated_.clear();
  open_or_close(token, name, false);
  return true;
}

}  // namespace offer::html
