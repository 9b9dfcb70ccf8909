#include "serve/problem_marks.h"

#include <algorithm>
#include <map>

#include "base/escape.h"
#include "base/sentences.h"
#include "base/text.h"
#include "html/page.h"
#include "serve/problem_list.h"

namespace offer {

namespace {

using html::no_node;
using html::Node;
using html::NodeId;
using html::Tag;

// Elements that hold words: a mark may stand at their beginning.
bool holds_words(const Node& node) {
  switch (node.tag) {
    case Tag::p_: case Tag::h1_: case Tag::h2_: case Tag::h3_: case Tag::h4_: case Tag::h5_: case Tag::h6_: case Tag::li_: case Tag::td_: case Tag::th_:
    case Tag::dt_: case Tag::dd_: case Tag::figcaption_:
      return node.space == html::Space::html;
    default: return false;
  }
}

// Elements that hold those: in them a mark stands at the first that holds words.
bool is_around(const Node& node) {
  switch (node.tag) {
    case Tag::ul_: case Tag::ol_: case Tag::dl_: case Tag::table_: case Tag::thead_: case Tag::tbody_: case Tag::tr_: case Tag::div_: case Tag::section_:
    case Tag::nav_: case Tag::article_: case Tag::blockquote_: case Tag::figure_: case Tag::details_:
      return node.space == html::Space::html;
    default: return false;
  }
}

// Links and controls cannot hold a link.
bool cannot_hold_link(const Node& node) { return node.is(Tag::a_) || node.is(Tag::button_) || node.is(Tag::label_) || node.is(Tag::summary_) || node.is(Tag::pre_); }

class Placer {
 public:
  explicit Placer(std::string_view source) : source_(source), tree_(source) {
    for (NodeId id = tree_.next_in(html::Tree::document, html::Tree::document); id != no_node; id = tree_.next_in(html::Tree::document, id)) order_.push_back(id);
    std::stable_sort(order_.begin(), order_.end(), [&](NodeId a, NodeId b) { return tree_[a].offset < tree_[b].offset; });
  }

  // Where to put a mark for what stands at this byte; npos: nowhere.
  size_t place_at(size_t offset) const {
    const auto after = std::upper_bound(order_.begin(), order_.end(), offset, [&](size_t at, NodeId id) { return at < tree_[id].offset; });
    if (after == order_.begin()) return std::string_view::npos;
    NodeId node = *(after - 1);
    // White space before the element that was meant.
    if (tree_[node].is_text && tree_[node].offset == offset && trim(tree_[node].text).empty() && tree_[node].next != no_node) node = tree_[node].next;
    if (!tree_[node].is_text && is_around(tree_[node])) return place_inside(node);
    for (NodeId at = node; at != no_node; at = tree_[at].parent)
      if (holds_words(tree_[at])) return place_in(at);
    return place_before(node);
  }

  // The same, for what stands in words that begin at this byte, some lines further down and so many characters into that line: where its sentence
  // begins.
  size_t place_of_sentence(size_t offset, uint32_t lines, uint32_t characters) const {
    const auto after = std::upper_bound(order_.begin(), order_.end(), offset, [&](size_t at, NodeId id) { return at < tree_[id].offset; });
    if (after == order_.begin()) return place_at(offset);
    const NodeId here = *(after - 1);
    if (!tree_[here].is_text && (is_around(tree_[here]) || holds_words(tree_[here]))) return place_at(offset);
    size_t at = offset;
    if (tree_[here].is_text) {
      const size_t end = end_of_text(offset);
      for (; lines > 0; --lines) {
        at = source_.find('\n', at);
        if (at == std::string_view::npos || at >= end) return place_at(offset);
        ++at;
      }
      for (; characters > 0 && at < end; --characters) at = behind_character(at);
    } else {
      // A link, a word in bold: what it says first.
      for (NodeId inside = here; inside != no_node; inside = tree_.next_in(here, inside))
        if (tree_[inside].is_text) {
          at = tree_[inside].offset;
          break;
        }
    }
    NodeId holder = here;
    while (holder != no_node && !holds_words(tree_[holder])) holder = tree_[holder].parent;
    if (holder == no_node) return place_at(offset);

    // All words of the paragraph, and where each of their bytes stands in the page.
    std::string words;
    std::vector<size_t> places;
    for (NodeId id = tree_.next_in(holder, holder); id != no_node; id = tree_.next_in(holder, id)) {
      if (!tree_[id].is_text) continue;
      const size_t text_end = end_of_text(tree_[id].offset);
      for (size_t from = tree_[id].offset; from < text_end;) {
        const size_t next = behind_character(from);
        const std::string_view shown = source_[from] == '&' ? "x" : source_[from] == '\n' ? " " : source_.substr(from, next - from);
        words += shown;
        places.insert(places.end(), shown.size(), from);
        from = next;
      }
    }
    size_t start = std::string_view::npos;
    for (const Span& sentence : sentences_in(words))
      if (sentence.start < places.size() && places[sentence.start] <= at && sentence.start > 0) start = places[sentence.start];
    if (start == std::string_view::npos) return place_in(holder);
    const auto begin = std::upper_bound(order_.begin(), order_.end(), start, [&](size_t byte, NodeId id) { return byte < tree_[id].offset; });
    for (NodeId above = *(begin - 1); above != no_node && above != holder; above = tree_[above].parent)
      if (cannot_hold_link(tree_[above])) start = tree_[above].offset;
    for (NodeId above = holder; above != no_node; above = tree_[above].parent)
      if (cannot_hold_link(tree_[above])) return tree_[above].offset;
    return start;
  }

  size_t place_in_title() const {
    for (const NodeId id : order_)
      if (tree_[id].is(Tag::h1_)) return place_in(id);
    return std::string_view::npos;
  }

 private:
  size_t end_of_text(size_t from) const { return std::min(source_.find('<', from), source_.size()); }

  // "&amp;" is one character too.
  size_t behind_character(size_t at) const {
    if (source_[at] == '&')
      if (const size_t end = source_.find(';', at); end != std::string_view::npos && end - at <= 8) return end + 1;
    return at + character_length(source_, at);
  }

  size_t behind_tag(NodeId element) const {
    const auto tag = next_tag(source_, tree_[element].offset);
    return tag ? tag->end : std::string_view::npos;
  }

  size_t place_inside(NodeId around) const {
    for (NodeId id = tree_.next_in(around, around); id != no_node; id = tree_.next_in(around, id))
      if (holds_words(tree_[id])) return place_in(id);
    return place_before(around);
  }

  // In an item that holds paragraphs, the first of them.
  size_t place_in(NodeId holder) const {
    for (NodeId child = tree_[holder].first_child; child != no_node; child = tree_[child].next) {
      const Node& node = tree_[child];
      if (node.is_text && trim(node.text).empty()) continue;
      if (!node.is_text && holds_words(node)) return place_in(child);
      if (!node.is_text && is_around(node)) return place_inside(child);
      break;
    }
    for (NodeId at = tree_[holder].parent; at != no_node; at = tree_[at].parent)
      if (cannot_hold_link(tree_[at])) return tree_[at].offset;
    return behind_tag(holder);
  }

  size_t place_before(NodeId node) const {
    for (NodeId at = node; at != no_node; at = tree_[at].parent)
      if (cannot_hold_link(tree_[at])) node = at;
    if (node == html::Tree::document || node == tree_.html() || node == tree_.head() || node == tree_.body()) return std::string_view::npos;
    return tree_[node].offset;
  }

  std::string_view source_;
  html::Tree tree_;
  std::vector<NodeId> order_;  // by place in the source
};

bool stands_before(const Place& a, const Place& b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); }

// How many spaces a line begins with.
uint32_t indent_of(std::string_view source, uint32_t line) {
  size_t at = 0;
  for (; line > 1 && at != std::string_view::npos; --line) at = source.find('\n', at) == std::string_view::npos ? std::string_view::npos : source.find('\n', at) + 1;
  if (at == std::string_view::npos) return 0;
  const size_t first = source.find_first_not_of(' ', at);
  return static_cast<uint32_t>(std::min(first, source.size()) - at);
}

std::string mark_of_problems(const std::vector<size_t>& numbers, const std::vector<Diagnostic>& problems) {
  std::vector<std::string> words;
  Severity worst = Severity::look;
  for (const size_t number : numbers) {
    words.push_back(std::to_string(number));
    worst = std::min(worst, problems[number - 1].code->severity);
  }
  const size_t first = numbers.front();
  const std::string shown = numbers.size() <= 3 ? join(words, ", ") : fmt::format("{} and {} more", first, numbers.size() - 1);
  const std::string label = numbers.size() == 1 ? fmt::format("Problem {}: {}", first, as_sentence(problems[first - 1].message))
                            : numbers.size() <= 3 ? fmt::format("Problems {}", join(words, ", "))
                                                  : fmt::format("Problems {}", shown);
  return fmt::format("<a class=\"lo-mark lo-mark-{}\" id=\"lo-mark-{}\" href=\"#lo-problem-{}\" aria-label=\"{}\" lang=\"en-GB\" dir=\"ltr\">{}</a>", severity_class(worst), first,
                     first, escaped(label), shown);
}

}  // namespace

std::vector<size_t> mark_problems(std::string_view html, const std::vector<OutputMark>& pieces, const PageFacts& facts,
                                  const std::vector<Diagnostic>& problems, std::string_view source, std::vector<PageEdit>& edits) {
  std::vector<size_t> marks(problems.size(), 0);
  if (problems.empty() || pieces.empty()) return marks;
  // By their places in the source: a page may show them in another order. Of several at one place the first in the page, which is the outermost.
  std::vector<const OutputMark*> by_place;
  for (const OutputMark& piece : pieces) by_place.push_back(&piece);
  std::stable_sort(by_place.begin(), by_place.end(), [](const OutputMark* a, const OutputMark* b) { return stands_before(a->place, b->place); });
  const Placer placer(html);
  std::map<size_t, std::vector<size_t>> at;  // place in the page to numbers of problems
  for (size_t i = 0; i < problems.size(); ++i) {
    const Diagnostic& one = problems[i];
    if (one.path != facts.path || one.place.line == 0) continue;
    size_t place = std::string_view::npos;
    if (one.place == facts.title_place || one.place == facts.summary_place) {
      place = placer.place_in_title();
    } else {
      // A line as a whole: what begins on it.
      const Place wanted{one.place.line, one.place.column == 0 ? UINT32_MAX : one.place.column, 0};
      const auto after = std::upper_bound(by_place.begin(), by_place.end(), wanted, [](const Place& a, const OutputMark* b) { return stands_before(a, b->place); });
      if (after == by_place.begin()) continue;  // the settings at the top of the file
      auto nearest = after - 1;
      if (one.place.column == 0)
        while (nearest != by_place.begin() && (*(nearest - 1))->place.line == (*nearest)->place.line) --nearest;
      const Place& begun = (*nearest)->place;
      const uint32_t down = one.place.line - begun.line;
      if (one.place.column == 0) {
        place = placer.place_at((*nearest)->offset);
      } else {
        // The page has a further line of a paragraph without its indent.
        const uint32_t indent = down == 0 ? begun.column : indent_of(source, one.place.line) + 1;
        place = placer.place_of_sentence((*nearest)->offset, down, one.place.column - std::min(one.place.column, indent));
      }
    }
    if (place != std::string_view::npos) at[place].push_back(i + 1);
  }
  for (const auto& [place, numbers] : at) {
    for (const size_t number : numbers) marks[number - 1] = numbers.front();
    edits.push_back({place, 0, mark_of_problems(numbers, problems)});
  }
  return marks;
}

}  // namespace offer
