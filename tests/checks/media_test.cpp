#include <doctest/doctest.h>

#include "kit.h"

namespace offer::media_test {

namespace {

std::string problems(std::string_view words) { return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", words)).problems(); }

}  // namespace

TEST_CASE("a film says whether it has captions, in its words or in the paragraph after them") {
  CHECK(problems("[A film](https://www.youtube.com/watch?v=abc)\n\nWords.\n\n[B film](https://vimeo.com/123)\n\n[C video](https://x.example/c.mp4)\n") ==
        "a.md:10:1 videos-without-captions: nothing says whether this film has captions\n"
        "a.md:14:1 videos-without-captions: nothing says whether this film has captions\n"
        "a.md:16:1 videos-without-captions: nothing says whether this film has captions\n");
  CHECK(problems("[A film](https://youtu.be/abc), with captions\n\n[B film, subtitles in Polish](https://vimeo.com/123)\n\n[C video](https://x.example/c.mp4)\n\nIt has no captions.\n") == "");
}

TEST_CASE("pages about films are no films") {
  CHECK(problems("[Our films](https://www.youtube.com/@council), [help](https://vimeo.com/help), [more videos](https://x.example/mp4/)\n") == "");
}

TEST_CASE("a recording says where its words can be read") {
  CHECK(problems("[A talk, MP3](https://x.example/a.mp3)\n") == "a.md:10:1 recordings-without-transcript: nothing says where deaf people can read what this recording says\n");
  CHECK(problems("[A talk, MP3](https://x.example/a.mp3), and its transcript below\n\n[B talk, MP3](https://x.example/b.mp3): this page read aloud\n") == "");
}

TEST_CASE("a link that plays by itself is found") {
  CHECK(problems("[A film](https://vimeo.com/1?autoplay=1), with captions\n") == "a.md:10:1 links-that-play-by-themselves: whoever follows this link is met by sound at once\n");
  CHECK(problems("[A film](https://vimeo.com/1?autoplay=0), with captions\n\n[About autoplay=1](https://x.example/autoplay=1)\n") == "");
}

}  // namespace offer::media_test
