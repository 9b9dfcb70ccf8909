// Front matter: each mistake in the settings of a page, at its exact place.
#include <doctest/doctest.h>

#include "load/extra_file.h"

namespace offer::front_matter_test {

TEST_CASE("a page without settings is told how to begin") {
  const kit::Built built = kit::build(R"(
-- a.md --
# as it is
Just words.
)");
  CHECK(built.problems() ==
        "a.md:1 missing-front-matter: this page does not begin with its settings\n");
  CHECK(built.printed() ==
        "a.md:1: error[missing-front-matter]: this page does not begin with its settings\n"
        "      1 | Just words.\n"
        "    help: Above its text it needs a line of three hyphens (---), settings such as 'title: How to ask', and again three hyphens. "
        "'local-offer new page \"How to ask\"' makes a page with all of them, to copy from.\n"
        "\n");
}

TEST_CASE("settings that never end are told where they began") {
  const kit::Built built = kit::build(R"(
-- a.md --
# as it is
---
title: Ask us
Ring us.
)");
  CHECK(built.problems() ==
        "a.md:1:1 unclosed-front-matter: the settings begin here and never end\n");
}

TEST_CASE("four hyphens, or a space before them, do not end the settings") {
  CHECK(kit::build("-- a.md --\n# as it is\n---\ntitle: x\n----\n").has("unclosed-front-matter"));
  CHECK(kit::build("-- a.md --\n# as it is\n---\ntitle: x\n ---\n").has("unclosed-front-matter"));
  CHECK_FALSE(kit::build("-- a.md --\n---\ntitle: Ask us\n---   \n").report.has_errors());
}

TEST_CASE("an unknown setting gets the near name, with a mark under the name") {
  const kit::Built built = kit::build(R"(
-- a.md --
---
titel: Ask us
title: Ask us
---
)");
  CHECK(built.problems() == "a.md:2:1 unknown-fields: there is no setting called 'titel'\n");
  CHECK(built.printed() ==
        "a.md:2:1: error[unknown-fields]: there is no setting called 'titel'\n"
        "      2 | titel: Ask us\n"
        "        | ^^^^^\n"
        "    help: Did you mean 'title'?\n"
        "\n");
}

TEST_CASE("an unknown setting that is like no other gets the names that there are") {
  const kit::Built built = kit::build("-- a.md --\n---\ncolour: red\n---\n");
  CHECK(built.problems() == "a.md:2:1 unknown-fields: there is no setting called 'colour'\n");
  CHECK(built.report.all().at(0).help.starts_with("A page can have: id, title, "));
  const kit::Built update = kit::build("-- updates/a.md --\n---\ncolour: red\n---\n");
  for (const Diagnostic& one : update.report.all())
    if (one.code->name == "unknown-fields") CHECK(one.help.starts_with("An update can have: "));
}

TEST_CASE("every missing setting is named, each once") {
  const kit::Built built = kit::build(R"(
-- a.md --
# as it is
---
title: Ask us
---
)");
  CHECK(built.problems() ==
        "a.md:1 missing-fields: 'audience' is missing\n"
        "a.md:1 missing-fields: 'id' is missing\n"
        "a.md:1 missing-fields: 'owner' is missing\n"
        "a.md:1 missing-fields: 'review_by' is missing\n"
        "a.md:1 missing-fields: 'reviewed' is missing\n"
        "a.md:1 missing-fields: 'summary' is missing\n");
}

TEST_CASE("a value of the wrong kind is reported where the value begins") {
  struct Case {
    std::string line;
    std::string problem;
  };
  const std::vector<Case> cases{
      {"title: [Ask, us]", "a.md:2:8 wrong-values: 'title' takes one value, not a list\n"},
      {"title: {a: b}", "a.md:2:8 wrong-values: 'title' takes one value, not a list\n"},
      {"title:", "a.md:2:7 wrong-values: 'title' has no value\n"},
      {"title: \"\"", "a.md:2:8 wrong-values: 'title' has no value\n"},
      {"owner: [officer]", "a.md:2:8 wrong-values: 'owner' takes one value, not a list\n"},
      {"audience: {parents: yes}", "a.md:2:11 wrong-values: 'audience' takes a list\n"},
      {"audience: []", "a.md:2:11 wrong-values: 'audience' has no value\n"},
      {"audience: [[parents]]",
       "a.md:2:12 wrong-values: each item of 'audience' must be plain words\n"},
      {"reviewed: 2026-02-30",
       "a.md:2:11 wrong-values: '2026-02-30' is not a day that exists, written as "
       "year-month-day\n"},
      {"reviewed: 14/09/2026",
       "a.md:2:11 wrong-values: '14/09/2026' is a day, but not written as year-month-day\n"},
      {"reviewed: [2026-09-01]",
       "a.md:2:11 wrong-values: 'reviewed' takes one value, not a list\n"},
      {"published: soon",
       "a.md:2:12 wrong-values: 'soon' is not a day that exists, written as year-month-day\n"},
      {"id: Ask Us",
       "a.md:2:5 wrong-values: the id 'Ask Us' has more than small letters, digits and hyphens\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    CHECK(kit::build("-- a.md --\n---\n" + one.line + "\n---\nWords.\n").problems() == one.problem);
  }
}

TEST_CASE("a year that is none and a month that is none are reported") {
  const auto has = [](const kit::Built& built, std::string_view line) {
    return ("\n" + built.problems()).find("\n" + std::string(line) + "\n") != std::string::npos;
  };
  CHECK(has(kit::build("-- strategies/a.md --\n---\nfrom: twenty\n---\n"),
            "strategies/a.md:2:7 wrong-values: 'twenty' is not a year"));
  CHECK(has(kit::build("-- strategies/a.md --\n---\nfrom: 2023-02\n---\n"),
            "strategies/a.md:2:7 wrong-values: '2023-02' is not a year"));
  CHECK(
      has(kit::build("-- updates/a.md --\n---\nsaid: 2023-13\n---\n"),
          "updates/a.md:2:7 wrong-values: '2023-13' is not a year, a month or a day that exists"));
}

TEST_CASE("a choice that there is not gets the near one") {
  const kit::Built built =
      kit::build("-- a.md --\n---\nstatus: drafft\naudience: [parents, profesionals]\n---\n");
  CHECK(built.problems() ==
        "a.md:2:9 unknown-choices: 'status' cannot be 'drafft'\n"
        "a.md:3:21 unknown-choices: 'audience' cannot be 'profesionals'\n");
  CHECK(built.report.all().at(0).help ==
        "Did you mean 'draft'? It can be published, draft, in-consultation, superseded and "
        "withdrawn.");
  CHECK(
      built.report.all().at(1).help ==
      "Did you mean 'professionals'? It can be parents, young-people, professionals and everyone.");
}

TEST_CASE("a choice in quotation marks may have spaces around it") {
  CHECK(kit::build("-- a.md --\n---\nstatus: \" published \"\n---\n").problems() == "");
}

TEST_CASE("a review that is due before it was done is reported") {
  CHECK(kit::build("-- a.md --\n---\nreviewed: 2026-09-01\nreview_by: 2026-09-01\n---\n")
            .has("impossible-review-dates"));
}

TEST_CASE(
    "several mistakes in several files are all reported in one run, in the order of the files, "
    "once each") {
  const kit::Built built = kit::build(R"(
-- b.md --
---
reviewed: 2026-02-30
colour: red
---
<b>bold</b>
-- a.md --
---
owner: nobody
title: [x]
---
[lost](lost.md)
)");
  CHECK(
      built.problems() ==
      "a.md:2:8 unknown-references: 'owner' names a role 'nobody', and there is none of that name\n"
      "a.md:3:8 wrong-values: 'title' takes one value, not a list\n"
      "a.md:10:1 broken-links: this link leads nowhere: there is no 'lost.md'\n"
      "b.md:2:11 wrong-values: '2026-02-30' is not a day that exists, written as year-month-day\n"
      "b.md:3:1 unknown-fields: there is no setting called 'colour'\n"
      "b.md:11:1 raw-html: '<b>' is HTML, which pages cannot have\n");
}

TEST_CASE("a day that is written in another way is told as settings write it") {
  for (const std::string_view written : {"30/9/2027", "30.09.2027", "30 September 2027", "30-09-2027", "30 sep 2027"}) {
    CAPTURE(written);
    const kit::Built built = kit::build(fmt::format("-- a.md --\n---\nreview_by: {}\n---\nx\n", written));
    CHECK(built.problems() == fmt::format("a.md:2:12 wrong-values: '{}' is a day, but not written as year-month-day\n", written));
    CHECK(built.printed().find("help: review_by: 2027-09-30\n") != std::string::npos);
  }
  CHECK(kit::build("-- a.md --\n---\nreview_by: 31/09/2027\n---\nx\n").problems().find("is not a day that exists") != std::string::npos);
}

TEST_CASE("a page without its settings is told so once, also when it begins with its title") {
  CHECK(kit::build("-- a.md --\n# as it is\n# Getting help\n").problems() == "a.md:1 missing-front-matter: this page does not begin with its settings\n");
}

}  // namespace offer::front_matter_test
