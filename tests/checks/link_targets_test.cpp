#include <doctest/doctest.h>

#include "kit.h"

namespace offer::link_targets_test {

namespace {

kit::Built page(std::string_view words) {
  return kit::build(fmt::format("\n-- list.zip --\n{}\n-- plan.pdf --\nbytes\n-- b.md --\n## Part\n-- c.md --\nWords.\n-- a.md --\n---\ntitle: A\n---\n{}", std::string(1500, 'x'), words));
}

}  // namespace

TEST_CASE("the same words for two places are found, whatever their capitals, with the line of the first") {
  CHECK(page("[How to ask](b.md)\n\n[how to *ask*](c.md)\n").problems() == "a.md:12:1 same-words-to-two-places: 'how to ask' leads somewhere else on line 10\n");
}

TEST_CASE("the same words for one place, or for parts of one page, are fine") {
  CHECK(page("[Ask](b.md), [Ask](b.md#part), [ask](/b/)\n\n## Own\n\n[Tell](#own), [tell](c.md)\n").problems() == "");
}

TEST_CASE("a link to the page itself is found, and one to its heading is not") {
  CHECK(page("## Part\n\nSee [this A](a.md) and [the part](#part) and [part of A](a.md#part).\n").problems() ==
        "a.md:12:5 links-to-their-own-page: this link leads to the page that it stands on\n");
}

TEST_CASE("a link without https is looked at, whatever its letters") {
  CHECK(page("[One](http://x.example/), [two](HTTP://y.example/), [three](https://z.example/)\n").problems() ==
        "a.md:10:1 links-without-https: whoever follows this link can be watched and misled on the way\n"
        "a.md:10:27 links-without-https: whoever follows this link can be watched and misled on the way\n");
}

TEST_CASE("web addresses in the text are found, without the sentence's full stop; in code and in links they are not") {
  CHECK(page("See www.gov.uk/x. Or (https://a.example/b?c).\n\n`https://a.example`, [all](https://a.example/), a.www.b, www. and www.x\n").printed() ==
        R"(a.md:10:5: warning[web-addresses-in-the-text]: this web address cannot be followed, and a screen reader reads it letter by letter
     10 | See www.gov.uk/x. Or (https://a.example/b?c).
        |     ^^^^^^^^^^^^
    help: [the page's name](https://www.gov.uk/x)

a.md:10:23: warning[web-addresses-in-the-text]: this web address cannot be followed, and a screen reader reads it letter by letter
     10 | See www.gov.uk/x. Or (https://a.example/b?c).
        |                       ^^^^^^^^^^^^^^^^^^^^^
    help: [the page's name](https://a.example/b?c)

)");
}

TEST_CASE("a link to a file says its kind and size, in its words or straight after it") {
  CHECK(page("[All (ZIP, 2 kB)](list.zip), [all](list.zip) (zip, 2kB), [all as ZIP, 1.5 MB](list.zip), [Word file](https://x.example/a.docx)\n").problems() == "");
  CHECK(page("[All](list.zip)\n").printed() ==
        R"(a.md:10:1: warning[files-without-type-and-size]: this link leads to a file and does not say of what kind and how large it is
     10 | [All](list.zip)
        | ^
    help: [All (ZIP folder, 2 kB)](/list.zip)

)");
  CHECK(page("[All, ZIP](list.zip)\n\n[Plan](https://x.example/plan.pdf?v=1)\n").problems() ==
        "a.md:10:1 files-without-type-and-size: this link leads to a file and does not say how large it is\n"
        "a.md:12:1 files-without-type-and-size: this link leads to a file and does not say that it is a PDF\n");
}

TEST_CASE("pages are no files, and nor are addresses that only end like one") {
  CHECK(page("[The zip](https://www.zip/), [write](mailto:a@b.pdf), [page](https://x.example/pdf/)\n").problems() == "");
}

TEST_CASE("a PDF of the site is looked at, and a page can say why it must be one") {
  CHECK(page("[Plan (PDF, 1 kB)](plan.pdf)\n").problems() == "a.md:10:1 links-to-pdfs: a PDF is hard to read on a phone, and for many people with a screen reader\n");
  CHECK(kit::build("\n-- plan.pdf --\nbytes\n-- a.md --\n---\nallow: [\"links-to-pdfs: the signed decision\"]\n---\n[Plan (PDF, 1 kB)](plan.pdf)\n").problems() == "");
  CHECK(page("[Plan (PDF)](https://x.example/plan.pdf)\n").problems() == "");
}

}  // namespace offer::link_targets_test
