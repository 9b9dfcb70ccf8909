// The test kit: a whole site in one string, on files in memory.
//
//   auto built = build(R"(
//   -- pathways/camhs.md --
//   ---
//   title: Get help
//   ---
//   ## Steps
//   )");
//   CHECK(built.problems() == "...");
//   CHECK(built.page("/pathways/camhs/") ...);
//
// What a test does not write the kit puts in, so that a test shows only what it is about: site.yml, roles.yml (officer), topics.yml (health),
// needs.yml (autism), a theme that is little more than the body ("theme/…" in a test), two pictures (talk, plan), and of the law ("law/…")
// Schedule 2 with the points S2.1a and S2.19 and the time limit `decide`. In a page that begins with
// a line of three hyphens, required settings that are missing are put in, unless the file holds a line "# as it is"; a page without settings
// gets all of them.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "load/inputs.h"
#include "pipeline.h"

namespace offer::kit {

struct Options {
  std::string today = "2026-11-21";
  bool drafts = false;
  unsigned threads = 1;
  bool easy_read = false;  // with the rules of Easy Read and the picture set that we ship; else no rule is asked
  bool plain_english = false;  // with the rules of plain English that we ship; else no rule is asked
};

struct Built {
  std::map<std::string, std::string> files;  // by path
  Report report;
  Inputs inputs;

  // The HTML of what stands inside <main>, of the page at this address.
  std::string page(std::string_view address) const;
  // One line a finding: "pathways/camhs.md:5:3 broken-links: this link leads nowhere …".
  std::string problems() const;
  // Of these, what stops a build: for tests that are not about how a page is written.
  std::string errors() const;
  // Only those of these codes: for a test that is about one family.
  std::string problems_of(std::initializer_list<std::string_view> codes) const;
  // The same as a person reads it in a terminal.
  std::string printed() const;
  bool has(std::string_view code) const;
};

Inputs inputs_of(std::string_view site, const Options& options = {});
Built build(std::string_view site, const Options& options = {});
Built build(Inputs inputs, const Options& options = {});

// A page's HTML with meanings of glossary words named after their pages: word-0c1f2 whose meaning leads to /glossary/send/ becomes word-send.
std::string with_words_named(std::string html);

// A page's file with the settings put in that it must have and has not. path: below the site's folder.
std::string completed(std::string_view path, std::string text);

// The real folders of this project, read once: for tests that must hold for what we ship.
const Inputs& real_inputs();
std::string source_folder();

}  // namespace offer::kit
