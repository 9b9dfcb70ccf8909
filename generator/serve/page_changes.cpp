#include "serve/page_changes.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "base/escape.h"
#include "base/sentences.h"
#include "base/text.h"
#include "html/names.h"
#include "html/page.h"

namespace offer {

namespace {

using html::NodeId;
using html::Tag;

struct SaidBlock {
  std::string words;
  bool heading = false;
};

bool begins_line(Tag tag) {
  switch (tag) {
    case Tag::p_: case Tag::div_: case Tag::section_: case Tag::article_: case Tag::aside_: case Tag::header_: case Tag::footer_: case Tag::main_: case Tag::ul_:
    case Tag::ol_: case Tag::li_: case Tag::dl_: case Tag::dt_: case Tag::dd_: case Tag::table_: case Tag::caption_: case Tag::tr_: case Tag::blockquote_:
    case Tag::figure_: case Tag::figcaption_: case Tag::details_: case Tag::summary_: case Tag::h1_: case Tag::h2_: case Tag::h3_: case Tag::h4_: case Tag::h5_:
    case Tag::h6_: case Tag::pre_: case Tag::form_: case Tag::hr_:
      return true;
    default: return false;
  }
}

bool is_title(Tag tag) { return tag >= Tag::h1_ && tag <= Tag::h6_; }

// What a page says, in reading order.
class ChangeReader {
 public:
  explicit ChangeReader(std::string_view source) : page_(source) { read(html::Tree::document); }

  std::vector<SaidBlock> said;
  std::vector<std::pair<std::string, std::string>> links;  // words and address

 private:
  void flush() {
    std::string line;
    for (const std::string_view word : words_of(line_)) line += (line.empty() ? "" : " ") + std::string(word);
    line_.clear();
    if (line.empty()) return;
    if (heading_ || row_) {
      said.push_back({std::move(line), heading_});
      return;
    }
    for (const Span& sentence : sentences_in(line)) said.push_back({line.substr(sentence.start, sentence.length), false});
  }

  void read(NodeId id) {
    const html::Tree& tree = page_.tree;
    for (NodeId child = tree[id].first_child; child != html::no_node; child = tree[child].next) {
      const html::Node& node = tree[child];
      if (node.is_text) {
        line_ += node.text;
        continue;
      }
      if (!page_.is_rendered(child) || node.is(Tag::nav_) || node.is(Tag::head_)) continue;
      if (node.is(Tag::img_) || (node.tag == Tag::svg_ && tree.has(child, "aria-label"))) {
        const std::string name = html::accessible_name(page_, child);
        if (!trim(name).empty()) line_ += fmt::format(" [Picture: {}] ", name);
        continue;
      }
      if (node.tag == Tag::svg_) continue;
      if (node.is(Tag::br_)) line_ += ' ';
      if (node.is(Tag::a_) && tree.has(child, "href")) links.emplace_back(html::words_inside(page_, child), std::string(tree.value(child, "href")));
      const bool row = node.is(Tag::tr_);
      const bool line = begins_line(node.tag) && (!row_ || row);
      if (line) flush();
      if ((node.is(Tag::td_) || node.is(Tag::th_)) && !trim(line_).empty()) line_ += " | ";
      if (is_title(node.tag)) heading_ = true;
      if (row) row_ = true;
      read(child);
      if (line) flush();
      if (is_title(node.tag)) heading_ = false;
      if (row) row_ = false;
    }
    if (id == html::Tree::document) flush();
  }

  html::Page page_;
  std::string line_;
  bool heading_ = false;
  bool row_ = false;
};

// Which of both lists are in the longest run that they have in common.
class Comparison {
 public:
  Comparison(const std::vector<SaidBlock>& before, const std::vector<SaidBlock>& now) : kept_before(before.size(), false), kept_now(now.size(), false) {
    size_t start = 0;
    size_t before_end = before.size();
    size_t now_end = now.size();
    while (start < before_end && start < now_end && before[start].words == now[start].words) keep(start, start), ++start;
    while (before_end > start && now_end > start && before[before_end - 1].words == now[now_end - 1].words) keep(--before_end, --now_end);
    const size_t rows = before_end - start + 1;
    const size_t columns = now_end - start + 1;
    if (rows * columns > most_steps) return;  // a page of thousands of other sentences: all of it is new
    std::vector<uint16_t> common(rows * columns, 0);
    const auto number = numbered(before, now);
    const auto same = [&](size_t i, size_t k) { return number.first[start + i] == number.second[start + k]; };
    for (size_t i = rows - 1; i-- > 0;)
      for (size_t k = columns - 1; k-- > 0;)
        common[i * columns + k] = same(i, k) ? static_cast<uint16_t>(common[(i + 1) * columns + k + 1] + 1) : std::max(common[(i + 1) * columns + k], common[i * columns + k + 1]);
    for (size_t i = 0, k = 0; i + 1 < rows && k + 1 < columns;) {
      if (same(i, k)) keep(start + i++, start + k++);
      else if (common[(i + 1) * columns + k] >= common[i * columns + k + 1]) ++i;
      else ++k;
    }
  }

  std::vector<bool> kept_before;
  std::vector<bool> kept_now;

 private:
  static constexpr size_t most_steps = 9'000'000;

  void keep(size_t i, size_t k) { kept_before[i] = kept_now[k] = true; }

  // Equal sentences have equal numbers.
  static std::pair<std::vector<size_t>, std::vector<size_t>> numbered(const std::vector<SaidBlock>& before, const std::vector<SaidBlock>& now) {
    std::unordered_map<std::string_view, size_t> numbers;
    std::pair<std::vector<size_t>, std::vector<size_t>> result;
    for (const SaidBlock& one : before) result.first.push_back(numbers.emplace(one.words, numbers.size()).first->second);
    for (const SaidBlock& one : now) result.second.push_back(numbers.emplace(one.words, numbers.size()).first->second);
    return result;
  }
};

std::vector<ChangedLink> changed_links(const ChangeReader& before, const ChangeReader& now) {
  // By their words, if those stand for one address only.
  const auto by_words = [](const ChangeReader& page) {
    std::map<std::string, std::string> links;
    for (const auto& [words, address] : page.links)
      if (const auto [known, fresh] = links.emplace(words, address); !fresh && known->second != address) known->second.clear();
    return links;
  };
  const auto old = by_words(before);
  std::vector<ChangedLink> changed;
  for (const auto& [words, address] : by_words(now))
    if (const auto same = old.find(words); same != old.end() && same->second != address && !address.empty() && !same->second.empty()) changed.push_back({words, same->second, address});
  return changed;
}

}  // namespace

PageChanges page_changes(std::string_view before, std::string_view now) {
  const ChangeReader old_page(before);
  const ChangeReader new_page(now);
  const Comparison comparison(old_page.said, new_page.said);
  PageChanges changes;
  for (size_t i = 0, k = 0; i < old_page.said.size() || k < new_page.said.size();) {
    if (i < old_page.said.size() && !comparison.kept_before[i]) {
      changes.sentences.push_back({ChangedSentence::Kind::removed, old_page.said[i].words, old_page.said[i].heading});
      ++changes.removed, ++i;
    } else if (k < new_page.said.size() && !comparison.kept_now[k]) {
      changes.sentences.push_back({ChangedSentence::Kind::added, new_page.said[k].words, new_page.said[k].heading});
      ++changes.added, ++k;
    } else {
      changes.sentences.push_back({ChangedSentence::Kind::same, new_page.said[k].words, new_page.said[k].heading});
      ++i, ++k;
    }
  }
  changes.links = changed_links(old_page, new_page);
  return changes;
}

std::string changes_html(const PageChanges& changes) {
  using Kind = ChangedSentence::Kind;
  const auto& all = changes.sentences;
  std::string html = "<div class=\"lo-changes\">\n";
  size_t stayed = 0;
  const auto tell_stayed = [&] {
    if (stayed > 0) html += fmt::format("<p class=\"lo-stayed\">({} as before)</p>\n", stayed == 1 ? "1 sentence stays" : fmt::format("{} sentences stay", stayed));
    stayed = 0;
  };
  for (size_t i = 0; i < all.size(); ++i) {
    const ChangedSentence& one = all[i];
    if (one.kind == Kind::same) {
      const bool beside = (i > 0 && all[i - 1].kind != Kind::same) || (i + 1 < all.size() && all[i + 1].kind != Kind::same);
      if (!beside) {
        ++stayed;
        continue;
      }
      tell_stayed();
      html += fmt::format("<p class=\"lo-same{}\">{}</p>\n", one.heading ? " lo-was-heading" : "", escaped(one.words));
      continue;
    }
    tell_stayed();
    const bool added = one.kind == Kind::added;
    html += fmt::format("<p class=\"lo-{0}\"><strong>{1}{2}:</strong> <{3}>{4}</{3}></p>\n", added ? "added" : "removed", added ? "New" : "Taken out", one.heading ? " heading" : "",
                        added ? "ins" : "del", escaped(one.words));
  }
  tell_stayed();
  html += "</div>\n";
  if (!changes.links.empty()) {
    html += "<h2>Links that lead elsewhere now</h2>\n<ul>\n";
    for (const ChangedLink& link : changes.links)
      html += fmt::format("<li>“{}” led to <del>{}</del> and leads to <ins>{}</ins> now.</li>\n", escaped(link.words), escaped(link.before), escaped(link.now));
    html += "</ul>\n";
  }
  return html;
}

}  // namespace offer
