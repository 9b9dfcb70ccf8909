#include "load/yaml.h"

#include <yaml.h>

#include "base/text.h"
#include "diagnose/codes.h"
#include "load/simple_yaml.h"

namespace offer {

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

namespace {

constexpr int deepest_yaml = 8;

// Tabs before the first word of a line are the commonest reason why YAML cannot be read, and the hardest to see.
bool report_tabs(std::string_view text, std::string_view path, uint32_t first_line, Report& report) {
  bool found = false;
  uint32_t number = first_line;
  for (const std::string_view line : split(text, '\n')) {
    const size_t indent = line.find_first_not_of(" \t");
    const size_t tab = line.find('\t');
    if (tab != std::string_view::npos && (indent == std::string_view::npos || tab < indent)) {
      report.add(codes::tabs_in_yaml, path, {number, static_cast<uint32_t>(tab + 1), 1},
                 "this line begins with a tab, and the settings part of a file cannot have tabs",
                 "Put two spaces in place of the tab.");
      found = true;
    }
    ++number;
  }
  return found;
}

// libyaml's words for people who do not know YAML. opened: it lost its way in a list or a quotation.
std::string help_for_yaml(std::string_view problem, std::string_view opened) {
  if (opened.find("flow sequence") != std::string_view::npos) return "A list begins here with [ and has no ] at its end: topics: [health, education]";
  if (opened.find("flow mapping") != std::string_view::npos) return "A { begins here and has no } at its end. If it is part of the words, put the whole value in double quotes.";
  if (opened.find("quoted scalar") != std::string_view::npos) return "A quotation mark is opened here and never closed. Put one at the end of the words as well.";
  if (problem.find("mapping values are not allowed") != std::string_view::npos)
    return "If the value has a colon in it, put the whole value in double quotes: title: \"Help: what there is\"";
  if (problem.find("could not find expected ':'") != std::string_view::npos)
    return "Each line here is a name, a colon, a space and a value: title: How to ask";
  if (problem.find("found unexpected end of stream") != std::string_view::npos)
    return "A quotation mark or a bracket is opened here or above and never closed.";
  if (problem.find("did not find expected key") != std::string_view::npos)
    return "Look at this line and the one above: a missing closing quotation mark, or a line that starts too far left or right.";
  if (problem.find("cannot start any token") != std::string_view::npos)
    return "Put the value in double quotes.";
  return "Each line here is a name, a colon, a space and a value: title: How to ask";
}

class YamlReader {
 public:
  YamlReader(std::string_view text, std::string_view path, uint32_t first_line, Report& report)
      : path_(path), first_line_(first_line), report_(report) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlReader() { yaml_parser_delete(&parser_); }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  std::optional<YamlNode> document() {
    YamlNode root;
    root.kind = YamlNode::Kind::map;
    root.place = {first_line_, 1, 0};
    bool any = false;
    while (true) {
      Event event;
      if (!next(event)) return std::nullopt;
      switch (event.value.type) {
        case YAML_STREAM_END_EVENT: return root;
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
        case YAML_NO_EVENT: break;
        default:
          if (any) {
            trouble(event.value.start_mark, "a second set of settings begins here",
                    "Keep one set of settings between the two lines of three hyphens.");
            return std::nullopt;
          }
          any = true;
          if (!node(event, root, 0)) return std::nullopt;
      }
    }
  }

 private:
  struct Event {
    yaml_event_t value{};
    bool filled = false;
    Event() = default;
    ~Event() { if (filled) yaml_event_delete(&value); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
  };

  Place at(const yaml_mark_t& mark) const {
    return {first_line_ + static_cast<uint32_t>(mark.line), static_cast<uint32_t>(mark.column) + 1, 0};
  }

  void trouble(const yaml_mark_t& mark, std::string words, std::string help) {
    report_.add(codes::broken_yaml, path_, at(mark), std::move(words), std::move(help));
  }

  bool next(Event& event) {
    if (yaml_parser_parse(&parser_, &event.value) != 0) {
      event.filled = true;
      return true;
    }
    const std::string_view problem = parser_.problem ? parser_.problem : "";
    // What is opened and never closed is best seen where it is opened.
    const std::string_view where = parser_.context ? parser_.context : "";
    const bool opened = where.find("quoted scalar") != std::string_view::npos || where.find("flow") != std::string_view::npos;
    trouble(opened ? parser_.context_mark : parser_.problem_mark,
            opened ? "what begins here never ends, so the settings cannot be read" : "the settings cannot be read from here on",
            help_for_yaml(problem, opened ? where : std::string_view()));
    return false;
  }

  bool plain(const yaml_event_t& event) {
    const unsigned char* anchor = nullptr;
    if (event.type == YAML_ALIAS_EVENT) anchor = event.data.alias.anchor;
    if (event.type == YAML_SCALAR_EVENT) anchor = event.data.scalar.anchor ? event.data.scalar.anchor : event.data.scalar.tag;
    if (event.type == YAML_SEQUENCE_START_EVENT) anchor = event.data.sequence_start.anchor ? event.data.sequence_start.anchor : event.data.sequence_start.tag;
    if (event.type == YAML_MAPPING_START_EVENT) anchor = event.data.mapping_start.anchor ? event.data.mapping_start.anchor : event.data.mapping_start.tag;
    if (anchor == nullptr) return true;
    trouble(event.start_mark, "a value cannot begin with '&', '*' or '!' here",
            "Put the value in double quotes.");
    return false;
  }

  bool node(Event& event, YamlNode& to, int depth) {
    to.place = at(event.value.start_mark);
    if (!plain(event.value)) return false;
    if (depth > deepest_yaml) {
      trouble(event.value.start_mark, "lists inside lists go too deep here", "Use one list at most inside another.");
      return false;
    }
    if (event.value.type == YAML_SCALAR_EVENT) {
      to.kind = YamlNode::Kind::scalar;
      to.text.assign(reinterpret_cast<const char*>(event.value.data.scalar.value),
                     event.value.data.scalar.length);
      if (event.value.start_mark.line == event.value.end_mark.line)
        to.place.length = static_cast<uint32_t>(event.value.end_mark.column - event.value.start_mark.column);
      return true;
    }
    if (event.value.type == YAML_SEQUENCE_START_EVENT) return list(to, depth);
    return map(to, depth);
  }

  bool list(YamlNode& to, int depth) {
    to.kind = YamlNode::Kind::list;
    while (true) {
      Event event;
      if (!next(event)) return false;
      if (event.value.type == YAML_SEQUENCE_END_EVENT) return true;
      if (!node(event, to.items.emplace_back(), depth + 1)) return false;
    }
  }

  bool map(YamlNode& to, int depth) {
    to.kind = YamlNode::Kind::map;
    while (true) {
      Event event;
      if (!next(event)) return false;
      if (event.value.type == YAML_MAPPING_END_EVENT) return true;
      YamlNode key;
      if (!node(event, key, depth + 1)) return false;
      if (key.kind != YamlNode::Kind::scalar) {
        trouble(event.value.start_mark, "a name must be plain words",
                "Put the value in double quotes if it begins with a bracket.");
        return false;
      }
      Event value;
      if (!next(value)) return false;
      YamlNode::Entry entry{key.text, key.place, {}};
      if (!node(value, entry.value, depth + 1)) return false;
      if (to.find(entry.key) != nullptr) {
        report_.add(codes::repeated_fields, path_, entry.key_place,
                    fmt::format("'{}' is set twice", entry.key),
                    fmt::format("The first one counts. It is on line {}. Take one of them out.",
                                first_place(to, entry.key).line));
        continue;
      }
      to.entries.push_back(std::move(entry));
    }
  }

  static Place first_place(const YamlNode& map, std::string_view key) {
    for (const YamlNode::Entry& entry : map.entries)
      if (entry.key == key) return entry.key_place;
    return {};
  }

  yaml_parser_t parser_{};
  std::string_view path_;
  uint32_t first_line_;
  Report& report_;
};

}  // namespace

std::optional<YamlNode> parse_yaml(std::string_view text, std::string_view path,
                                   uint32_t first_line, Report& report) {
  if (auto simple = read_simple_yaml(text, first_line)) return simple;
  return parse_all_yaml(text, path, first_line, report);
}

std::optional<YamlNode> parse_all_yaml(std::string_view text, std::string_view path, uint32_t first_line, Report& report) {
  if (report_tabs(text, path, first_line, report)) return std::nullopt;
  YamlReader reader(text, path, first_line, report);
  auto root = reader.document();
  if (root && root->kind != YamlNode::Kind::map) {
    report.add(codes::broken_yaml, path, root->place, "this should be names and values, one a line",
               "For example: title: How to ask");
    return std::nullopt;
  }
  return root;
}

}  // namespace offer
