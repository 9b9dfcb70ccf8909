// site.yml, roles.yml, topics.yml and the picture set.
#include "load/settings.h"

#include <doctest/doctest.h>

#include "load/extra_file.h"

namespace offer::settings_test {

TEST_CASE("a folder without site.yml, or with one that gives no name, is told so") {
  Inputs none = kit::inputs_of("");
  std::erase_if(none.content, [](const SourceFile& file) { return file.path == "site.yml"; });
  CHECK(kit::build(std::move(none)).problems() ==
        "site.yml missing-settings: this folder has no site.yml, so the site has no name\n");
  CHECK(kit::build(kit::with_file(kit::inputs_of(""), "site.yml", "")).problems() ==
        "site.yml:1 missing-settings: 'name' is missing: what the site is called\n");
}

TEST_CASE("unknown settings of the site get near names, and wrong values are told apart") {
  CHECK(kit::build(R"(
-- site.yml --
name: Test
adress: https://example.org/
index: perhaps
council: [a]
menu:
  - [home]
address: example.org
)")
            .problems() ==
        "site.yml:2:1 unknown-fields: there is no setting called 'adress'\n"
        "site.yml:3:8 wrong-values: 'perhaps' is neither yes nor no\n"
        "site.yml:4:10 wrong-values: this should be plain words, not a list\n"
        "site.yml:6:5 wrong-values: each item of this list should be plain words\n"
        "site.yml:7:10 wrong-values: 'example.org' is not a web address\n");
}

TEST_CASE("a map where a list goes is not passed over in silence") {
  CHECK(kit::build("-- site.yml --\nname: Test\nmenu: {home: yes}\n").report.has_errors());
}

TEST_CASE("unknown pages in the menus and an unknown role for help are reported with near names") {
  const kit::Built built = kit::build(R"(
-- site.yml --
name: Test
menu: [contact, contakt]
footer: [nowhere]
help: oficer
-- contact.md --
)");
  CHECK(built.problems() ==
        "site.yml:2:17 unknown-references: 'menu' names a page 'contakt', and there is none of "
        "that name\n"
        "site.yml:3:10 unknown-references: 'footer' names a page 'nowhere', and there is none of "
        "that name\n"
        "site.yml:4:7 unknown-references: 'help' names a role 'oficer', and there is none of that "
        "name\n");
}

TEST_CASE("the help for an unknown page of the menu is the near name") {
  const kit::Built built =
      kit::build("-- site.yml --\nname: Test\nmenu: [contakt]\nhelp: oficer\n-- contact.md --\n");
  std::string help;
  for (const Diagnostic& one : built.report.all()) help += one.help + "\n";
  CHECK(help.find("Did you mean 'contact'?") != std::string::npos);
  CHECK(help.find("Did you mean 'officer'?") != std::string::npos);
}

TEST_CASE("a page of the menu that is a draft is called a draft, not unknown") {
  CHECK(kit::build("-- site.yml --\nname: Test\nmenu: [a]\n-- a.md --\n---\nstatus: draft\n---\n")
            .has("links-to-unpublished-pages"));
}

TEST_CASE("a role has a title and no settings that nobody knows") {
  CHECK(kit::build("-- roles.yml --\nofficer:\n  titel: Officer\n").problems() ==
        "roles.yml:1:1 missing-fields: the role 'officer' has no title\n"
        "roles.yml:2:3 unknown-fields: there is no setting called 'titel'\n");
}

TEST_CASE("a topic has a title") {
  CHECK(kit::build("-- topics.yml --\nhealth: Health\nmoney:\n  title: Money\n").problems() == "");
  CHECK(kit::build("-- topics.yml --\nhealth:\n").report.has_errors());
  CHECK(kit::build("-- topics.yml --\nhealth: [a, b]\n").report.has_errors());
}

TEST_CASE("a line of the picture list without its drawing is reported") {
  Inputs inputs = kit::inputs_of("");
  inputs.pictures[0].bytes = std::string(inputs.pictures[0].bytes) + "ghost,ghost,adult,A ghost,us\n";
  CHECK(kit::build(std::move(inputs)).problems() ==
        "pictures.csv:4:1 unknown-pictures: there is no drawing 'ghost.svg' for this line\n");
}

TEST_CASE("an edition of a site lives below its own address, and a draft is not to be listed") {
  Settings settings;
  settings.address = "https://www.example.org/send/";
  settings.base_path = "/send/";
  Settings same = settings;
  make_edition({}, same);
  CHECK(same.address == settings.address);
  CHECK(same.base_path == "/send/");
  CHECK(same.index);
  Settings shared = settings;
  make_edition({.address = {}, .folder = "k3v/", .draft = {}}, shared);
  CHECK(shared.address == "https://www.example.org/send/k3v/");
  CHECK(shared.base_path == "/send/k3v/");
  CHECK(shared.index);
  Settings draft = settings;
  make_edition({.address = "http://previews.example.org", .folder = "k3v/", .draft = "A draft."}, draft);
  CHECK(draft.address == "http://previews.example.org/k3v/");
  CHECK(draft.base_path == "/k3v/");
  CHECK(draft.draft == "A draft.");
  CHECK_FALSE(draft.index);
  Settings unreadable;
  make_edition({.address = {}, .folder = "k3v/", .draft = {}}, unreadable);
  CHECK(unreadable.base_path == "/k3v/");
}

}  // namespace offer::settings_test
