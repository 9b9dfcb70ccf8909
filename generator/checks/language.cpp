// Language: words of another script are marked, so that browsers show and read them rightly.
#include <set>

#include "base/language.h"
#include "base/text.h"
#include "checks/checks.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

const Code words_in_another_script{"words-in-another-script", Severity::warning, "WCAG 3.1.2"};

// Letters of a script other than `own`: where the first run of two or more stands in `text`.
struct ScriptRun {
  size_t start = 0, length = 0;
  Script script = Script::latin;
};
ScriptRun next_run(std::string_view text, size_t from, Script own) {
  ScriptRun run;
  for (size_t at = from; at < text.size();) {
    const size_t length = character_length(text, at);
    const bool ascii = length == 1;
    const Script script = ascii ? Script::latin : script_of(character_at(text, at));
    if (!ascii && script != Script::latin && script != own) {
      if (run.length == 0) run = {at, length, script};
      else run.length = at + length - run.start;
    } else if (run.length > 0) {
      // Spaces and signs between words of the run belong to it; a Latin letter ends it.
      const bool ends = ascii ? is_letter(text[at]) : script == own;
      if (ends && characters_before(text.substr(run.start, run.length), run.length) >= 2) return run;
      if (ends) run = {};
    }
    at += length;
  }
  return run.length > 0 && characters_before(text.substr(run.start, run.length), run.length) >= 2 ? run : ScriptRun{};
}

void another_script(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  const Script own = script_of_language(site.language_of(page));
  std::set<Script> told;
  const auto tell = [&](const ScriptRun& run, std::string_view text, Place place) {
    if (!told.insert(run.script).second) return;  // one cause, one message
    report.add(words_in_another_script, page.path, place, fmt::format("'{}' has {}, and the page does not say in which language", text.substr(run.start, run.length), script_name(run.script)),
               "Put these words on a page of their own with its language in the settings (language: ur), and link to it. Words of such a link may be in that language.");
  };
  for (const PageText& text : parts.texts) {
    const Block& block = *text.block;
    if (!text.has(PageText::far_letter) || block.place.line == 0) continue;
    const Script read_as = text.around.link == nullptr ? own : script_of_language(site.language_at(text.around.link->target, page));
    for (ScriptRun run = next_run(block.text, 0, read_as); run.length > 0; run = next_run(block.text, run.start + run.length, read_as)) {
      const std::string_view words = block.text.substr(run.start, run.length);
      tell(run, block.text, place_in(block, run.start, characters_before(words, words.size())));
    }
  }
  if (page.easy_read) return;
  const auto look = [&](const std::string& words, const FieldInfo& field) {
    if ((holds_of(words) & PageText::far_letter) == 0) return;
    if (const ScriptRun run = next_run(words, 0, own); run.length > 0) tell(run, words, page.fields.place_of(field));
  };
  look(page.title, shared::title);
  look(page.summary, shared::summary);
}

}  // namespace

const std::vector<Check>& language_checks() {
  static const std::vector<Check> checks{{words_in_another_script, another_script}};
  return checks;
}

}  // namespace offer
