#include "checks/style.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "diagnose/codes.h"
#include "load/settings.h"
#include "load/yaml.h"
#include "theme/colour.h"
#include "theme/style_sheet.h"

namespace offer {

namespace {

using enum Severity;

const Code faint_colours{"faint-colours", error, "WCAG 1.4.3 Contrast (Minimum) and 1.4.11 Non-text Contrast; ER-30"};
const Code themes_without_dark{"themes-without-dark", look, "a worried reader at night"};
const Code lost_focus_marks{"lost-focus-marks", error, "WCAG 2.4.7 Focus Visible"};
const Code colours_forced_on_readers{"colours-forced-on-readers", error, "WCAG 1.4.3: readers who choose their own colours"};
const Code words_in_capitals_by_style{"words-in-capitals-by-style", warning, "PE-18; ER-28"};
const Code justified_words{"justified-words", warning, "ER-27; WCAG 1.4.8 Visual Presentation"};
const Code small_words{"small-words", warning, "words that an old phone can show; ER-26"};
const Code small_targets{"small-targets", error, "WCAG 2.5.8 Target Size (Minimum)"};
const Code motion_without_a_choice{"motion-without-a-choice", warning, "WCAG 2.3.3 Animation from Interactions"};
const Code files_from_elsewhere{"files-from-elsewhere", error, "readers are safe; our content security policy is kept"};

struct Sheet {
  std::string path;  // "theme/council.css"
  std::vector<StyleRule> rules;
};

// One way in which a page may be shown.
struct Mode {
  std::string_view name;  // as a message says it
  bool dark;
  bool more_contrast;
};
constexpr Mode modes[] = {{"", false, false}, {"in the dark ", true, false}, {"with more contrast ", false, true}, {"in the dark with more contrast ", true, true}};

// Whether a rule in this @media counts when the page is shown on a screen in this mode.
bool media_counts(std::string_view media, const Mode& mode) {
  if (media.find("print") != std::string_view::npos || media.find("forced-colors") != std::string_view::npos) return false;
  if (media.find("prefers-color-scheme: dark") != std::string_view::npos || media.find("prefers-color-scheme:dark") != std::string_view::npos) return mode.dark;
  if (media.find("prefers-color-scheme: light") != std::string_view::npos || media.find("prefers-color-scheme:light") != std::string_view::npos) return !mode.dark;
  if (media.find("prefers-contrast: more") != std::string_view::npos || media.find("prefers-contrast:more") != std::string_view::npos) return mode.more_contrast;
  return true;
}

struct Token {
  std::string value;
  std::string_view path;
  Place place;
};
using Tokens = std::map<std::string, Token, std::less<>>;

Tokens tokens_in(const std::vector<Sheet>& sheets, const Mode& mode) {
  Tokens tokens;
  for (const Sheet& sheet : sheets)
    for (const StyleRule& rule : sheet.rules) {
      if (rule.selector != ":root" && rule.selector != "html") continue;
      if (!media_counts(rule.media, mode)) continue;
      for (const StyleDeclaration& one : rule.declarations)
        if (one.name.starts_with("--")) tokens[one.name] = {one.value, sheet.path, one.place};
    }
  return tokens;
}

// "var(--ink)" as its colour, through tokens that name tokens.
std::optional<Colour> colour_of_value(std::string_view value, const Tokens& tokens, int depth = 0) {
  value = trim(value);
  if (!value.starts_with("var(") || !value.ends_with(')')) return read_colour(value);
  const std::string_view inside = trim(value.substr(4, value.size() - 5));
  const std::string_view name = trim(inside.substr(0, inside.find(',')));
  const auto token = tokens.find(name);
  if (token == tokens.end() || depth > 8) return std::nullopt;
  return colour_of_value(token->second.value, tokens, depth + 1);
}

// "--ink (#1c2827)", "#1c2827"
std::string named(std::string_view value, const Colour& colour) {
  value = trim(value);
  if (!value.starts_with("var(")) return hex(colour);
  return fmt::format("{} ({})", trim(value.substr(4, value.find_first_of(",)") - 4)), hex(colour));
}

class Contrasts {
 public:
  explicit Contrasts(Report& report) : report_(report) {}

  void ask(std::string_view front, std::string_view ground, double least, const Mode& mode, const Tokens& tokens, std::string_view path, const Place& place) {
    const auto words = colour_of_value(front, tokens);
    const auto under = colour_of_value(ground, tokens);
    if (!words || !under) return;
    const double ratio = contrast(*words, *under);
    if (ratio >= least - 0.005) return;
    const std::string what = fmt::format("{} on {}", named(front, *words), named(ground, *under));
    if (!said_.insert(what).second) return;  // one cause, one message, whatever the mode
    report_.add(faint_colours, path, place,
                fmt::format("{}{} is hard to see: the contrast is {:.2f} to 1, and it must be {:g} to 1", mode.name, what, ratio, least),
                fmt::format("{} would do in place of {}.", hex(mended(*words, *under, least)), hex(*words)));
  }

 private:
  Report& report_;
  std::set<std::string, std::less<>> said_;
};

std::vector<std::string> token_names(std::string_view list) {
  std::vector<std::string> names;
  for (const std::string_view name : split(list, ','))
    if (!trim(name).empty()) names.push_back("--" + std::string(trim(name)));
  return names;
}

// The rows of `contrast:` in theme.yml: "ink, soft on paper, card: 4.5".
void ask_promised(const YamlNode& row, const std::vector<Tokens>& in_mode, Contrasts& contrasts, Report& report) {
  const std::string_view text = row.text;
  const size_t on = text.find(" on ");
  const size_t colon = text.rfind(':');
  double least = 0;
  if (on != std::string_view::npos && colon != std::string_view::npos && colon > on)
    least = trim(text.substr(colon + 1)) == "4.5" ? 4.5 : trim(text.substr(colon + 1)) == "7" ? 7 : trim(text.substr(colon + 1)) == "3" ? 3 : 0;
  if (least == 0) {
    report.add(codes::wrong_values, "theme/theme.yml", row.place, "this row of contrast is not understood",
               "Write for example: \"ink, soft on paper, card: 4.5\". The number is 3, 4.5 or 7.");
    return;
  }
  for (size_t i = 0; i < std::size(modes); ++i)
    for (const std::string& front : token_names(text.substr(0, on)))
      for (const std::string& ground : token_names(text.substr(on + 4, colon - on - 4))) {
        const auto token = in_mode[i].find(front);
        if (token == in_mode[i].end() || !in_mode[i].contains(ground)) {
          if (i == 0)
            report.add(codes::unknown_references, "theme/theme.yml", row.place,
                       fmt::format("there is no token {} in the style sheets", token == in_mode[i].end() ? front : ground));
          continue;
        }
        contrasts.ask(fmt::format("var({})", front), fmt::format("var({})", ground), least, modes[i], in_mode[i], token->second.path, token->second.place);
      }
}

std::string_view ground_in(const StyleRule& rule) {
  for (const std::string_view name : {"background-color", "background"})
    if (const StyleDeclaration* one = rule.find(name)) return one->value;
  return {};
}

void colours(const std::vector<Sheet>& sheets, const std::vector<SourceFile>& files, Report& report) {
  std::vector<Tokens> in_mode;
  for (const Mode& mode : modes) in_mode.push_back(tokens_in(sheets, mode));
  Contrasts contrasts(report);
  for (const Sheet& sheet : sheets)
    for (const StyleRule& rule : sheet.rules) {
      const StyleDeclaration* front = rule.find("color");
      if (front == nullptr || ground_in(rule).empty()) continue;
      for (size_t i = 0; i < std::size(modes); ++i)
        if (media_counts(rule.media, modes[i])) contrasts.ask(front->value, ground_in(rule), 4.5, modes[i], in_mode[i], sheet.path, front->place);
    }
  const SourceFile* about = find_file(files, "theme.yml");
  Report read_already;
  const auto map = about == nullptr ? std::nullopt : parse_yaml(about->bytes, "theme/theme.yml", 1, read_already);
  const YamlNode* promised = map ? map->find("contrast") : nullptr;
  if (promised == nullptr) return;
  for (const YamlNode& row : promised->items) ask_promised(row, in_mode, contrasts, report);
}

bool has_media(const std::vector<Sheet>& sheets, std::string_view words) {
  for (const Sheet& sheet : sheets)
    for (const StyleRule& rule : sheet.rules)
      if (rule.media.find(words) != std::string::npos) return true;
  return false;
}

void darkness(const std::vector<Sheet>& sheets, Report& report) {
  bool tokens = false;
  for (const Sheet& sheet : sheets)
    for (const StyleRule& rule : sheet.rules) tokens = tokens || rule.find("background") != nullptr || rule.find("background-color") != nullptr;
  if (!tokens || has_media(sheets, "prefers-color-scheme")) return;
  report.add(themes_without_dark, sheets.front().path, {}, "this theme has no dark colours: a page at night shines as bright as by day",
             "Give the tokens other values in @media (prefers-color-scheme: dark).");
}

bool takes_outline(const StyleRule& rule) {
  for (const std::string_view name : {"outline", "outline-style", "outline-width"})
    if (const StyleDeclaration* one = rule.find(name)) return one->value == "0" || one->value == "none" || one->value == "0px";
  return false;
}

bool shows_focus(const StyleRule& rule) {
  if (takes_outline(rule)) return false;
  for (const std::string_view name : {"outline", "box-shadow", "border", "border-color", "background", "background-color"})
    if (const StyleDeclaration* one = rule.find(name)) return one->value != "none" && one->value != "0";
  return false;
}

// The mark may be taken from an element if a part of it, or the element around it, shows one instead; or if it cannot be reached by keyboard.
void focus(const std::vector<Sheet>& sheets, Report& report) {
  for (const Sheet& sheet : sheets)
    for (const StyleRule& rule : sheet.rules) {
      if (!takes_outline(rule) || rule.selector.find(":not(:focus-visible)") != std::string::npos || rule.selector == "main:focus" || shows_focus(rule)) continue;
      bool instead = false;
      for (const Sheet& other : sheets)
        for (const StyleRule& one : other.rules)
          instead = instead || (one.selector.starts_with(rule.selector) && one.selector.size() > rule.selector.size() && shows_focus(one)) ||
                    (one.selector.find(":focus-within") != std::string::npos && shows_focus(one));
      if (!instead)
        report.add(lost_focus_marks, sheet.path, rule.place, fmt::format("'{}' takes away the mark that shows where the keyboard is", rule.selector),
                   "Leave the outline, or give another mark that is as easy to see.");
    }
}

double number_before(std::string_view value, std::string_view unit) {
  if (!value.ends_with(unit)) return -1;
  value.remove_suffix(unit.size());
  double number = 0;
  double place = 0;
  if (value.empty()) return -1;
  for (const char c : value) {
    if (c == '.' && place == 0) place = 1;
    else if (!is_digit(c)) return -1;
    else number = place == 0 ? number * 10 + (c - '0') : number + (c - '0') * (place /= 10);
  }
  return number;
}

// In pixels, if it is written in a way that does not depend on what stands around; -1: it is not.
double pixels(std::string_view value) {
  if (const double rem = number_before(value, "rem"); rem >= 0) return rem * 16;
  if (const double points = number_before(value, "pt"); points >= 0) return points * 96 / 72;
  return number_before(value, "px");
}

bool for_paper(const StyleRule& rule) { return rule.media.find("print") != std::string::npos; }

void sizes(const Sheet& sheet, Report& report) {
  for (const StyleRule& rule : sheet.rules) {
    if (for_paper(rule)) continue;
    if (const StyleDeclaration* size = rule.find("font-size"); size != nullptr && pixels(size->value) >= 0 && pixels(size->value) < 12.8)
      report.add(small_words, sheet.path, size->place, fmt::format("words of {} are too small to read on a phone", size->value), "Write at least 0.8rem.");
    const std::string_view last = std::string_view(rule.selector).substr(rule.selector.find_last_of(" >+~") == std::string::npos ? 0 : rule.selector.find_last_of(" >+~") + 1);
    const bool control = last.starts_with("button") || last.starts_with("input") || last.starts_with("select") || last.starts_with("summary");
    if (!control) continue;
    for (const std::string_view name : {"height", "width", "max-height", "max-width"})
      if (const StyleDeclaration* one = rule.find(name); one != nullptr && pixels(one->value) >= 0 && pixels(one->value) < 24)
        report.add(small_targets, sheet.path, one->place, fmt::format("'{}' is {} {}: too small to hit with a finger", rule.selector, one->value, name.ends_with("height") ? "high" : "wide"),
                   "Give it at least 24px, better 44px.");
  }
}

// Pictures keep their colours: a reader's colours are for words.
bool of_pictures(std::string_view selector) {
  for (const std::string_view one : split(selector, ',')) {
    const std::string_view last = trim(one).substr(trim(one).find_last_of(" >+~") + 1);
    if (last.find("img") == std::string_view::npos && last.find("picture") == std::string_view::npos && last.find("svg") == std::string_view::npos) return false;
  }
  return true;
}

void habits(const Sheet& sheet, bool motion_can_be_stopped, Report& report) {
  for (const StyleRule& rule : sheet.rules) {
    if (rule.selector.starts_with("@import"))
      report.add(files_from_elsewhere, sheet.path, rule.place, "this style sheet fetches another one", "Put its rules into the theme, and name the file in theme.yml.");
    for (const StyleDeclaration& one : rule.declarations) {
      const std::string value = lower(one.value);
      if (one.name == "forced-color-adjust" && value == "none" && !of_pictures(rule.selector))
        report.add(colours_forced_on_readers, sheet.path, one.place, fmt::format("'{}' keeps its colours when a reader has chosen other ones", rule.selector), "Leave forced-color-adjust out.");
      if (one.name == "text-transform" && value == "uppercase")
        report.add(words_in_capitals_by_style, sheet.path, one.place, fmt::format("'{}' puts words in capitals, which are harder to read", rule.selector), "Leave text-transform out.");
      if (one.name == "text-align" && value == "justify")
        report.add(justified_words, sheet.path, one.place, fmt::format("'{}' stretches lines to both edges, with uneven gaps between words", rule.selector), "text-align: left");
      if (one.name == "hyphens" && value == "auto")
        report.add(justified_words, sheet.path, one.place, fmt::format("'{}' splits words at the end of a line", rule.selector), "hyphens: manual");
      if ((one.name == "animation" || one.name == "animation-name" || one.name == "transition") && value != "none" && !motion_can_be_stopped &&
          rule.media.find("prefers-reduced-motion") == std::string::npos)
        report.add(motion_without_a_choice, sheet.path, one.place, fmt::format("'{}' moves, also for readers whom movement makes ill", rule.selector),
                   "Put it in @media (prefers-reduced-motion: no-preference).");
      for (const std::string_view address : {"url(http", "url(\"http", "url('http", "url(//", "url(\"//", "url('//"})
        if (value.find(address) != std::string::npos) {
          report.add(files_from_elsewhere, sheet.path, one.place, "this fetches a file from another server, which then knows who reads the page", "Put the file into the theme.");
          break;
        }
    }
  }
}

}  // namespace

void check_style(const std::vector<SourceFile>& files, Report& report) {
  std::vector<Sheet> sheets;
  for (const SourceFile& file : files)
    if (file.path.ends_with(".css") && file.trouble.empty()) sheets.push_back({"theme/" + file.path, read_style_sheet(file.bytes)});
  if (sheets.empty()) return;
  colours(sheets, files, report);
  darkness(sheets, report);
  focus(sheets, report);
  const bool motion_can_be_stopped = has_media(sheets, "prefers-reduced-motion: reduce");
  for (const Sheet& sheet : sheets) {
    sizes(sheet, report);
    habits(sheet, motion_can_be_stopped, report);
  }
}

const std::vector<const Code*>& style_codes() {
  static const std::vector<const Code*> all{&faint_colours,    &themes_without_dark, &lost_focus_marks, &colours_forced_on_readers, &words_in_capitals_by_style,
                                            &justified_words,  &small_words,         &small_targets,    &motion_without_a_choice,   &files_from_elsewhere};
  return all;
}

}  // namespace offer
