// Abbreviations that nothing explains: found once a page, at their exact place.
#include <doctest/doctest.h>

#include "load/extra_file.h"

namespace offer::abbreviations_test {

namespace {
std::string problems(std::string_view body) {
  return kit::build_body(std::string(body) + "\n").problems_of({"unexplained-abbreviations"});
}
std::string at(std::string_view place, std::string_view word) {
  return "a.md:" + std::string(place) + " unexplained-abbreviations: nothing explains '" +
         std::string(word) + "'\n";
}
}  // namespace

TEST_CASE("an abbreviation is reported at its line and column, once a page") {
  CHECK(problems("Go to a JAM. A JAM is good.\n\nJAM") == at("10:9", "JAM"));
}

TEST_CASE("its line and column are right on later lines of a paragraph") {
  CHECK(problems("One\ntwo JAM\nthree é JEM") == at("11:5", "JAM") + at("12:9", "JEM"));
}

TEST_CASE("its line and column are right after bold and links") {
  CHECK(problems("A **bold** word, JAM") == at("10:18", "JAM"));
  CHECK(problems("A [link to it](#a) JAM\n\n## A") == at("10:20", "JAM"));
  CHECK(problems("A **bold\nword** JAM") == at("11:8", "JAM"));
}

TEST_CASE("its line and column are right in lists, also on indented later lines") {
  CHECK(problems("- one\n- JAM") == at("11:3", "JAM"));
  CHECK(problems("- one\n  two JAM") == at("11:7", "JAM"));
  CHECK(problems("1. one\n   - two\n     JAM") == at("12:6", "JAM"));
}

TEST_CASE("its line and column are right in quotations and notices") {
  CHECK(problems("> one JAM\n> two JEM") == at("10:7", "JAM") + at("11:7", "JEM"));
  CHECK(problems("> [!NOTE]\n> one JAM\n> two JEM") == at("11:7", "JAM") + at("12:7", "JEM"));
}

TEST_CASE("its line and column are right in tables") {
  CHECK(problems("| one | two |\n|---|---|\n| a | JAM |") == at("12:7", "JAM"));
  CHECK(problems("| one | two |\n|---|---|\n| *a* \\| b | c JAM |") == at("12:16", "JAM"));
}

TEST_CASE("its line and column are right in headings") {
  CHECK(problems("## The JAM") == at("10:8", "JAM"));
  CHECK(problems("The JAM\n---") == at("10:5", "JAM"));
}

TEST_CASE("it is found in bold, links and emphasis too, and not in code") {
  CHECK(problems("**JAM** and `JEM`") == at("10:3", "JAM"));
  CHECK(problems("[the JAM](a.md)") == at("10:6", "JAM"));
}

TEST_CASE("it is found in the title and the summary") {
  CHECK(kit::build("-- a.md --\n---\ntitle: The JAM\nsummary: What JEM is.\n---\n").problems() ==
        at("2:8", "JAM") + at("3:10", "JEM"));
}

TEST_CASE("full words followed by the short form explain it for the rest of the page") {
  CHECK(problems("A Joint Assessment Meeting (JAM) helps. The JAM is short. Two JAMs.") == "");
  CHECK(problems("A joint\nassessment meeting (JAM).") == "");
  CHECK(problems("Children and Young People (CYP)") == "");
  CHECK(problems("Co-produced Pathway (CPP)") == "");
  CHECK(problems("A **Joint Assessment Meeting** (JAM) helps.") == "");
}

TEST_CASE("other words followed by a short form do not explain it") {
  CHECK(problems("Some other words (JAM).") == at("10:19", "JAM"));
  CHECK(problems("(JAM)") == at("10:2", "JAM"));
}

TEST_CASE("words that people know need no explaining, in the plural neither") {
  CHECK(problems("The NHS and two NHSs") == "");
}

TEST_CASE("the plural of a term's short form is explained with it") {
  CHECK(kit::build("-- glossary/a.md --\n---\ntitle: The plan\nabbreviation: EHCP\n---\n-- a.md "
                   "--\nTwo EHCPs.\n")
            .problems() == "");
}

TEST_CASE(
    "a short form in curly quotation marks, or with a curly possessive, is still the short form") {
  CHECK(problems("The “JAM” and the NHS’s letter") == at("10:6", "JAM"));
  CHECK(problems("Pay £5GBP under section 17ZD") == "");
}

TEST_CASE("how an unexplained abbreviation looks to an editor") {
  CHECK(kit::build_body("Café, then a JAM.\n").printed() ==
        "a.md:10:14: error[unexplained-abbreviations]: nothing explains 'JAM'\n"
        "     10 | Café, then a JAM.\n"
        "        |              ^^^\n"
        "    help: Write the full words, or once the full words with (JAM) after them, or add a "
        "glossary term with: abbreviation: JAM\n"
        "\n");
  CHECK(kit::build_body("ÉTÉS is JÖM.\n").printed().find("| ^^^^\n") != std::string::npos);
}

}  // namespace offer::abbreviations_test
