#include "html/tokens.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "html/entities.h"

namespace offer::html {

namespace {

constexpr size_t few = 16;  // attributes that are compared one by one; more go into a set

// What a byte is to names.
enum Kind : uint8_t { space = 1, ends_name = 2, ends_attribute_name = 4, capital = 8 };

constexpr std::array<uint8_t, 256> kinds = [] {
  std::array<uint8_t, 256> table{};
  for (const char c : {' ', '\t', '\n', '\r', '\f'}) table[static_cast<uint8_t>(c)] = space | ends_name | ends_attribute_name;
  for (const char c : {'/', '>'}) table[static_cast<uint8_t>(c)] = ends_name | ends_attribute_name;
  table['='] = ends_attribute_name;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<size_t>(c)] = capital;
  return table;
}();

bool is(char c, unsigned kind) { return (kinds[static_cast<uint8_t>(c)] & kind) != 0; }

}  // namespace

Tokens::Tokens(std::string_view source, std::vector<Attribute>& attributes, Arena& arena)
    : source_(source), attributes_(attributes), arena_(arena) {
  if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

std::string_view Tokens::lowered(std::string_view name) { return arena_.copy(lower(name)); }

void Tokens::raw_text(std::string_view name, bool decode) {
  raw_ = true;
  raw_name_ = name;
  raw_decodes_ = decode;
}

// Where `end` stands from here on; the source's size if nowhere. references: whether there is an '&' before it.
size_t Tokens::end_of_words(size_t from, char end, bool& references) const {
  for (; from + 8 <= source_.size(); from += 8) {
    const uint64_t eight = eight_bytes(source_.data() + from);
    const uint64_t found = bytes_that_are(eight, end) | bytes_that_are(eight, '&');
    if (found == 0) continue;
    from += first_of(found);
    if (source_[from] == end) return from;
    references = true;
    return std::min(source_.find(end, from), source_.size());
  }
  for (; from < source_.size() && source_[from] != end; ++from) references = references || source_[from] == '&';
  return from;
}

// Text up to the next '<' at or after `from`.
void Tokens::read_text(Token& token, size_t from) {
  bool references = false;
  const size_t end = end_of_words(from, '<', references);
  token.kind = Token::Kind::text;
  token.words = source_.substr(at_, end - at_);
  if (references) token.words = arena_.copy(decoded(token.words, false));
  at_ = end;
}

void Tokens::read_raw_text(Token& token, size_t end, bool decode) {
  token.kind = Token::Kind::text;
  token.words = source_.substr(at_, end - at_);
  if (decode && token.words.find('&') != std::string_view::npos) token.words = arena_.copy(decoded(token.words, false));
  at_ = end;
}

size_t Tokens::end_of_raw_text() const {
  if (raw_name_.empty()) return source_.size();
  for (size_t at = at_; (at = source_.find("</", at)) != std::string_view::npos; at += 2) {
    const std::string_view rest = source_.substr(at + 2);
    if (rest.size() <= raw_name_.size() || !equal_ignoring_case(rest.substr(0, raw_name_.size()), raw_name_)) continue;
    if (is(rest[raw_name_.size()], ends_name)) return at;
  }
  return source_.size();
}

void Tokens::skip_past(std::string_view end) {
  const size_t found = source_.find(end, at_);
  at_ = found == std::string_view::npos ? source_.size() : found + end.size();
}

void Tokens::skip_comment() {
  at_ += 4;  // <!--
  if (source_.substr(at_, 1) == ">") at_ += 1;
  else if (source_.substr(at_, 2) == "->") at_ += 2;
  else
    for (;; ++at_) {
      at_ = source_.find("--", at_);
      if (at_ == std::string_view::npos) {
        at_ = source_.size();
        return;
      }
      const std::string_view rest = source_.substr(at_ + 2, 2);
      if (rest.starts_with('>') || rest == "!>") {
        at_ += rest.starts_with('>') ? 3 : 4;
        return;
      }
    }
}

void Tokens::next(Token& token) {
  for (;;) {
    token.offset = static_cast<uint32_t>(at_);
    if (raw_) {
      raw_ = false;
      if (const size_t end = end_of_raw_text(); end > at_) return read_raw_text(token, end, raw_decodes_);
    }
    if (at_ >= source_.size()) {
      token.kind = Token::Kind::finish;
      token.offset = static_cast<uint32_t>(source_.size());
      return;
    }
    if (source_[at_] != '<') return read_text(token, at_);
    const char second = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (is_letter(second)) {
      if (read_tag(token, false)) return;
      continue;
    }
    const std::string_view rest = source_.substr(at_);
    if (second == '/' && rest.size() > 2 && is_letter(rest[2])) {
      if (read_tag(token, true)) return;
    } else if (rest.starts_with("<!--")) {
      skip_comment();
    } else if (cdata_ && rest.starts_with("<![CDATA[")) {
      at_ += 9;
      token.offset = static_cast<uint32_t>(at_);
      const size_t end = std::min(source_.find("]]>", at_), source_.size());
      read_raw_text(token, end, false);
      at_ = std::min(end + 3, source_.size());
      if (!token.words.empty()) return;
    } else if (second == '!' || second == '?' || second == '/') {
      skip_past(">");
    } else {
      return read_text(token, at_ + 1);  // a lone '<' is text, together with what follows
    }
  }
}

// False: the source ends inside the tag, which is then dropped.
bool Tokens::read_tag(Token& token, bool end) {
  at_ += end ? 2 : 1;
  const size_t start = at_;
  unsigned seen = 0;
  for (; at_ < source_.size() && !is(source_[at_], ends_name); ++at_) seen |= kinds[static_cast<uint8_t>(source_[at_])];
  token.kind = end ? Token::Kind::end : Token::Kind::start;
  token.words = source_.substr(start, at_ - start);
  if ((seen & capital) != 0) token.words = lowered(token.words);
  token.tag = tag_of(token.words);
  token.closes_itself = false;
  repeated_.clear();
  if (at_ < source_.size() && source_[at_] == '>') {
    ++at_;
    return true;
  }
  const size_t first = attributes_.size();
  read_attributes(token);
  if (end) attributes_.resize(first);
  return at_ <= source_.size() && source_[at_ - 1] == '>';
}

bool Tokens::stands_twice(const Attribute& attribute, size_t first) {
  const size_t count = attributes_.size() - first;
  if (count >= few) {
    if (count == few) {
      many_.clear();
      for (size_t i = first; i < attributes_.size(); ++i) many_.insert(attributes_[i].name);
    }
    return !many_.insert(attribute.name).second;
  }
  for (size_t i = first; i < attributes_.size(); ++i)
    if (attributes_[i].known == attribute.known && (attribute.known != Attr::unknown || attributes_[i].name == attribute.name)) return true;
  return false;
}

// at_ stands behind the '='. Nothing is read if a quotation never ends: then at_ is the source's end.
std::string_view Tokens::attribute_value() {
  while (at_ < source_.size() && is(source_[at_], space)) ++at_;
  bool references = false;
  std::string_view value;
  if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'')) {
    const size_t from = at_ + 1;
    const size_t end = end_of_words(from, source_[at_], references);
    value = source_.substr(from, end - from);
    at_ = end + 1;
  } else {
    const size_t from = at_;
    while (at_ < source_.size() && !is(source_[at_], space) && source_[at_] != '>') ++at_;
    value = source_.substr(from, at_ - from);
    references = value.find('&') != std::string_view::npos;
  }
  return references ? arena_.copy(decoded(value, true)) : value;
}

void Tokens::read_attributes(Token& token) {
  const size_t first = attributes_.size();
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (is(c, space)) {
      ++at_;
      continue;
    }
    if (c == '>') {
      ++at_;
      return;
    }
    if (c == '/') {
      ++at_;
      token.closes_itself = at_ < source_.size() && source_[at_] == '>';
      continue;
    }
    const size_t start = at_++;  // a name may begin with '='
    unsigned seen = kinds[static_cast<uint8_t>(c)];
    for (; at_ < source_.size() && !is(source_[at_], ends_attribute_name); ++at_) seen |= kinds[static_cast<uint8_t>(source_[at_])];
    Attribute attribute;
    attribute.name = source_.substr(start, at_ - start);
    if ((seen & capital) != 0) attribute.name = lowered(attribute.name);
    attribute.known = attr_of(attribute.name);
    size_t after = at_;
    while (after < source_.size() && is(source_[after], space)) ++after;
    if (after < source_.size() && source_[after] == '=') {
      at_ = after + 1;
      attribute.value = attribute_value();
      if (at_ > source_.size()) break;  // the quotation never ends: the tag is dropped
    }
    if (stands_twice(attribute, first)) repeated_.push_back(attribute.name);
    else attributes_.push_back(attribute);
  }
  at_ = source_.size() + 1;  // the source ended inside the tag
}

}  // namespace offer::html
