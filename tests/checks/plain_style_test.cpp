// Signs, capitals and italics; dates, times, ranges and phone numbers.
#include <doctest/doctest.h>

#include "checks/plain_page_of.h"

namespace offer::plain_style_test {

using kit::help_for;
using kit::plain;

TEST_CASE("an ampersand between small words is found, in a name not") {
  CHECK(help_for("Ask about buses & taxis.") == "Write 'buses and taxis'.");
  CHECK(plain("Shop at Marks & Spencer, or write `a & b`. The Q&A is open.").problems() == "");
}

TEST_CASE("and/or and bracketed plurals are found") {
  CHECK(plain("Bring a letter and/or a photo.").has("and-or"));
  CHECK(help_for("Bring the form(s).") == "Write 'forms', which can be one too, or 'form or forms'.");
  CHECK(help_for("Your child(ren) can come.") == "Write 'children', which can be one too, or 'child or children'.");
  CHECK(plain("Read section 20(s) and point (s). Some (several) came.").problems() == "");
}

TEST_CASE("shouting is found once, and is no abbreviation") {
  CHECK(plain("You must NOT wait. IMPORTANT INFORMATION here.").problems() ==
        "a.md:10:10 block-capitals: 'NOT' in capitals is slow to read, and sounds like shouting\n"
        "a.md:10:20 block-capitals: 'IMPORTANT INFORMATION' in capitals is slow to read, and sounds like shouting\n");
  CHECK(plain("Ask the NHS. I am A. B. Smith.").problems() == "");
  CHECK(plain("Ask XYZ.").problems() == "");
}

TEST_CASE("long italics are found, titles are not") {
  CHECK(plain("*All of this is in italics and so it is hard to read for many.*").has("long-italics"));
  CHECK(plain("Read *The little book of buses and trains*.").problems() == "");
}

TEST_CASE("a date that can be misread is found, with the one to write") {
  CHECK(help_for("Ask by 3rd March.") == "Write '3 March'.");
  CHECK(help_for("Ask by the 3rd of March 2026.") == "Write '3 March'.");
  CHECK(help_for("Ask by March 4, 2026.") == "Write '4 March 2026'.");
  for (const std::string_view innocent :
       {"Ask by 3 March 2026.", "In May 5 people came.", "You may 2 times.", "In March 2026, 4 people came.", "The 3rd child is free.", "Version 1.2.3 is out.", "In 2023/24 it rose.", "It costs 1/3 of it.",
        "On 1 May 12 children came."})
    CHECK_MESSAGE(plain(innocent).problems() == "", innocent);
}

TEST_CASE("ranges have 'to', but not in names, codes and scores") {
  CHECK(help_for("It takes 10-15 days.") == "Write '10 to 15'.");
  CHECK(help_for("We are open 9am–5pm.") == "Write '9am to 5pm'.");
  CHECK(help_for("It ran in 2021-25.") == "Write '2021 to 2025'.");
  for (const std::string_view innocent :
       {"Read the SEND Strategy 2021-25.", "We share it 50-50.", "We help 24-7.", "Ring 01632 960-100.", "The code is 12-34-56.", "In 2021/22 it rose.", "It takes 10 to 15 days.", "Read 2026-11-03."})
    CHECK_MESSAGE(!plain(innocent).has("ranges-with-dashes"), innocent);
}

TEST_CASE("times are by the twelve-hour clock") {
  CHECK(help_for("It starts at 17:30.") == "Write '5:30pm'.");
  CHECK(help_for("It starts at 14:00.") == "Write '2pm'.");
  CHECK(help_for("It starts at 09:15.") == "Write '9:15am'.");
  CHECK(help_for("It starts at 00:30.") == "Write '12:30am'.");
  CHECK(help_for("It starts at 12:00, or so.\n\nIt ends at 13:00.") == "Write '1pm'.");
  CHECK(plain("It starts at 5:30pm, with 3:1 help, and Acts 2:14.").problems() == "");
}

TEST_CASE("numbers before what they count are digits") {
  CHECK(help_for("We answer in six weeks.") == "Write '6 weeks'.");
  CHECK(plain("One of two people came. Two weeks later we met. In one week it ends. The two schools met.").problems() == "");
}

TEST_CASE("phone numbers have spaces") {
  CHECK(help_for("Ring 01632960105.") == "Write '01632 960 105'.");
  CHECK(help_for("Ring 02079460105.") == "Write '020 7946 0105'.");
  CHECK(help_for("Ring 08081570105 for nothing.") == "Write '0808 157 0105'.");
  CHECK_FALSE(plain("Ring 01632 960 105, or 0800 123 4567. The number 12345678901 is none.").has("unspaced-phone-numbers"));
}

TEST_CASE("a hostile page takes no longer than its length") {
  for (const std::string_view piece : {"1/", "a-", "@", "a! ", ". 1", "\"a ", "0845 496 0105 ", "AND ", "and/or ", "a(s) ", "a & b ", "'", "“a", "not without ", "1-2-", "the above ", "e.g. ", "**a:** "}) {
    std::string page;
    while (page.size() < 150'000) page += piece;
    CHECK_MESSAGE(plain(page).files.size() > 0, piece);
  }
}

}  // namespace offer::plain_style_test
