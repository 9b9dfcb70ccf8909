// The fields that every page has, whatever its type.
#pragma once

#include <string_view>
#include <vector>

#include "model/data_table.h"
#include "model/field.h"

namespace offer::shared {

extern const Field<std::string> id;
extern const Field<std::string> title;
extern const Field<std::string> short_title;
extern const Field<std::string> summary;
extern const Field<Choices> audience;
extern const Field<Choice> status;
extern const Field<Date> published;
extern const Field<Id> owner;
extern const Field<Date> reviewed;
extern const Field<Date> review_by;
extern const Field<Ids> covers;
extern const Field<Ids> topics;
extern const Field<Ids> needs;
extern const Field<Id> help;
extern const Field<Ids> related;
extern const Field<Words> was;
extern const Field<std::string> short_address;
extern const Field<std::string> language;
extern const Field<Words> allow;

// For types that have them; not among all().
extern const Field<Ages> ages;

// The table of days that any page can have: x.dates.csv.
extern const TableInfo dates;

// Fields of an Easy Read version; the rest comes from its full page.
extern const Field<std::string> checked_by;
extern const Field<Date> checked_on;
extern const Field<Words> follows;
extern const Field<std::string> accepted;
extern const Field<Date> accepted_on;

const std::vector<const FieldInfo*>& all();
const std::vector<const FieldInfo*>& of_easy_read();

}  // namespace offer::shared
