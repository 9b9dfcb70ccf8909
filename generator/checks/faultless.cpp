// Faultless: whoever changes a check on HTML asks here whether a page that passes can still be trusted; tests/checks/faultless_test.cpp tries to
// find one that cannot. What is doubtful, or rare, is not worth a line here: `return false`.
#include "checks/faultless.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "checks/faultless_look.h"
#include "checks/html_checks.h"
#include "html/plain_tags.h"
#include "html/tokens.h"
#include "html/well_formed.h"

namespace offer {

namespace {

// The checks that find nothing in a page that passes.
constexpr std::array<std::string_view, 54> answered_for{
    "aria-out-of-place", "broken-headers-attributes", "buttons-without-name", "choices-without-question", "code-in-pages", "delayed-reloading", "drawings-without-name",
    "fields-without-name", "films-without-captions", "forced-tab-order", "frames-without-name", "frames-without-tab-stop", "headers-without-cells", "headers-without-words",
    "headings-without-name", "ids-used-twice", "image-buttons-without-name", "images-without-name", "landmarks-without-name", "late-reloading", "layout-tables", "links-without-name",
    "locked-zoom", "menu-items-without-name", "missing-aria-states", "names-out-of-place", "new-windows", "objects-without-name", "pages-without-heading", "pages-without-language",
    "pages-without-main", "pages-without-title", "references-to-nothing", "repeated-attributes", "repeated-main", "repeated-main-headings", "self-starting-sound", "speaking-decorations",
    "stolen-focus", "stray-list-items", "stray-parts", "summaries-without-name", "tab-stops-in-controls", "tab-stops-in-hidden-parts", "tight-letters", "tight-lines", "tight-words",
    "unknown-aria-attributes", "unknown-autocomplete", "unknown-page-languages", "unknown-part-languages", "unknown-roles", "wrong-aria-values", "wrong-parts"};

constexpr size_t most_judged_bytes = 8'000'000;

}  // namespace

namespace faultless {

namespace {

// Attributes that no check asks for on the elements that we know, or that judge_element looks at.
constexpr AttrSet idle{Attr::alt_, Attr::class_, Attr::content_, Attr::height_, Attr::media_, Attr::name_, Attr::open_, Attr::placeholder_, Attr::scope_, Attr::src_, Attr::type_, Attr::value_, Attr::width_};
// Those whose value may hold character references.
constexpr AttrSet free_words{Attr::alt_, Attr::aria_label_, Attr::class_, Attr::content_, Attr::href_, Attr::placeholder_, Attr::src_, Attr::title_, Attr::value_};

// The first bytes of these attributes, as eight_bytes reads them.
constexpr uint64_t begins_with(std::string_view bytes) {
  uint64_t all = 0;
  for (size_t i = 0; i < bytes.size(); ++i) all |= static_cast<uint64_t>(static_cast<unsigned char>(bytes[i])) << 8 * i;
  return all;
}
constexpr uint64_t class_begins = begins_with(" class=\"");
constexpr uint64_t href_begins = begins_with(" href=\"");

}  // namespace

ElementMemory& Look::memory() {
  thread_local ElementMemory of_this_thread;
  return of_this_thread;
}

bool Look::finds_nothing() {
  constexpr std::string_view doctype = "<!DOCTYPE html>";
  if (!std::string_view(at_, static_cast<size_t>(end_ - at_)).starts_with(doctype)) return false;
  at_ += doctype.size();
  while (at_ < end_) {
    if (*at_ == '\n' && end_ - at_ > 1 && at_[1] == '<') ++at_;  // between lines
    if (!(*at_ != '<' ? text() : end_ - at_ > 1 && at_[1] == '/' ? end_tag() : start_tag())) return false;
  }
  return rooted_ && depth_ == 0 && bodies_ == 1 && titles_ == 1 && mains_ == 1 && main_headings_ == 1 && headers_ <= 1 && footers_ <= 1 && references_lead_somewhere() && landmarks_differ();
}

bool Look::text() {
  bool references = false;
  const char* stop = html::find_either<'<', '<'>(at_, end_, references);
  if (stop == nullptr) {
    stop = std::find(at_, end_, '<');
    references = true;
  }
  const std::string_view words(at_, static_cast<size_t>(stop - at_));
  at_ = stop;
  last_text_ = words;
  const bool plain = words[0] > ' ' && words[0] != '&';  // begins with a letter or the like: most do
  if (!plain && std::all_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; })) return true;
  if (depth_ == 0 || (plain_element(parent()).traits & (E::holds_words | E::raw | E::drawn)) == 0 || (references && !html::Tokens::references_are_xml(words))) return false;
  if (parent() != Tag::script_ && (plain || says_something(words, false))) ++words_;
  return true;
}

// --- Tags

bool Look::read_attributes(const char*& at) {
  size_t others = 0;
  seen_ = with_references_ = {};
  while (end_ - at >= 16 && *at == ' ' && at[1] != '/') {
    // Most attributes are one of these two.
    const uint64_t first = eight_bytes(at);
    const bool is_class = first == class_begins, is_href = first_bytes(first, 7) == href_begins;
    if (is_class || is_href) {
      const char* const from = at + (is_class ? 8 : 7);
      bool references = false;
      at = html::end_of_plain_value(from, end_, references);
      const Attr known = is_class ? Attr::class_ : Attr::href_;
      if (at == nullptr || seen_.has(known)) return false;
      const std::string_view written(from, static_cast<size_t>(at++ - from));
      if (references && !html::Tokens::references_are_xml(written)) return false;
      seen_.add(known);
      if (references) with_references_.add(known);
      values_[static_cast<size_t>(known)] = written;
      continue;
    }
    const char* const start = ++at;
    const bool view_box = *at == 'v' && std::string_view(at, 8) == "viewBox=";  // the one name with a capital
    at = view_box ? at + 7 : html::end_of_plain_name<false>(at, end_);
    const std::string_view name = view_box ? "viewbox" : std::string_view(start, static_cast<size_t>(at - start));
    if (end_ - at < 8 || at[0] != '=' || at[1] != '"' || !is_letter(*start) || name.size() > html::longest_xml_name) return false;
    const char* const from = at + 2;
    bool references = false;
    at = html::end_of_plain_value(from, end_, references);
    if (at == nullptr) return false;
    const std::string_view written(from, static_cast<size_t>(at - from));
    ++at;
    if (references && !html::Tokens::references_are_xml(written)) return false;
    const Attr known = html::attr_of(name);
    if (known == Attr::unknown) {
      // Code, or ARIA that does not exist; or a name space.
      if ((name.starts_with("on") && name.size() > 4) || name.starts_with("aria-") || (name == "xmlns" && written != "http://www.w3.org/2000/svg")) return false;
      const auto last = others_.begin() + static_cast<std::ptrdiff_t>(others);
      if (last == others_.end() || std::find(others_.begin(), last, name) != last) return false;
      others_[others++] = name;
      continue;
    }
    if (seen_.has(known)) return false;
    seen_.add(known);
    if (references) with_references_.add(known);
    values_[static_cast<size_t>(known)] = written;
  }
  return with_references_.without(free_words).empty();
}

bool Look::start_tag() {
  const char* const start = at_ + 1;
  const char* at = html::end_of_plain_name<true>(start, end_);
  const std::string_view name(start, static_cast<size_t>(at - start));
  const Tag tag = html::tag_of(name);
  const PlainElement& element = plain_element(tag);
  if (element.traits == 0 || (inside_ & element.not_in) != 0 || depth_ == most_depth || !stands_right(tag)) return false;
  if ((inside_ & E::in_paragraph) != 0 && is_a(tag, html::TagKinds::ends_paragraph)) return false;
  ElementMemory::Place* place = nullptr;
  if ((element.traits & E::comes_again) != 0)
    if (const KnownElement* known = memory().find({at_, static_cast<size_t>(end_ - at_)}, surroundings(), place)) return take(*known);
  if (!read_attributes(at) || end_ - at < 4) return false;
  if (*at == ' ') ++at;
  const bool closes_itself = *at == '/';
  if (closes_itself) ++at;
  if (*at != '>') return false;
  at_ = at + 1;
  const bool drawing = tag == Tag::svg_ || (element.traits & E::drawn) != 0;
  if (!drawing && closes_itself != ((element.traits & E::empty) != 0)) return false;

  Open& open = open_[depth_];
  open = {tag, element.opens, tag == Tag::svg_, words_, name, at_, Ids::most, {}, place};
  if (place != nullptr) before_[depth_] = {start - 1, ids_.size(), wanted_.size(), labelled_.size(), fields_.size(), landmarks_.size(), counted()};
  if (!seen_.without(idle).all([&](Attr one) { return judge_attribute(one, tag, open); }) || !judge_element(tag, open)) return false;
  if (closes_itself) return true;
  inside_ |= open.opens;
  silent_ += open.silent;
  ++depth_;
  return true;
}

// Where browsers leave it, and where it belongs.
bool Look::stands_right(Tag tag) const {
  const unsigned traits = plain_element(tag).traits;
  if ((inside_ & E::in_drawing) != 0) return (traits & E::drawn) != 0;
  const Tag above = parent();
  const bool among_words = (plain_element(above).traits & E::holds_words) != 0;
  if ((traits & E::flow) != 0) return among_words || (tag == Tag::div_ && above == Tag::dl_);
  switch (tag) {
    case Tag::html_: return depth_ == 0 && !rooted_;
    case Tag::head_: return above == Tag::html_ && heads_ == 0;
    case Tag::body_: return above == Tag::html_ && heads_ == 1 && bodies_ == 0;
    case Tag::meta_: case Tag::link_: case Tag::title_: return above == Tag::head_;
    case Tag::script_: return above == Tag::head_ || among_words;
    case Tag::li_: return above == Tag::ul_ || above == Tag::ol_;
    case Tag::dt_: case Tag::dd_: return above == Tag::dl_ || (above == Tag::div_ && parent(2) == Tag::dl_);
    case Tag::thead_: case Tag::tbody_: return above == Tag::table_;
    case Tag::tr_: return above == Tag::thead_ || above == Tag::tbody_;
    case Tag::td_: case Tag::th_: return above == Tag::tr_;
    case Tag::summary_: return above == Tag::details_;
    default: return false;
  }
}

bool Look::end_tag() {
  if (depth_ == 0) return false;
  const Open& open = open_[depth_ - 1];
  const PlainElement& element = plain_element(open.tag);
  const std::string_view rest(at_ + 2, static_cast<size_t>(end_ - at_ - 2));
  const size_t size = open.name.size();
  if (rest.size() <= size || rest[size] != '>') return false;
  if (rest.size() < 8 || size > 8 ? !rest.starts_with(open.name) : first_bytes(eight_bytes(rest.data()) ^ eight_bytes(open.name.data()), size) != 0) return false;
  if ((element.traits & E::needs_words) != 0 && words_ == open.words) return false;
  if (open.id != Ids::most && (element.traits & E::lends_words) != 0 && last_text_.data() == open.content && last_text_.data() + last_text_.size() == at_) ids_[open.id].words = last_text_;
  switch (open.tag) {
    case Tag::tr_: if (!table_.end_row()) return false; break;
    case Tag::thead_: case Tag::tbody_: if (!table_.end_group()) return false; break;
    case Tag::table_: if (!table_.end()) return false; break;
    case Tag::label_:
      if (labelled_.size() == Ids::most) return false;
      if (words_ > open.words) labelled_.push_back(open.target);
      break;
    default: break;
  }
  if (open.silent) words_ = open.words;
  silent_ -= open.silent;
  inside_ &= ~static_cast<unsigned>(open.opens);
  at_ += open.name.size() + 3;
  --depth_;
  if (open.place != nullptr) keep(open, before_[depth_]);
  return true;
}

// --- Elements that come again

void Look::keep(const Open& open, const Before& before) {
  const std::string_view bytes(before.start, static_cast<size_t>(at_ - before.start));
  if (bytes.size() > ElementMemory::longest || counted() != before.counted) return;
  auto known = std::make_unique<KnownElement>();
  known->bytes = bytes;
  known->surroundings = surroundings();
  known->words = words_ - open.words;
  const auto own = [&](std::string_view words) { return moved(words, bytes.data(), known->bytes.data()); };
  for (size_t i = before.ids; i < ids_.size(); ++i) known->ids.push_back({own(ids_[i].name), own(ids_[i].words)});
  for (size_t i = before.wanted; i < wanted_.size(); ++i) known->wanted.push_back(own(wanted_[i]));
  for (size_t i = before.labelled; i < labelled_.size(); ++i) known->labelled.push_back(own(labelled_[i]));
  for (size_t i = before.fields; i < fields_.size(); ++i) known->fields.push_back(own(fields_[i]));
  for (size_t i = before.landmarks; i < landmarks_.size(); ++i) known->landmarks.push_back({landmarks_[i].role, own(landmarks_[i].label), own(landmarks_[i].labelledby)});
  open.place->known = std::move(known);
}

// As if each byte of it had been read.
bool Look::take(const KnownElement& known) {
  const auto own = [&](std::string_view words) { return moved(words, known.bytes.data(), at_); };
  for (const Id& one : known.ids) {
    const size_t number = ids_.add(own(one.name));
    if (number == Ids::most) return false;
    ids_[number].words = own(one.words);
  }
  for (const std::string_view one : known.wanted) wanted_.push_back(own(one));
  for (const std::string_view one : known.fields) fields_.push_back(own(one));
  for (const std::string_view one : known.labelled) labelled_.push_back(own(one));
  if (labelled_.size() > Ids::most) return false;
  for (const Landmark& one : known.landmarks)
    if (!add_landmark(one.role, own(one.label), own(one.labelledby))) return false;
  words_ += known.words;
  at_ += known.bytes.size();
  return true;
}

}  // namespace faultless

bool faultless_knows_all_checks() {
  for (const HtmlFamily& family : html_families())
    for (const HtmlCheck& check : family.checks())
      if (std::find(answered_for.begin(), answered_for.end(), check.code.name) == answered_for.end()) return false;
  return true;
}

bool surely_faultless(std::string_view source) {
  static const bool sure = faultless_knows_all_checks();
  return sure && source.size() <= most_judged_bytes && faultless::Look(source).finds_nothing() && html::has_only_xml_characters(source);
}

}  // namespace offer
