// A page of this text, judged by the rules of plain English that we ship.
#pragma once

#include <doctest/doctest.h>

#include "checks/plain_page.h"
#include "kit.h"

namespace offer::kit {

// settings: further lines of front matter. files: other files of the site, "-- path --\n…".
// Of the page's findings only those of this family are kept: what others say of so short a page is their tests' business.
inline Built plain(std::string_view text, std::string_view settings = "", std::string_view files = "") {
  Built built = build(fmt::format("{}-- a.md --\n---\ntitle: A page\nsummary: What it gives.\n{}---\n{}\n", files, settings, text), {.plain_english = true});
  Report ours;
  for (const Diagnostic& one : built.report.all()) {
    bool keep = one.path != "a.md";
    for (const PlainFamily& family : plain_families())
      for (const PlainCheck& check : family.checks()) keep = keep || &check.code == one.code;
    if (keep) ours.add(*one.code, one.path, one.place, one.message, one.help);
  }
  built.report = std::move(ours);
  return built;
}

// The help of the only finding.
inline std::string help_for(std::string_view text) {
  const Built built = plain(text);
  REQUIRE_MESSAGE(built.report.all().size() == 1, text, ": ", built.problems());
  return built.report.all().front().help;
}

}  // namespace offer::kit
