#include "theme/template_parser.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "diagnose/near_word.h"
#include "theme/html_spot.h"
#include "theme/template_files.h"
#include "theme/template_problems.h"
#include "theme/template_tag.h"
#include "theme/visible_names.h"

namespace offer {

namespace {

using Op = TemplateProgram::Op;

constexpr size_t npos = string_view::npos;

// Limits on one template with all its parts, so that no theme can stop the program.
constexpr size_t max_parts = 1000;  // put in: parts of parts may multiply
constexpr size_t max_bytes = 8'000'000;

// A section that is open.
struct Section {
  string_view name;
  string_view meant;  // the name that was taken for it
  size_t begin = 0;   // of its first tag
  size_t end = 0;
  std::optional<size_t> jump;  // the instruction that skips the section
  bool loop = false;
  bool unknown = false;
  bool begins_fresh = false;  // fresh_line_ before it
  size_t indentation = 0;     // of a loop's first line, in the instruction after `jump`
  HtmlSpot start;
};

// A template that is being read; its sections are those above first_section.
struct File {
  string_view name;
  std::string path;
  string_view text;
  size_t first_section = 0;
  size_t markup_begin = npos;  // of the last tag or comment that began in this file
};

class Parser {
 public:
  Parser(const std::vector<SourceFile>& files, const Schema& schema, string_view path_prefix,
         Report& report)
      : files_(files), path_prefix_(path_prefix), problems_(report), names_(schema) {
    program_.slots = schema.size();
  }

  TemplateProgram parse(string_view name) {
    const SourceFile* source = find_template(files_, name);
    if (source == nullptr) {
      problems_.add(codes::missing_theme_files, path_of(name), {},
                    fmt::format("the theme has no template called '{}'", name),
                    did_you_mean(name, template_names(files_)));
    } else {
      read(name, *source);
    }
    return std::move(program_);
  }

 private:
  // Files
  std::string path_of(string_view name) const;
  void read(string_view name, const SourceFile& source);
  bool readable(const SourceFile& source);
  void end_file(const HtmlSpot& start);

  // Text and tags
  void literal(size_t from, size_t to);
  size_t indentation_of_loop(string_view text) const;
  void tag(const Tag& tag);
  void value(const Tag& tag);
  void open_section(const Tag& tag);
  void close_section(const Tag& tag);
  void end_section();
  void part(const Tag& tag);

  FoundName known(const Tag& tag);
  void not_closed(const Tag& tag);
  std::string help_for_refusal(const Tag& tag, const std::string& why) const;

  Place place(size_t begin, size_t end) const {
    return place_in(open_files_.back().text, begin, end);
  }
  Place place(const Tag& tag) const { return place(tag.begin, tag.end); }
  void problem(Place place, std::string message, std::string help = {},
               const Code& code = codes::broken_templates) {
    problems_.add(code, open_files_.back().path, place, std::move(message), std::move(help));
  }

  void add(TemplateProgram::Instruction instruction) {
    program_.instructions.push_back(instruction);
  }
  uint32_t here() const { return static_cast<uint32_t>(program_.instructions.size()); }

  const std::vector<SourceFile>& files_;
  string_view path_prefix_;
  TemplateProblems problems_;
  TemplateProgram program_;
  VisibleNames names_;
  std::vector<Section> sections_;
  std::vector<File> open_files_;  // the template, then each part around here
  HtmlSpot spot_;
  bool markup_lost_ = false;  // a tag left open was reported: what follows from it is not
  bool fresh_line_ = true;    // what was rendered before here, if anything, ends with a line end
  size_t jump_target_ = 0;    // some instruction goes on here: literals do not grow over it
  size_t parts_ = 0;
  size_t unknown_sections_ = 0;  // around here; names inside may be names of their items
};

// Files

std::string Parser::path_of(string_view name) const {
  return std::string(path_prefix_) + template_path(name);
}

bool Parser::readable(const SourceFile& source) {
  const string_view text = open_files_.back().text;
  if (!source.trouble.empty()) {
    problem({}, fmt::format("the template could not be read: {}", source.trouble), {},
            codes::unreadable_files);
    return false;
  }
  if (const auto bad = first_bad_utf8(text)) {
    problem(place(*bad, *bad), "the template is not in UTF-8 from here on",
            "Save it with the encoding UTF-8.", codes::files_not_in_utf8);
    return false;
  }
  if (const size_t nul = text.find('\0'); nul != npos) {
    problem(place(nul, nul), "the template has a NUL byte here", "Remove it.",
            codes::files_with_nul_bytes);
    return false;
  }
  return true;
}

void Parser::read(string_view name, const SourceFile& source) {
  string_view text = source.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  open_files_.push_back({name, path_of(name), text, sections_.size(), npos});
  const HtmlSpot start = spot_;
  size_t at = readable(source) ? 0 : text.size();
  while (at < text.size() && !problems_.enough()) {
    const size_t begin = text.find("{{", at);
    if (begin == npos) {
      literal(at, text.size());
      break;
    }
    const Tag next = read_tag(text, begin);
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
    const Section& open = sections_.back();
    if (!problems_.enough())
      problem(place(open.begin, open.end),
              fmt::format("the section '{}' is never closed", open.name),
              fmt::format("Put {{{{/{}}}}} where it ends.", open.name));
    end_section();
  }
  spot_.end_name();
  if (spot_.same_kind_of_place(start) || markup_lost_) return;
  markup_lost_ = true;
  const bool part = open_files_.size() > 1;
  const size_t begin = file.markup_begin;
  if (part && (begin == npos || !start.between_tags())) {
    problem({},
            fmt::format("this part begins {} and ends {}", start.described(), spot_.described()));
    return;
  }
  const size_t end = std::min(file.text.find_first_of(" \t\r\n>\"", begin), file.text.size());
  problem(place(begin, end),
          fmt::format("what begins here is never closed: the template ends {}", spot_.described()));
}

// Text and tags

void Parser::literal(size_t from, size_t to) {
  if (from >= to) return;
  File& file = open_files_.back();
  const size_t begin = program_.literals.size();
  const bool line_begins = from == 0 || file.text[from - 1] == '\n';
  const size_t loop_indentation = line_begins ? indentation_of_loop(file.text.substr(from)) : 0;
  bool indentation = line_begins && fresh_line_;
  for (size_t at = from; at < to; ++at) {
    const char c = file.text[at];
    indentation = indentation && (c == ' ' || c == '\t') && !spot_.indentation_matters();
    if (indentation) continue;
    const bool between = spot_.between_tags();
    std::string trouble = spot_.step(file.text.substr(at, to - at));
    if (between && !spot_.between_tags()) file.markup_begin = at;
    if (!trouble.empty()) problem(place(at, at + 1), std::move(trouble));
    program_.literals += c;
    indentation = fresh_line_ = c == '\n';
  }
  const size_t length = program_.literals.size() - begin;
  if (length == 0) return;
  if (loop_indentation > 0) sections_.back().indentation = loop_indentation;
  if (here() > jump_target_ && program_.instructions.back().op == Op::literal)
    program_.instructions.back().b += static_cast<uint32_t>(length);
  else
    add({Op::literal, 0, 0, static_cast<uint32_t>(begin), static_cast<uint32_t>(length)});
}

// What stands before a loop's first line is the line before the loop, and then the loop's last
// line: whether its indentation can go is known at the end of the loop. Until then it stays.
size_t Parser::indentation_of_loop(string_view text) const {
  if (program_.instructions.empty() || program_.instructions.back().op != Op::each) return 0;
  if (!sections_.back().begins_fresh || spot_.indentation_matters()) return 0;
  return std::min(text.find_first_not_of(" \t"), text.size());
}

void Parser::not_closed(const Tag& tag) {
  const string_view written = open_files_.back().text.substr(tag.begin, tag.end - tag.begin);
  const std::string mended = fmt::format("Write {}.", tag.written());
  if (tag.kind == '!')
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

void Parser::tag(const Tag& tag) {
  if (!tag.closed) not_closed(tag);
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

void Parser::value(const Tag& tag) {
  const FoundName found = known(tag);
  if (found.slot == nullptr) return;
  const SlotKind kind = found.slot->kind;
  const string_view name = tag.name;
  if (kind == SlotKind::list) {
    std::vector<std::string> names;
    for (const Slot& item : found.slot->items) names.push_back(fmt::format("'{}'", item.name));
    problem(
        place(tag), fmt::format("'{}' is a list, and cannot be shown as it is", name),
        fmt::format("Write {{{{#{0}}}}} … {{{{/{0}}}}}, and inside it the names of its items: {1}.",
                    name, joined_words(names)));
    return;
  }
  if (const std::string why = spot_.refusal(kind); !why.empty()) {
    if (!spot_.tag_was_reported())
      problem(place(tag), fmt::format("'{}' {}", name, why), help_for_refusal(tag, why));
    return;
  }
  if (tag.kind == '{' && kind != SlotKind::html)
    problem(place(tag),
            fmt::format("'{}' is not HTML, so it cannot be shown without escaping", name),
            fmt::format("Write {{{{{}}}}}.", name));
  if (tag.kind == '=' && kind == SlotKind::html)
    problem(place(tag), fmt::format("'{}' is HTML already, and would be escaped twice", name),
            fmt::format("Write {{{{{{{}}}}}}}.", name));
  fresh_line_ = false;
  add({kind == SlotKind::html ? Op::html : Op::escaped, static_cast<uint8_t>(found.depth),
       static_cast<uint16_t>(found.index)});
}

std::string Parser::help_for_refusal(const Tag& tag, const std::string& why) const {
  if (why.ends_with("quotes round it")) return fmt::format("Write \"{}\".", tag.written());
  if (!why.starts_with("is not an address")) return {};
  std::vector<std::string> names;
  for (const string_view address : names_.addresses())
    if (names.size() < 8) names.push_back(fmt::format("'{}'", address));
  const std::string addresses = names.empty() ? "Nothing here is an address."
                                              : "Addresses here: " + joined_words(names) + ".";
  return "Other words could turn into the address of a script. " + addresses;
}

void Parser::open_section(const Tag& tag) {
  FoundName found = known(tag);
  spot_.end_name();
  Section section;
  section.name = tag.name;
  section.meant = found.slot != nullptr ? found.slot->name : tag.name;
  section.begin = tag.begin;
  section.end = tag.end;
  section.begins_fresh = fresh_line_;
  section.start = spot_;
  const bool list = found.slot != nullptr && found.slot->kind == SlotKind::list;
  section.loop = list && tag.kind == '#';
  if (section.loop && names_.depth() == TemplateProgram::max_depth) {
    problem(place(tag), fmt::format("more than {} lists stand inside each other here",
                                    TemplateProgram::max_depth));
    found.slot = nullptr;
    section.loop = false;
  }
  if (found.slot == nullptr) {
    section.unknown = true;
    ++unknown_sections_;
  } else {
    const auto depth = static_cast<uint8_t>(found.depth);
    const auto slot = static_cast<uint16_t>(found.index);
    section.jump = here();
    if (section.loop) {
      names_.enter(*found.slot);
      fresh_line_ = false;
      add({Op::each, depth, slot, 0, static_cast<uint32_t>(found.slot->items.size())});
    } else if (list) {
      add({Op::skip_list, depth, slot});
    } else {
      add({tag.kind == '#' ? Op::skip_empty : Op::skip_text, depth, slot});
    }
  }
  sections_.push_back(std::move(section));
}

void Parser::close_section(const Tag& tag) {
  const size_t first = open_files_.back().first_section;
  if (sections_.size() == first) {
    problem(place(tag), fmt::format("{} closes a section that was not opened", tag.written()),
            fmt::format("Remove it, or put {{{{#{}}}}} where the section begins.", tag.name));
    return;
  }
  const Section& open = sections_.back();
  if (open.name != tag.name && open.meant != tag.name) {
    problem(place(tag),
            fmt::format("{} stands where the section '{}', opened on line {}, must be closed first",
                        tag.written(), open.name, place(open.begin, open.end).line),
            fmt::format("Write {{{{/{}}}}}.", open.name));
    // Either the inner section was never closed, or this name is a slip.
    size_t outer = sections_.size() - 1;
    while (outer > first && sections_[outer - 1].name != tag.name) --outer;
    if (outer > first)
      while (sections_.size() > outer) end_section();
  }
  spot_.end_name();
  const Section& closed = sections_.back();
  if (!spot_.same_kind_of_place(closed.start) && !markup_lost_) {
    markup_lost_ = true;
    problem(place(closed.begin, closed.end),
            fmt::format("the section '{}' begins {} and ends {}", closed.name,
                        closed.start.described(), spot_.described()),
            "With it or without it, the page must be whole.");
  }
  spot_.may_have_been_skipped(closed.start);
  end_section();
}

void Parser::end_section() {
  const Section& open = sections_.back();
  if (open.unknown) --unknown_sections_;
  if (open.loop && fresh_line_ && open.indentation > 0) {
    TemplateProgram::Instruction& first_line = program_.instructions[*open.jump + 1];
    first_line.a += static_cast<uint32_t>(open.indentation);
    first_line.b -= static_cast<uint32_t>(open.indentation);
  }
  fresh_line_ = fresh_line_ && open.begins_fresh;
  if (open.loop) {
    add({Op::next, 0, 0, static_cast<uint32_t>(*open.jump + 1)});
    names_.leave();
  }
  if (open.jump) program_.instructions[*open.jump].a = here();
  jump_target_ = here();
  sections_.pop_back();
}

void Parser::part(const Tag& tag) {
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
  if (++parts_ > max_parts || program_.literals.size() > max_bytes) {
    problem(place(tag), fmt::format("the template is too large here: more than {} parts or {} MB",
                                    max_parts, max_bytes / 1'000'000));
    return;
  }
  spot_.end_name();
  read(tag.name, *source);
}

// The slot that the tag names. An unknown name is reported; for a section, the name that was
// probably meant is taken, so that the names inside it are understood.
FoundName Parser::known(const Tag& tag) {
  const FoundName found = names_.find(tag.name);
  if (found.slot != nullptr || unknown_sections_ > 0) return found;
  const std::string message = fmt::format("there is nothing called '{}' here", tag.name);
  const auto near = near_word(tag.name, names_.all());
  if (const Slot* list = names_.list_with(tag.name)) {
    problem(place(tag), message,
            fmt::format("It is a name of the items of '{0}': use it between {{{{#{0}}}}} and "
                        "{{{{/{0}}}}}.",
                        list->name));
    return {};
  }
  problem(place(tag), message, near ? fmt::format("Did you mean '{}'?", *near) : std::string());
  const bool section = tag.kind == '#' || tag.kind == '^';
  return near && section ? names_.find(*near) : FoundName{};
}

}  // namespace

TemplateProgram parse_template(const std::vector<SourceFile>& files, std::string_view name,
                               const Schema& schema, std::string_view path_prefix, Report& report) {
  return Parser(files, schema, path_prefix, report).parse(name);
}

}  // namespace offer
