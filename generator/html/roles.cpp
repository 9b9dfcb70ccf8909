#include "html/roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "html/attributes.h"

namespace offer::html {

namespace {

struct RoleRow {
  std::string_view name;
  unsigned flags = 0;
  std::string_view supported = {};  // without "aria-"
  std::string_view required = {};
  std::string_view children = {};
  std::string_view parents = {};
};

constexpr unsigned abstract_role = Role::abstract_role, named_from_content = Role::named_from_content,
                   children_are_presentational = Role::children_are_presentational, naming_prohibited = Role::naming_prohibited,
                   landmark = Role::landmark, widget = Role::widget;

constexpr std::array role_rows = std::to_array<RoleRow>({
    {"alert", 0},
    {"alertdialog", 0, "modal"},
    {"application", 0, "activedescendant expanded"},
    {"article", 0, "posinset setsize"},
    {"banner", landmark},
    {"blockquote", 0},
    {"button", named_from_content | children_are_presentational | widget, "expanded pressed"},
    {"caption", naming_prohibited, "", "", "", "figure grid table treegrid"},
    {"cell", named_from_content, "colindex colindextext colspan rowindex rowindextext rowspan", "", "", "row"},
    {"checkbox", named_from_content | children_are_presentational | widget, "expanded readonly required", "checked"},
    {"code", naming_prohibited},
    {"columnheader", named_from_content | widget, "colindex colindextext colspan rowindex rowindextext rowspan expanded readonly required selected sort", "", "", "row"},
    {"combobox", widget, "activedescendant autocomplete controls readonly required", "expanded"},
    {"command", abstract_role},
    {"comment", named_from_content, "level posinset setsize"},
    {"complementary", landmark},
    {"composite", abstract_role},
    {"contentinfo", landmark},
    {"definition", 0},
    {"deletion", naming_prohibited},
    {"dialog", 0, "modal"},
    {"directory", 0},
    {"doc-abstract", 0},
    {"doc-acknowledgments", landmark},
    {"doc-afterword", landmark},
    {"doc-appendix", landmark},
    {"doc-backlink", named_from_content | widget, "expanded"},
    {"doc-biblioentry", 0, "level posinset setsize"},
    {"doc-bibliography", landmark},
    {"doc-biblioref", named_from_content | widget, "expanded"},
    {"doc-chapter", landmark},
    {"doc-colophon", 0},
    {"doc-conclusion", landmark},
    {"doc-cover", children_are_presentational},
    {"doc-credit", 0},
    {"doc-credits", landmark},
    {"doc-dedication", 0},
    {"doc-endnote", 0, "level posinset setsize"},
    {"doc-endnotes", landmark},
    {"doc-epigraph", 0},
    {"doc-epilogue", landmark},
    {"doc-errata", landmark},
    {"doc-example", 0},
    {"doc-footnote", 0},
    {"doc-foreword", landmark},
    {"doc-glossary", landmark},
    {"doc-glossref", named_from_content | widget, "expanded"},
    {"doc-index", landmark},
    {"doc-introduction", landmark},
    {"doc-noteref", named_from_content | widget, "expanded"},
    {"doc-notice", 0},
    {"doc-pagebreak", children_are_presentational, "orientation valuenow valuemax valuemin valuetext"},
    {"doc-pagefooter", naming_prohibited},
    {"doc-pageheader", naming_prohibited},
    {"doc-pagelist", landmark},
    {"doc-part", landmark},
    {"doc-preface", landmark},
    {"doc-prologue", landmark},
    {"doc-pullquote", 0},
    {"doc-qna", 0},
    {"doc-subtitle", named_from_content, "level"},
    {"doc-tip", 0},
    {"doc-toc", landmark},
    {"document", 0},
    {"emphasis", naming_prohibited},
    {"feed", 0, "", "", "article"},
    {"figure", 0},
    {"form", landmark},
    {"generic", naming_prohibited},
    {"graphics-document", 0},
    {"graphics-object", 0, "activedescendant"},
    {"graphics-symbol", children_are_presentational},
    {"grid", widget, "activedescendant colcount multiselectable readonly rowcount", "", "row rowgroup caption"},
    {"gridcell", named_from_content | widget, "colindex colindextext colspan rowindex rowindextext rowspan expanded readonly required selected", "", "", "row"},
    {"group", 0, "activedescendant"},
    {"heading", named_from_content, "", "level"},
    {"image", children_are_presentational},
    {"img", children_are_presentational},
    {"input", abstract_role},
    {"insertion", naming_prohibited},
    {"landmark", abstract_role},
    {"link", named_from_content | widget, "expanded"},
    {"list", 0, "", "", "listitem"},
    {"listbox", widget, "activedescendant expanded multiselectable orientation readonly required", "", "option"},
    {"listitem", 0, "level posinset setsize", "", "", "list directory"},
    {"log", 0},
    {"main", landmark},
    {"mark", naming_prohibited},
    {"marquee", 0},
    {"math", 0},
    {"menu", widget, "activedescendant orientation", "", "menuitem menuitemcheckbox menuitemradio separator"},
    {"menubar", widget, "activedescendant orientation", "", "menuitem menuitemcheckbox menuitemradio separator"},
    {"menuitem", named_from_content | widget, "expanded posinset setsize", "", "", "menu menubar group"},
    {"menuitemcheckbox", named_from_content | children_are_presentational | widget, "expanded posinset setsize", "checked", "", "menu menubar group"},
    {"menuitemradio", named_from_content | children_are_presentational | widget, "expanded posinset setsize", "checked", "", "menu menubar group"},
    {"meter", children_are_presentational, "valuemax valuemin valuetext", "valuenow"},
    {"navigation", landmark},
    {"none", naming_prohibited},
    {"note", 0},
    {"option", named_from_content | children_are_presentational | widget, "checked posinset selected setsize", "", "", "listbox group"},
    {"paragraph", naming_prohibited},
    {"presentation", naming_prohibited},
    {"progressbar", children_are_presentational | widget, "valuemax valuemin valuetext valuenow"},
    {"radio", named_from_content | children_are_presentational | widget, "posinset setsize", "checked"},
    {"radiogroup", widget, "activedescendant orientation readonly required", "", "radio"},
    {"range", abstract_role},
    {"region", landmark},
    {"roletype", abstract_role},
    {"row", named_from_content | widget, "activedescendant colindex expanded level posinset rowindex rowindextext selected setsize", "", "cell columnheader gridcell rowheader", "grid rowgroup table treegrid"},
    {"rowgroup", 0, "", "", "row", "grid table treegrid"},
    {"rowheader", named_from_content | widget, "colindex colindextext colspan rowindex rowindextext rowspan expanded readonly required selected sort", "", "", "row"},
    {"scrollbar", children_are_presentational | widget, "orientation valuemax valuemin valuetext", "controls valuenow"},
    {"search", landmark},
    {"searchbox", widget, "activedescendant autocomplete multiline placeholder readonly required"},
    {"section", abstract_role},
    {"sectionhead", abstract_role},
    {"select", abstract_role},
    {"separator", children_are_presentational, "orientation valuenow valuemax valuemin valuetext"},
    {"slider", children_are_presentational | widget, "orientation readonly valuemax valuemin valuetext", "valuenow"},
    {"spinbutton", widget, "activedescendant readonly required valuenow valuemax valuemin valuetext"},
    {"status", 0},
    {"strong", naming_prohibited},
    {"structure", abstract_role},
    {"subscript", naming_prohibited},
    {"suggestion", naming_prohibited},
    {"superscript", naming_prohibited},
    {"switch", named_from_content | children_are_presentational | widget, "expanded readonly required", "checked"},
    {"tab", named_from_content | children_are_presentational | widget, "expanded posinset selected setsize", "", "", "tablist"},
    {"table", 0, "colcount rowcount", "", "row rowgroup caption"},
    {"tablist", widget, "activedescendant level multiselectable orientation", "", "tab"},
    {"tabpanel", 0},
    {"term", 0},
    {"textbox", widget, "activedescendant autocomplete multiline placeholder readonly required"},
    {"time", 0},
    {"timer", 0},
    {"toolbar", 0, "activedescendant orientation"},
    {"tooltip", named_from_content},
    {"tree", widget, "activedescendant multiselectable orientation required", "", "treeitem"},
    {"treegrid", widget, "activedescendant colcount multiselectable orientation readonly required rowcount", "", "row rowgroup caption"},
    {"treeitem", named_from_content | widget, "checked expanded level posinset selected setsize", "", "", "tree group"},
    {"widget", abstract_role},
    {"window", abstract_role},
});

constexpr std::array role_names{
#define OFFER_ARIA_ROLE(id, name) std::string_view(name),
    OFFER_ARIA_ROLES(OFFER_ARIA_ROLE)
#undef OFFER_ARIA_ROLE
};
static_assert(std::equal(role_rows.begin(), role_rows.end(), role_names.begin(), role_names.end(), [](const RoleRow& row, std::string_view name) { return row.name == name; }));

constexpr size_t first_role = static_cast<size_t>(RoleId::no_role) + 1;

AriaSet set_of(std::string_view words) {
  AriaSet set;
  for (const std::string_view word : words_of(words)) set.add(*aria_of(attr_of("aria-" + std::string(word))));
  return set;
}

RoleSet roles_among(std::string_view words) {
  RoleSet set;
  for (const std::string_view word : words_of(words)) set.set(static_cast<size_t>(std::lower_bound(role_names.begin(), role_names.end(), word) - role_names.begin()) + first_role);
  return set;
}

const std::vector<Role>& all_roles() {
  static const std::vector<Role> all = [] {
    std::vector<Role> roles(first_role);
    for (const RoleRow& row : role_rows) {
      const AriaSet required = set_of(row.required);
      roles.push_back({row.name, row.flags, set_of(row.supported) | required, required, row.children, row.parents, roles_among(row.children), roles_among(row.parents)});
    }
    return roles;
  }();
  return all;
}

}  // namespace

const Role& role_data(RoleId id) { return all_roles()[static_cast<size_t>(id)]; }

std::string_view role_name(RoleId id) { return role_data(id).name; }

RoleId find_role(std::string_view name) {
  if (name.size() > 24) return RoleId::no_role;
  const std::string small = lower(name);
  const auto found = std::lower_bound(role_names.begin(), role_names.end(), small);
  if (found == role_names.end() || *found != small) return RoleId::no_role;
  const auto id = static_cast<RoleId>(static_cast<size_t>(found - role_names.begin()) + first_role);
  if (role_data(id).is(Role::abstract_role)) return RoleId::no_role;
  if (id == RoleId::image_) return RoleId::img_;
  return id == RoleId::presentation_ ? RoleId::none_ : id;
}

}  // namespace offer::html
