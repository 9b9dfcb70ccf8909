// HtmlSpot: where in the HTML of a page the template stands while it is read, and what may stand
// there. Called by template_parser.cpp only.
//
// It follows the parts of HTML's syntax that decide how a browser takes a value: tags, attributes,
// quotes, comments, <script> and <style>. It does not check that elements are closed: that is done
// by reading back finished pages. Where it is not sure, it refuses.
#pragma once

#include <string>
#include <string_view>

#include "theme/template.h"

namespace offer {

class HtmlSpot {
 public:
  // Moves over the first byte of `rest`, the literal text from here to the next {{ }} tag. Returns
  // what is wrong with it, as a sentence for a person, or "".
  std::string step(std::string_view rest);

  // A section or part begins or ends here: the name of a tag or attribute before it is complete.
  void end_name();

  // Why a value of this kind cannot stand here, as the end of a sentence that begins "'name' "; or
  // "" if it can.
  std::string refusal(SlotKind kind) const;

  // In a tag but not in quotes, or where words only can stand: if a value is refused here, a quote
  // or a tag before it may not be closed.
  bool in_syntax() const;

  // A value stands here that is refused: what follows is read as if it were there.
  void pass_refused_value();

  bool between_tags() const { return where_ == Where::text; }
  bool indentation_matters() const;
  bool same_kind_of_place(const HtmlSpot& other) const;
  std::string described() const;  // "between tags", "inside the attribute 'href'"

  // What stood between `start` and this spot may be left out: be ready for both.
  void may_have_been_skipped(const HtmlSpot& start);

 private:
  enum class Where {
    text,       // between tags
    tag_start,  // after <
    tag_name,
    in_tag,  // between attributes
    attribute_name,
    after_name,    // after an attribute's name and a space
    before_value,  // after =
    quoted,
    unquoted,
    comment,
    declaration,  // <!DOCTYPE …> and other <! and <?
    raw,          // in <script> or <style>: not escaped for a browser, so never a value
    words         // in <title> or <textarea>: words only, no tags
  };

  std::string step_in_quotes(char c);
  std::string step_in_tag(char c);
  std::string end_of_tag();
  void step_in_value(char c);
  bool holds_address() const;
  bool holds_code() const;

  Where where_ = Where::text;
  char quote_ = '"';
  bool closing_ = false;       // </tag
  bool self_closing_ = false;  // <tag /
  bool needs_space_ = false;   // before the next attribute

  bool scheme_open_ = false;  // what comes next in an address may still decide its scheme
  bool code_scheme_ = false;  // an address that begins javascript: or the like
  size_t pre_ = 0;            // <pre> around here
  size_t dashes_ = 0;         // before here, in a comment
  std::string tag_;           // lower case
  std::string attribute_;     // lower case
  std::string start_;         // of the address, while scheme_open_
};

}  // namespace offer
