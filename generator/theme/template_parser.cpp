#include "theme/template_parser.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "theme/html_spot.h"
#include "theme/template_files.h"
#include "theme/template_problems.h"
#include "theme/template_tag.h"
#include "theme/visible_names.h"

namespace offer {

namespace {

// Limits on one template with all its parts, so that no theme can stop the program.
constexpr size_t max_parts = 1000;  // put in: parts of parts may multiply
constexpr size_t max_bytes = 8'000'000;

// A section that is open.
struct OpenSection {
  string_view name;
  string_view meant;  // the name that was taken for it
  size_t begin = 0;   // of its first tag
  size_t end = 0;
  ProgramWriter::Opening opening;
  HtmlSpot start;
};

// A template that is being read; its sections are those above first_section.
struct File {
  string_view name;
  std::string path;
  string_view text;
  size_t first_section = 0;
  size_t markup_begin = string_view::npos;  // of the last tag or comment that began in this file
};

class Parser {
 public:
  Parser(const std::vector<SourceFile>& files, const Schema& schema, string_view path_prefix,
         Report& report)
      : files_(files),
        path_prefix_(path_prefix),
        problems_(report),
        writer_(schema),
        names_(schema) {}

  TemplateProgram parse(string_view name) {
    const SourceFile* source = find_template(files_, name);
    if (source == nullptr) {
      problems_.add(codes::missing_theme_files, path_of(name), {},
                    fmt::format("the theme has no template called '{}'", name),
                    did_you_mean(name, template_names(files_)));
    } else {
      read(name, *source);
    }
    return writer_.finish();
  }

 private:
  // Files
  std::string path_of(string_view name) const;
  void read(string_view name, const SourceFile& source);
  void end_file(const HtmlSpot& start);

  // Text and tags
  void literal(size_t from, size_t to);

  void tag(const TemplateTag& tag);
  void value(const TemplateTag& tag);
  void list_as_value(const TemplateTag& tag, const Slot& list);
  bool closed_after(const TemplateTag& tag, string_view name) const;
  void open_section(const TemplateTag& tag);
  void close_section(const TemplateTag& tag);
  void not_opened(const TemplateTag& tag);
  void end_section();
  void part(const TemplateTag& tag);

  FoundName known(const TemplateTag& tag);
  void not_whole(const TemplateTag& tag);
  std::string help_for_refusal(const TemplateTag& tag, const std::string& why) const;

  Place place(size_t begin, size_t end) const {
    return place_in(open_files_.back().text, begin, end);
  }
  Place place(const TemplateTag& tag) const { return place(tag.begin, tag.end); }
  void problem(Place place, std::string message, std::string help = {},
               const Code& code = codes::broken_templates) {
    problems_.add(code, open_files_.back().path, place, std::move(message), std::move(help));
  }

  // A tag that is not closed, a quote that is missing: the rest of the page is read askew, so only
  // the first is said.
  void markup_problem(Place place, std::string message, std::string help = {}) {
    if (!markup_lost_) problem(place, std::move(message), std::move(help));
    markup_lost_ = true;
  }

  const std::vector<SourceFile>& files_;
  string_view path_prefix_;
  TemplateProblems problems_;
  ProgramWriter writer_;
  VisibleNames names_;
  std::vector<OpenSection> sections_;
  std::vector<File> open_files_;  // the template, then each part around here
  bool markup_lost_ = false;      // where tags begin and end is not sure any more
  size_t parts_ = 0;
  size_t unknown_sections_ = 0;  // around here; names inside may be names of their items
};

// Files

std::string Parser::path_of(string_view name) const {
  return std::string(path_prefix_) + template_path(name);
}

void Parser::read(string_view name, const SourceFile& source) {
  string_view text = source.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  open_files_.push_back({name, path_of(name), text, sections_.size(), string_view::npos});
  const HtmlSpot start = writer_.spot();
  size_t at = problems_.readable(source, text, open_files_.back().path) ? 0 : text.size();
  while (at < text.size() && !problems_.enough()) {
    const size_t begin = find_tag(text, at);
    if (begin == string_view::npos) {
      literal(at, text.size());
      break;
    }
    const TemplateTag next = read_tag(text, begin);
    const auto line = line_of_its_own(text, next);
    literal(at, line ? line->begin : begin);
    tag(next);
    at = line ? line->after : next.end;
  }
  end_file(start);
  open_files_.pop_back();
}

void Parser::end_file(const HtmlSpot& start) {
  const File& file = open_files_.back();
  while (sections_.size() > file.first_section) {
    const OpenSection& open = sections_.back();
    if (!problems_.enough())
      problem(place(open.begin, open.end),
              fmt::format("the section '{}' is never closed", open.name),
              fmt::format("Put {{{{/{}}}}} where it ends.", open.name));
    end_section();
  }
  writer_.spot().end_name();
  if (writer_.spot().same_kind_of_place(start)) return;
  const bool part = open_files_.size() > 1;
  const size_t begin = file.markup_begin;
  if (part && (begin == string_view::npos || !start.between_tags())) {
    markup_problem({}, fmt::format("this part begins {} and ends {}", start.described(),
                                   writer_.spot().described()));
    return;
  }
  const size_t end = std::min(file.text.find_first_of(" \t\r\n>\"", begin), file.text.size());
  markup_problem(place(begin, end),
                 fmt::format("what begins here is never closed: the template ends {}",
                             writer_.spot().described()));
}

// Text and tags

void Parser::literal(size_t from, size_t to) {
  if (from >= to) return;
  File& file = open_files_.back();
  ProgramWriter::Markup markup = writer_.literal(file.text, from, to, file.path, place(from, from).line);
  if (markup.last_begin) file.markup_begin = *markup.last_begin;
  for (auto& [at, words] : markup.troubles) markup_problem(place(at, at + 1), std::move(words));
}

void Parser::not_whole(const TemplateTag& tag) {
  const string_view written = open_files_.back().text.substr(tag.begin, tag.end - tag.begin);
  const std::string mended = fmt::format("Write {}.", tag.written());
  if (!tag.opened)
    problem(place(tag), fmt::format("'{}' begins with one brace and needs two", written), mended);
  else if (tag.kind == '!')
    problem(place(tag), "the comment that begins here is never closed", "Write }} where it ends.");
  else if (tag.name.empty())
    problem(place(tag), fmt::format("'{}' is never closed", tag.opening()),
            "To show a brace to readers, write &#123;.");
  else if (tag.kind == '{' && written.ends_with("}}"))
    problem(place(tag),
            fmt::format("'{}' has three braces before the name and two after it", written), mended);
  else
    problem(place(tag), fmt::format("'{}' is never closed", written), mended);
}

void Parser::tag(const TemplateTag& tag) {
  if (!tag.opened || !tag.closed) not_whole(tag);
  if (tag.name.empty()) {
    if (tag.closed && tag.kind != '!')
      problem(place(tag), fmt::format("{} has no name", tag.written()));
    return;
  }
  if (tag.kind == '#' || tag.kind == '^') open_section(tag);
  if (tag.kind == '/') close_section(tag);
  if (tag.kind == '>') part(tag);
  if (tag.kind == '=' || tag.kind == '{') value(tag);
}

void Parser::value(const TemplateTag& tag) {
  const FoundName found = known(tag);
  if (found.slot == nullptr) return;
  const SlotKind kind = found.slot->kind;
  const string_view name = tag.name;
  if (kind == SlotKind::list) {
    list_as_value(tag, *found.slot);
    return;
  }
  if (const std::string why = writer_.spot().refusal(kind); !why.empty()) {
    const std::string message = fmt::format("'{}' {}", name, why);
    if (writer_.spot().in_syntax() || kind == SlotKind::html)
      markup_problem(place(tag), message, help_for_refusal(tag, why));
    else
      problem(place(tag), message, help_for_refusal(tag, why));
    writer_.spot().pass_refused_value();
    return;
  }
  if (tag.kind == '{' && kind != SlotKind::html)
    problem(place(tag),
            fmt::format("'{}' is not HTML, so it cannot be shown without escaping", name),
            fmt::format("Write {{{{{}}}}}.", name));
  if (tag.kind == '=' && kind == SlotKind::html)
    problem(place(tag), fmt::format("'{}' is HTML already, and would be escaped twice", name),
            fmt::format("Write {{{{{{{}}}}}}}.", name));
  writer_.value(found);
}

void Parser::list_as_value(const TemplateTag& tag, const Slot& list) {
  const bool closed_later = closed_after(tag, tag.name);
  const bool ends_section = sections_.size() > open_files_.back().first_section &&
                            sections_.back().name == tag.name && !closed_later;
  std::vector<std::string> names;
  for (const Slot& item : list.items) names.push_back(fmt::format("'{}'", item.name));
  problem(place(tag), fmt::format("'{}' is a list, and cannot be shown as it is", tag.name),
          ends_section
              ? fmt::format("Write {{{{/{}}}}} if its section ends here.", tag.name)
              : fmt::format("Write {{{{#{0}}}}} … {{{{/{0}}}}}, and inside it the names of "
                            "its items: {1}.",
                            tag.name, joined_words(names)));
  if (closed_later) open_section(tag);
  if (ends_section) close_section(tag);
}

// Whether a section of this name is closed after the tag before another of that name is opened: the
// tag may have been meant to open it.
bool Parser::closed_after(const TemplateTag& tag, string_view name) const {
  const string_view text = open_files_.back().text.substr(tag.end);
  const size_t close = text.find(fmt::format("{{{{/{}}}}}", name));
  if (close == string_view::npos) return false;
  const string_view before = text.substr(0, close);
  return before.find(fmt::format("{{{{#{}}}}}", name)) == string_view::npos &&
         before.find(fmt::format("{{{{^{}}}}}", name)) == string_view::npos;
}

std::string Parser::help_for_refusal(const TemplateTag& tag, const std::string& why) const {
  if (why.ends_with("quotes round it")) return fmt::format("Write \"{}\".", tag.written());
  if (!why.starts_with("is not an address")) return {};
  std::vector<std::string> names;
  for (const string_view address : names_.addresses())
    if (names.size() < 8) names.push_back(fmt::format("'{}'", address));
  const std::string addresses = names.empty() ? "Nothing here is an address."
                                              : "Addresses here: " + joined_words(names) + ".";
  return "Other words could turn into the address of a script. " + addresses;
}

void Parser::open_section(const TemplateTag& tag) {
  FoundName found = known(tag);
  writer_.spot().end_name();
  OpenSection section;
  section.name = tag.name;
  section.meant = found.slot != nullptr ? found.slot->name : tag.name;
  section.begin = tag.begin;
  section.end = tag.end;
  section.start = writer_.spot();
  if (found.slot != nullptr && found.slot->kind == SlotKind::list && tag.kind != '^') {
    if (names_.depth() < TemplateProgram::max_depth) {
      names_.enter(*found.slot);
    } else {
      problem(place(tag), fmt::format("more than {} lists stand inside each other here",
                                      TemplateProgram::max_depth));
      found.slot = nullptr;
    }
  }
  if (found.slot == nullptr) ++unknown_sections_;
  section.opening = found.slot == nullptr ? writer_.begin_unknown_section()
                                          : writer_.begin_section(found, tag.kind == '^');
  sections_.push_back(std::move(section));
}

void Parser::not_opened(const TemplateTag& tag) {
  problem(place(tag), fmt::format("{} closes a section that was not opened", tag.written()),
          fmt::format("Remove it, or put {{{{#{}}}}} where the section begins.", tag.name));
}

void Parser::close_section(const TemplateTag& tag) {
  const size_t first = open_files_.back().first_section;
  if (sections_.size() == first) {
    not_opened(tag);
    return;
  }
  const OpenSection& open = sections_.back();
  if (open.name != tag.name && open.meant != tag.name) {
    // Either the inner section was never closed, or this name is a slip, or its first tag is
    // missing.
    size_t outer = sections_.size() - 1;
    while (outer > first && sections_[outer - 1].name != tag.name) --outer;
    const bool slip = !names_.find(tag.name).slot && near_word(tag.name, {open.name});
    if (outer == first && !slip && closed_after(tag, open.name)) {
      not_opened(tag);
      return;
    }
    problem(place(tag),
            fmt::format("{} stands where the section '{}', opened on line {}, must be closed first",
                        tag.written(), open.name, place(open.begin, open.end).line),
            fmt::format("Write {{{{/{}}}}}.", open.name));
    if (outer > first)
      while (sections_.size() > outer) end_section();
  }
  writer_.spot().end_name();
  const OpenSection& closed = sections_.back();
  if (!writer_.spot().same_kind_of_place(closed.start)) {
    markup_problem(place(closed.begin, closed.end),
                   fmt::format("the section '{}' begins {} and ends {}", closed.name,
                               closed.start.described(), writer_.spot().described()),
                   "With it or without it, the page must be whole.");
  }
  writer_.spot().may_have_been_skipped(closed.start);
  end_section();
}

void Parser::end_section() {
  const ProgramWriter::Opening& opening = sections_.back().opening;
  if (!opening.jump) --unknown_sections_;
  if (opening.loop) names_.leave();
  writer_.end_section(opening);
  sections_.pop_back();
}

void Parser::part(const TemplateTag& tag) {
  const SourceFile* source = find_template(files_, tag.name);
  if (source == nullptr) {
    problem(place(tag), fmt::format("the theme has no template called '{}'", tag.name),
            did_you_mean(tag.name, template_names(files_)), codes::missing_theme_files);
    return;
  }
  for (const File& open : open_files_) {
    if (open.name != tag.name) continue;
    if (&open == &open_files_.back())
      problem(place(tag), fmt::format("'{}' puts itself into itself, without end", tag.name));
    else
      problem(place(tag), fmt::format("'{}' is put into itself by '{}', without end", tag.name,
                                      open_files_.back().name));
    return;
  }
  if (++parts_ > max_parts || writer_.size() > max_bytes) {
    problem(place(tag), fmt::format("the template is too large here: more than {} parts or {} MB",
                                    max_parts, max_bytes / 1'000'000));
    return;
  }
  writer_.spot().end_name();
  read(tag.name, *source);
}

// The slot that the tag names. An unknown name is reported; for a section, the name that was
// probably meant is taken, so that the names inside it are understood.
FoundName Parser::known(const TemplateTag& tag) {
  const FoundName found = names_.find(tag.name);
  if (found.slot != nullptr || unknown_sections_ > 0) return found;
  const std::string message = fmt::format("there is nothing called '{}' here", tag.name);
  const auto near = near_word(tag.name, names_.all());
  std::string help = near ? fmt::format("Did you mean '{}'?", *near) : std::string();
  if (const Slot* list = names_.list_with(tag.name))
    help = fmt::format(
        "It is a name of the items of '{0}': use it between {{{{#{0}}}}} and {{{{/{0}}}}}.",
        list->name);
  problem(place(tag), message, std::move(help));
  const bool section = tag.kind == '#' || tag.kind == '^';
  return near && section ? names_.find(*near) : FoundName{};
}

}  // namespace

TemplateProgram parse_template(const std::vector<SourceFile>& files, std::string_view name,
                               const Schema& schema, std::string_view path_prefix, Report& report) {
  return Parser(files, schema, path_prefix, report).parse(name);
}

}  // namespace offer
