#include "theme/shrink_css.h"

#include <algorithm>

#include "base/text.h"
#include "theme/css_tokens.h"

namespace offer {

namespace {

using Kind = CssToken::Kind;

// One statement of a style sheet, up to its ; or { or }.
enum class Statement {
  at_rule,      // @media …
  selector,     // a > b, and the "from" of @keyframes
  declaration,  // color: red
  verbatim      // --name: value, whose white space scripts and style queries can see
};

class Shrinker {
 public:
  explicit Shrinker(const std::vector<CssToken>& tokens) : tokens_(tokens) {}

  std::string shrink() {
    while (at_ < tokens_.size()) {
      if (is_gap(at_)) {
        ++at_;
      } else if (tokens_[at_].is('}')) {
        owed_ = false;  // the last ; of a block is not needed
        put(at_++);
        --depth_;
      } else if (tokens_[at_].is(';')) {
        if (!owed_) put(at_);
        ++at_;
      } else {
        if (owed_) out_ += ';';
        owed_ = false;
        statement();
      }
    }
    return std::move(out_);
  }

 private:
  bool is_gap(size_t i) const {
    return tokens_[i].kind == Kind::space || tokens_[i].kind == Kind::glue;
  }
  bool is(size_t i, char c) const { return i < tokens_.size() && tokens_[i].is(c); }
  void put(size_t i) { out_ += tokens_[i].text; }
  void put_gap(size_t i) { out_ += tokens_[i].kind == Kind::space ? " " : "/**/"; }

  // The property's ':' if a declaration begins here, or tokens_.size().
  size_t colon_of_property() const {
    if (tokens_[at_].kind != Kind::word) return tokens_.size();
    size_t i = at_ + 1;
    while (i < tokens_.size() && is_gap(i)) ++i;
    return is(i, ':') ? i : tokens_.size();
  }

  bool verbatim_property() const {
    const string_view name = tokens_[at_].text;
    return depth_ > 0 && colon_of_property() < tokens_.size() &&
           (name.starts_with("--") || equal_ignoring_case(name, "initial-value"));
  }

  // The end of the statement that begins here. Only a rule at the top is not ended by a ;
  size_t end_of(bool semicolon_ends, bool brace_ends) const {
    size_t nested = 0;
    for (size_t i = at_; i < tokens_.size(); ++i) {
      const CssToken& token = tokens_[i];
      if (nested == 0 && token.is(';') && semicolon_ends) return i;
      if (nested == 0 && token.is('{') && brace_ends) return i;
      if (token.is('(') || token.is('[') || token.is('{')) ++nested;
      if (!token.is(')') && !token.is(']') && !token.is('}')) continue;
      if (nested == 0) return i;
      --nested;
    }
    return tokens_.size();
  }

  void statement() {
    const bool verbatim = verbatim_property();
    const bool at_rule = is(at_, '@');
    const size_t end = end_of(at_rule || depth_ > 0, !verbatim);
    Statement kind = Statement::at_rule;
    if (verbatim)
      kind = Statement::verbatim;
    else if (!at_rule)
      kind = is(end, '{') || depth_ == 0 ? Statement::selector : Statement::declaration;
    copy(end, kind);
    at_ = end;
    if (is(end, '{')) {
      put(end);
      ++depth_;
      ++at_;
    } else if (is(end, ';')) {
      owed_ = !at_rule;
      if (at_rule) put(end);
      ++at_;
    }
  }

  void copy(size_t end, Statement kind) {
    const bool property = kind == Statement::declaration || kind == Statement::verbatim;
    const size_t colon = property ? colon_of_property() : tokens_.size();
    const bool empty = colon + 2 == end && is_gap(colon + 1);  // `--x: ;` is not `--x:;` everywhere
    size_t round = 0;                                          // ( around here
    size_t square = 0;                                         // [ around here
    for (size_t i = at_; i < end; ++i) {
      const CssToken& token = tokens_[i];
      if (is_gap(i)) {
        const bool beside_colon = i + 1 == colon || i == colon + 1;
        const bool last = i + 1 == end;
        if (kind == Statement::verbatim && empty && last)
          put_gap(i);
        else if (!beside_colon && !last && !needless(i, kind, round, square))
          put_gap(i);
        continue;
      }
      if (token.is('(')) ++round;
      if (token.is('[')) ++square;
      if (token.is(')') && round > 0) --round;
      if (token.is(']') && square > 0) --square;
      put(i);
    }
  }

  // Whether the gap at i, inside a statement, can go. There are words or marks on both sides.
  bool needless(size_t i, Statement kind, size_t round, size_t square) const {
    const auto beside = [&](char c) { return is(i - 1, c) || is(i + 1, c); };
    switch (kind) {
      case Statement::declaration:
        return beside(',') && !is(i + 1, ')');  // var(--x, ) is not var(--x,)
      case Statement::at_rule:
        if (round == 0 && square == 0 && beside(',')) return true;
        return (is(i + 1, ':') && names_feature(i)) || (is(i - 1, ':') && names_feature(i - 1));
      case Statement::selector:
        if (square > 0) return false;
        return beside(',') || (beside('>') && !(is(i - 1, '>') && is(i + 1, '>')));
      case Statement::verbatim:
        return false;
    }
    return false;
  }

  // Whether what stands before i is the name of a feature: `(min-width` in `(min-width: 40em)`, but
  // not `selector(a` in `selector(a :hover)`.
  bool names_feature(size_t i) const {
    while (i > 0 && is_gap(i - 1)) --i;
    if (i < 3 || tokens_[i - 1].kind != Kind::word || !is(i - 2, '(')) return false;
    if (tokens_[i - 1].text.starts_with("--")) return false;
    return is_gap(i - 3) || is(i - 3, '(');
  }

  const std::vector<CssToken>& tokens_;
  std::string out_;
  size_t at_ = 0;
  size_t depth_ = 0;   // { around here
  bool owed_ = false;  // a ; is not written yet
};

}  // namespace

std::string shrink_css(string_view css) {
  const auto tokens = css_tokens(css);
  if (!tokens) return std::string(css);
  return Shrinker(*tokens).shrink();
}

}  // namespace offer
