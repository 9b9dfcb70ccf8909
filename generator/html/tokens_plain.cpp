// Start tags as nearly everybody writes them, and as XML has them: <a class="help" href="/contact/">. All others are left to Tokens::read_tag.
#include <algorithm>

#include "base/text.h"
#include "html/entities.h"
#include "html/plain_tags.h"
#include "html/tokens.h"

namespace offer::html {

namespace {

// Attributes of one tag, to find those that stand twice.
class SeenAttributes {
 public:
  bool insert(const Attribute& one, const Attribute* first, const Attribute* last) {
    if (one.known == Attr::unknown) return std::none_of(first, last, [&](const Attribute& other) { return other.name == one.name; });
    const bool fresh = !known_.has(one.known);
    known_.add(one.known);
    return fresh;
  }

 private:
  AttrSet known_;
};

}  // namespace

// False if the tag is none of these; then nothing has happened. at_ stands on its '<'.
bool Tokens::read_plain_start(Token& token) {
  const char* const end = source_.data() + source_.size();
  const char* at = source_.data() + at_ + 1;
  const std::string_view name(at, static_cast<size_t>(end_of_plain_name<true>(at, end) - at));
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
    at = end_of_plain_name<false>(start, end);
    Attribute attribute;
    attribute.name = std::string_view(start, static_cast<size_t>(at - start));
    if (end - at < 8 || at[0] != '=' || at[1] != '"' || !is_lower(*start) || attribute.name.size() > longest_xml_name) return is_other();
    attribute.known = attr_of(attribute.name);
    bool references = false;
    const char* const value = at + 2;
    at = end_of_plain_value(value, end, references);
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
