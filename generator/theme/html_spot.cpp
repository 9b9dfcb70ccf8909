#include "theme/html_spot.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace offer {

namespace {

bool is_raw(string_view tag) {
  return tag == "script" || tag == "style";
}
bool is_words(string_view tag) {
  return tag == "title" || tag == "textarea";
}

bool starts_closing_tag(string_view rest, string_view tag) {
  if (rest.size() < tag.size() + 3 || !rest.starts_with("</")) return false;
  if (!equal_ignoring_case(rest.substr(2, tag.size()), tag)) return false;
  const char after = rest[tag.size() + 2];
  return is_space(after) || after == '/' || after == '>';
}

// HTML Living Standard, "attributes whose values are addresses", and SVG's.
constexpr std::array<string_view, 13> address_attributes{
    "href", "src",      "srcset", "action", "formaction", "poster",    "cite",
    "data", "manifest", "ping",   "usemap", "background", "xlink:href"};

}  // namespace

bool HtmlSpot::holds_address() const {
  return std::find(address_attributes.begin(), address_attributes.end(), attribute_) !=
         address_attributes.end();
}

bool HtmlSpot::holds_code() const {
  return attribute_.starts_with("on") || attribute_ == "style" || attribute_ == "srcdoc";
}

bool HtmlSpot::indentation_matters() const {
  return !(where_ == Where::text && pre_ == 0) && where_ != Where::in_tag;
}

std::string HtmlSpot::step(std::string_view rest) {
  const char c = rest.front();
  switch (where_) {
    case Where::text:
      if (c == '<') {
        where_ = Where::tag_start;
        closing_ = false;
      }
      return {};
    case Where::raw:
    case Where::words:
      if (starts_closing_tag(rest, tag_)) {
        where_ = Where::tag_start;
        closing_ = false;
      }
      return {};
    case Where::comment:
      if (c == '>' && dashes_ >= 2) where_ = Where::text;
      dashes_ = c == '-' ? dashes_ + 1 : 0;
      return {};
    case Where::declaration:
      if (c == '>') where_ = Where::text;
      return {};
    case Where::tag_start:
      if (is_letter(c)) {
        where_ = Where::tag_name;
        tag_.assign(1, lower_char(c));
        self_closing_ = false;
        needs_space_ = false;

      } else if (c == '/' && !closing_) {
        closing_ = true;
      } else if (c == '!' || c == '?' || closing_) {
        where_ = rest.starts_with("!--") ? Where::comment : Where::declaration;
        dashes_ = 0;
      } else if (c != '<') {
        where_ = Where::text;
      }
      return {};
    case Where::quoted:
      return step_in_quotes(c);
    default:
      return step_in_tag(c);
  }
}

// No '<' stands in an attribute of XML, and no '>' in an address: there the closing quote is
// missing.
std::string HtmlSpot::step_in_quotes(char c) {
  if (c == quote_) {
    where_ = Where::in_tag;
    needs_space_ = true;
  } else if (c == '<' || (c == '>' && holds_address())) {
    end_of_tag();
    if (c == '<') where_ = Where::tag_start;
    return fmt::format("the quotes of the attribute '{}' are not closed before this '{}'",
                       attribute_, c);
  } else {
    step_in_value(c);
  }
  return {};
}

std::string HtmlSpot::step_in_tag(char c) {
  if (c == '>' && where_ != Where::quoted) return end_of_tag();
  switch (where_) {
    case Where::tag_name:
      if (is_space(c) || c == '/') {
        where_ = Where::in_tag;
        self_closing_ = c == '/';
      } else {
        tag_ += lower_char(c);
      }
      return {};
    case Where::attribute_name:
    case Where::after_name:
      if (c == '=') {
        where_ = Where::before_value;
        return {};
      }
      if (is_space(c)) {
        where_ = Where::after_name;
        return {};
      }
      if (where_ == Where::attribute_name && c != '/') {
        attribute_ += lower_char(c);
        return {};
      }
      where_ = Where::in_tag;
      return step_in_tag(c);
    case Where::before_value:
      if (is_space(c)) return {};
      scheme_open_ = holds_address();
      code_scheme_ = false;
      start_.clear();
      if (c == '"' || c == '\'') {
        where_ = Where::quoted;
        quote_ = c;
      } else {
        where_ = Where::unquoted;
      }
      return {};
    case Where::unquoted:
      if (is_space(c) || c == '"' || c == '\'') {  // a quote: the other one is missing
        where_ = Where::in_tag;
        needs_space_ = !is_space(c);
      }
      return {};
    default:  // in_tag
      if (is_space(c)) {
        needs_space_ = false;
        return {};
      }
      self_closing_ = c == '/';
      if (c == '/') return {};
      where_ = Where::attribute_name;
      attribute_.assign(1, lower_char(c));
      if (!needs_space_) return {};
      needs_space_ = false;
      return "a space is missing here, before the next attribute";
  }
}

std::string HtmlSpot::end_of_tag() {
  where_ = Where::text;
  if (tag_ == "pre") {
    if (!closing_)
      ++pre_;
    else if (pre_ > 0)
      --pre_;
  }
  if (closing_) return {};
  const bool raw = is_raw(tag_);
  if (!raw && !is_words(tag_)) return {};
  // XML ends the element here; a browser takes all that follows as its words.
  if (self_closing_)
    return fmt::format("a browser does not see that this <{}> ends here; write <{}></{}>", tag_,
                       tag_, tag_);
  where_ = raw ? Where::raw : Where::words;
  return {};
}

void HtmlSpot::step_in_value(char c) {
  if (!scheme_open_ || is_space(c)) return;  // a browser skips white space at the start
  if (c == ':') {
    const std::string scheme = lower(start_);
    code_scheme_ = scheme == "javascript" || scheme == "vbscript" || scheme == "data";
  }
  if (c == ':' || c == '/' || c == '?' || c == '#') {
    scheme_open_ = false;
  } else {
    start_ += c;
  }
}

void HtmlSpot::pass_refused_value() {
  if (where_ == Where::before_value) where_ = Where::unquoted;
}

bool HtmlSpot::in_syntax() const {
  return where_ != Where::text && where_ != Where::quoted && where_ != Where::raw &&
         where_ != Where::comment;
}

void HtmlSpot::end_name() {
  if (where_ != Where::tag_name && where_ != Where::attribute_name && where_ != Where::after_name)
    return;
  where_ = Where::in_tag;
  needs_space_ = true;
  self_closing_ = false;
}

std::string HtmlSpot::refusal(SlotKind kind) const {
  switch (where_) {
    case Where::text:
      return {};
    case Where::words:
      if (kind != SlotKind::html) return {};
      return fmt::format("is HTML, and only words can stand inside <{}>", tag_);
    case Where::raw:
      return fmt::format("cannot stand inside <{}>: a browser would obey its words", tag_);
    case Where::comment:
      return "cannot stand inside an HTML comment";
    case Where::declaration:
      return "cannot stand inside a '<!' or '<?' tag";
    case Where::before_value:
    case Where::unquoted:
      return fmt::format("cannot stand in the attribute '{}' without quotes round it", attribute_);
    case Where::quoted:
      break;
    default:
      return "cannot be part of the name of a tag or attribute";
  }
  if (kind == SlotKind::html) return "is HTML, and cannot stand inside an attribute";
  if (holds_code() || (holds_address() && code_scheme_))
    return fmt::format("cannot stand in this '{}': a browser would obey its words", attribute_);
  if (holds_address() && scheme_open_ && kind != SlotKind::address)
    return fmt::format("is not an address, and cannot stand at the start of '{}'", attribute_);
  return {};
}

bool HtmlSpot::same_kind_of_place(const HtmlSpot& other) const {
  if (where_ != other.where_) return false;
  if (where_ == Where::text || where_ == Where::comment || where_ == Where::declaration)
    return true;
  if (tag_ != other.tag_ || closing_ != other.closing_) return false;
  if (where_ == Where::quoted && quote_ != other.quote_) return false;
  const bool in_value =
      where_ == Where::quoted || where_ == Where::unquoted || where_ == Where::before_value;
  return !in_value || attribute_ == other.attribute_;
}

std::string HtmlSpot::described() const {
  switch (where_) {
    case Where::text:
      return "between tags";
    case Where::tag_start:
      return "just after a '<'";
    case Where::tag_name:
    case Where::in_tag:
    case Where::attribute_name:
    case Where::after_name:
      return fmt::format("inside the tag <{}{}>", closing_ ? "/" : "", tag_);
    case Where::before_value:
    case Where::quoted:
    case Where::unquoted:
      return fmt::format("inside the attribute '{}'", attribute_);
    case Where::comment:
      return "inside a comment";
    case Where::declaration:
      return "inside a '<!' or '<?' tag";
    case Where::raw:
    case Where::words:
      return fmt::format("inside <{}>", tag_);
  }
  return {};
}

void HtmlSpot::may_have_been_skipped(const HtmlSpot& start) {
  if (where_ != start.where_) return;
  needs_space_ = needs_space_ || start.needs_space_;
  scheme_open_ = scheme_open_ || start.scheme_open_;
  code_scheme_ = code_scheme_ || start.code_scheme_;
  pre_ = std::max(pre_, start.pre_);
}

}  // namespace offer
