// The table of checks: each looks at one page as its readers would, and says what stands in their way.
//
// To add one: a Code, a function and a line in the table of its family's file, and a page in checks/docs/ with a wrong and a right example,
// which the tests run. A new family: a file, and a line in check_families().
#pragma once

#include <functional>
#include <vector>

#include "checks/page_parts.h"
#include "diagnose/report.h"
#include "model/output.h"
#include "model/site_view.h"

namespace offer {

namespace html {
class Page;
}

// On the page's Blocks and fields: finds the exact place in the Markdown. parts: its Blocks by kind, so that no check walks through all of them again.
struct Check {
  const Code& code;
  void (*run)(const Page& page, const SiteView& site, const PageParts& parts, Report& report);
};

// A family of checks: one file of this folder.
struct CheckFamily {
  std::string_view name;
  const std::vector<Check>& (*checks)();
};
const std::vector<CheckFamily>& check_families();

const std::vector<Check>& heading_checks();
const std::vector<Check>& link_checks();
const std::vector<Check>& picture_checks();
const std::vector<Check>& table_checks();
const std::vector<Check>& word_checks();
const std::vector<Check>& date_checks();
const std::vector<Check>& ended_checks();
const std::vector<Check>& placeholder_checks();
const std::vector<Check>& identity_checks();
const std::vector<Check>& heading_word_checks();
const std::vector<Check>& link_target_checks();
const std::vector<Check>& contact_checks();
const std::vector<Check>& picture_file_checks();
const std::vector<Check>& table_shape_checks();
const std::vector<Check>& list_checks();
const std::vector<Check>& language_checks();
const std::vector<Check>& media_checks();
const std::vector<Check>& written_date_checks();

void run_checks(const Page& page, const SiteView& site, Report& report);

// On what we wrote: every HTML and XML file reads back strictly, and an HTML file that does is asked what checks/html_checks.h asks.
// path: the page's source, for the message. trace: where each piece of the file was made from; called only when something is found, and may give
// nothing. Without a trace it is only read back.
using TraceOutput = std::function<std::vector<OutputMark>()>;
void check_output(const OutputFile& file, std::string_view path, const TraceOutput* trace, Report& report);
// The strict reader: libxml2. Asked where html/well_formed.h is not sure.
bool read_back(const OutputFile& file, std::string_view path, Report& report);
// file: the path of the file that was written.
void check_built_html(const html::Page& page, std::string_view file, std::string_view path, const TraceOutput& trace, Report& report);
// One cause, one message: takes out what the built page shows of a line of which another check has spoken.
void leave_out_said_before(Report& report);

// Takes out what the page's `allow` field allows.
void leave_out_allowed(const std::vector<Page>& pages, Report& report);

}  // namespace offer
