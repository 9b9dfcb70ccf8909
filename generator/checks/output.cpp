// Output: what we wrote reads back strictly. A finding here is our mistake or the theme's, never an editor's.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <mutex>

#include "base/text.h"
#include "checks/checks.h"
#include "checks/faultless.h"
#include "diagnose/codes.h"
#include "html/page.h"
#include "html/well_formed.h"

namespace offer {

namespace {

struct FirstError {
  std::string words;
  int line = 0;
};

void keep_first(void* to, xmlErrorPtr error) {
  auto& first = *static_cast<FirstError*>(to);
  if (!first.words.empty() || error == nullptr) return;
  first.words = error->message == nullptr ? "it does not parse" : std::string(trim(error->message));
  first.line = error->line;
}

}  // namespace

void check_output(const OutputFile& file, std::string_view path, const TraceOutput* trace, Report& report) {
  const bool html = file.path.ends_with(".html");
  if (!html && !file.path.ends_with(".xml")) return;
  if (!html || trace == nullptr) {
    if (!html::surely_well_formed(file.bytes)) read_back(file, path, report);
    return;
  }
  if (surely_faultless(file.bytes)) return;  // nearly all
  const html::Page page(file.bytes);
  if (html::surely_well_formed(page.tree) || read_back(file, path, report)) check_built_html(page, file.path, path, *trace, report);
}

bool read_back(const OutputFile& file, std::string_view path, Report& report) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  FirstError first;
  xmlSAXHandler handler{};  // no callbacks: only the parser's own judgement counts
  handler.initialized = XML_SAX2_MAGIC;
  handler.serror = keep_first;
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(file.bytes.data(), static_cast<int>(file.bytes.size()));
  if (parser == nullptr) {
    report.add(codes::pages_that_do_not_parse, path, {}, fmt::format("{} is empty", file.path));
    return false;
  }
  *parser->sax = handler;
  parser->userData = &first;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  xmlParseDocument(parser);
  const bool reads_back = parser->wellFormed != 0;
  if (!reads_back)
    report.add(codes::pages_that_do_not_parse, path, {},
               fmt::format("line {} of {} does not read back: {}", first.line, file.path, first.words.empty() ? "it does not parse" : first.words),
               "This is a mistake in the theme or in local-offer itself. Please report it.");
  if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
  return reads_back;
}

}  // namespace offer
