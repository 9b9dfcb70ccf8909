#include "html/tokens.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "html/entities.h"

namespace offer::html {

namespace {

constexpr size_t few = 16;  // attributes that are compared one by one; more go into a set

// More than these is left to the strict reader, which has limits of its own.
constexpr size_t most_xml_bytes = 8'000'000;
constexpr size_t most_xml_depth = 200;

// What a byte is to names. odd: not for names of XML, or not for all of them.
enum Kind : uint8_t { space = 1, ends_name = 2, ends_attribute_name = 4, capital = 8, odd = 16, odd_begin = 32 };

constexpr std::array<uint8_t, 256> kinds_of_bytes = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < 256; ++c) {
    const char letter = static_cast<char>(c);
    if (!is_letter(letter) && letter != '_') table[c] = is_digit(letter) || letter == '-' || letter == '.' ? odd_begin : odd | odd_begin;
  }
  for (const char c : {' ', '\t', '\n', '\r', '\f'}) table[static_cast<uint8_t>(c)] = space | ends_name | ends_attribute_name;
  for (const char c : {'/', '>'}) table[static_cast<uint8_t>(c)] = ends_name | ends_attribute_name;
  table['='] = ends_attribute_name | odd | odd_begin;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<size_t>(c)] = capital;
  return table;
}();

bool is(char c, unsigned kind) { return (kinds_of_bytes[static_cast<uint8_t>(c)] & kind) != 0; }
bool is_xml_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_xml_character(uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Whether the text begins with a reference that every XML parser knows.
bool begins_with_xml_reference(std::string_view text) {
  for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
    if (text.starts_with(known)) return true;
  if (!text.starts_with("&#")) return false;
  const bool hexadecimal = text.starts_with("&#x");
  const std::string_view number = text.substr(hexadecimal ? 3 : 2, 8);
  uint32_t character = 0;
  size_t digits = 0;
  for (; digits < number.size() && digits < 7; ++digits) {
    const char c = number[digits];
    const char small = static_cast<char>(c | 0x20);
    if (is_digit(c)) character = character * (hexadecimal ? 16 : 10) + static_cast<uint32_t>(c - '0');
    else if (hexadecimal && small >= 'a' && small <= 'f') character = character * 16 + static_cast<uint32_t>(small - 'a' + 10);
    else break;
  }
  return digits > 0 && digits < number.size() && number[digits] == ';' && is_xml_character(character);
}

}  // namespace

bool Tokens::references_are_xml(std::string_view text) {
  for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
    if (!begins_with_xml_reference(text.substr(at))) return false;
  return true;
}

Tokens::Tokens(std::string_view source, std::vector<Attribute>& attributes, Arena& arena)
    : source_(source), attributes_(attributes), arena_(arena) {
  if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  xml_ = at_ == 0 && source_.size() <= most_xml_bytes;
  open_.reserve(64);
}

std::string_view Tokens::lowered(std::string_view name) { return arena_.copy(lower(name)); }

void Tokens::raw_text(std::string_view name, bool decode) {
  raw_ = true;
  raw_name_ = name;
  raw_decodes_ = decode;
}

// Where `end` stands from here on; the source's size if nowhere. references: whether there is an '&' before it.
template <char end>
size_t Tokens::end_of_words(size_t from, bool& references) {
  for (; from < source_.size(); ++from) {
    for (; from + 8 <= source_.size(); from += 8) {
      const uint64_t eight = eight_bytes(source_.data() + from);
      if (const uint64_t found = bytes_that_are(eight, end) | bytes_that_are(eight, '&') | bytes_that_are(eight, '<'); found != 0) {
        from += first_of(found);
        break;
      }
    }
    if (from >= source_.size() || source_[from] == end) break;
    if (source_[from] == '&') references = true;
    if (source_[from] == '<') xml_ = false;  // in a value
  }
  return from;
}

// Text up to the next '<' at or after `from`.
void Tokens::read_text(Token& token, size_t from) {
  bool references = false;
  const size_t end = end_of_words<'<'>(from, references);
  token.kind = Token::Kind::text;
  token.words = source_.substr(at_, end - at_);
  if (open_.empty()) keep_xml(std::all_of(token.words.begin(), token.words.end(), is_xml_space));
  if (references) {
    keep_xml(references_are_xml(token.words));
    token.words = arena_.copy(decoded(token.words, false));
  }
  at_ = end;
}

void Tokens::read_raw_text(Token& token, size_t end, bool decode) {
  token.kind = Token::Kind::text;
  token.words = source_.substr(at_, end - at_);
  keep_xml(!raw_name_.empty() && !open_.empty() && token.words.find('<') == std::string_view::npos && references_are_xml(token.words));
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
  if (source_.substr(at_, 1) == ">") at_ += 1, xml_ = false;
  else if (source_.substr(at_, 2) == "->") at_ += 2, xml_ = false;
  else
    for (;; ++at_) {
      at_ = source_.find("--", at_);
      if (at_ == std::string_view::npos) {
        at_ = source_.size();
        xml_ = false;
        return;
      }
      const std::string_view rest = source_.substr(at_ + 2, 2);
      if (rest.starts_with('>')) {
        at_ += 3;
        return;
      }
      xml_ = false;
      if (rest == "!>") {
        at_ += 4;
        return;
      }
    }
}

// <!DOCTYPE html>, <?xml …?> and what looks like them.
void Tokens::skip_declaration() {
  const std::string_view rest = source_.substr(at_);
  if (rest.starts_with("<!DOCTYPE html>")) {
    keep_xml(!declared_ && !rooted_);
    declared_ = true;
  } else {
    keep_xml(at_ == 0 && rest.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  }
  skip_past(">");
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
    const char second = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (source_[at_] == '\n' && second == '<') {  // between lines
      token.kind = Token::Kind::text;
      token.words = source_.substr(at_++, 1);
      return;
    }
    if (source_[at_] != '<') return read_text(token, at_);
    if (is_letter(second)) {
      if (read_plain_start(token) || read_tag(token, false)) return;
      continue;
    }
    if (second == '/' && at_ + 2 < source_.size() && is_letter(source_[at_ + 2])) {
      if (read_expected_end(token) || read_tag(token, true)) return;
    } else if (read_other(token, second)) {
      return;
    }
  }
}

// What begins with '<' and is no tag. False: it is left out.
bool Tokens::read_other(Token& token, char second) {
  const std::string_view rest = source_.substr(at_);
  if (rest.starts_with("<!--")) {
    skip_comment();
  } else if (cdata_ && rest.starts_with("<![CDATA[")) {
    xml_ = false;
    at_ += 9;
    token.offset = static_cast<uint32_t>(at_);
    const size_t end = std::min(source_.find("]]>", at_), source_.size());
    read_raw_text(token, end, false);
    at_ = std::min(end + 3, source_.size());
    return !token.words.empty();
  } else if (second == '!' || second == '?' || second == '/') {
    skip_declaration();
  } else {
    xml_ = false;
    read_text(token, at_ + 1);  // a lone '<' is text, together with what follows
    return true;
  }
  return false;
}

// The end tag of the element that XML has open: nearly always that is what comes.
bool Tokens::read_expected_end(Token& token) {
  if (open_.empty()) return false;
  const Open& open = open_.back();
  const size_t end = at_ + 2 + open.written.size();
  if (end >= source_.size() || source_[end] != '>' || !source_.substr(at_ + 2).starts_with(open.written)) return false;
  token.kind = Token::Kind::end;
  token.words = open.name;
  token.tag = open.tag;
  token.closes_itself = false;
  at_ = end + 1;
  open_.pop_back();
  return true;
}

void Tokens::open_or_close(const Token& token, std::string_view written, bool end) {
  if (!xml_) return open_.clear();
  if (end) {
    keep_xml(!open_.empty() && open_.back().written == written);
    if (xml_) open_.pop_back();
    return;
  }
  keep_xml(written.size() <= longest_xml_name && (!rooted_ || !open_.empty()));
  rooted_ = true;
  if (token.closes_itself) return;
  open_.push_back({written, token.words, token.tag});
  keep_xml(open_.size() <= most_xml_depth);
}

// False: the source ends inside the tag, which is then dropped.
bool Tokens::read_tag(Token& token, bool end) {
  at_ += end ? 2 : 1;
  const size_t start = at_;
  unsigned seen = 0;
  for (; at_ < source_.size() && !is(source_[at_], ends_name); ++at_) seen |= kinds_of_bytes[static_cast<uint8_t>(source_[at_])];
  token.kind = end ? Token::Kind::end : Token::Kind::start;
  const std::string_view written = source_.substr(start, at_ - start);
  token.words = (seen & capital) == 0 ? written : lowered(written);
  token.tag = tag_of(token.words);
  token.closes_itself = false;
  repeated_.clear();
  keep_xml((seen & odd) == 0);
  if (at_ < source_.size() && source_[at_] == '>') {
    ++at_;
  } else {
    const size_t first = attributes_.size();
    read_attributes(token);
    keep_xml(attributes_.size() - first <= (end ? 0 : most_xml_attributes) && !(end && token.closes_itself));
    if (end) attributes_.resize(first);
  }
  const bool whole = at_ <= source_.size() && source_[at_ - 1] == '>';
  keep_xml(whole);
  open_or_close(token, written, end);
  return whole;
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

// at_ stands on the quotation mark. If it never ends, at_ is then behind the source's end.
template <char quote>
std::string_view Tokens::quoted_value() {
  const size_t from = at_ + 1;
  bool references = false;
  const size_t end = end_of_words<quote>(from, references);
  const std::string_view value = source_.substr(from, end - from);
  at_ = end + 1;
  if (!references) return value;
  keep_xml(references_are_xml(value));
  return arena_.copy(decoded(value, true));
}

// at_ stands behind the '='.
std::string_view Tokens::attribute_value() {
  if (at_ < source_.size() && source_[at_] == '"') return quoted_value<'"'>();
  if (at_ < source_.size() && source_[at_] == '\'') return quoted_value<'\''>();
  xml_ = false;
  while (at_ < source_.size() && is(source_[at_], space)) ++at_;
  if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'')) return attribute_value();
  const size_t from = at_;
  while (at_ < source_.size() && !is(source_[at_], space) && source_[at_] != '>') ++at_;
  const std::string_view value = source_.substr(from, at_ - from);
  return value.find('&') == std::string_view::npos ? value : arena_.copy(decoded(value, true));
}

// A name that XML allows: plain ones, xml:lang, and xmlns: with a plain one.
bool is_xml_name(std::string_view name, unsigned seen) {
  if (name.size() > longest_xml_name) return false;
  if ((seen & odd) == 0) return !is(name.front(), odd_begin);
  if (name == "xml:lang") return true;
  return name.size() > 6 && name.starts_with("xmlns:") && std::none_of(name.begin() + 6, name.end(), [](char c) { return is(c, odd); }) && !is(name[6], odd_begin);
}

void Tokens::read_attributes(Token& token) {
  const size_t first = attributes_.size();
  bool after_space = false;
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (is(c, space)) {
      after_space = true;
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
      keep_xml(token.closes_itself);
      continue;
    }
    const size_t start = at_++;  // a name may begin with '='
    unsigned seen = kinds_of_bytes[static_cast<uint8_t>(c)];
    for (; at_ < source_.size() && !is(source_[at_], ends_attribute_name); ++at_) seen |= kinds_of_bytes[static_cast<uint8_t>(source_[at_])];
    Attribute attribute;
    attribute.name = source_.substr(start, at_ - start);
    keep_xml(after_space && is_xml_name(attribute.name, seen));
    after_space = false;
    if ((seen & capital) != 0) attribute.name = lowered(attribute.name);
    attribute.known = attr_of(attribute.name);
    size_t after = at_;
    while (after < source_.size() && is(source_[after], space)) ++after;
    if (after < source_.size() && source_[after] == '=') {
      keep_xml(after == at_);
      at_ = after + 1;
      attribute.value = attribute_value();
      if (at_ > source_.size()) break;  // the quotation never ends: the tag is dropped
    } else {
      xml_ = false;
    }
    if (!stands_twice(attribute, first)) {
      attributes_.push_back(attribute);
    } else {
      xml_ = false;
      repeated_.push_back(attribute.name);
    }
  }
  at_ = source_.size() + 1;  // the source ended inside the tag
}

}  // namespace offer::html
