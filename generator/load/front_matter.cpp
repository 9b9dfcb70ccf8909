#include "load/front_matter.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"

namespace offer {

namespace {

// The line that starts at `start`, without its line end; `next` is set to where the following line starts.
std::string_view line_at(std::string_view bytes, size_t start, size_t& next) {
  const size_t end = bytes.find('\n', start);
  next = end == std::string_view::npos ? bytes.size() : end + 1;
  return bytes.substr(start, (end == std::string_view::npos ? bytes.size() : end) - start);
}

bool is_fence(std::string_view line) { return line.starts_with("---") && trim(line) == "---"; }

}  // namespace

SplitFile split_front_matter(std::string_view bytes, std::string_view path, Report& report) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  SplitFile result;
  size_t at = 0;
  const std::string_view first = line_at(bytes, 0, at);
  if (!is_fence(first)) {
    result.body = bytes;
    report.add(codes::missing_front_matter, path, {1, 0, 0},
               "this page does not begin with its settings",
               "Above its text it needs a line of three hyphens (---), settings such as 'title: How to ask', and again three hyphens. "
               "'local-offer new page \"How to ask\"' makes a page with all of them, to copy from.");
    return result;
  }
  const size_t yaml_start = at;
  for (uint32_t line = 2; at < bytes.size(); ++line) {
    const size_t start = at;
    if (is_fence(line_at(bytes, start, at))) {
      result.yaml = bytes.substr(yaml_start, start - yaml_start);
      result.body = bytes.substr(at);
      result.body_line = line + 1;
      result.complete = true;
      return result;
    }
  }
  report.add(codes::unclosed_front_matter, path, {1, 1, 3},
             "the settings begin here and never end",
             "Put a line of three hyphens after the last setting, before the text of the page.");
  result.body = {};
  return result;
}

namespace {

// "one of done, planned and waiting"
std::string list_of(const std::vector<std::string_view>& choices) {
  std::vector<std::string> words(choices.begin(), choices.end());
  return joined_words(words);
}

// "30/9/2027", "30.09.2027" and "30 September 2027" as the English read them; nothing if there is no such day.
std::optional<Date> day_in_other_words(std::string_view text) {
  constexpr std::string_view months[]{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  std::string spaced = lower(text);
  std::replace_if(spaced.begin(), spaced.end(), [](char c) { return c == '/' || c == '.' || c == '-' || c == ','; }, ' ');
  const std::vector<std::string_view> words = words_of(spaced);
  if (words.size() != 3 || words[0].size() > 2 || words[2].size() != 4) return std::nullopt;
  std::string month(words[1]);
  for (size_t i = 0; i < std::size(months); ++i)
    if (month == months[i] || (month.size() == 3 && months[i].starts_with(month))) month = std::to_string(i + 1);
  return parse_date(fmt::format("{}-{:0>2}-{:0>2}", words[2], month, words[0]));
}

class FieldReader {
 public:
  FieldReader(const FieldInfo& field, const YamlNode& node, std::string_view path, Report& report)
      : field_(field), node_(node), path_(path), report_(report) {}

  void read(Fields& to) {
    Value value;
    if (fill(value)) to.set(field_, std::move(value), node_.place, std::move(items_));
  }

 private:
  bool fill(Value& to) {
    switch (field_.value_kind) {
      case 0: return one_text([&](std::string_view text) { return to.emplace<std::string>(text), true; });
      case 1: return texts(to.emplace<Words>(), false);
      case 2: return one_text([&](std::string_view text) { return date(text, to); });
      case 3: return one_text([&](std::string_view text) { return rough_date(text, to); });
      case 4: return one_text([&](std::string_view text) { return year(text, to); });
      case 5: return one_text([&](std::string_view text) { return to.emplace<Choice>().word = text, known(node_); });
      case 6: return texts(to.emplace<Choices>().words, true);
      case 7: return one_text([&](std::string_view text) { return to.emplace<Id>().id = text, true; });
      case 8: return texts(to.emplace<Ids>().ids, false);
      case 9: return one_text([&](std::string_view text) { return ages(text, to); });
      default: return false;
    }
  }

  void wrong(const YamlNode& node, std::string words, std::string help = {}) {
    if (help.empty()) help = fmt::format("For example: {}: {}", field_.name, field_.example);
    report_.add(codes::wrong_values, path_, node.place, std::move(words), std::move(help));
  }

  template <class Use>
  bool one_text(Use use) {
    if (node_.kind != YamlNode::Kind::scalar) {
      wrong(node_, fmt::format("'{}' takes one value, not a list", field_.name));
      return false;
    }
    const std::string_view text = trim(node_.text);
    if (!text.empty()) return use(text);
    if (field_.need == Need::required) wrong(node_, fmt::format("'{}' has no value", field_.name));
    return false;
  }

  bool known(const YamlNode& node) {
    const std::string_view text = trim(node.text);
    for (const std::string_view choice : field_.choices)
      if (choice == text) return true;
    const auto near = near_word(text, field_.choices);
    report_.add(codes::unknown_choices, path_, node.place,
                fmt::format("'{}' cannot be '{}'", field_.name, text),
                near ? fmt::format("Did you mean '{}'? It can be {}.", *near, list_of(field_.choices))
                     : fmt::format("It can be {}.", list_of(field_.choices)));
    return false;
  }

  bool texts(Words& words, bool choices) {
    const auto one = [&](const YamlNode& node) {
      if (node.kind == YamlNode::Kind::map && node.entries.size() == 1 &&
          node.entries.front().value.kind == YamlNode::Kind::scalar) {
        words.push_back(node.entries.front().key + ": " + node.entries.front().value.text);
        items_.push_back(node.place);
      } else if (node.kind != YamlNode::Kind::scalar) {
        wrong(node, fmt::format("each item of '{}' must be plain words", field_.name));
      } else if (!choices || known(node)) {
        if (trim(node.text).empty()) return;
        words.emplace_back(trim(node.text));
        items_.push_back(node.place);
      }
    };
    if (node_.kind == YamlNode::Kind::map && !node_.entries.empty()) {
      wrong(node_, fmt::format("'{}' takes a list", field_.name));
      return false;
    }
    if (node_.kind == YamlNode::Kind::list) {
      for (const YamlNode& item : node_.items) one(item);
    } else {
      one(node_);
    }
    if (words.empty()) {
      if (field_.need == Need::required && (node_.items.empty() && node_.text.empty()))
        wrong(node_, fmt::format("'{}' has no value", field_.name));
      return false;
    }
    return true;
  }

  bool date(std::string_view text, Value& to) {
    const auto day = parse_date(text);
    if (!day) {
      if (const auto meant = day_in_other_words(node_.text))
        wrong(node_, fmt::format("'{}' is a day, but not written as year-month-day", node_.text), fmt::format("{}: {}", field_.name, iso(*meant)));
      else
        wrong(node_, fmt::format("'{}' is not a day that exists, written as year-month-day", node_.text));
      return false;
    }
    to = *day;
    return true;
  }

  bool rough_date(std::string_view text, Value& to) {
    const auto rough = parse_rough_date(text);
    if (!rough) {
      wrong(node_, fmt::format("'{}' is not a year, a month or a day that exists", node_.text),
            fmt::format("Write 2026, 2026-09 or 2026-09-14. For example: {}: {}", field_.name, field_.example));
      return false;
    }
    to = *rough;
    return true;
  }

  bool ages(std::string_view text, Value& to) {
    const std::vector<std::string_view> words = words_of(text);
    const auto age = [](std::string_view word) {
      int number = -1;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
      return error == std::errc{} && end == word.data() + word.size() && number >= 0 && number <= 120 ? number : -1;
    };
    const int from = words.size() == 3 ? age(words[0]) : -1;
    const int until = words.size() == 3 && words[1] == "to" ? age(words[2]) : -1;
    if (from < 0 || until < 0) {
      wrong(node_, fmt::format("'{}' is not a range of ages", node_.text), fmt::format("Write two numbers: {}: 5 to 16. For all ages: {}: 0 to 120", field_.name, field_.name));
      return false;
    }
    if (until < from) {
      wrong(node_, fmt::format("the ages end at {}, before they begin at {}", until, from), fmt::format("{}: {} to {}", field_.name, until, from));
      return false;
    }
    to = Ages{from, until};
    return true;
  }

  bool year(std::string_view text, Value& to) {
    const auto rough = parse_rough_date(text);
    if (!rough || rough->month != 0) {
      wrong(node_, fmt::format("'{}' is not a year", node_.text));
      return false;
    }
    to = Year{rough->year};
    return true;
  }

  const FieldInfo& field_;
  const YamlNode& node_;
  std::string_view path_;
  Report& report_;
  std::vector<Place> items_;
};

}  // namespace

void read_fields(const YamlNode& map, const std::vector<const FieldInfo*>& table,
                 std::string_view what, std::string_view path, Fields& to, Report& report) {
  to.reserve(map.entries.size());
  for (const YamlNode::Entry& entry : map.entries) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const FieldInfo* candidate) { return candidate->name == entry.key; });
    if (found == table.end()) {
      std::vector<std::string_view> names;
      for (const FieldInfo* candidate : table) names.push_back(candidate->name);
      std::string help = did_you_mean(entry.key, names);
      if (help.empty()) help = fmt::format("{} can have: {}.", what, list_of(names));
      Place place = entry.key_place;
      place.length = characters_before(entry.key, entry.key.size());
      report.add(codes::unknown_fields, path, place, fmt::format("there is no setting called '{}'", entry.key),
                 std::move(help));
      continue;
    }
    FieldReader(**found, entry.value, path, report).read(to);
  }
  for (const FieldInfo* field : table) {
    if (field->need != Need::required || map.find(field->name) != nullptr) continue;
    report.add(codes::missing_fields, path, {1, 0, 0}, fmt::format("'{}' is missing", field->name),
               fmt::format("{} Add a line: {}: {}", field->says, field->name, field->example));
  }
}

}  // namespace offer
