#include "model/following.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

std::string fingerprint_of(std::string_view text) {
  std::string words;
  for (size_t at = 0; at < text.size();) {
    const size_t length = word_length(text, at);
    if (length > 0) words.append(lower(text.substr(at, length))).append(" ");
    at += length > 0 ? length : character_length(text, at);
  }
  return words.empty() ? "" : content_hash(words).substr(0, 4);
}

std::string text_of_value(const Value& value) {
  struct {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Words& words) const { return join(words, " "); }
    std::string operator()(Date date) const { return iso(date); }
    std::string operator()(const RoughDate& date) const { return iso(date); }
    std::string operator()(const Year& year) const { return std::to_string(year.year); }
    std::string operator()(const Choice& choice) const { return choice.word; }
    std::string operator()(const Choices& choices) const { return join(choices.words, " "); }
    std::string operator()(const Id&) const { return {}; }  // leads elsewhere, and says nothing itself
    std::string operator()(const Ids&) const { return {}; }
    std::string operator()(const Ages& ages) const { return in_words(ages); }
  } text;
  return std::visit(text, value);
}

class Collector {
 public:
  void add(std::string_view text, uint32_t line) {
    if (std::string print = fingerprint_of(text); !print.empty()) lines_.push_back({line, heading_, std::move(print)});
  }

  void add(const Block& block) {
    if (block.kind == BlockKind::heading) heading_ = block.target;
    const bool whole = holds_inlines(block.kind) || block.kind == BlockKind::row || block.kind == BlockKind::code;
    if (whole && block.kind != BlockKind::link) {
      // A paragraph of several source lines is one line here: its first.
      uint32_t line = block.place.line;
      walk(block, [&](const Block& inside) {
        if (line == 0) line = inside.place.line;
      });
      add(plain_text(block), line);
      return;
    }
    if (!block.text.empty()) add(block.text, block.place.line);
    for (const Block& child : children(block)) add(child);
  }

  std::vector<FullLine> lines_;

 private:
  std::string heading_;
};

// The headings that stand under one that is followed are followed too.
std::set<std::string> anchors_below(const Page& full, const std::vector<std::string>& follows) {
  std::set<std::string> anchors;
  unsigned above = 0;  // level of the followed heading that we are under
  for (const Heading& heading : full.headings) {
    if (above > 0 && heading.level <= above) above = 0;
    if (std::find(follows.begin(), follows.end(), heading.anchor) != follows.end()) above = above == 0 ? heading.level : above;
    if (above > 0) anchors.emplace(heading.anchor);
  }
  return anchors;
}

// Which of `now` are not in the longest run of lines that `before` and `now` have in common, and where something of `before` is missing.
Drift compare_lines(const std::vector<std::string_view>& before, const std::vector<FullLine>& now) {
  Drift drift;
  drift.known = true;
  const size_t rows = before.size() + 1;
  const size_t columns = now.size() + 1;
  std::vector<uint16_t> common(rows * columns, 0);  // of the rest of both
  for (size_t i = before.size(); i-- > 0;)
    for (size_t k = now.size(); k-- > 0;)
      common[i * columns + k] = before[i] == now[k].fingerprint ? static_cast<uint16_t>(common[(i + 1) * columns + k + 1] + 1)
                                                                : std::max(common[(i + 1) * columns + k], common[i * columns + k + 1]);
  const auto add_heading = [&](const std::string& heading) {
    if (std::find(drift.headings.begin(), drift.headings.end(), heading) == drift.headings.end()) drift.headings.push_back(heading);
  };
  size_t i = 0;
  size_t k = 0;
  while (i < before.size() || k < now.size()) {
    if (i < before.size() && k < now.size() && before[i] == now[k].fingerprint) {
      ++i, ++k;
      continue;
    }
    // Lines up to the next common one: as many as were replaced are changed, what is left over was taken out.
    size_t gone = 0;
    const size_t first = k;
    while ((i < before.size() || k < now.size()) && !(i < before.size() && k < now.size() && before[i] == now[k].fingerprint)) {
      if (k < now.size() && (i == before.size() || common[i * columns + k + 1] >= common[(i + 1) * columns + k])) {
        drift.changed.push_back(now[k].line);
        add_heading(now[k].heading);
        ++k;
      } else {
        ++gone, ++i;
      }
    }
    if (gone <= k - first) continue;
    drift.gone_after.push_back(k == 0 ? 0 : now[k - 1].line);
    add_heading(k == 0 ? "" : now[k - 1].heading);
  }
  return drift;
}

}  // namespace

std::vector<FullLine> lines_to_follow(const Page& easy, const Page& full) {
  Collector collector;
  collector.add(full.title, full.fields.place_of(shared::title).line);
  collector.add(full.summary, full.fields.place_of(shared::summary).line);
  for (const FieldInfo* field : full.type->fields)
    if (const Fields::Entry* entry = full.fields.find(*field)) collector.add(text_of_value(entry->value), entry->place.line);
  for (const Block& block : children(full.document())) collector.add(block);
  if (const Words& follows = easy.fields.get(shared::follows); !follows.empty()) {
    const auto anchors = anchors_below(full, follows);
    std::erase_if(collector.lines_, [&](const FullLine& line) { return !anchors.contains(line.heading); });
  }
  return std::move(collector.lines_);
}

namespace {

std::string joined(const std::vector<std::string_view>& fingerprints) {
  std::string result;
  for (const std::string_view one : fingerprints) result.append(result.empty() ? "" : " ").append(one);
  return result;
}

std::vector<std::string_view> fingerprints_of(const std::vector<FullLine>& lines) {
  std::vector<std::string_view> result;
  for (const FullLine& line : lines) result.emplace_back(line.fingerprint);
  return result;
}

std::vector<std::string_view> fingerprints_in(std::string_view lock_file) {
  std::vector<std::string_view> result;
  for (const std::string_view line : split(lock_file, '\n'))
    if (!line.starts_with('#'))
      for (const std::string_view one : words_of(line)) result.push_back(one);
  return result;
}

}  // namespace

std::string hash_of(const std::vector<FullLine>& lines) { return short_content_hash(joined(fingerprints_of(lines))); }

std::string lock_file_of(const std::vector<FullLine>& lines, std::string_view full_path) {
  constexpr size_t on_a_line = 16;
  std::string result = fmt::format(
      "# Nobody needs to read or change this file. It lets 'local-offer check' say which lines of\n# {} have changed since its Easy Read page was last compared with it.\n",
      full_path);
  for (size_t i = 0; i < lines.size(); ++i)
    result.append(lines[i].fingerprint).append(i + 1 == lines.size() || i % on_a_line == on_a_line - 1 ? "\n" : " ");
  return result;
}

std::optional<Drift> drift_of(const Page& easy, const Page& full) {
  if (!easy.fields.has(shared::accepted)) return std::nullopt;
  const std::string& accepted = easy.fields.get(shared::accepted);
  const auto now = lines_to_follow(easy, full);
  if (hash_of(now) == accepted) return std::nullopt;
  constexpr size_t most_lines = 2000;
  const auto before = fingerprints_in(easy.accepted_lines);
  // A file of another day, or one that was changed by hand, would name the wrong lines.
  if (short_content_hash(joined(before)) != accepted || before.size() > most_lines || now.size() > most_lines) return Drift{};
  return compare_lines(before, now);
}

}  // namespace offer
