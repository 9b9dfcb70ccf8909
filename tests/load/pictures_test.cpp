// Easy Read picture sets: the council's own before ours, safe drawings only.
#include <doctest/doctest.h>

#include <set>

#include "base/text.h"
#include "kit.h"
#include "load/pictures.h"
#include "load/safe_drawing.h"

namespace offer::load_pictures_test {

namespace {

constexpr std::string_view circle =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><circle cx="36" cy="36" r="30" fill="#92D3F5"/></svg>)";
constexpr std::string_view page = "-- a.md --\nWords.\n-- a.easy.md --\n![](picture:talk)\nTalk to us.\n";

// Two own sets: OpenMoji, whose files are named by code points, and a small one.
std::string own_sets(std::string_view pictures,
                     std::string_view openmoji_rows = "talk,speech balloon|talk,object,A speech balloon,OpenMoji CC BY-SA 4.0,1F4AC.svg\n") {
  return fmt::format(
      "-- site.yml --\nname: Test\npictures: {}\n-- openmoji/pictures.csv --\nconcept,words,style,description,credit,file\n{}-- openmoji/1F4AC.svg --\n{}\n"
      "-- ours/pictures.csv --\ncredit,concept,words\nMalvern group,talk,talk\nMalvern group,house,house\n-- ours/talk.svg --\n{}\n-- ours/house.svg --\n{}\n{}",
      pictures, openmoji_rows, circle, circle, circle, page);
}

std::vector<Picture> pictures_of(std::string_view site) {
  const Inputs inputs = kit::inputs_of(site);
  Report report;
  return read_pictures(inputs.own_pictures, inputs.pictures, report);
}

std::string set_of(const std::vector<Picture>& pictures, std::string_view concept_name) {
  for (const Picture& picture : pictures)
    if (picture.concept_name == concept_name) return picture.set + ", " + picture.credit;
  return "(none)";
}

}  // namespace

TEST_CASE("the first picture set that has a concept wins, and ours comes last") {
  CHECK(set_of(pictures_of(own_sets("[openmoji, ours]")), "talk") == "openmoji, OpenMoji CC BY-SA 4.0");
  CHECK(set_of(pictures_of(own_sets("[ours, openmoji]")), "talk") == "ours, Malvern group");
  CHECK(set_of(pictures_of(own_sets("[openmoji, ours]")), "house") == "ours, Malvern group");
  CHECK(set_of(pictures_of(own_sets("[openmoji, ours]")), "plan") == ", us");
}

TEST_CASE("an Easy Read page shows the picture of the council's own set, and the set's folder is not published") {
  const kit::Built built = kit::build(own_sets("[openmoji, ours]"));
  CHECK(built.problems() == "");
  size_t pictures = 0;
  for (const auto& [path, bytes] : built.files) {
    CHECK_FALSE(path.starts_with("openmoji/"));
    if (path.starts_with("assets/pictures/talk.")) CHECK(bytes == std::string(circle) + "\n");
    pictures += path.starts_with("assets/pictures/") ? 1 : 0;
  }
  CHECK(pictures == 1);
}

TEST_CASE("two sets of pictures that site.yml does not put in order are reported, and not published") {
  std::string site = own_sets("[]");
  const kit::Built built = kit::build(site);
  CHECK(built.problems() ==
        "openmoji/pictures.csv unknown-files: no page uses these pictures, because site.yml does not say which set of pictures comes first\n"
        "ours/pictures.csv unknown-files: no page uses these pictures, because site.yml does not say which set of pictures comes first\n");
}

TEST_CASE("a set that site.yml names and that is not there is reported at its name") {
  CHECK(kit::build(own_sets("[openmoji, ours, symbols]")).problems() ==
        "site.yml:2:28 unknown-references: there is no folder 'symbols' with pictures\n");
}

TEST_CASE("a line of the list without its drawing, twice, or with another's word is reported at its line") {
  const auto problems = [](std::string_view rows) { return kit::build(own_sets("[openmoji, ours]", rows)).problems(); };
  const std::string talk = "talk,talk,object,A,B,1F4AC.svg\n";
  CHECK(problems(talk + "house,house,object,A,B,1F3E0.svg\n") ==
        "openmoji/pictures.csv:3:1 unknown-pictures: there is no drawing '1F3E0.svg' for this line\n");
  CHECK(problems(talk + talk) == "openmoji/pictures.csv:3:1 repeated-pictures: 'talk' is on line 2 too\n");
  CHECK(problems(talk + "chat,talk|chat,object,A,B,1F4AC.svg\n") ==
        "openmoji/pictures.csv:3:1 words-with-two-pictures: the word 'talk' stands for 'talk' and for 'chat'\n");
}

TEST_CASE("in the set that comes with the program every drawing is safe and every word stands for one picture") {
  Report report;
  const auto pictures = read_pictures({}, kit::real_inputs().pictures, report);
  for (const Diagnostic& one : report.all()) CHECK_MESSAGE(false, one.message);
  CHECK(pictures.size() > 200);
  for (const Picture& picture : pictures) {
    CAPTURE(picture.concept_name);
    CHECK(picture.credit != "");
    CHECK(picture.description != "");
    CHECK((picture.style == "adult" || picture.style == "child" || picture.style == "object"));
  }
}

TEST_CASE("a drawing that could harm a reader is refused, and says why") {
  const auto trouble = [](std::string_view inside) {
    const auto found = trouble_with_drawing(
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{}</svg>", inside));
    return found ? found->what : "";
  };
  CHECK(trouble("<script>alert(1)</script>") == "holds a <script>, which can run a program in a reader's browser");
  CHECK(trouble("<g><svg:ScRiPt/></g>") == "holds a <svg:ScRiPt>, which can run a program in a reader's browser");
  CHECK(trouble("<foreignObject/>") == "holds a <foreignObject>, which can run a program in a reader's browser");
  CHECK(trouble("<rect onclick='x()'/>") == "has 'onclick', which runs a program when a reader comes near it");
  CHECK(trouble("<a href=\"https://example.org\"/>") == "leads out of the file, to 'https://example.org'");
  CHECK(trouble("<a href='javascript:x()'/>") == "leads out of the file, to 'javascript:x()'");
  CHECK(trouble("<image xlink:href=\"//example.org/x.png\"/>") == "leads out of the file, to '//example.org/x.png'");
  CHECK(trouble("<rect fill=\"url( 'https://example.org/#a')\"/>") == "leads out of the file with 'url('");
  CHECK(trouble("<style>@import 'x'</style>") == "holds a style sheet, which the site does not let it use");
  CHECK(trouble("<use href=\"&#106;avascript:x\"/>") != "");
  CHECK(trouble("<use href=\"#a\"/><rect fill=\"url(#b)\"/><!-- note --><title>x</title>") == "");
}

TEST_CASE("what is no drawing, is cut off or is too large is refused") {
  const auto refused = [](std::string_view bytes) { return trouble_with_drawing(bytes).has_value(); };
  CHECK(refused(""));
  CHECK(refused("words"));
  CHECK(refused("<html></html>"));
  CHECK(refused("<svg><g></svg>"));
  CHECK(refused("<svg><g></g>"));
  CHECK(refused("<svg viewBox=\"0"));
  CHECK(refused("<svg viewBox=0></svg>"));
  CHECK(refused("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>"));
  CHECK(refused("<?xml-stylesheet href=\"x\"?><svg></svg>"));
  CHECK(refused(std::string("<svg>\0</svg>", 12)));
  CHECK_FALSE(refused("<?xml version=\"1.0\"?>\n<svg></svg>\n"));
  const auto large = trouble_with_drawing("<svg>" + std::string(40'000, ' ') + "</svg>");
  REQUIRE(large.has_value());
  CHECK(large->what == "has 41 kB, and 40 kB are the most");
}

TEST_CASE("an unsafe drawing is an error at its line of the list, and is not published") {
  std::string site = own_sets("[openmoji, ours]");
  site = replace_all(site, "-- openmoji/1F4AC.svg --\n<svg", "-- openmoji/1F4AC.svg --\n<svg onload=\"x()\"");
  const kit::Built built = kit::build(site);
  CHECK(built.problems() ==
        "openmoji/pictures.csv:2:1 unsafe-drawings: the drawing '1F4AC.svg' has 'onload', which runs a program when a reader comes near it\n");
}

}  // namespace offer::load_pictures_test
