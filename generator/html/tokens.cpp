#include "html/tokens.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "html/entities.h"

namespace offer::html {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr size_t few = 16;  // attributes that are compared one by one; more go into a set

}  // namespace

Tokens::Tokens(std::string_view source, std::vector<Attribute>& attributes, Arena& arena)
    : source_(source), attributes_(attributes), arena_(arena) {
  if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

std::string_view Tokens::lowered(std::string_view name) {
  if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return name;
  return arena_.copy(lower(name));
}

void Tokens::raw_text(std::string_view name, bool decode) {
  raw_ = true;
  raw_name_ = name;
  raw_decodes_ = decode;
}

Token Tokens::text_until(size_t end, bool decode) {
  Token token{.kind = Token::Kind::text, .offset = static_cast<uint32_t>(at_)};
  token.text = source_.substr(at_, end - at_);
  if (decode && token.text.find('&') != std::string_view::npos) token.text = arena_.copy(decoded(token.text, false));
  at_ = end;
  return token;
}

size_t Tokens::end_of_raw_text() const {
  if (raw_name_.empty()) return source_.size();
  for (size_t at = at_; (at = source_.find("</", at)) != std::string_view::npos; at += 2) {
    const std::string_view rest = source_.substr(at + 2);
    if (rest.size() <= raw_name_.size() || !equal_ignoring_case(rest.substr(0, raw_name_.size()), raw_name_)) continue;
    const char after = rest[raw_name_.size()];
    if (is_space(after) || after == '/' || after == '>') return at;
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

Token Tokens::next() {
  for (;;) {
    if (raw_) {
      raw_ = false;
      const size_t end = end_of_raw_text();
      if (end > at_) return text_until(end, raw_decodes_);
    }
    if (at_ >= source_.size()) return {.kind = Token::Kind::finish, .offset = static_cast<uint32_t>(source_.size())};
    if (source_[at_] != '<') return text_until(std::min(source_.find('<', at_), source_.size()), true);
    const std::string_view rest = source_.substr(at_);
    const char second = rest.size() > 1 ? rest[1] : '\0';
    Token token{.offset = static_cast<uint32_t>(at_)};
    if (is_letter(second)) {
      if (read_tag(token, false)) return token;
    } else if (second == '/' && rest.size() > 2 && is_letter(rest[2])) {
      if (read_tag(token, true)) return token;
    } else if (rest.starts_with("<!--")) {
      skip_comment();
    } else if (cdata_ && rest.starts_with("<![CDATA[")) {
      at_ += 9;
      const size_t end = std::min(source_.find("]]>", at_), source_.size());
      Token text = text_until(end, false);
      at_ = std::min(end + 3, source_.size());
      if (!text.text.empty()) return text;
    } else if (second == '!' || second == '?' || second == '/') {
      skip_past(">");
    } else {
      // A lone '<' is text, together with what follows.
      return text_until(std::min(source_.find('<', at_ + 1), source_.size()), true);
    }
  }
}

// False: the source ends inside the tag, which is then dropped.
bool Tokens::read_tag(Token& token, bool end) {
  at_ += end ? 2 : 1;
  const size_t start = at_;
  while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '/' && source_[at_] != '>') ++at_;
  token.kind = end ? Token::Kind::end : Token::Kind::start;
  token.name = lowered(source_.substr(start, at_ - start));
  const size_t first = attributes_.size();
  read_attributes(token);
  if (end) attributes_.resize(first);
  return at_ <= source_.size() && source_[at_ - 1] == '>';
}

bool Tokens::stands_twice(std::string_view name, size_t first) const {
  return std::any_of(attributes_.begin() + static_cast<std::ptrdiff_t>(first), attributes_.end(),
                     [&](const Attribute& one) { return one.name == name; });
}

void Tokens::read_attributes(Token& token) {
  const size_t first = attributes_.size();
  repeated_.clear();
  std::unordered_set<std::string_view> many;
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (is_space(c)) {
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
    while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '/' && source_[at_] != '>' && source_[at_] != '=') ++at_;
    const std::string_view name = lowered(source_.substr(start, at_ - start));
    size_t after = at_;
    while (after < source_.size() && is_space(source_[after])) ++after;
    std::string_view value;
    if (after < source_.size() && source_[after] == '=') {
      at_ = after + 1;
      while (at_ < source_.size() && is_space(source_[at_])) ++at_;
      if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'')) {
        const size_t end = std::min(source_.find(source_[at_], at_ + 1), source_.size());
        value = source_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, source_.size());
        if (end == source_.size()) break;  // the quotation never ends: the tag is dropped
      } else {
        const size_t from = at_;
        while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '>') ++at_;
        value = source_.substr(from, at_ - from);
      }
      if (value.find('&') != std::string_view::npos) value = arena_.copy(decoded(value, true));
    }
    const size_t count = attributes_.size() - first;
    if (count == few) for (size_t i = first; i < attributes_.size(); ++i) many.insert(attributes_[i].name);
    const bool twice = count < few ? stands_twice(name, first) : !many.insert(name).second;
    if (twice) repeated_.push_back(name);
    else attributes_.push_back({name, value});
  }
  at_ = source_.size() + 1;  // the source ended inside the tag
}

}  // namespace offer::html
