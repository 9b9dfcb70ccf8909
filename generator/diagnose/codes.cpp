#include "diagnose/codes.h"

namespace offer {

namespace codes {

using enum Severity;

const Code unreadable_files{"unreadable-files", error, "nothing is lost without a word"};
const Code files_not_in_utf8{"files-not-in-utf8", error, "nothing is lost without a word"};
const Code files_with_nul_bytes{"files-with-nul-bytes", error, "nothing is lost without a word"};
const Code missing_dictionaries{"missing-dictionaries", look, "PE-29"};
const Code pages_too_large{"pages-too-large", error, "pages that open on an old phone"};
const Code tables_too_wide{"tables-too-wide", error, "WCAG 1.4.10 Reflow"};
const Code nesting_too_deep{"nesting-too-deep", error, "pages that can be followed"};
const Code unknown_files{"unknown-files", warning, "nothing is lost without a word"};
const Code conflict_copies{"conflict-copies", warning, "nothing is lost without a word"};
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
const Code placeholders{"placeholders", warning, "pages that are finished"};
const Code endless_steps{"endless-steps", error, "families know what to do next"};
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
const Code easy_read_long_sentences{"easy-read-long-sentences", warning, "ER-01"};
const Code easy_read_very_long_sentences{"easy-read-very-long-sentences", error, "ER-01"};
const Code easy_read_long_sentences_on_average{"easy-read-long-sentences-on-average", warning, "ER-01"};
const Code easy_read_sentences_with_two_ideas{"easy-read-sentences-with-two-ideas", warning, "ER-02"};
const Code easy_read_passive_sentences{"easy-read-passive-sentences", warning, "ER-16"};
const Code easy_read_double_negatives{"easy-read-double-negatives", error, "ER-18"};
const Code easy_read_negative_orders{"easy-read-negative-orders", warning, "ER-18"};
const Code easy_read_semicolons{"easy-read-semicolons", warning, "ER-24"};
const Code easy_read_many_commas{"easy-read-many-commas", warning, "ER-24"};
const Code easy_read_aliases{"easy-read-aliases", error, "ER-09"};
const Code easy_read_many_hard_words{"easy-read-many-hard-words", warning, "ER-11"};
const Code easy_read_words_not_known{"easy-read-words-not-known", warning, "ER-12"};
const Code easy_read_initials{"easy-read-initials", error, "ER-13"};
const Code easy_read_jargon{"easy-read-jargon", error, "ER-14"};
const Code easy_read_idioms{"easy-read-idioms", warning, "ER-15"};
const Code easy_read_distant_words{"easy-read-distant-words", warning, "ER-17"};
const Code easy_read_without_you{"easy-read-without-you", warning, "ER-17"};
const Code easy_read_negative_contractions{"easy-read-negative-contractions", warning, "ER-25"};
const Code easy_read_number_words{"easy-read-number-words", warning, "ER-19"};
const Code easy_read_percentages{"easy-read-percentages", warning, "ER-20"};
const Code easy_read_big_numbers{"easy-read-big-numbers", warning, "ER-20"};
const Code easy_read_short_dates{"easy-read-short-dates", error, "ER-21"};
const Code easy_read_wrong_day_names{"easy-read-wrong-day-names", error, "ER-21"};
const Code easy_read_24_hour_times{"easy-read-24-hour-times", warning, "ER-22"};
const Code easy_read_roman_numerals{"easy-read-roman-numerals", error, "ER-23"};
const Code easy_read_hard_signs{"easy-read-hard-signs", error, "ER-23"};
const Code easy_read_italics{"easy-read-italics", error, "ER-28"};
const Code easy_read_block_capitals{"easy-read-block-capitals", error, "ER-28"};
const Code easy_read_crowded_rows{"easy-read-crowded-rows", warning, "ER-03"};
const Code easy_read_overfull_rows{"easy-read-overfull-rows", error, "ER-03"};
const Code easy_read_two_pictures{"easy-read-two-pictures", error, "ER-06"};
const Code easy_read_pictures_with_two_meanings{"easy-read-pictures-with-two-meanings", warning, "ER-08"};
const Code easy_read_long_pages{"easy-read-long-pages", warning, "ER-31"};
const Code easy_read_very_long_pages{"easy-read-very-long-pages", error, "ER-31"};
const Code easy_read_without_about{"easy-read-without-about", error, "ER-32"};
const Code easy_read_long_headings{"easy-read-long-headings", warning, "ER-33"};
const Code easy_read_without_contact{"easy-read-without-contact", error, "ER-35"};
const Code easy_read_without_company{"easy-read-without-company", warning, "ER-43"};
const Code easy_read_copies{"easy-read-copies", warning, "ER-40"};
const Code easy_read_drift{"easy-read-drift", warning, "ER-41"};
const Code easy_read_never_compared{"easy-read-never-compared", look, "ER-41"};
const Code words_with_two_pictures{"words-with-two-pictures", warning, "ER-08"};
const Code repeated_pictures{"repeated-pictures", error, "ER-08"};
const Code unsafe_drawings{"unsafe-drawings", error, "readers are safe"};
const Code broken_templates{"broken-templates", error, "themes that cannot break a page"};
const Code missing_theme_files{"missing-theme-files", error, "themes that cannot break a page"};
const Code pages_that_do_not_parse{"pages-that-do-not-parse", error, "pages that every browser reads alike"};

}  // namespace codes

const std::vector<const Code*>& shared_codes() {
  static const std::vector<const Code*> all{
      &codes::unreadable_files,
      &codes::files_not_in_utf8,
      &codes::files_with_nul_bytes,
      &codes::missing_dictionaries,
      &codes::pages_too_large,
      &codes::tables_too_wide,
      &codes::nesting_too_deep,
      &codes::unknown_files,
      &codes::conflict_copies,
      &codes::missing_front_matter,
      &codes::unclosed_front_matter,
      &codes::broken_yaml,
      &codes::tabs_in_yaml,
      &codes::unknown_fields,
      &codes::repeated_fields,
      &codes::missing_fields,
      &codes::wrong_values,
      &codes::unknown_choices,
      &codes::unknown_references,
      &codes::missing_settings,
      &codes::repeated_ids,
      &codes::repeated_addresses,
      &codes::addresses_differing_by_case,
      &codes::broken_links,
      &codes::broken_anchors,
      &codes::links_to_unpublished_pages,
      &codes::unsafe_addresses,
      &codes::links_without_words,
      &codes::raw_html,
      &codes::missing_headings,
      &codes::near_miss_headings,
      &codes::near_miss_labels,
      &codes::wrong_numbering,
      &codes::broken_data_files,
      &codes::formula_cells,
      &codes::broken_tables,
      &codes::relations_that_clash,
      &codes::broken_deadlines,
      &codes::wrong_sums,
      &codes::quotes_without_consent,
      &codes::people_who_can_be_known,
      &codes::expired_words,
      &codes::consent_that_ended,
      &codes::gaps_in_what_changed,
      &codes::dead_ends,
      &codes::placeholders,
      &codes::endless_steps,
      &codes::broken_version_tables,
      &codes::skipped_heading_levels,
      &codes::titles_in_the_text,
      &codes::repeated_headings,
      &codes::empty_headings,
      &codes::pictures_without_description,
      &codes::tables_without_header,
      &codes::unexplained_abbreviations,
      &codes::repeated_terms,
      &codes::long_summaries,
      &codes::long_titles,
      &codes::overdue_reviews,
      &codes::impossible_review_dates,
      &codes::easy_read_without_full_page,
      &codes::rows_without_picture,
      &codes::rows_without_words,
      &codes::unknown_pictures,
      &codes::unexplained_hard_words,
      &codes::easy_read_long_sentences,
      &codes::easy_read_very_long_sentences,
      &codes::easy_read_long_sentences_on_average,
      &codes::easy_read_sentences_with_two_ideas,
      &codes::easy_read_passive_sentences,
      &codes::easy_read_double_negatives,
      &codes::easy_read_negative_orders,
      &codes::easy_read_semicolons,
      &codes::easy_read_many_commas,
      &codes::easy_read_aliases,
      &codes::easy_read_many_hard_words,
      &codes::easy_read_words_not_known,
      &codes::easy_read_initials,
      &codes::easy_read_jargon,
      &codes::easy_read_idioms,
      &codes::easy_read_distant_words,
      &codes::easy_read_without_you,
      &codes::easy_read_negative_contractions,
      &codes::easy_read_number_words,
      &codes::easy_read_percentages,
      &codes::easy_read_big_numbers,
      &codes::easy_read_short_dates,
      &codes::easy_read_wrong_day_names,
      &codes::easy_read_24_hour_times,
      &codes::easy_read_roman_numerals,
      &codes::easy_read_hard_signs,
      &codes::easy_read_italics,
      &codes::easy_read_block_capitals,
      &codes::easy_read_crowded_rows,
      &codes::easy_read_overfull_rows,
      &codes::easy_read_two_pictures,
      &codes::easy_read_pictures_with_two_meanings,
      &codes::easy_read_long_pages,
      &codes::easy_read_very_long_pages,
      &codes::easy_read_without_about,
      &codes::easy_read_long_headings,
      &codes::easy_read_without_contact,
      &codes::easy_read_without_company,
      &codes::easy_read_copies,
      &codes::easy_read_drift,
      &codes::easy_read_never_compared,
      &codes::words_with_two_pictures,
      &codes::repeated_pictures,
      &codes::unsafe_drawings,
      &codes::broken_templates,
      &codes::missing_theme_files,
      &codes::pages_that_do_not_parse,
  };
  return all;
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
