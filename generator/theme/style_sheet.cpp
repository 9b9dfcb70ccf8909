#include "theme/style_sheet.h"

#include "base/text.h"
#include "theme/css_tokens.h"

namespace offer {

namespace {

class StyleReader {
 public:
  StyleReader(std::string_view css, const std::vector<CssToken>& tokens) : css_(css), tokens_(tokens) {}

  std::vector<StyleRule> read() {
    while (at_ < tokens_.size()) rule();
    return std::move(rules_);
  }

 private:
  // The words up to one of the marks, which is not taken, or to the end.
  std::string words_until(std::string_view marks) {
    std::string words;
    size_t depth = 0;
    for (; at_ < tokens_.size(); ++at_) {
      const CssToken& token = tokens_[at_];
      if (token.kind == CssToken::Kind::mark) {
        if (depth == 0 && marks.find(token.text.front()) != std::string_view::npos) break;
        if (token.is('(') || token.is('[')) ++depth;
        if ((token.is(')') || token.is(']')) && depth > 0) --depth;
      }
      if (token.kind == CssToken::Kind::space || token.kind == CssToken::Kind::glue) {
        if (!words.empty() && words.back() != ' ') words += ' ';
      } else {
        words += token.text;
      }
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  }

  void skip_spaces() {
    while (at_ < tokens_.size() && (tokens_[at_].kind == CssToken::Kind::space || tokens_[at_].kind == CssToken::Kind::glue)) ++at_;
  }

  bool mark_here(char c) const { return at_ < tokens_.size() && tokens_[at_].is(c); }

  // Of the token where reading stands. Called with places that only grow, so that the file is gone through once.
  Place place_here() {
    const auto offset = static_cast<size_t>(tokens_[at_].text.data() - css_.data());
    for (; counted_ < offset; ++counted_) {
      if (css_[counted_] == '\n') ++line_, column_ = 1;
      else if ((css_[counted_] & 0xC0) != 0x80) ++column_;
    }
    return {line_, column_, 0};
  }

  void rule() {
    skip_spaces();
    if (at_ >= tokens_.size()) return;
    if (mark_here('}')) {
      if (!media_.empty()) media_.pop_back();
      ++at_;
      return;
    }
    if (mark_here(';')) {
      ++at_;
      return;
    }
    const Place place = place_here();
    const std::string head = words_until("{;}");
    if (!mark_here('{')) {
      if (!head.empty()) rules_.push_back({conditions(), head, place, {}});
      return;
    }
    ++at_;
    if (head.starts_with("@media") || head.starts_with("@supports") || head.starts_with("@layer") || head.starts_with("@container")) {
      media_.push_back(head.starts_with("@media") ? std::string(trim(std::string_view(head).substr(6))) : "");
      return;
    }
    if (head.starts_with("@keyframes") || head.starts_with("@-webkit-keyframes")) return skip_block();
    rules_.push_back({conditions(), head, place, {}});
    declarations(rules_.back());
  }

  void skip_block() {
    for (size_t open = 1; at_ < tokens_.size() && open > 0; ++at_) {
      if (mark_here('{')) ++open;
      if (mark_here('}')) --open;
    }
  }

  void declarations(StyleRule& rule) {
    while (at_ < tokens_.size()) {
      skip_spaces();
      if (at_ >= tokens_.size()) return;
      if (mark_here('}')) {
        ++at_;
        return;
      }
      const Place place = place_here();
      std::string name = words_until(":;}{");
      if (mark_here('{')) {  // a rule in a rule
        ++at_;
        skip_block();
        continue;
      }
      if (!mark_here(':')) {
        if (mark_here(';')) ++at_;
        continue;
      }
      ++at_;
      skip_spaces();
      std::string value = words_until(";}");
      if (mark_here(';')) ++at_;
      if (!name.starts_with("--")) name = lower(name);
      rule.declarations.push_back({std::move(name), std::move(value), place});
    }
  }

  std::string conditions() const {
    std::string all;
    for (const std::string& one : media_) {
      if (one.empty()) continue;
      if (!all.empty()) all += " and ";
      all += one;
    }
    return all;
  }

  std::string_view css_;
  const std::vector<CssToken>& tokens_;
  size_t at_ = 0;
  size_t counted_ = 0;
  uint32_t line_ = 1;
  uint32_t column_ = 1;
  std::vector<std::string> media_;  // one for each block that is open and holds rules
  std::vector<StyleRule> rules_;
};

}  // namespace

const StyleDeclaration* StyleRule::find(std::string_view name) const {
  for (size_t i = declarations.size(); i-- > 0;)
    if (declarations[i].name == name) return &declarations[i];
  return nullptr;
}

std::vector<StyleRule> read_style_sheet(std::string_view css) {
  const auto tokens = css_tokens(css);
  return tokens ? StyleReader(css, *tokens).read() : std::vector<StyleRule>{};
}

}  // namespace offer
