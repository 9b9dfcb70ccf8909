#include "diagnose/codes.h"

namespace offer {

namespace codes {

using enum Severity;

const Code unreadable_files{"unreadable-files", error, "nothing is lost without a word"};
const Code files_not_in_utf8{"files-not-in-utf8", error, "nothing is lost without a word"};
const Code files_with_nul_bytes{"files-with-nul-bytes", error, "nothing is lost without a word"};
const Code pages_too_large{"pages-too-large", error, "pages that open on an old phone"};
const Code tables_too_wide{"tables-too-wide", error, "WCAG 1.4.10 Reflow"};
const Code nesting_too_deep{"nesting-too-deep", error, "pages that can be followed"};
const Code unknown_files{"unknown-files", warning, "nothing is lost without a word"};
const Code missing_front_matter{"missing-front-matter", error, "every page has an owner and a date"};
const Code unclosed_front_matter{"unclosed-front-matter", error, "every page has an owner and a date"};
const Code broken_yaml{"broken-yaml", error, "every page has an owner and a date"};
const Code tabs_in_yaml{"tabs-in-yaml", error, "every page has an owner and a date"};
const Code unknown_fields{"unknown-fields", error, "nothing is lost without a word"};
const Code repeated_fields{"repeated-fields", error, "one fact in one place"};
const Code missing_fields{"missing-fields", error, "every page has an owner and a date"};
const Code wrong_values{"wrong-values", error, "facts that can be used"};
const Code unknown_choices{"unknown-choices", error, "facts that can be used"};
const Code unknown_references{"unknown-references", error, "relations that lead somewhere"};
const Code missing_settings{"missing-settings", error, "a site that knows its name"};
const Code repeated_ids{"repeated-ids", error, "addresses that last"};
const Code repeated_addresses{"repeated-addresses", error, "addresses that last"};
const Code addresses_differing_by_case{"addresses-differing-by-case", error, "addresses that last"};
const Code broken_links{"broken-links", error, "links that lead somewhere"};
const Code broken_anchors{"broken-anchors", error, "links that lead somewhere"};
const Code links_to_unpublished_pages{"links-to-unpublished-pages", error, "links that lead somewhere"};
const Code unsafe_addresses{"unsafe-addresses", error, "readers are safe"};
const Code links_without_words{"links-without-words", error, "WCAG 2.4.4 Link Purpose; PE-11"};
const Code raw_html{"raw-html", error, "content without markup"};
const Code missing_headings{"missing-headings", error, "pages of one kind look alike"};
const Code near_miss_headings{"near-miss-headings", warning, "pages of one kind look alike"};
const Code near_miss_labels{"near-miss-labels", warning, "pages of one kind look alike"};
const Code wrong_numbering{"wrong-numbering", error, "pages of one kind look alike"};
const Code broken_data_files{"broken-data-files", error, "facts that can be used"};
const Code formula_cells{"formula-cells", error, "facts that can be used"};
const Code broken_tables{"broken-tables", error, "pages of one kind look alike"};
const Code relations_that_clash{"relations-that-clash", error, "relations that lead somewhere"};
const Code broken_deadlines{"broken-deadlines", error, "dates that families can rely on"};
const Code wrong_sums{"wrong-sums", error, "numbers that add up"};
const Code quotes_without_consent{"quotes-without-consent", error, "regulation 56(3): nobody can be identified"};
const Code people_who_can_be_known{"people-who-can-be-known", error, "regulation 56(3): nobody can be identified"};
const Code expired_words{"expired-words", warning, "one word for one thing, and the one in use"};
const Code consent_that_ended{"consent-that-ended", error, "regulation 56(3): nobody can be identified"};
const Code gaps_in_what_changed{"gaps-in-what-changed", error, "anybody can see what changed"};
const Code dead_ends{"dead-ends", warning, "families know what to do next"};
const Code broken_version_tables{"broken-version-tables", error, "anybody can see what changed"};
const Code skipped_heading_levels{"skipped-heading-levels", error, "WCAG 1.3.1 Info and Relationships; PE-13"};
const Code titles_in_the_text{"titles-in-the-text", error, "WCAG 1.3.1 Info and Relationships"};
const Code repeated_headings{"repeated-headings", warning, "WCAG 2.4.6 Headings and Labels; PE-13"};
const Code empty_headings{"empty-headings", error, "WCAG 2.4.6 Headings and Labels"};
const Code pictures_without_description{"pictures-without-description", error, "WCAG 1.1.1 Non-text Content; PE-27"};
const Code tables_without_header{"tables-without-header", error, "WCAG 1.3.1 Info and Relationships; PE-26"};
const Code unexplained_abbreviations{"unexplained-abbreviations", error, "WCAG 3.1.4 Abbreviations; PE-04"};
const Code repeated_terms{"repeated-terms", error, "one word for one thing; ER-09"};
const Code long_summaries{"long-summaries", warning, "PE-01"};
const Code long_titles{"long-titles", warning, "titles that fit a phone"};
const Code overdue_reviews{"overdue-reviews", warning, "facts that are still true"};
const Code impossible_review_dates{"impossible-review-dates", error, "facts that are still true"};
const Code easy_read_without_full_page{"easy-read-without-full-page", error, "ER-41"};
const Code rows_without_picture{"rows-without-picture", error, "ER-04"};
const Code rows_without_words{"rows-without-words", error, "ER-06"};
const Code unknown_pictures{"unknown-pictures", error, "ER-04"};
const Code unexplained_hard_words{"unexplained-hard-words", error, "ER-10"};
const Code broken_templates{"broken-templates", error, "themes that cannot break a page"};
const Code missing_theme_files{"missing-theme-files", error, "themes that cannot break a page"};
const Code pages_that_do_not_parse{"pages-that-do-not-parse", error, "pages that every browser reads alike"};

}  // namespace codes

const std::vector<const Code*>& all_codes() {
  using namespace codes;
  static const std::vector<const Code*> all{
      &unreadable_files,
      &files_not_in_utf8,
      &files_with_nul_bytes,
      &pages_too_large,
      &tables_too_wide,
      &nesting_too_deep,
      &unknown_files,
      &missing_front_matter,
      &unclosed_front_matter,
      &broken_yaml,
      &tabs_in_yaml,
      &unknown_fields,
      &repeated_fields,
      &missing_fields,
      &wrong_values,
      &unknown_choices,
      &unknown_references,
      &missing_settings,
      &repeated_ids,
      &repeated_addresses,
      &addresses_differing_by_case,
      &broken_links,
      &broken_anchors,
      &links_to_unpublished_pages,
      &unsafe_addresses,
      &links_without_words,
      &raw_html,
      &missing_headings,
      &near_miss_headings,
      &near_miss_labels,
      &wrong_numbering,
      &broken_data_files,
      &formula_cells,
      &broken_tables,
      &relations_that_clash,
      &broken_deadlines,
      &wrong_sums,
      &quotes_without_consent,
      &people_who_can_be_known,
      &expired_words,
      &consent_that_ended,
      &gaps_in_what_changed,
      &dead_ends,
      &broken_version_tables,
      &skipped_heading_levels,
      &titles_in_the_text,
      &repeated_headings,
      &empty_headings,
      &pictures_without_description,
      &tables_without_header,
      &unexplained_abbreviations,
      &repeated_terms,
      &long_summaries,
      &long_titles,
      &overdue_reviews,
      &impossible_review_dates,
      &easy_read_without_full_page,
      &rows_without_picture,
      &rows_without_words,
      &unknown_pictures,
      &unexplained_hard_words,
      &broken_templates,
      &missing_theme_files,
      &pages_that_do_not_parse,
  };
  return all;
}

const Code* find_code(std::string_view name) {
  for (const Code* code : all_codes())
    if (code->name == name) return code;
  return nullptr;
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::look: return "look";
  }
  return "";
}

}  // namespace offer
