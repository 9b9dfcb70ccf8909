// Roles: what WAI-ARIA 1.2, DPUB-ARIA 1.1 and Graphics-ARIA 1.0 say of each role, as data.
//
// To change a rule: change its row in roles.cpp. Every other file asks the table.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "html/aria_attributes.h"

namespace offer::html {

// In the order of the alphabet, as the rows in roles.cpp.
#define OFFER_ARIA_ROLES(X) \
  X(alert_, "alert") X(alertdialog_, "alertdialog") X(application_, "application") X(article_, "article") X(banner_, "banner") \
  X(blockquote_, "blockquote") X(button_, "button") X(caption_, "caption") X(cell_, "cell") X(checkbox_, "checkbox") X(code_, "code") \
  X(columnheader_, "columnheader") X(combobox_, "combobox") X(command_, "command") X(comment_, "comment") X(complementary_, "complementary") \
  X(composite_, "composite") X(contentinfo_, "contentinfo") X(definition_, "definition") X(deletion_, "deletion") X(dialog_, "dialog") \
  X(directory_, "directory") X(doc_abstract_, "doc-abstract") X(doc_acknowledgments_, "doc-acknowledgments") X(doc_afterword_, "doc-afterword") \
  X(doc_appendix_, "doc-appendix") X(doc_backlink_, "doc-backlink") X(doc_biblioentry_, "doc-biblioentry") \
  X(doc_bibliography_, "doc-bibliography") X(doc_biblioref_, "doc-biblioref") X(doc_chapter_, "doc-chapter") X(doc_colophon_, "doc-colophon") \
  X(doc_conclusion_, "doc-conclusion") X(doc_cover_, "doc-cover") X(doc_credit_, "doc-credit") X(doc_credits_, "doc-credits") \
  X(doc_dedication_, "doc-dedication") X(doc_endnote_, "doc-endnote") X(doc_endnotes_, "doc-endnotes") X(doc_epigraph_, "doc-epigraph") \
  X(doc_epilogue_, "doc-epilogue") X(doc_errata_, "doc-errata") X(doc_example_, "doc-example") X(doc_footnote_, "doc-footnote") \
  X(doc_foreword_, "doc-foreword") X(doc_glossary_, "doc-glossary") X(doc_glossref_, "doc-glossref") X(doc_index_, "doc-index") \
  X(doc_introduction_, "doc-introduction") X(doc_noteref_, "doc-noteref") X(doc_notice_, "doc-notice") X(doc_pagebreak_, "doc-pagebreak") \
  X(doc_pagefooter_, "doc-pagefooter") X(doc_pageheader_, "doc-pageheader") X(doc_pagelist_, "doc-pagelist") X(doc_part_, "doc-part") \
  X(doc_preface_, "doc-preface") X(doc_prologue_, "doc-prologue") X(doc_pullquote_, "doc-pullquote") X(doc_qna_, "doc-qna") \
  X(doc_subtitle_, "doc-subtitle") X(doc_tip_, "doc-tip") X(doc_toc_, "doc-toc") X(document_, "document") X(emphasis_, "emphasis") \
  X(feed_, "feed") X(figure_, "figure") X(form_, "form") X(generic_, "generic") X(graphics_document_, "graphics-document") \
  X(graphics_object_, "graphics-object") X(graphics_symbol_, "graphics-symbol") X(grid_, "grid") X(gridcell_, "gridcell") X(group_, "group") \
  X(heading_, "heading") X(image_, "image") X(img_, "img") X(input_, "input") X(insertion_, "insertion") X(landmark_, "landmark") \
  X(link_, "link") X(list_, "list") X(listbox_, "listbox") X(listitem_, "listitem") X(log_, "log") X(main_, "main") X(mark_, "mark") \
  X(marquee_, "marquee") X(math_, "math") X(menu_, "menu") X(menubar_, "menubar") X(menuitem_, "menuitem") \
  X(menuitemcheckbox_, "menuitemcheckbox") X(menuitemradio_, "menuitemradio") X(meter_, "meter") X(navigation_, "navigation") X(none_, "none") \
  X(note_, "note") X(option_, "option") X(paragraph_, "paragraph") X(presentation_, "presentation") X(progressbar_, "progressbar") \
  X(radio_, "radio") X(radiogroup_, "radiogroup") X(range_, "range") X(region_, "region") X(roletype_, "roletype") X(row_, "row") \
  X(rowgroup_, "rowgroup") X(rowheader_, "rowheader") X(scrollbar_, "scrollbar") X(search_, "search") X(searchbox_, "searchbox") \
  X(section_, "section") X(sectionhead_, "sectionhead") X(select_, "select") X(separator_, "separator") X(slider_, "slider") \
  X(spinbutton_, "spinbutton") X(status_, "status") X(strong_, "strong") X(structure_, "structure") X(subscript_, "subscript") \
  X(suggestion_, "suggestion") X(superscript_, "superscript") X(switch_, "switch") X(tab_, "tab") X(table_, "table") X(tablist_, "tablist") \
  X(tabpanel_, "tabpanel") X(term_, "term") X(textbox_, "textbox") X(time_, "time") X(timer_, "timer") X(toolbar_, "toolbar") \
  X(tooltip_, "tooltip") X(tree_, "tree") X(treegrid_, "treegrid") X(treeitem_, "treeitem") X(widget_, "widget") X(window_, "window")

enum class RoleId : uint8_t {
  unknown,  // not worked out yet
  no_role,  // the standards give this element none: audio, label …
#define OFFER_ARIA_ROLE(id, name) id,
  OFFER_ARIA_ROLES(OFFER_ARIA_ROLE)
#undef OFFER_ARIA_ROLE
};

using RoleSet = std::bitset<256>;  // by RoleId

struct Role {
  static constexpr unsigned abstract_role = 1, named_from_content = 2, children_are_presentational = 4, naming_prohibited = 8, landmark = 16, widget = 32;

  std::string_view name;
  unsigned flags = 0;
  AriaSet supported;          // besides the global ones; with what it requires
  AriaSet required;
  std::string_view children;  // roles that it may own, with spaces between; empty: any
  std::string_view parents;   // roles of which one must own it; empty: none is needed
  RoleSet children_set;
  RoleSet parents_set;

  bool is(unsigned flag) const { return (flags & flag) != 0; }
};

const Role& role_data(RoleId id);
std::string_view role_name(RoleId id);          // "" for no_role
RoleId find_role(std::string_view name);        // any case; no_role: there is none, or it is abstract
inline bool is_among(RoleId id, const RoleSet& roles) { return roles[static_cast<size_t>(id)]; }

}  // namespace offer::html
