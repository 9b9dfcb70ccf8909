#include "html/as_heard.h"

#include "base/text.h"
#include "html/names.h"
#include "html/owned.h"
#include "html/table_grid.h"

namespace offer::html {

namespace {

std::string in_one_line(std::string_view text) {
  std::string line;
  for (const std::string_view word : words_of(text)) line += (line.empty() ? "" : " ") + std::string(word);
  return line;
}

class Listener {
 public:
  explicit Listener(const Page& page) : page_(page), tree_(page.tree) {}

  std::vector<HeardLine> listen() {
    add("Page", title());
    if (tree_.body() != no_node) hear_children(tree_.body());
    flush();
    return std::move(lines_);
  }

 private:
  std::string title() const {
    for (const NodeId id : page_.with_tag(Tag::title_))
      if (tree_[id].space == Space::html) return in_one_line(words_inside(page_, id).empty() && tree_[id].first_child != no_node ? tree_[tree_[id].first_child].text : words_inside(page_, id));
    return "(without a title)";
  }

  void add(std::string role, std::string words) { lines_.push_back({depth_, std::move(role), std::move(words)}); }

  // What was gathered of plain words becomes a line.
  void flush() {
    std::string words = in_one_line(line_);
    line_.clear();
    if (!words.empty()) add("", std::move(words));
  }

  void hear_children(NodeId element) {
    if (deep_ >= deepest) return;
    ++deep_;
    for (NodeId child = tree_[element].first_child; child != no_node; child = tree_[child].next)
      if (page_.owner(child) == no_node) hear(child);
    if (const std::string_view* owns = tree_.attribute(element, "aria-owns"))
      for (const std::string_view id : words_of(*owns))
        if (const NodeId child = page_.by_id(id); child != no_node && page_.owner(child) == element) hear(child);
    --deep_;
  }

  // A part that is told by its role, with what is in it one step deeper.
  void hear_part(NodeId element, std::string role, std::string name) {
    flush();
    add(std::move(role), std::move(name));
    ++depth_;
    hear_children(element);
    flush();
    --depth_;
  }

  void hear_lines(NodeId element) {
    flush();
    hear_children(element);
    flush();
  }

  std::string name(NodeId element) const { return in_one_line(accessible_name(page_, element)); }

  // In a line of words: "[link: Ask us]".
  void hear_inline(std::string_view role, const std::string& words) {
    if (line_.ends_with(']')) line_ += ' ';
    line_ += fmt::format("[{}{}{}]", role, words.empty() ? ", without a name" : ": ", words);
  }

  size_t level_of(NodeId heading) const {
    const std::string_view level = trim(tree_.value(heading, "aria-level"));
    if (level.size() == 1 && is_digit(level.front())) return static_cast<size_t>(level.front() - '0');
    const Tag tag = tree_[heading].tag;
    return tag >= Tag::h1_ && tag <= Tag::h6_ ? static_cast<size_t>(tag) - static_cast<size_t>(Tag::h1_) + 1 : 2;
  }

  std::string state_of(NodeId control) const {
    std::string state;
    const auto says = [&](std::string_view attribute, std::string_view value, std::string_view words) {
      if (trim(tree_.value(control, attribute)) == value) state.append(", ").append(words);
    };
    says("aria-expanded", "true", "open");
    says("aria-expanded", "false", "closed");
    says("aria-pressed", "true", "pressed");
    says("aria-checked", "true", "chosen");
    says("aria-current", "page", "current page");
    says("aria-current", "true", "current");
    says("aria-selected", "true", "chosen");
    if (tree_.has(control, "checked")) state += ", chosen";
    if (tree_.has(control, "required")) state += ", must be filled in";
    if (page_.is_disabled(control)) state += ", cannot be used";
    return state;
  }

  static std::string_view control_word(RoleId role) {
    switch (role) {
      case RoleId::button_: return "Button";
      case RoleId::checkbox_: return "Checkbox";
      case RoleId::radio_: return "Choice";
      case RoleId::textbox_: return "Text field";
      case RoleId::searchbox_: return "Search field";
      case RoleId::combobox_: return "Choice of several";
      case RoleId::listbox_: return "List to choose from";
      case RoleId::slider_: return "Slider";
      case RoleId::spinbutton_: return "Number field";
      case RoleId::switch_: return "Switch";
      case RoleId::tab_: return "Tab";
      default: return "";
    }
  }

  static std::string_view landmark_word(RoleId role) {
    switch (role) {
      case RoleId::banner_: return "Banner";
      case RoleId::main_: return "Main part";
      case RoleId::navigation_: return "Navigation";
      case RoleId::contentinfo_: return "Footer";
      case RoleId::complementary_: return "Beside the main part";
      case RoleId::region_: return "Region";
      case RoleId::search_: return "Search";
      case RoleId::form_: return "Form";
      default: return "";
    }
  }

  void hear(NodeId id) {
    if (!page_.is_exposed(id)) return;
    const Node& node = tree_[id];
    if (node.is_text) {
      line_ += node.text;
      return;
    }
    if (node.is(Tag::br_)) {
      line_ += ' ';
      return;
    }
    const RoleId role = page_.role(id);
    // Closed until its button opens it. A menu that folds away on phones only is told: on a wide screen it is there.
    if (tree_.has(id, "popover") && role != RoleId::navigation_) return;
    if (const std::string_view word = landmark_word(role); !word.empty()) {
      std::string own_name = name(id);
      if ((role == RoleId::form_ || role == RoleId::region_) && own_name.empty()) return hear_lines(id);
      return hear_part(id, std::string(word) + " landmark", std::move(own_name));
    }
    if (const std::string_view word = control_word(role); !word.empty()) return hear_control(id, role, word);
    switch (role) {
      case RoleId::heading_:
        flush();
        return add(fmt::format("Heading level {}", level_of(id)), name(id));
      case RoleId::link_: {
        // A link that holds a picture or a heading is told by its name alone.
        const std::string language = in_one_line(tree_.value(id, "lang"));
        return hear_inline(fmt::format("link{}", state_of(id)), name(id) + (language.empty() ? "" : fmt::format(" (in the language {})", language)));
      }
      case RoleId::img_: case RoleId::image_: case RoleId::graphics_document_:
        return hear_inline("picture", name(id));
      case RoleId::list_: return hear_list(id);
      case RoleId::listitem_: return hear_lines(id);
      case RoleId::table_: case RoleId::grid_: return hear_table(id);
      case RoleId::separator_:
        flush();
        return add("Line", "");
      case RoleId::group_: {
        std::string own_name = name(id);
        if (node.is(Tag::details_)) return hear_details(id);
        if (own_name.empty()) return hear_lines(id);
        return hear_part(id, "Group", std::move(own_name));
      }
      case RoleId::blockquote_: return hear_part(id, "Quotation", "");
      case RoleId::figure_: return hear_part(id, "Figure", name(id));
      case RoleId::article_: return hear_part(id, "Article", name(id));
      case RoleId::note_: return hear_part(id, "Note", name(id));
      case RoleId::status_: case RoleId::alert_: case RoleId::log_: return hear_part(id, "Messages are told here", name(id));
      case RoleId::dialog_: case RoleId::alertdialog_: return hear_part(id, "Dialogue", name(id));
      case RoleId::math_: return hear_inline("formula", name(id));
      case RoleId::term_:
        flush();
        hear_children(id);
        line_ += ": ";
        return;
      case RoleId::definition_:
        hear_children(id);
        return flush();
      default: break;
    }
    if (node.is(Tag::input_)) return hear_date_field(id);
    if (node.is(Tag::iframe_)) return hear_inline("frame", name(id));
    if (node.is(Tag::dl_) || node.is(Tag::div_) || node.is(Tag::p_) || node.is(Tag::pre_) || node.is(Tag::section_) || node.is(Tag::header_) || node.is(Tag::footer_) ||
        node.is(Tag::address_) || node.is(Tag::fieldset_) || node.is(Tag::caption_) || node.is(Tag::legend_) || node.is(Tag::aside_) || role == RoleId::paragraph_)
      return hear_lines(id);
    hear_children(id);
  }

  void hear_control(NodeId id, RoleId role, std::string_view word) {
    std::string words(word);
    std::string small = words;
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
    const std::string own_name = name(id);
    if (role == RoleId::button_) return hear_inline(small + state_of(id), own_name);
    flush();
    add(words + state_of(id), own_name.empty() ? "(without a name)" : own_name);
    if (role != RoleId::combobox_ && role != RoleId::listbox_) return;
    ++depth_;
    for (NodeId option = tree_.next_in(id, id); option != no_node; option = tree_.next_in(id, option))
      if (tree_[option].is(Tag::option_)) add("Choice" + std::string(tree_.has(option, "selected") ? ", chosen" : ""), name(option));
    --depth_;
  }

  void hear_date_field(NodeId id) {
    const std::string_view type = trim(tree_.value(id, "type"));
    if (equal_ignoring_case(type, "hidden")) return;
    flush();
    add(fmt::format("Field for a {}{}", type.empty() ? "text" : type, state_of(id)), name(id));
  }

  void hear_details(NodeId id) {
    flush();
    const bool open = tree_.has(id, "open");
    NodeId summary = no_node;
    for (NodeId child = tree_[id].first_child; child != no_node && summary == no_node; child = tree_[child].next)
      if (tree_[child].is(Tag::summary_)) summary = child;
    add(fmt::format("Part to open, {}", open ? "open" : "closed"), summary == no_node ? "Details" : in_one_line(words_inside(page_, summary)));
    ++depth_;
    for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next)
      if (child != summary) hear(child);
    flush();
    --depth_;
  }

  void hear_list(NodeId id) {
    flush();
    std::vector<NodeId> items;
    for (const NodeId child : owned_elements(page_, id))
      if (page_.role(child) == RoleId::listitem_) items.push_back(child);
    if (items.empty()) return hear_lines(id);
    const std::string own_name = name(id);
    add(fmt::format("List with {}", count_of(items.size(), "item", "items")), own_name);
    ++depth_;
    size_t number = 0;
    for (const NodeId item : items) {
      const size_t before = lines_.size();
      hear_lines(item);
      ++number;
      if (lines_.size() == before) continue;
      HeardLine& first = lines_[before];
      // What an item begins with stands on its own line.
      first.role = first.role.empty() ? fmt::format("Item {}", number) : fmt::format("Item {}, {}", number, first.role);
    }
    --depth_;
  }

  std::string said_in(NodeId element) {
    std::vector<HeardLine> outside;
    std::string line;
    outside.swap(lines_);
    line.swap(line_);
    hear_children(element);
    flush();
    std::string said;
    for (const HeardLine& one : lines_) said += fmt::format("{}{}{}{}", said.empty() ? "" : " ", one.role, one.role.empty() || one.words.empty() ? "" : ": ", one.words);
    lines_.swap(outside);
    line_.swap(line);
    return said;
  }

  // Each row with the headers of its columns, as readers hear them who go from cell to cell.
  void hear_table(NodeId id) {
    flush();
    const TableGrid& grid = page_.grid(id);
    add(fmt::format("Table with {} and {}", count_of(grid.width(), "column", "columns"), count_of(grid.height(), "row", "rows")), name(id));
    if (grid.too_big()) return;
    std::vector<std::string> headers(grid.width());
    ++depth_;
    uint32_t row = 0;
    std::string words;
    bool only_headers = true;
    const auto end_row = [&] {
      if (!words.empty()) add(fmt::format("Row {}{}", row + 1, only_headers ? ", headers" : ""), std::move(words));
      words.clear();
      only_headers = true;
    };
    for (const TableGrid::Cell& cell : grid.cells()) {
      if (cell.y != row) end_row();
      row = cell.y;
      if (!page_.is_exposed(cell.node)) continue;
      const std::string said = said_in(cell.node);
      const bool column_header = page_.role(cell.node) == RoleId::columnheader_;
      if (column_header && cell.x < headers.size()) headers[cell.x] = said;
      only_headers = only_headers && !cell.is_data;
      const std::string header = column_header || cell.x >= headers.size() || headers[cell.x].empty() ? "" : headers[cell.x] + ": ";
      words += fmt::format("{}{}{}", words.empty() ? "" : " | ", header, said.empty() ? "(empty)" : said);
    }
    end_row();
    --depth_;
  }

  const Page& page_;
  const Tree& tree_;
  std::vector<HeardLine> lines_;
  std::string line_;  // plain words since the last line
  size_t depth_ = 0;
  size_t deep_ = 0;
};

}  // namespace

std::vector<HeardLine> as_heard(const Page& page) { return Listener(page).listen(); }

std::string heard_text(const std::vector<HeardLine>& lines) {
  std::string text;
  for (const HeardLine& line : lines)
    text += fmt::format("{}{}{}{}\n", std::string(2 * line.depth, ' '), line.role, line.role.empty() || line.words.empty() ? "" : ": ", line.words);
  return text;
}

}  // namespace offer::html
