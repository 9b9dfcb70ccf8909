// Tokens: the tags and texts of an HTML source, one after the other (HTML standard, 13.2.5). Used by the tree builder alone.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/arena.h"
#include "html/tree.h"

namespace offer::html {

struct Token {
  enum class Kind : uint8_t { text, start, end, finish };  // comments and doctypes are left out
  Kind kind = Kind::finish;
  bool closes_itself = false;  // <br/>
  Tag tag = Tag::unknown;
  uint32_t offset = 0;
  std::string_view words = {};  // the tag's name in small letters, or the text
};

// More than these is left to the strict reader, which has limits of its own.
inline constexpr size_t most_xml_attributes = 64;
inline constexpr size_t longest_xml_name = 200;

class Tokens {
 public:
  // attributes: where those of start tags go. arena: for what does not stand in the source as it is.
  Tokens(std::string_view source, std::vector<Attribute>& attributes, Arena& arena);

  void next(Token& token);
  // After the last token: is every tag, reference and comment as XML has it, and every element closed, beyond doubt? See html/well_formed.h.
  bool are_xml() const { return xml_ && rooted_ && open_.empty(); }
  // The attributes of the last start tag that stood there before already: their names.
  const std::vector<std::string_view>& repeated() const { return repeated_; }
  // From here on everything is text up to </name>. decode: character references count (title, textarea).
  void raw_text(std::string_view name, bool decode);
  void all_text() { raw_text({}, false); }  // <plaintext>
  void allow_cdata(bool on) { cdata_ = on; }

  // Are the text's references ones that every XML parser knows, and is there no '&' besides?
  static bool references_are_xml(std::string_view text);

 private:
  bool read_plain_start(Token& token);
  bool read_tag(Token& token, bool end);
  bool read_expected_end(Token& token);
  bool read_other(Token& token, char second);
  void read_attributes(Token& token);
  std::string_view attribute_value();
  void skip_comment();
  void skip_past(std::string_view end);
  void skip_declaration();
  template <char end>
  size_t end_of_words(size_t from, bool& references);
  template <char quote>
  std::string_view quoted_value();
  void keep_xml(bool holds) { xml_ = xml_ && holds; }
  void open_or_close(const Token& token, std::string_view written, bool end);
  void read_text(Token& token, size_t from);
  void read_raw_text(Token& token, size_t end, bool decode);
  size_t end_of_raw_text() const;
  std::string_view lowered(std::string_view name);
  bool stands_twice(const Attribute& attribute, size_t first);

  std::string_view source_;
  size_t at_ = 0;
  std::vector<Attribute>& attributes_;
  Arena& arena_;
  std::vector<std::string_view> repeated_;
  std::unordered_set<std::string_view> many_;  // names of a tag that has many attributes
  std::string_view raw_name_;
  bool raw_ = false;
  bool raw_decodes_ = false;
  bool cdata_ = false;

  // What XML asks besides.
  struct Open {
    std::string_view written;
    std::string_view name;  // in small letters
    Tag tag;
  };
  std::vector<Open> open_;
  bool xml_ = true;
  bool rooted_ = false;    // the first element stood there
  bool declared_ = false;  // the doctype did
};

}  // namespace offer::html
