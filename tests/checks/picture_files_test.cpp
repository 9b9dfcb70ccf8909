#include <doctest/doctest.h>

#include "kit.h"

namespace offer::picture_files_test {

namespace {

constexpr std::string_view drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";

kit::Built page(std::string_view words, std::string_view bytes = drawing, std::string_view name = "club.svg") {
  Inputs inputs = kit::inputs_of(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", words));
  inputs.content.push_back({std::string(name), std::string(bytes), {}});
  std::sort(inputs.content.begin(), inputs.content.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return kit::build(std::move(inputs));
}

std::string png(unsigned width, unsigned height) {
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  for (const unsigned number : {width, height})
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}

}  // namespace

TEST_CASE("a description in plain words is fine") {
  CHECK(page("![Four young people cook](club.svg)\n\nThe club.\n\n![The 2024 group](club.svg) ![Image 3 of the row shows a door](club.svg)\n").problems() == "");
}

TEST_CASE("names of files are no descriptions") {
  CHECK(page("![club.svg](club.svg)\n\n![IMG_2041](club.svg)\n\n![Screenshot 2024-05-01](club.svg)\n\n![photo 3](club.svg)\n").problems() ==
        "a.md:10:1 file-names-as-descriptions: 'club.svg' is the name of a file, not what the picture shows\n"
        "a.md:12:1 file-names-as-descriptions: 'IMG_2041' is the name of a file, not what the picture shows\n"
        "a.md:14:1 file-names-as-descriptions: 'Screenshot 2024-05-01' is the name of a file, not what the picture shows\n"
        "a.md:14:1 words-in-pictures: this picture seems to be a screenshot: are there words in it?\n"
        "a.md:16:1 file-names-as-descriptions: 'photo 3' is the name of a file, not what the picture shows\n");
}

TEST_CASE("a description does not begin with what it is") {
  CHECK(page("![Image of a kitchen](club.svg)\n").printed() ==
        R"(a.md:10:1: warning[descriptions-that-begin-with-picture]: a screen reader says that it is a picture before it reads this
     10 | ![Image of a kitchen](club.svg)
        | ^
    help: ![A kitchen](/club.svg)

)");
}

TEST_CASE("a description that stands beside the picture too is found, above, below and in the same link") {
  const std::string found = " descriptions-that-repeat-the-text: the words beside this picture say the same, so a screen reader says it twice\n";
  CHECK(page("![We cook](club.svg)\n\nWe cook.\n").problems() == "a.md:10:1" + found);
  CHECK(page("## We cook\n\n![We cook](club.svg)\n").problems() == "a.md:12:1" + found);
  CHECK(page("[![We cook](club.svg) We cook](https://x.example/)\n").problems() == "a.md:10:2" + found);
  CHECK(page("![We cook](club.svg)\n\nWe cook on Saturdays.\n").problems() == "");
}

TEST_CASE("a description of more than 200 characters is found") {
  CHECK(page("![" + std::string(200, 'a') + "](club.svg)\n").problems() == "");
  CHECK(page("![" + std::string(201, 'a') + "](club.svg)\n").problems() == "a.md:10:1 long-descriptions: this description has 201 characters; 200 are the most\n");
}

TEST_CASE("a file that is too large for a slow phone is found once a page") {
  CHECK(page("![We cook](club.svg) ![You cook](club.svg)\n", std::string(drawing) + std::string(300'000, ' ')).problems() ==
        "a.md:10:1 heavy-pictures: this picture has 301 kB; 300 kB are the most\n");
}

TEST_CASE("a picture with more pixels than a page shows is found, a drawing never") {
  CHECK(page("![We cook](club.png)\n", png(2000, 900), "club.png").problems() == "");
  CHECK(page("![We cook](club.png)\n", png(900, 2001), "club.png").problems() == "a.md:10:1 huge-pictures: this picture is 900 by 2001 pixels, and no page shows more than 2000\n");
  CHECK(page("![We cook](club.svg)\n", "<svg width=\"5000\" height=\"5000\"/>").problems() == "");
}

TEST_CASE("a file that is no picture is found, with or without a description") {
  CHECK(page("![We cook](club.png)\n", "bytes", "club.png").problems() == "a.md:10:1 pictures-that-do-not-open: the file 'club.png' is not a picture that browsers can show\n");
  CHECK(page("![We cook](club.png)\n", "", "club.png").problems() == "a.md:10:1 pictures-that-do-not-open: the file 'club.png' is not a picture that browsers can show\n");
}

TEST_CASE("posters and leaflets are looked at, by their description or by their name") {
  CHECK(page("![The club's poster](club.svg)\n").problems() == "a.md:10:1 words-in-pictures: this picture seems to be a poster: are there words in it?\n");
  CHECK(page("![We cook](leaflet-2.svg)\n", drawing, "leaflet-2.svg").problems() == "a.md:10:1 words-in-pictures: this picture seems to be a leaflet: are there words in it?\n");
}

}  // namespace offer::picture_files_test
