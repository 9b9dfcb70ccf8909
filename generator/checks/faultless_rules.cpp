// Faultless: what is asked of elements and their attributes, and of the page when all of it was seen.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "checks/faultless_look.h"
#include "html/autocomplete.h"
#include "html/entities.h"
#include "html/languages.h"
#include "html/meta.h"
#include "html/names.h"

namespace offer::faultless {

namespace {

constexpr size_t most_landmarks = 64;
constexpr size_t longest_name = 160;  // of a landmark, in bytes: longer ones are cut by html/names.cpp
constexpr size_t soon = 1000;         // words that begin later may be cut off there

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> all) { return std::find(all.begin(), all.end(), value) != all.end(); }

// Where the first byte stands that is more than white space.
size_t first_sign(std::string_view words) {
  size_t at = 0;
  while (at < words.size() && static_cast<unsigned char>(words[at]) <= ' ') ++at;
  return at;
}

}  // namespace

bool says_something(std::string_view written, bool in_attribute) {
  const size_t first = first_sign(written);
  if (first == written.size() || first > soon) return false;
  if ((written[first] & 0x80) == 0 && written[first] != '&') return true;
  if (written.find('&') != std::string_view::npos) return written.size() <= soon && !html::is_blank(html::decoded(written, in_attribute));
  size_t end = std::min(written.size(), soon);
  while (end > 0 && end < written.size() && (written[end] & 0xC0) == 0x80) --end;
  return !html::is_blank(written.substr(0, end));
}

// --- What attributes say

bool Look::judge_attribute(Attr one, Tag tag, Open& open) {
  const unsigned traits = plain_element(tag).traits;
  const std::string_view written = value(one);
  switch (one) {
    case Attr::id_:
      open.id = written.empty() ? Ids::most : ids_.add(written);
      return open.id != Ids::most;
    case Attr::href_:
      if (tag == Tag::link_) return true;
      if (tag != Tag::a_ || written.empty()) return false;
      if (written[0] != '#') return written[0] == '/' || written.starts_with("http") || written.starts_with("tel:") || written.starts_with("mailto:");
      wanted_.push_back(written.substr(1));
      return !with_references_.has(one);
    case Attr::for_:
      open.target = written;
      wanted_.push_back(written);
      return tag == Tag::label_ && written.find_first_of(" \t\r\n\f") == std::string_view::npos;
    case Attr::title_: return tag == Tag::link_ || tag == Tag::a_ || tag == Tag::abbr_;
    case Attr::hidden_:
      open.silent = true;
      return (traits & E::hideable) != 0;
    case Attr::tabindex_:
      return (written == "0" || written == "-1") && (inside_ & (E::in_button | E::in_silence)) == 0 && (traits & (E::drawn | E::empty | E::holds_words)) == E::holds_words;
    case Attr::lang_: return html::is_known_language(written) && trim(written) == written;
    case Attr::role_: return (tag == Tag::form_ && written == "search") || (tag == Tag::div_ && (written == "region" || written == "group")) || (tag == Tag::svg_ && written == "img");
    case Attr::autocomplete_: return tag == Tag::input_ && html::is_autocomplete(written);
    default: return judge_aria(one, tag, open);
  }
}

bool Look::judge_aria(Attr one, Tag tag, Open& open) {
  if (tag == Tag::img_) return false;
  const std::string_view written = value(one);
  const bool nameable = (plain_element(tag).traits & E::nameable) != 0 || (tag == Tag::div_ && has(Attr::role_));
  switch (one) {
    case Attr::aria_label_: return (nameable || (tag == Tag::svg_ && has(Attr::role_))) && says_something(written, true);
    case Attr::aria_labelledby_: case Attr::aria_describedby_:
      if ((one == Attr::aria_labelledby_ && !nameable) || has(Attr::aria_label_) || written.empty() || written.find_first_of(" \t\r\n\f") != std::string_view::npos) return false;
      wanted_.push_back(written);
      return true;
    case Attr::aria_current_: return is_one_of(written, {"page", "true", "step", "location", "date"});
    case Attr::aria_hidden_:
      open.silent = true;
      open.opens |= E::in_silence;
      return written == "true" && (tag == Tag::svg_ || tag == Tag::span_) && (inside_ & E::in_silence) == 0 && !has(Attr::tabindex_);
    default: return false;
  }
}

bool Look::judge_element(Tag tag, Open& open) {
  const auto is_landmark = [&](RoleId role) { return add_landmark(role, value(Attr::aria_label_), value(Attr::aria_labelledby_)); };
  switch (tag) {
    case Tag::html_:
      rooted_ = true;
      return has(Attr::lang_) && !html::is_blank(value(Attr::lang_));
    case Tag::head_: return ++heads_ == 1;
    case Tag::body_: return ++bodies_ == 1;
    case Tag::title_: return ++titles_ == 1;
    case Tag::meta_: {
      if (!equal_ignoring_case(trim(value(Attr::name_)), "viewport")) return true;
      const html::ZoomRule rule = html::zoom_rule(value(Attr::content_));
      return !with_references_.has(Attr::content_) && (!rule.speaks_of_zoom || rule.allows_zoom);
    }
    case Tag::script_: return has(Attr::src_) || value(Attr::type_) == "application/ld+json";
    case Tag::main_: return ++mains_ == 1 && silent_ == 0 && !open.silent;
    case Tag::h1_: return ++main_headings_ == 1 && silent_ == 0;
    case Tag::header_: return ++headers_ == 1;
    case Tag::footer_: return ++footers_ == 1;
    case Tag::nav_: return is_landmark(RoleId::navigation_);
    case Tag::aside_: return is_landmark(RoleId::complementary_);
    case Tag::section_: return !(has(Attr::aria_label_) || has(Attr::aria_labelledby_)) || is_landmark(RoleId::region_);
    case Tag::div_: return value(Attr::role_) != "region" || is_landmark(RoleId::region_);
    case Tag::form_: return !has(Attr::role_) || is_landmark(RoleId::search_);
    case Tag::svg_: return !has(Attr::role_) || has(Attr::aria_label_);
    case Tag::a_: return has(Attr::href_);
    case Tag::label_: return has(Attr::for_);
    case Tag::img_:
      if (!has(Attr::alt_)) return false;
      if (value(Attr::alt_).empty()) return true;
      ++words_;
      return says_something(value(Attr::alt_), true);
    case Tag::input_: return judge_input(open);
    case Tag::table_: table_.begin(); return true;
    case Tag::td_: table_.add_cell(); return true;
    case Tag::th_: {
      const bool of_column = value(Attr::scope_) == "col";
      table_.add_header(of_column);
      return of_column || value(Attr::scope_) == "row";
    }
    default: return true;
  }
}

// A field for words: it needs a label.
bool Look::judge_input(Open& open) {
  if (open.id == Ids::most || !is_one_of(value(Attr::type_), {"search", "text", "email", "tel", "url"})) return false;
  fields_.push_back(ids_[open.id].name);
  return true;
}

bool Look::add_landmark(RoleId role, std::string_view label, std::string_view labelledby) {
  landmarks_.push_back({role, label, labelledby});
  return landmarks_.size() <= most_landmarks;
}

// --- What is known at the end

bool Look::references_lead_somewhere() {
  return std::all_of(wanted_.begin(), wanted_.end(), [&](std::string_view id) { return ids_.find(id) != nullptr; }) &&
         std::all_of(fields_.begin(), fields_.end(), [&](std::string_view id) { return std::find(labelled_.begin(), labelled_.end(), id) != labelled_.end(); });
}

// As it is heard, in small letters; empty if it has none, or one that is not simple.
std::string Look::name_of(const Landmark& landmark) {
  std::string_view written = landmark.label;
  if (!landmark.labelledby.empty()) {
    const Id* id = ids_.find(landmark.labelledby);
    written = id == nullptr ? std::string_view{} : id->words;
  }
  if (written.size() > longest_name) return {};
  std::string name = lower(written.find('&') == std::string_view::npos ? std::string(written) : html::decoded(written, landmark.labelledby.empty()));
  // White space as screen readers have it: one space between words.
  for (size_t i = 0; i < name.size(); ++i)
    if (static_cast<unsigned char>(name[i]) <= ' ' && (name[i] != ' ' || i == 0 || i + 1 == name.size() || name[i + 1] == ' ')) return {};
  return html::is_blank(name) ? std::string{} : name;
}

bool Look::landmarks_differ() {
  for (const RoleId role : {RoleId::navigation_, RoleId::complementary_, RoleId::search_, RoleId::region_}) {
    const auto has_role = [&](const Landmark& one) { return one.role == role; };
    if (std::count_if(landmarks_.begin(), landmarks_.end(), has_role) < 2) continue;
    std::vector<std::string> names;
    for (const Landmark& one : landmarks_) {
      if (!has_role(one)) continue;
      std::string name = name_of(one);
      if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return false;
      names.push_back(std::move(name));
    }
  }
  return true;
}

}  // namespace offer::faultless
