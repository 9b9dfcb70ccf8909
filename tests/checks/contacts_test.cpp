#include <doctest/doctest.h>

#include "kit.h"

namespace offer::contacts_test {

namespace {

kit::Built page(std::string_view words) { return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", words)); }

}  // namespace

TEST_CASE("contacts that can be tapped are fine") {
  CHECK(page("Ring [01632 960 101](tel:01632960101), [our line: 01632\n960 102](tel:+441632960102), [999](tel:999), [0800 1111](tel:08001111), write to [us@example.org](mailto:us@example.org?subject=Hi), "
             "[write](mailto:us@example.org).\n")
            .problems() == "");
}

TEST_CASE("phone numbers and e-mail addresses without a link are found, with the link that they should be") {
  CHECK(page("Ring 01632 960 101 or write to us@example.org.\n").printed() ==
        R"(a.md:10:6: warning[contacts-without-link]: '01632 960 101' cannot be tapped to ring it
     10 | Ring 01632 960 101 or write to us@example.org.
        |      ^^^^^^^^^^^^^
    help: [01632 960 101](tel:01632960101)

a.md:10:32: warning[contacts-without-link]: 'us@example.org' cannot be tapped to write to it
     10 | Ring 01632 960 101 or write to us@example.org.
        |                                ^^^^^^^^^^^^^^
    help: [us@example.org](mailto:us@example.org)

)");
  CHECK(page("0 to 25, 2023-24, £10,000, 01 02 2024, a@b, @home, `01632 960 101`\n").problems() == "");
}

TEST_CASE("a link that rings or writes to another than its words say is an error") {
  const kit::Built built = page("[01632 960 101](tel:01632960110), [us@example.org](mailto:them@example.org)\n");
  CHECK(built.problems() ==
        "a.md:10:1 contact-links-that-differ: readers see '01632 960 101', and the link rings 01632960110\n"
        "a.md:10:35 contact-links-that-differ: readers see 'us@example.org', and the link writes to 'them@example.org'\n");
  CHECK(built.report.has_errors());
}

TEST_CASE("a number that no phone has is found once, in words, in links and in roles") {
  CHECK(page("[0300 123 45](tel:030012345), [ring](tel:12)\n").problems() ==
        "a.md:10:2 impossible-phone-numbers: nobody can be rung on '0300 123 45': it has 9 digits, and numbers that begin with 03 have 11\n"
        "a.md:10:31 impossible-phone-numbers: nobody can be rung on '12': it does not begin with 0: the area's number is missing\n");
  CHECK(kit::build("\n-- roles.yml --\nofficer:\n  title: Officer\n  phone: 01632 960\n").problems() ==
        "roles.yml:3:10 impossible-phone-numbers: nobody can be rung on '01632 960': it has 8 digits, and numbers that begin with 01 have 10 or 11\n");
}

TEST_CASE("a number that costs extra says how much") {
  CHECK(page("[0845 123 4567](tel:08451234567)\n").problems() ==
        "a.md:10:2 phone-numbers-without-cost: ringing '0845 123 4567' costs extra, and nothing here says how much\n");
  CHECK(page("[0845 123 4567](tel:08451234567): 7p per minute\n\n| [0871 123 4567](tel:08711234567), £1 |\n| --- |\n| a |\n| b |\n").has("phone-numbers-without-cost") == false);
}

TEST_CASE("a person's own address is found, and an office's is not") {
  CHECK(page("[jane.smithers@council.example.org](mailto:jane.smithers@council.example.org), [write](mailto:j_smithers@council.example.org)\n").problems() ==
        "a.md:10:2 personal-mail-addresses: 'jane.smithers@council.example.org' looks like one person's own address\n"
        "a.md:10:80 personal-mail-addresses: 'j_smithers@council.example.org' looks like one person's own address\n");
  CHECK(page("[a.help@x.example](mailto:a.help@x.example), [send.team@x.example](mailto:send.team@x.example), [local.offer@x.example](mailto:local.offer@x.example), "
             "[zog@x.example](mailto:zog@x.example), [learning.disability@x.example](mailto:learning.disability@x.example)\n")
            .problems() == "");
  CHECK(kit::build("\n-- roles.yml --\nofficer:\n  title: Officer\n  email: zog.blap@x.example\n-- a.md --\n[zog.blap@x.example](mailto:zog.blap@x.example)\n").problems() == "");
}

TEST_CASE("a demonstration gives only contacts that belong to nobody") {
  const std::string site = "\n-- site.yml --\nname: Test\ndemonstration: Made up.\n-- roles.yml --\nofficer:\n  title: Officer\n  phone: {}\n  email: {}\n-- a.md --\n---\ntitle: A\n---\n{}\n";
  CHECK(kit::build(fmt::format(fmt::runtime(site), "01632 961 000", "a@council.gov.uk", "[01632 961 001](tel:01632961001), [b@council.gov.uk](mailto:b@council.gov.uk)")).problems() ==
        "a.md:10:2 real-contacts-in-a-demonstration: '01632 961 001' may be somebody's, and this site is a demonstration\n"
        "a.md:10:36 real-contacts-in-a-demonstration: 'b@council.gov.uk' may be somebody's, and this site is a demonstration\n"
        "roles.yml:3:10 real-contacts-in-a-demonstration: '01632 961 000' may be somebody's, and this site is a demonstration\n"
        "roles.yml:4:10 real-contacts-in-a-demonstration: 'a@council.gov.uk' may be somebody's, and this site is a demonstration\n");
  CHECK(kit::build(fmt::format(fmt::runtime(site), "01632 960 101", "a@example.org", "[020 7946 0101](tel:02079460101), [111](tel:111), [b@send.example.com](mailto:b@send.example.com)")).problems() == "");
  CHECK(page("[01632 961 001](tel:01632961001)\n").problems() == "");
}

TEST_CASE("a role that readers are sent to can be reached, and one that only owns pages need not") {
  const std::string roles = "\n-- roles.yml --\nofficer:\n  title: Officer\nadviser:\n  title: Adviser\n";
  CHECK(kit::build(roles + "-- a.md --\n---\nhelp: adviser\n---\nWords.\n").problems() == "roles.yml:3:1 roles-without-contact: pages send readers to 'Adviser', and there is no way to reach it\n");
  CHECK(kit::build(roles + "  email: advice@example.org\n-- a.md --\n---\nhelp: adviser\n---\nWords.\n").problems() == "");
  CHECK(kit::build(roles + "-- a.md --\nWords.\n").problems() == "");
}

}  // namespace offer::contacts_test
