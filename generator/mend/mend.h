// Mends: small changes of a page's file that a machine may make without changing what the page says.
//
// A mend looks at stretches of a file: bytes that are known for certain to be a page's own words. What stands in code, in a quotation, in the
// address of a link or in a heading (its address comes from its words) is in no stretch, so no mend can touch it.
//
// To add one: a file beside this one, a line here and one in mend.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "load/load.h"

namespace offer {

// A change of a file: the bytes from..to become `text`.
struct Edit {
  size_t from = 0;
  size_t to = 0;
  std::string text;
  bool operator==(const Edit&) const = default;
};

enum class StretchKind : uint8_t {
  prose,    // running words of a paragraph or an item
  label,    // words that stand for something: of a link, in bold or italics, in a table
  setting,  // words of a setting: a summary
  other,    // a heading, the first row of a table, words in quotation marks: only where a line ends may be mended
};

// Bytes of one line.
struct Stretch {
  size_t from = 0;
  size_t to = 0;
  StretchKind kind = StretchKind::prose;
  bool begins_block = false;  // nothing of the paragraph, item or cell stands before it
};

// A word or saying that has a shorter one, and may be changed without asking.
struct EasierWord {
  std::string words;
  std::string instead;
  bool verb = false;  // "purchase" -> "buy": not where it may be a noun, behind "the" or "of"
};

struct MendRules {
  std::vector<EasierWord> easier_words;
};

struct MendSource {
  const Page& page;
  std::string_view bytes;
  const std::vector<Stretch>& stretches;  // in the order of the file; they do not overlap
  const MendRules& rules;
};

struct Mend {
  std::string_view name;  // "dates"
  std::string_view says;  // "dates without st, nd, rd and th"
  void (*find)(const MendSource& source, std::vector<Edit>& edits);
};

extern const Mend date_mend;
extern const Mend phone_mend;
extern const Mend list_dash_mend;
extern const Mend easier_word_mend;
extern const Mend trailing_space_mend;
extern const Mend final_newline_mend;
const std::vector<const Mend*>& all_mends();

// The stretches of a page's file as `load` read it (before `understand`).
std::vector<Stretch> stretches_of(const Page& page, std::string_view bytes);

// `bytes` with the edits made, which are in the order of the file and do not overlap.
std::string with_edits(std::string_view bytes, const std::vector<Edit>& edits);

// A page's file, mended until a further look finds nothing.
struct MendedFile {
  std::string path;
  std::string before;
  std::string after;
  std::map<std::string_view, size_t> times;  // by the mends' names
};

// Looks at every page for which `wanted` says yes, with the mends that are named (none: all of them). In the order of the paths; pages to which
// nothing is done are left out.
std::vector<MendedFile> mended_pages(const Inputs& inputs, const std::vector<const Mend*>& mends, const MendRules& rules, unsigned threads,
                                     const std::function<bool(const Page&)>& wanted);

}  // namespace offer
