#include <doctest/doctest.h>

#include "kit.h"

namespace offer::page_test {

TEST_CASE("a home page shows its lists of links as cards, and other lists as lists") {
  const kit::Built built = kit::build(R"(
-- index.md --
---
title: Welcome
id: home
layout: home
---
Hello.

- [Ask](ask.md): how to ask us
- [Ring **us**](tel:01632960100)
- [Write](ask.md#when) and *wait*

## More

* words
* [Ask](ask.md)

1. [Ask](ask.md)
-- ask.md --
---
title: Ask
id: ask
---
## When

- [Home](index.md): go back
)");
  CHECK(built.errors() == "");
  CHECK(built.page("/") == R"(<h1>Welcome</h1>
<p>Hello.</p>
<ul class="cards questions">
<li class="card"><p class="card-title"><a href="/ask/">Ask</a></p><p class="card-words">how to ask us</p></li>
<li class="card"><p class="card-title"><a href="tel:01632960100">Ring us</a></p></li>
<li class="card"><p class="card-title"><a href="/ask/#when">Write</a></p><p class="card-words"> and <em>wait</em></p></li>
</ul>
<h2 id="more">More</h2>
<ul>
<li>words</li>
<li><a href="/ask/">Ask</a></li>
</ul>
<ol>
<li><a href="/ask/">Ask</a></li>
</ol>

)");
  CHECK(built.page("/ask/") == R"(<h1>Ask</h1>
<h2 id="when">When</h2>
<ul>
<li><a href="/">Home</a>: go back</li>
</ul>

)");
}

TEST_CASE("a layout that there is not is an error with the near one") {
  CHECK(kit::build("\n-- index.md --\n---\nlayout: hom\n---\nHello.\n").printed() ==
        R"(index.md:2:9: error[unknown-choices]: 'layout' cannot be 'hom'
      2 | layout: hom
        |         ^^^
    help: Did you mean 'home'? It can be article and home.

)");
}

TEST_CASE(
    "the list page of a folder lists the pages of its type, and that of any other folder lists "
    "nothing") {
  const kit::Built built = kit::build(R"(
-- pathways/a.md --
---
title: Ask
summary: How to ask.
---
## Steps

### 1. Ask
-- pathways/index.md --
Words.
-- other/index.md --
Words.
-- index.md --
Words.
)");
  CHECK(built.page("/pathways/").find("<a href=\"/pathways/a/\">Ask</a>") != std::string::npos);
  CHECK(built.page("/other/") == "<h1>A page about other-index</h1>\n<p>Words.</p>\n\n");
  CHECK(built.page("/") == "<h1>A page about index</h1>\n<p>Words.</p>\n\n");
}

}  // namespace offer::page_test
