// Whatever editors or attackers write into titles and fields, it stays words.
#include <doctest/doctest.h>

#include <vector>

#include "checks/checks.h"
#include "diagnose/codes.h"
#include "kit.h"

namespace offer::formats_hostile_test {

namespace {

// Every field that takes words holds `evil`, written as YAML in double quotes.
kit::Built site_of(std::string_view evil) {
  constexpr std::string_view pattern = R"(
-- site.yml --
name: "@"
council: "@"
demonstration: "@"
help: officer
address: https://x.example/
-- roles.yml --
officer:
  title: "@"
  phone: "@"
  email: "@"
  hours: "@"
  can_help_with: "@"
-- index.md --
---
title: "@"
summary: "@"
layout: home
---
- [one](strategies/a.md)
-- index.easy.md --
---
title: "@"
checked_by: "@"
---
![](picture:talk)
A **ring**.
-- strategies/a.md --
---
title: "@"
summary: "@"
overseen_by: "@"
adopted: 2026-01-01
adopted_by: "@"
was: [/old/]
---
## Vision

A ring.

## Priorities

### 1. Ask
-- strategies/index.md --
Words.
-- pathways/a.md --
---
title: "@"
summary: "@"
for: "@"
starts_when: "@"
ages: "@"
---
## Steps

### 1. Ask
-- pathways/index.md --
Words.
-- updates/a.md --
---
title: "@"
summary: "@"
who: "@"
said: 2024
channel: "@"
answer: cannot
answered: 2024
because: "@"
---
## You said

A.

## We did

B.
-- updates/index.md --
Words.
-- glossary/ring.md --
---
title: ring
id: term-ring
summary: "@"
abbreviation: "@"
say: "@"
easy: "@"
---
Words.
-- glossary/index.md --
Words.
)";
  std::string site(pattern);
  for (size_t at = site.find('@'); at != std::string::npos; at = site.find('@', at + evil.size()))
    site.replace(at, 1, evil);
  return kit::build(site);
}

std::string files_with(const kit::Built& built, std::string_view raw) {
  std::string found;
  for (const auto& [path, bytes] : built.files) {
    if (path == "calendar.ics") continue;  // plain text: no program takes it for markup
    if (bytes.find(raw) != std::string::npos) found += path + "\n";
  }
  return found;
}

// What does not read back, whatever else is wrong.
std::string not_read_back(const kit::Built& built) {
  std::string found;
  for (const Diagnostic& one : built.report.all())
    if (one.code == &codes::pages_that_do_not_parse) found += one.message + "\n";
  return found;
}

}  // namespace

TEST_CASE("tags, quotes and ampersands in any field stay words, in every file") {
  const kit::Built built =
      site_of("</title><script>alert('x')</script> \\\"quoted\\\" & <b onclick=\\\"x\\\">bold</b>");
  CHECK(built.files.size() > 10);
  CHECK(files_with(built, "<script") == "");
  CHECK(files_with(built, "<b ") == "");
  CHECK(files_with(built, "\"quoted\"") == "");
  CHECK(files_with(built, "& ") == "");
  CHECK(files_with(built, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;").find("index.html\n") !=
        std::string::npos);
  CHECK(not_read_back(built) == "");
}

TEST_CASE("an attribute cannot be left by a quotation mark") {
  const kit::Built built = site_of("\\\" onload=\\\"alert(1)");
  CHECK(files_with(built, "\" onload=\"") == "");
  CHECK(not_read_back(built) == "");
}

TEST_CASE(
    "control characters, and those that no XML may hold, never make a page that does not read "
    "back") {
  for (const std::string_view evil :
       {"a\\0b", "a\\x01\\x08\\x0b\\x1fb", "a\\x7f\\x85\\u2028b", "a\\ufffeb", "a\\uffffb", "]]>",
        "--><!--", "<!DOCTYPE x>", "<?php ?>"}) {
    CAPTURE(evil);
    CHECK(not_read_back(site_of(evil)) == "");
  }
}

TEST_CASE("letters of every language come through as they are") {
  CHECK(files_with(site_of("Tŷ’r Gymraeg – łódź 日本 😀 مرحبا"), "Tŷ’r Gymraeg – łódź 日本 😀 مرحبا")
            .find("index.html\n") != std::string::npos);
}

TEST_CASE("a template's own marks in a field are words too") {
  const kit::Built built = site_of("{{site_name}} {{{body}}} {{#menu}}");
  CHECK(built.page("/strategies/a/").starts_with("<h1>{{site_name}} {{{body}}} {{#menu}}</h1>\n"));
}

TEST_CASE("hostile words in the Markdown itself stay words") {
  const kit::Built built = kit::build(R"(
-- a.md --
## <img src=x onerror=alert(1)> & \<b>

`<script>alert(1)</script>` and \<script>alert(2)\</script>

[way](<javascript:alert(3)>) [way](<jAvAsCrIpT:alert(3)>) [way](data:text/html,x) [way](//evil.example/)

![x" onerror="alert(4)](<javascript:alert(5)>)

| <b>x</b> | \<i> |
| --- | --- |
| "a" | 'b' |
)");
  const std::string page = built.page("/a/");
  for (const std::string_view raw : {"<script", "<img src=x", "<b>", "<i>", "\" onerror=\""}) {
    CAPTURE(raw);
    CHECK(page.find(raw) == std::string::npos);
  }
  CHECK(built.has("unsafe-addresses"));
  CHECK(built.has("raw-html"));
  CHECK(not_read_back(built) == "");
}

TEST_CASE("the address of a site that holds more than an address is refused") {
  for (const std::string_view address :
       {"https://x.example/\\\"><script>/", "https://x.example/a b/", "https://",
        "javascript://x.example/"}) {
    CAPTURE(address);
    CHECK(kit::build(fmt::format("\n-- site.yml --\nname: X\naddress: \"{}\"\n-- a.md --\nWords.\n",
                                 address))
              .has("wrong-values"));
  }
}

}  // namespace offer::formats_hostile_test
