// Excerpts: the sentences of one page that results can show, as many as there is room for, with the headings over them. One for each thread, used for one
// page after the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

class Excerpts {
 public:
  // room: how many bytes of a page to keep.
  explicit Excerpts(size_t room) : room_(room) {}

  void begin();                                                   // a new page, with a part above its first heading
  void heading(std::string_view words, std::string_view anchor);  // a new part
  bool wants_more() const { return parts_.back().open; }          // text of the part that was begun last
  void text(std::string_view words);
  // [[heading, anchor, sentences], …] as JSON, the sentences with a line end between two: the first sentence of every part, then the second of
  // every part …, as long as there is room. Parts for which there is none are left out.
  std::string json();

 private:
  struct Piece {
    size_t from = 0;  // in text_
    size_t size = 0;
  };
  struct Section {
    Piece heading;
    Piece anchor;
    size_t first = 0;   // of its sentences
    size_t count = 0;   // of its sentences that may be kept
    size_t kept = 0;    // one more than the sentences that are, or 0 if there is no room for any of it
    bool open = true;   // more of its sentences may be kept
  };
  Piece keep(std::string_view words);
  std::string_view words_of(const Piece& piece) const { return std::string_view(text_).substr(piece.from, piece.size); }
  void fit_first();
  void fit_others();

  size_t room_;
  size_t used_ = 0;
  std::string text_;
  std::vector<Section> parts_;
  std::vector<Piece> sentences_;
};

}  // namespace offer
