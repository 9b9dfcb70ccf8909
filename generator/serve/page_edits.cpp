#include "serve/page_edits.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

std::string with_edits(std::string_view html, std::vector<PageEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const PageEdit& a, const PageEdit& b) { return a.at < b.at; });
  size_t more = 0;
  for (const PageEdit& one : edits) more += one.text.size();
  std::string result;
  result.reserve(html.size() + more);
  size_t done = 0;
  for (const PageEdit& one : edits) {
    if (one.at < done || one.at > html.size()) continue;
    result.append(html.substr(done, one.at - done)).append(one.text);
    done = std::min(one.at + one.length, html.size());
  }
  result.append(html.substr(done));
  return result;
}

namespace {

bool ends_name(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/' || c == '>' || c == '='; }

// Behind the '>' of the tag that begins at `start`; a '>' in quotes does not end it.
size_t end_of_tag(std::string_view html, size_t start) {
  char quote = 0;
  for (size_t at = start; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

// Where the end tag of a script or style stands whose text begins at `from`.
size_t behind_raw_text(std::string_view html, size_t from, std::string_view name) {
  for (size_t at = html.find("</", from); at != std::string_view::npos; at = html.find("</", at + 2))
    if (equal_ignoring_case(html.substr(at + 2, name.size()), name)) return at;
  return html.size();
}

}  // namespace

std::optional<PageTag> next_tag(std::string_view html, size_t from) {
  for (size_t at = html.find('<', from); at != std::string_view::npos; at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      const size_t end = html.find("-->", at + 4);
      at = end == std::string_view::npos ? html.size() : end + 3;
      continue;
    }
    const bool closing = at + 1 < html.size() && html[at + 1] == '/';
    const size_t name = at + (closing ? 2 : 1);
    if (name >= html.size() || !is_letter(html[name])) {
      at = std::min(at + 1, html.size());
      continue;
    }
    PageTag tag{.start = at, .end = end_of_tag(html, name), .name = {}, .closing = closing, .closes_itself = false};
    size_t end = name;
    while (end < tag.end && !ends_name(html[end])) ++end;
    tag.name = html.substr(name, end - name);
    tag.closes_itself = tag.end >= 2 && html[tag.end - 2] == '/';
    return tag;
  }
  return std::nullopt;
}

size_t behind(std::string_view html, const PageTag& tag) {
  const bool raw = !tag.closing && !tag.closes_itself && (tag.name == "script" || tag.name == "style");
  return raw ? behind_raw_text(html, tag.end, tag.name) : tag.end;
}

size_t end_of_element(std::string_view html, const PageTag& tag) {
  if (tag.closing || tag.closes_itself || tag.name == "img" || tag.name == "source" || tag.name == "link" || tag.name == "meta") return tag.end;
  if (tag.name == "script" || tag.name == "style") return end_of_tag(html, behind(html, tag));
  size_t depth = 1;
  size_t at = tag.end;
  while (const auto next = next_tag(html, at)) {
    at = behind(html, *next);
    if (next->name != tag.name || next->closes_itself) continue;
    depth = next->closing ? depth - 1 : depth + 1;
    if (depth == 0) return next->end;
  }
  return html.size();
}

std::vector<TagAttribute> attributes_of(std::string_view html, const PageTag& tag) {
  std::vector<TagAttribute> found;
  const size_t last = tag.end - 1;
  for (size_t at = static_cast<size_t>(tag.name.data() - html.data()) + tag.name.size(); at < last;) {
    if (ends_name(html[at])) {
      ++at;
      continue;
    }
    TagAttribute one;
    one.start = at;
    while (at < last && !ends_name(html[at])) ++at;
    one.name = html.substr(one.start, at - one.start);
    one.value_start = one.end = at;
    if (at + 1 < last && html[at] == '=' && (html[at + 1] == '"' || html[at + 1] == '\'')) {
      one.value_start = at + 2;
      const size_t close = std::min(html.find(html[at + 1], one.value_start), last);
      one.value = html.substr(one.value_start, close - one.value_start);
      one.end = at = std::min(close + 1, last);
    }
    found.push_back(one);
  }
  return found;
}

std::optional<TagAttribute> attribute_of(std::string_view html, const PageTag& tag, std::string_view name) {
  for (const TagAttribute& one : attributes_of(html, tag))
    if (one.name == name) return one;
  return std::nullopt;
}

}  // namespace offer
