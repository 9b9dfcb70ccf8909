// Codes that more than one part of the program uses. To add one: a line here, a line in codes.cpp, a page in checks/docs/.
// A code of a single check stands beside that check instead.
#pragma once

#include <vector>

#include "diagnose/code.h"

namespace offer {

namespace codes {
// Files
extern const Code unreadable_files;
extern const Code files_not_in_utf8;
extern const Code files_with_nul_bytes;
extern const Code missing_dictionaries;
extern const Code pages_too_large;
extern const Code tables_too_wide;
extern const Code nesting_too_deep;
extern const Code unknown_files;
extern const Code conflict_copies;
// Front matter and data
extern const Code missing_front_matter;
extern const Code unclosed_front_matter;
extern const Code broken_yaml;
extern const Code tabs_in_yaml;
extern const Code unknown_fields;
extern const Code repeated_fields;
extern const Code missing_fields;
extern const Code wrong_values;
extern const Code unknown_choices;
extern const Code unknown_references;
extern const Code missing_settings;
// Addresses and links
extern const Code repeated_ids;
extern const Code repeated_addresses;
extern const Code addresses_differing_by_case;
extern const Code broken_links;
extern const Code broken_anchors;
extern const Code links_to_unpublished_pages;
extern const Code unsafe_addresses;
extern const Code links_without_words;
// Structure
extern const Code raw_html;
extern const Code missing_headings;
extern const Code near_miss_headings;
extern const Code near_miss_labels;
extern const Code wrong_numbering;
extern const Code broken_data_files;
extern const Code formula_cells;
extern const Code broken_tables;
extern const Code relations_that_clash;
extern const Code broken_deadlines;
extern const Code wrong_sums;
extern const Code quotes_without_consent;
extern const Code people_who_can_be_known;
extern const Code expired_words;
extern const Code consent_that_ended;
extern const Code gaps_in_what_changed;
extern const Code dead_ends;
extern const Code placeholders;
extern const Code endless_steps;
extern const Code broken_version_tables;
extern const Code skipped_heading_levels;
extern const Code titles_in_the_text;
extern const Code repeated_headings;
extern const Code empty_headings;
extern const Code pictures_without_description;
extern const Code tables_without_header;
// Words
extern const Code unexplained_abbreviations;
extern const Code repeated_terms;
extern const Code long_summaries;
extern const Code long_titles;
// Dates
extern const Code overdue_reviews;
extern const Code impossible_review_dates;
// Easy Read
extern const Code easy_read_without_full_page;
extern const Code rows_without_picture;
extern const Code rows_without_words;
extern const Code unknown_pictures;
extern const Code unexplained_hard_words;
extern const Code easy_read_long_sentences;
extern const Code easy_read_very_long_sentences;
extern const Code easy_read_long_sentences_on_average;
extern const Code easy_read_sentences_with_two_ideas;
extern const Code easy_read_passive_sentences;
extern const Code easy_read_double_negatives;
extern const Code easy_read_negative_orders;
extern const Code easy_read_semicolons;
extern const Code easy_read_many_commas;
extern const Code easy_read_aliases;
extern const Code easy_read_many_hard_words;
extern const Code easy_read_words_not_known;
extern const Code easy_read_initials;
extern const Code easy_read_jargon;
extern const Code easy_read_idioms;
extern const Code easy_read_distant_words;
extern const Code easy_read_without_you;
extern const Code easy_read_negative_contractions;
extern const Code easy_read_number_words;
extern const Code easy_read_percentages;
extern const Code easy_read_big_numbers;
extern const Code easy_read_short_dates;
extern const Code easy_read_wrong_day_names;
extern const Code easy_read_24_hour_times;
extern const Code easy_read_roman_numerals;
extern const Code easy_read_hard_signs;
extern const Code easy_read_italics;
extern const Code easy_read_block_capitals;
extern const Code easy_read_crowded_rows;
extern const Code easy_read_overfull_rows;
extern const Code easy_read_two_pictures;
extern const Code easy_read_pictures_with_two_meanings;
extern const Code easy_read_long_pages;
extern const Code easy_read_very_long_pages;
extern const Code easy_read_without_about;
extern const Code easy_read_long_headings;
extern const Code easy_read_without_contact;
extern const Code easy_read_without_company;
extern const Code easy_read_copies;
extern const Code easy_read_drift;
extern const Code easy_read_never_compared;
extern const Code words_with_two_pictures;
extern const Code repeated_pictures;
extern const Code unsafe_drawings;
// Themes
extern const Code broken_templates;
extern const Code missing_theme_files;
// Ourselves: a page that we wrote does not read back
extern const Code pages_that_do_not_parse;
}  // namespace codes

// Those above. checks/all_codes.h has these and what the checks find besides.
const std::vector<const Code*>& shared_codes();

}  // namespace offer
