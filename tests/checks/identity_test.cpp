// Nobody can be known from feedback, consultations and stories; and innocent words are no names.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::identity_test {

namespace {

// What is found in these words of a story, one message a line; with any other finding, all of them.
std::string found_in(std::string_view words) {
  const kit::Built built = kit::build(fmt::format(R"(
-- site.yml --
name: Test Offer
council: Worcestershire County Council
address: https://test.example.org/
words_people_know: [NHS, GP, "Ofsted", "Alton Towers", UK, KS, BSL, A4]
-- roles.yml --
officer:
  title: Local Offer officer
  phone: 01632 960 100
  email: offer@example.org
-- stories/a.md --
{}
)", words));
  std::string found;
  for (const Diagnostic& one : built.report.all()) {
    if (one.code->name != "people-who-can-be-known") continue;
    found += one.message + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("names of people are found, with and without titles, initials, foreign letters and line ends") {
  CHECK(found_in("Her teacher Sarah Jones helped.") == "'Sarah Jones' looks like a person's name\n");
  CHECK(found_in("Ask Mrs Jones about it.") == "'Mrs Jones' looks like a person's name\n");
  CHECK(found_in("Ask Mrs. Jones about it.") == "'Mrs. Jones' looks like a person's name\n");
  CHECK(found_in("We saw Dr A Patel twice.") == "'Dr A Patel' looks like a person's name\n");
  CHECK(found_in("We saw Dr A. Patel twice.") == "'Dr A. Patel' looks like a person's name\n");
  CHECK(found_in("Then Mr May came.") == "'Mr May' looks like a person's name\n");
  CHECK(found_in("Councillor Brown came.") == "'Councillor Brown' looks like a person's name\n");
  CHECK(found_in("My friend Zoë Müller said so.") == "'Zoë Müller' looks like a person's name\n");
  CHECK(found_in("It was Mary O'Brien.") == "'Mary O'Brien' looks like a person's name\n");
  CHECK(found_in("It was Mary O’Brien.") == "'Mary O’Brien' looks like a person's name\n");
  CHECK(found_in("It was Ronald McDonald.") == "'Ronald McDonald' looks like a person's name\n");
  CHECK(found_in("It was Anne-Marie Smith-Jones.") == "'Marie Smith' looks like a person's name\n");
  CHECK(found_in("We liked Sarah\nJones a lot.") == "'Sarah Jones' looks like a person's name\n");
  CHECK(found_in("- We liked\n  **Sarah Jones** a lot.") == "'Sarah Jones' looks like a person's name\n");
}

TEST_CASE("a name is found at its place, also in headings, tables, quotations, pictures and settings") {
  const kit::Built built = kit::build(R"(
-- updates/a.md --
---
who: Sarah Jones
consent: The parent, 3 May 2026
---
## You said

We met Sarah Jones.

## What happens next

### Ask Sarah Jones

| Who | What |
| --- | --- |
| Sarah Jones | rings |

> Sarah Jones rang.

![Sarah Jones at school](talk.svg)
-- updates/talk.svg --
<svg/>
)");
  CHECK(built.problems() ==
        "updates/a.md:2:6 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n"
        "updates/a.md:18:8 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n"
        "updates/a.md:22:9 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n"
        "updates/a.md:26:3 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n"
        "updates/a.md:28:3 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n"
        "updates/a.md:30:1 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n");
}

TEST_CASE("the Easy Read version and the tables beside a page hide nobody either") {
  CHECK(kit::build("\n-- stories/a.md --\nWords.\n-- stories/a.easy.md --\n## A\n\n![](picture:talk)\nSarah Jones helped us.\n").problems() ==
        "stories/a.easy.md:7:1 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n");
  CHECK(kit::build("\n-- consultations/a.md --\n## What we asked\n\nWords.\n-- consultations/a.dates.csv --\ndate,kind,what,take_part_by,state,note\n"
                   "2026-12-01,meeting,We meet,2026-11-30,planned,Ring Sarah Jones\n")
            .problems() == "consultations/a.dates.csv:2:47 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n");
}

TEST_CASE("addresses and numbers that lead to somebody are found") {
  CHECK(found_in("Write to sarah.jones@example.org.") == "'sarah.jones@example.org' is an e-mail address\n");
  CHECK(found_in("[Write to her](mailto:sarah@example.org?subject=x)") == "'sarah@example.org' is an e-mail address\n");
  CHECK(found_in("[sarah@example.org](mailto:sarah@example.org)") == "'sarah@example.org' is an e-mail address\n");
  CHECK(found_in("Ring 01632 960 555, please.") == "'01632 960 555' is a phone number\n");
  CHECK(found_in("Ring 07700900123.") == "'07700900123' is a phone number\n");
  CHECK(found_in("Ring 07700-900-123.") == "'07700-900-123' is a phone number\n");
  CHECK(found_in("Ring (01632) 960555.") == "'01632) 960555' is a phone number\n");
  CHECK(found_in("Ring +44 7700 900123!") == "'+44 7700 900123' is a phone number\n");
  CHECK(found_in("Ring +44 (0)1632 960555.") == "'+44 (0)1632 960555' is a phone number\n");
  CHECK(found_in("[Ring her](tel:+447700900123)") == "'+447700900123' is a phone number\n");
  CHECK(found_in("We live at WR5 2NP.") == "'WR5 2NP' is a postcode\n");
  CHECK(found_in("We live at\nEC1A 1BB now.") == "'EC1A 1BB' is a postcode\n");
  CHECK(found_in("We live at WR52NP.") == "'WR52NP' is a postcode\n");
  CHECK(found_in("We live in (B1 1AA).") == "'B1 1AA' is a postcode\n");
}

TEST_CASE("dates of birth and NHS numbers are found") {
  CHECK(found_in("Born 03/05/2014.") == "'03/05/2014' may be somebody's date of birth\n");
  CHECK(found_in("On 3.5.14 he came.") == "'3.5.14' may be somebody's date of birth\n");
  CHECK(found_in("On 2014-05-03 he came.") == "'2014-05-03' may be somebody's date of birth\n");
  CHECK(found_in("My son was born on 3 May 2014.") == "this says when somebody was born\n");
  CHECK(found_in("Date of birth: 3rd of May 2014") == "");  // an ordinal is no day that we know; see below
  CHECK(found_in("His birthday is May 3.") == "this says when somebody was born\n");
  CHECK(found_in("Her number is 943 476 5919.") == "'943 476 5919' may be an NHS number\n");
  CHECK(found_in("Her number is 9434765919.") == "'9434765919' may be an NHS number\n");
  CHECK(found_in("Her number is 943-476-5919.") == "'943-476-5919' may be an NHS number\n");
}

TEST_CASE("innocent words are no names of people") {
  for (const std::string_view words : {
           "We rang Worcestershire County Council and the West Midlands.",
           "The Local Offer officer wrote to the Parent Carer Forum.",
           "Parents told the Health and Wellbeing Board. Children in Year 9 came.",
           "In Key Stage 2 at Easter, on Monday 3 May 2026, Ofsted came.",
           "When Ofsted came, Families First had closed.",
           "Thank you. Somebody rang. Nobody came. Mum waited.",
           "We said: Never again! Tomorrow? Perhaps.",
           "",
           "O' and D’ and Mc M and Mr",
           "A child (Child A) and Parent B and Mr X said so.",
           "The Department for Education and NHS England.",
           "Special Educational Needs and Disability Regulations 2014",
           "We went to Alton Towers.",
           "A GP, an NHS nurse and a BSL interpreter.",
           "I am a Mum. I rang. I Said So.",
           "Dear Council, Please Help.",
           "Miss Monday and you lose a week.",
           "Facebook and Google Maps. Then Covid came.",
       })
    CHECK_MESSAGE(found_in(words) == "", words, ": ", found_in(words));
}

TEST_CASE("innocent numbers are no phones, postcodes, birthdays or NHS numbers") {
  for (const std::string_view words : {
           "In 2021, 2022, 2023 and 2024 there were 1 234 567 890 of them.",
           "57 of 67 (85.1%) in 2021/22, 24/7, 1/2.",
           "Regulation 54(2)(b), section 19, 1.1, 2.10.4 and version 0.9.1.",
           "From 0 to 25, ages 5-16, 0 1 2 3.",
           "£1,200,000 or £24.8 million; 10:30 to 11:15 on 3 May 2026.",
           "KS2 1ST, A4 2AB, M5 motorway, Q1 2ND, B12 bus.",
           "Ring 999, 111 or 0800 1111.",
           "The council was born of an idea in May last year.",
           "The birth of a plan takes 20 weeks from March.",
           "2014-15 and 12-13-14567",
           "99/99/2014 and 40.13.2020",
           "a@b and @home and x@",
           "1 + 1 is 2, +x and + and (",
           "1234567890 is no NHS number, and 12345678901 none either.",
       })
    CHECK_MESSAGE(found_in(words) == "", words, ": ", found_in(words));
}

TEST_CASE("where the council itself can be reached is no secret, however its number is written") {
  CHECK(found_in("Ring 01632 960 100 or 01632 960100 or (01632) 960100 or +44 1632 960 100 or [us](tel:01632960100).") == "");
  CHECK(found_in("Write to offer@example.org or [us](mailto:offer@example.org).") == "");
}

TEST_CASE("other kinds of page may name people: a head teacher in the news, an author of a paper") {
  CHECK(kit::build("\n-- news/a.md --\nSarah Jones opened the school. Ring [01632 960 555](tel:01632960555).\n").problems() == "");
  CHECK(kit::build("\n-- updates/index.md --\nSarah Jones rang.\n").problems() == "");
}

TEST_CASE("a name in one story is no excuse for it in another") {
  CHECK(kit::build("\n-- stories/a.md --\n---\ntitle: Sarah Jones\n---\nWords.\n-- stories/b.md --\nSarah Jones rang.\n").problems() ==
        "stories/a.md:2:8 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n"
        "stories/b.md:12:1 people-who-can-be-known: 'Sarah Jones' looks like a person's name\n");
}

TEST_CASE("a long text of names and digits is looked through quickly") {
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "1 ";
  CHECK(found_in(words) == "");
}

TEST_CASE("names are found beside quotation marks, capitals inside words and other names") {
  const std::string found = found_in("“Sarah Jones” and iPad Oldman came. Ask Mr X Jones. ‘Anna O’Neill’ met Tom Hall Dan Reed, xO'Brien Smith.");
  CHECK(found ==
        "'Sarah Jones' looks like a person's name\n"
        "'Mr X Jones' looks like a person's name\n"
        "'Anna O’Neill' looks like a person's name\n"
        "'Tom Hall' looks like a person's name\n"
        "'Dan Reed' looks like a person's name\n"
        "'Brien Smith' looks like a person's name\n");
}

}  // namespace offer::identity_test
