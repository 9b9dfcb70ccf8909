// What checks/faultless.cpp has to know of elements: which may stand where, so that browsers keep the tree that the tags show, and what is asked of them.
#pragma once

#include <array>
#include <cstdint>

#include "html/tag_kinds.h"

namespace offer::faultless {

struct PlainElement {
  enum Trait : uint16_t {
    known = 1,           // others are left to the checks
    flow = 2,            // stands wherever words may
    holds_words = 4,     // words and such elements may stand in it
    empty = 8,           // has no end tag
    needs_words = 16,    // a link, button, heading …: somebody must hear something
    drawn = 32,          // part of an SVG drawing
    raw = 64,            // nothing but text is in it
    nameable = 128,      // may have an aria-label
    hideable = 256,      // may be `hidden`
    lends_words = 512,   // aria-labelledby may lead to it: its words are its name
    comes_again = 1024,  // often the same on many pages
  };
  // What can be open only once at a time, and in which some elements may not stand.
  enum Place : uint8_t { in_paragraph = 1, in_link = 2, in_button = 4, in_heading = 8, in_table = 16, in_drawing = 32, in_silence = 64 /* aria-hidden */, in_label = 128 };

  uint16_t traits = 0;
  uint8_t opens = 0;     // a Place
  uint8_t not_in = 0;    // Places
};

inline constexpr std::array<PlainElement, 256> plain_elements = [] {
  using E = PlainElement;
  using html::Tag;
  std::array<E, 256> all{};
  const auto of = [&](Tag tag) -> E& { return all[static_cast<size_t>(tag)]; };
  const auto set = [&](std::initializer_list<Tag> tags, unsigned traits) {
    for (const Tag tag : tags) of(tag).traits = static_cast<uint16_t>(of(tag).traits | traits | E::known);
  };
  set({Tag::html_, Tag::head_, Tag::thead_, Tag::tbody_, Tag::tr_}, 0);
  set({Tag::body_, Tag::li_, Tag::dt_, Tag::dd_, Tag::td_, Tag::th_, Tag::summary_}, E::holds_words);
  set({Tag::div_, Tag::p_, Tag::section_, Tag::article_, Tag::aside_, Tag::nav_, Tag::header_, Tag::footer_, Tag::main_, Tag::form_, Tag::blockquote_, Tag::figure_, Tag::figcaption_,
       Tag::details_, Tag::a_, Tag::button_, Tag::label_, Tag::h1_, Tag::h2_, Tag::h3_, Tag::h4_, Tag::h5_, Tag::h6_, Tag::span_, Tag::strong_, Tag::em_, Tag::b_, Tag::i_, Tag::code_,
       Tag::small_, Tag::sub_, Tag::sup_, Tag::abbr_, Tag::time_, Tag::mark_, Tag::q_, Tag::cite_, Tag::kbd_, Tag::address_},
      E::flow | E::holds_words);
  set({Tag::ul_, Tag::ol_, Tag::dl_, Tag::table_, Tag::svg_}, E::flow);
  set({Tag::br_, Tag::wbr_, Tag::hr_, Tag::img_, Tag::input_}, E::flow | E::empty);
  set({Tag::meta_, Tag::link_}, E::empty);
  set({Tag::title_, Tag::script_}, E::raw);
  set({Tag::g_, Tag::path_, Tag::rect_, Tag::circle_, Tag::line_, Tag::ellipse_, Tag::polyline_, Tag::polygon_, Tag::text_, Tag::tspan_}, E::drawn);
  set({Tag::a_, Tag::button_, Tag::summary_, Tag::th_, Tag::title_, Tag::h1_, Tag::h2_, Tag::h3_, Tag::h4_, Tag::h5_, Tag::h6_}, E::needs_words);
  set({Tag::nav_, Tag::section_, Tag::form_, Tag::main_, Tag::aside_, Tag::ul_, Tag::ol_, Tag::table_, Tag::a_, Tag::button_}, E::nameable);
  set({Tag::nav_, Tag::section_, Tag::div_, Tag::p_, Tag::span_}, E::hideable);
  set({Tag::p_, Tag::span_, Tag::strong_, Tag::h1_, Tag::h2_, Tag::h3_, Tag::h4_, Tag::h5_, Tag::h6_}, E::lends_words);
  set({Tag::div_, Tag::nav_, Tag::section_, Tag::form_}, E::comes_again);

  of(Tag::p_).opens = E::in_paragraph;
  of(Tag::a_).opens = E::in_link;
  of(Tag::button_).opens = E::in_button;
  of(Tag::table_).opens = E::in_table;
  of(Tag::svg_).opens = E::in_drawing;
  of(Tag::label_).opens = E::in_label;
  for (const Tag tag : {Tag::h1_, Tag::h2_, Tag::h3_, Tag::h4_, Tag::h5_, Tag::h6_}) of(tag).opens = E::in_heading;
  for (E& one : all) one.not_in = one.opens;
  // What the tab key reaches stands neither in a button nor in what only eyes find.
  for (const Tag tag : {Tag::a_, Tag::button_, Tag::input_, Tag::summary_, Tag::label_}) of(tag).not_in |= E::in_button | E::in_silence;
  return all;
}();

inline const PlainElement& plain_element(html::Tag tag) { return plain_elements[static_cast<size_t>(tag)]; }

}  // namespace offer::faultless
